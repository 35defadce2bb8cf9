"""The short guide: what each role comes here to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from indsats.organisation.models import Mandate
from indsats.web.navigation import roles_today

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from indsats.accounts.models import User

Role = Mandate.Role
EVERYBODY = (
    _("The front page shows what waits for you, and what goes on where you work."),
    _("Portfolio: all initiatives, by programme, year, status and organisation. The address keeps what you choose."),
    _("Catalogue: what others have tried. Search with your own words, and choose profession, theme or hospital."),
    _("Every list can be fetched as an Excel file."),
)
STEPS: dict[str, tuple[Promise, ...]] = {
    Role.PROGRAMME_OFFICER: (
        _("Documents: drop one or several files. Each is read in the background."),
        _("Review: the source stands on one side, the fields on the other. Resolve the warnings at the top first."),
        _("Publish when everything is decided. Nothing is shown to others before that."),
        _("A new edition of the same document shows only what is new, changed or gone."),
    ),
    Role.INITIATIVE_OWNER: (
        _("The front page says which of your initiatives need a status."),
        _("Choose how it goes. Anything but “On plan” needs a sentence that says why."),
        _("What you wrote earlier is kept in the history of the initiative."),
    ),
    Role.DEPARTMENT_LEADER: (
        _("Portfolio with your unit chosen shows how much is going on already."),
        _("Create a local initiative in your own unit, and change it when it changes."),
    ),
    Role.WARD_LEADER: (
        _("Portfolio with your unit chosen shows how much is going on already."),
        _("Create a local initiative in your own unit, and change it when it changes."),
    ),
    Role.WORK_ENVIRONMENT_REP: (_("The front page shows what goes on in your unit. Bring it up in your group."),),
    Role.SHOP_STEWARD: (_("The front page shows what goes on in your unit. Bring it up in your group."),),
    Role.MED_MEMBER: (_("The front page shows the programmes and what needs attention. Every status says why."),),
    Role.ANALYST: (_("Fetch any list as an Excel file, and go on with it in your own tools."),),
    Role.ASSESSOR: (_("The catalogue shows what is like an idea that you assess."),),
    Role.POLITICIAN: (
        _("The front page shows each programme and how it goes. Choose one to see what it is made of."),
        _("“Not updated” means that nobody has said how it goes for a while. It is never shown as green."),
    ),
    Role.EMPLOYEE: (_("The front page shows what goes on where you work. Follow what you want to hear more about."),),
    Role.ADMINISTRATOR: (
        _("Organisation: grant and end roles, and record when units change name, move, merge, split or close."),
        _("Log: who did what, when and why. Nobody can change it."),
    ),
}


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of one role; ``is_own`` when the person has the role today."""

    role: str
    steps: tuple[Promise, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What everybody can do, and each role's guide, the person's own first."""

    everybody: tuple[Promise, ...]
    guides: tuple[Guide, ...]

    @classmethod
    def build(cls, *, viewer: User) -> HelpPage:
        """Put it together for this person."""
        own = roles_today(viewer)
        guides = (Guide(str(Role(role).label), steps, role in own) for role, steps in STEPS.items())
        return cls(EVERYBODY, tuple(sorted(guides, key=lambda guide: not guide.is_own)))
