"""The request as our views know it: signed in, and with htmx's details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from indsats.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request behind the login: ``user`` is a person, never anonymous (the middleware sees to it)."""

    user: User
    htmx: HtmxDetails
