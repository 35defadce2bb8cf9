"""Django's system checks: each setting has one with an id that never changes (``indsats.E001`` and so on).

The errors are the complaints of ``environment.py``; the warnings are settings that work but that a region will regret.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004 -- Django's own name

from indsats.web.environment import complaints

if TYPE_CHECKING:
    from collections.abc import Sequence


@register
def environment_can_be_used(**_: Any) -> Sequence[CheckMessage]:  # noqa: ANN401 -- the signature of a check
    """Every variable still has a value that can be used: a folder, say, may have been taken away since the start."""
    return [Error(each.text, obj=each.variable, id=each.id) for each in complaints(os.environ)]


@register
def production_is_as_it_should_be(**_: Any) -> Sequence[CheckMessage]:  # noqa: ANN401 -- the signature of a check
    """What works in production, and will be regretted."""
    if settings.INDSATS.mode != "production":
        return []
    return [warning for warning, applies in _REGRETS if applies()]


_REGRETS = (
    (
        Warning(
            "Production runs on SQLite, which lets one process write at a time.",
            hint="Name a PostgreSQL database in DATABASE_URL, unless the organisation is small.",
            obj="DATABASE_URL",
            id="indsats.W003",
        ),
        lambda: settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    ),
    (
        Warning(
            "The server answers only to names of this machine itself.",
            hint="Name in INDSATS_HOSTS what people write in the browser.",
            obj="INDSATS_HOSTS",
            id="indsats.W006",
        ),
        lambda: set(settings.INDSATS.hosts) <= {"localhost", "127.0.0.1", "[::1]"},
    ),
    (
        Warning(
            "Passwords and sessions travel unencrypted.",
            hint="Put a proxy with a certificate in front and leave INDSATS_HTTPS empty.",
            obj="INDSATS_HTTPS",
            id="indsats.W007",
        ),
        lambda: not settings.INDSATS.https,
    ),
)
