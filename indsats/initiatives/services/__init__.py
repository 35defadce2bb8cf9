"""The verbs of the portfolio."""

from indsats.initiatives.services.conflict import Difference, EditConflict
from indsats.initiatives.services.editing import change_initiative, create_initiative, set_light
from indsats.initiatives.services.following import follow, mark_seen, unfollow
from indsats.initiatives.services.programmes import add_money_line, change_money_line, create_programme, keep_goal
from indsats.initiatives.services.restoring import restore_field, undo_operation
from indsats.initiatives.services.states import publish_initiative, take_back_initiative, withdraw_initiative

__all__ = [
    "Difference",
    "EditConflict",
    "add_money_line",
    "change_initiative",
    "change_money_line",
    "create_initiative",
    "create_programme",
    "follow",
    "keep_goal",
    "mark_seen",
    "publish_initiative",
    "restore_field",
    "set_light",
    "take_back_initiative",
    "undo_operation",
    "unfollow",
    "withdraw_initiative",
]
