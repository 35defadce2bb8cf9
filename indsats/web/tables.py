"""The list of what people did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from indsats.web.pages.actions import action_in_words, address_of, changes_in_words, object_type_in_words

if TYPE_CHECKING:
    from django.http import QueryDict
    from django.utils.safestring import SafeString

    from indsats.foundation.audit.models import Event
    from indsats.foundation.audit.querysets import EventQuerySet

PER_PAGE = 50


class LogTable(tables.Table):  # type: ignore[misc]  # the library has no types
    """One row an event, newest first."""

    at = tables.DateTimeColumn(verbose_name=_("When"), format="j. F Y H:i")
    by = tables.Column(verbose_name=_("Who"), accessor="by__name", empty_values=())
    action = tables.Column(verbose_name=_("What"))
    object_text = tables.Column(verbose_name=_("Object"), empty_values=())
    why = tables.Column(verbose_name=_("Why"))
    changes = tables.Column(verbose_name=_("Changes"), orderable=False, empty_values=())

    class Meta:
        attrs = {"class": "log"}
        order_by = "-at"
        default = ""
        empty_text = _("Nothing in the log fits what you ask for. Choose fewer filters.")

    def __init__(self, data: EventQuerySet, *, query: QueryDict, export_url: str) -> None:
        super().__init__(data, order_by=query.get("sort") or "-at")
        self.caption = _("Log")
        self.export_url = export_url
        self.paginate(page=self._page(query.get("page", "")), per_page=PER_PAGE)

    def _page(self, asked: str) -> int:
        """Return the page that was asked for, or the first where there is no such page."""
        last = -(-len(self.rows) // PER_PAGE) or 1
        return int(asked) if asked.isascii() and asked.isdecimal() and 1 <= int(asked) <= last else 1

    def order_at(self, events: EventQuerySet, is_descending: bool) -> tuple[Any, bool]:  # noqa: FBT001 -- django-tables2's own
        """Sort what happened at the same moment in the order in which it was written."""
        return events.order_by(*(("-at", "-pk") if is_descending else ("at", "pk"))), True

    def render_by(self, record: Event) -> str:
        """Name the person, or the system."""
        return record.by.name if record.by else str(_("The system"))

    def render_action(self, value: str) -> str:
        """Say it in words."""
        return action_in_words(value)

    def render_object_text(self, record: Event) -> SafeString | str:
        """Name the object with its sort, lead to its page, and to all that was done to it."""
        if not record.object_type:
            return ""
        url = address_of(record.object_type, record.object_id)
        name = format_html('<a href="{}">{}</a>', url, record.object_text) if url else record.object_text
        history = f"{reverse('web:log')}?object={record.object_type}:{record.object_id}"
        return format_html(
            '{} <span class="quiet small">{} · <a href="{}">{}</a></span>',
            name,
            object_type_in_words(record.object_type),
            history,
            _("history"),
        )

    def render_changes(self, record: Event) -> SafeString | str:
        """Show what each field was and became, behind a fold."""
        rows = changes_in_words(record)
        if not rows:
            return ""
        lines = format_html_join("", "<li><b>{}</b>: {} → {}</li>", rows)
        return format_html("<details><summary>{}</summary><ul>{}</ul></details>", len(rows), lines)
