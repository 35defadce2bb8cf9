"""Initiatives for tests: the smallest valid thing, made through the services."""

from datetime import UTC, datetime, timedelta

from indsats.foundation.files.services import store
from indsats.initiatives.domain.passage import Passage
from indsats.initiatives.services import create_initiative, create_programme, keep_goal

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def initiative(title="Mentorordning", *, publish=True, passages=(), **fields):
    return create_initiative(by=None, at=NOW, fields={"title": title, **fields}, publish=publish, passages=passages)


def programme(title="Handleplan 2026-2029", **fields):
    fields = {"kind": "action_plan", "first_year": 2026, "last_year": 2029, **fields}
    return create_programme(by=None, at=NOW, title=title, **fields)


def goal(of, number=1, title="Flere skal blive"):
    return keep_goal(programme=of, by=None, at=NOW, number=number, title=title, position=number)


def original(data=b"Handleplan\nMentorordning for nye", name="handleplan.txt"):
    return store(data=data, name=name, media_type="text/plain")


def passage(field="title", quote="Mentorordning", *, page=1, line=2):
    return Passage(field, original().pk, "Handleplan 2026-2029", page, line, line, quote)
