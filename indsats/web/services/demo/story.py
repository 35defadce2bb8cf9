"""What people did after the documents were published, as ``samples/story.json`` tells it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from indsats.accounts.models import User
from indsats.initiatives.models import Initiative
from indsats.initiatives.services import (
    change_initiative,
    create_initiative,
    follow,
    set_light,
    withdraw_initiative,
)
from indsats.organisation.models import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path
    from typing import Any


@dataclass(frozen=True, slots=True)
class Story:
    """The story, and the day from which its weeks are counted back."""

    told: Mapping[str, Any]
    today: datetime

    @classmethod
    def read(cls, path: Path, today: datetime) -> Story:
        """Read it from its file."""
        return cls(json.loads(path.read_text(encoding="utf-8")), today)

    @property
    def published_at(self) -> datetime:
        """When the documents were published."""
        return self.weeks_ago(self.told["weeks_since_published"])

    def weeks_ago(self, weeks: float) -> datetime:
        """Return the moment that many weeks back."""
        return self.today - timedelta(weeks=weeks)

    def tell(self, new: frozenset[int], officer: User) -> None:
        """Let it happen to the initiatives that are new; those that people have worked with are left alone."""
        for row in self.told["initiatives"]:
            for initiative in self._named(row, new):
                self._live(initiative, row, officer)
        for row in self.told["withdrawn"]:
            for initiative in self._named(row, new):
                withdraw_initiative(
                    initiative=initiative, by=officer, at=self.weeks_ago(row["weeks_ago"]), why=row["why"]
                )
        for row in self.told["followed"]:
            for title in row["titles"]:
                for initiative in self._named({"title": title}, new):
                    follow(initiative=initiative, user=_user(row["by"]), at=self.published_at)

    def draft(self) -> None:
        """Let people begin on what they have not published yet; the next time it is there already."""
        for row in self.told["drafts"]:
            unit = Unit.objects.get(key=row["unit"])
            if not Initiative.objects.filter(title=row["title"], unit=unit).exists():
                fields = {"title": row["title"], "description": row["description"], "unit": unit, "phase": "idea"}
                create_initiative(by=_user(row["by"]), at=self.weeks_ago(row["weeks_ago"]), fields=fields)

    def _named(self, row: Mapping[str, Any], new: frozenset[int]) -> Iterator[Initiative]:
        """Give the new initiative of that title, at that unit or anywhere; none where the reader did not find it."""
        found = Initiative.objects.published().filter(title=row["title"], pk__in=new)
        if "unit" in row:
            found = found.filter(unit__key=row["unit"])
        yield from found.order_by("pk")[:1]

    def _live(self, initiative: Initiative, row: Mapping[str, Any], officer: User) -> None:
        owner = _user(row["owner"])
        held = change_initiative(
            initiative=initiative, by=officer, at=self.published_at, fields={"owner": owner}, version=initiative.version
        )
        for said in row["lights"]:
            at = self.weeks_ago(said["weeks_ago"])
            told = {"light": said["light"], "reason": said["reason"]}
            held = set_light(initiative=held, by=owner, at=at, version=held.version, **told)
        if phase := row.get("phase"):
            change_initiative(
                initiative=held,
                by=owner,
                at=self.weeks_ago(phase["weeks_ago"]),
                fields={"phase": phase["to"]},
                version=held.version,
                why=phase["why"],
            )


def _user(email: str) -> User:
    return User.objects.get(email=email)
