"""Addresses that keep what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import QueryDict


def address(query: QueryDict, **changes: str) -> str:
    """Return the query with some values changed; an empty one is left out."""
    changed = query.copy()
    for name, value in changes.items():
        if value:
            changed[name] = value
        else:
            changed.pop(name, None)
    for name in [name for name in changed if not any(changed.getlist(name))]:
        changed.pop(name)
    return f"?{changed.urlencode()}" if changed else "?"
