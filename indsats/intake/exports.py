"""Lists of intake as spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import Sheet
from indsats.intake.tables import state_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.intake.models import Document


def documents_sheet(documents: Iterable[Document]) -> Sheet:
    """Return the list of documents, in the order it is shown."""
    columns = (_("Title"), _("Genre"), _("Organisation"), _("Edition"), _("State"), _("Records"), _("Read"))
    rows = (
        (
            each.title,
            each.get_genre_display(),
            each.organisation,
            each.edition_number,
            state_label(each.edition_state),
            each.record_count or 0,
            timezone.localdate(each.edition_read_at) if each.edition_read_at else None,
        )
        for each in documents
    )
    return Sheet(_("Documents"), columns, rows)
