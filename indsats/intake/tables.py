"""The list of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from indsats.intake.models import Document, Edition

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


class DocumentTable(tables.Table):  # type: ignore[misc]  # django-tables2 ships no types
    """One row a document, with its newest edition."""

    title = tables.Column(verbose_name=_("Title"), linkify=True)
    genre = tables.Column(verbose_name=_("Genre"))
    organisation = tables.Column(verbose_name=_("Organisation"))
    edition_number = tables.Column(verbose_name=_("Edition"))
    edition_state = tables.Column(verbose_name=_("State"))
    record_count = tables.Column(verbose_name=_("Records"))
    edition_read_at = tables.DateColumn(verbose_name=_("Read"), format="j. b Y")

    class Meta:
        model = Document
        template_name = "ui/table.html"
        fields = ()
        sequence = (
            "title",
            "genre",
            "organisation",
            "edition_number",
            "edition_state",
            "record_count",
            "edition_read_at",
        )
        order_by = ("-edition_read_at",)
        empty_text = _("No documents fit what you have chosen.")

    def render_edition_state(self, record: Document) -> SafeString:
        """Show the state as a word, and for a review the way to it."""
        return render_to_string("intake/state.html", {"document": record, "label": state_label(record.edition_state)})


def state_label(state: str | None) -> str:
    """Return the state's name."""
    return str(Edition.State(state).label) if state else ""
