"""The menu: what this person can go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 -- the signature of a context processor
    """Give every page its menu."""
    return {"menu": []}
