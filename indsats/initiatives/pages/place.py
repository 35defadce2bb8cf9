"""Where in a document a passage stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from indsats.initiatives.models import SourcePassage


def place_in_document(passage: SourcePassage) -> str:
    """Return the document, page and lines: ``Handleplan, side 3, linje 4–6``."""
    where = {"document": passage.document_title, "page": passage.page, "first": passage.line_start}
    if passage.line_end == passage.line_start:
        return _("%(document)s, page %(page)d, line %(first)d") % where
    return _("%(document)s, page %(page)d, lines %(first)d–%(last)d") % {**where, "last": passage.line_end}
