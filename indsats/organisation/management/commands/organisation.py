"""``indsats organisation``: load a region's own file, or write an empty one to fill in."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import workbook
from indsats.organisation.domain.outline import WrongOutline
from indsats.organisation.domain.outline_sheets import PARTS
from indsats.organisation.services.build import build_organisation
from indsats.organisation.services.files import read_file, template_sheets
from indsats.reading.errors import UnreadableFile

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from indsats.organisation.domain.outline import Complaint
    from indsats.organisation.services.build import Built

WRONG_FILE = 2


class Command(BaseCommand):
    """Load an organisation, or write a file to fill in."""

    help = (
        "Load units, MED committees, people and roles from a file (.xlsx, .ods or .json), or write an empty file to "
        "fill in. What is there already is left alone. Ends with 2, and nothing kept, when a row is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what can be asked."""
        acts = parser.add_subparsers(dest="act", required=True)
        load = acts.add_parser("load", help="load a file")
        load.add_argument("file", type=Path, metavar="FILE")
        load.add_argument("--json", action="store_true", help="print what was new as JSON")
        template = acts.add_parser("template", help="write an empty file to fill in")
        template.add_argument("file", type=Path, metavar="FILE.xlsx")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Do what was asked."""
        file: Path = options["file"]
        try:
            if options["act"] == "template":
                self._template(file)
            else:
                self._load(file, as_json=options["json"])
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.", returncode=WRONG_FILE) from error

    def _template(self, file: Path) -> None:
        with file.open("xb") as opened:
            opened.write(workbook(template_sheets()))
        self.stdout.write(str(file))

    def _load(self, file: Path, *, as_json: bool) -> None:
        try:
            data = read_file(file.read_bytes(), file.name)
            built = build_organisation(data=data, at=timezone.now(), demo_logins=False)
        except UnreadableFile as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error
        except WrongOutline as error:
            lines = [_complaint(complaint) for complaint in error.complaints]
            raise CommandError("\n".join([*lines, _("Nothing has been loaded.")]), returncode=WRONG_FILE) from error
        self.stdout.write(json.dumps(_counts(built)) if as_json else _summary(built))


def _complaint(complaint: Complaint) -> str:
    titles = {part.name: part.title for part in PARTS} | {"events": _("Events")}
    where = {"sheet": titles[complaint.part], "row": complaint.row}
    return _("%(sheet)s, row %(row)d") % where + f": {complaint.text}"


def _counts(built: Built) -> dict[str, int]:
    return {name: count for name, count in asdict(built).items() if name != "logins"}


def _summary(built: Built) -> str:
    return _(
        "New: units %(units)d, events %(events)d, committees %(committees)d, people %(people)d, roles %(mandates)d."
    ) % _counts(built)
