"""Index the catalogue anew: what every published initiative is found by."""  # noqa: N999 -- the name people type

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.catalogue.services import Rebuilt, rebuild

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Bring the catalogue's search up to date; run it after an upgrade, or whenever in doubt."""

    help = "Bring the catalogue's search up to date with the published initiatives. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to make everything anew, and the result as data."""
        parser.add_argument("--all", action="store_true", help="make every entry anew, also those that are right")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- the signature of a command
        """Rebuild and say what was done."""
        quiet = options["json"] or options["verbosity"] == 0
        done = rebuild(everything=options["all"], progress=None if quiet else self._show)
        if options["json"]:
            self.stdout.write(json.dumps({"made": done.made, "right": done.right, "dropped": done.dropped}))
        elif not quiet:
            self.stdout.write(_told(done))

    def _show(self, done: int, total: int) -> None:
        self.stderr.write(f"{done} / {total}")


def _told(done: Rebuilt) -> str:
    if not done.made and not done.dropped:
        return _("Every entry was right. Nothing was changed.")
    made = ngettext("%(count)d entry was made.", "%(count)d entries were made.", done.made) % {"count": done.made}
    right = ngettext("%(count)d was right.", "%(count)d were right.", done.right) % {"count": done.right}
    dropped = ngettext("%(count)d was dropped.", "%(count)d were dropped.", done.dropped) % {"count": done.dropped}
    return f"{made} {right} {dropped}"
