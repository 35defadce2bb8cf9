"""Writing to the audit log: always inside the transaction of the act that it tells of."""

from __future__ import annotations

import contextlib
import uuid
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from indsats.foundation.audit.models import Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.db import models

    from indsats.accounts.models import User

_operation: ContextVar[uuid.UUID | None] = ContextVar("audit_operation", default=None)


@contextlib.contextmanager
def one_operation() -> Iterator[uuid.UUID]:
    """Give every event written inside the same operation number; nested, the outer one counts."""
    current = _operation.get()
    if current is not None:
        yield current
        return
    operation = uuid.uuid4()
    token = _operation.set(operation)
    try:
        yield operation
    finally:
        _operation.reset(token)


def record(
    action: str,
    *,
    on: models.Model | None,
    by: User | None,
    at: datetime | None = None,
    why: str = "",
    changes: dict[str, Any] | None = None,
) -> Event:
    """Write one event: who did what to which saved object, when and why.

    Args:
        action: a stable dotted name in the past tense, such as ``initiatives.initiative.published``.
        on: the object, already saved; None for what happened to nothing we know, such as a sign-in with an address
            that nobody has.
        by: the person, or None for the system itself.
        at: the time of the act; now, when left out.
        why: the reason that the person gave, if any.
        changes: ``{field: [old, new]}`` in JSON values; never secrets.
    """
    return Event.objects.create(
        operation=_operation.get() or uuid.uuid4(),
        action=action,
        at=at or timezone.now(),
        by=by,
        object_type=on._meta.label_lower if on else "",
        object_id=str(on.pk) if on else "",
        object_text=str(on)[:300] if on else "",
        why=why,
        changes=changes or {},
    )
