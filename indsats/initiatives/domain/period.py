"""When an initiative runs, in a few characters."""

from __future__ import annotations

from django.utils.translation import gettext as _


def years_shown(start: int | None, end: int | None, *, open_ended: bool = False) -> str:
    """Return the years: ``2026–2029``, ``2026–`` without end, ``2026`` for one year, ``until 2029``; or nothing."""
    if start is None:
        return _("until %(year)s") % {"year": end} if end is not None else ""
    if open_ended and end is None:
        return f"{start}–"
    return str(start) if end in (None, start) else f"{start}–{end}"


def period_shown(text: str, start: int | None, end: int | None, *, open_ended: bool = False) -> str:
    """Return the years, or the document's own words where no years are known."""
    return years_shown(start, end, open_ended=open_ended) or text
