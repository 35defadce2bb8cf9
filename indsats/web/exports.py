"""The log as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import Sheet
from indsats.web.pages.actions import action_in_words, changes_in_words, object_type_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.foundation.audit.models import Event
    from indsats.foundation.audit.querysets import EventQuerySet

MOST_ROWS = 100_000


def log_sheet(events: EventQuerySet) -> Sheet:
    """Return one row an event, newest first; the newest hundred thousand, for more is a matter for the database."""
    columns = (_("When"), _("Who"), _("What"), _("Kind"), _("Object"), _("Why"), _("Changes"), _("Operation"))
    return Sheet(_("Log"), columns, _rows(events.order_by("-at", "-pk")[:MOST_ROWS]))


def _rows(events: EventQuerySet) -> Iterator[tuple[object, ...]]:
    for event in events.iterator(chunk_size=2000):
        yield _row(event)


def _row(event: Event) -> tuple[object, ...]:
    changes = "; ".join(f"{field}: {before} → {after}" for field, before, after in changes_in_words(event))
    return (
        localtime(event.at),
        event.by.name if event.by else _("The system"),
        action_in_words(event.action),
        object_type_in_words(event.object_type),
        event.object_text,
        event.why,
        changes,
        str(event.operation),
    )
