"""The log as a page: who did what to which object, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from indsats.foundation.audit.models import Event
from indsats.web.filters import LogFilter
from indsats.web.tables import LogTable

if TYPE_CHECKING:
    from django.http import QueryDict

    from indsats.foundation.audit.querysets import EventQuerySet


@dataclass(frozen=True, slots=True)
class LogPage:
    """What the address asks for. ``only`` is the name of the one object, where it asks for one."""

    filter: LogFilter
    events: EventQuerySet
    table: LogTable
    only: str

    @classmethod
    def build(cls, query: QueryDict) -> LogPage:
        """Find the events of the one object, or all, and narrow them."""
        key = query.get("object", "")
        asked = LogFilter(query, Event.objects.with_people().on_key(key))
        newest = Event.objects.on_key(key).first() if key else None
        table = LogTable(asked.qs, query=query, export_url=f"{reverse('web:log_excel')}?{query.urlencode()}")
        return cls(asked, asked.qs, table, newest.object_text if newest else key)
