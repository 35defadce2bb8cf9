"""Telling how far long work has come. A task calls ``begin``, ``step`` for each part, and ``finish`` or ``fail``.

Every step is a heartbeat: work whose worker was killed is recognised by a beat that has stopped (``stalled``), and can
be taken up again by whoever owns it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from indsats.foundation.tasks.models import Progress

if TYPE_CHECKING:
    from datetime import datetime

STALLED_AFTER = timedelta(minutes=5)


def plan(*, title: str, steps_total: int) -> Progress:
    """Announce work that a worker will begin later."""
    return Progress.objects.create(title=title[:200], steps_total=steps_total)


def begin(progress: Progress, *, at: datetime | None = None) -> bool:
    """Claim the work; False when another worker already has it, or it is over."""
    now = at or timezone.now()
    free = Q(state=Progress.State.WAITING) | Q(state=Progress.State.RUNNING, beat_at__lt=now - STALLED_AFTER)
    claimed = Progress.objects.filter(free, pk=progress.pk).update(
        state=Progress.State.RUNNING, started_at=now, beat_at=now
    )
    progress.refresh_from_db()
    return bool(claimed)


def release(progress: Progress) -> None:
    """Let another worker claim the work: its own is known to be gone, or something has been added to what was over."""
    progress.state = Progress.State.WAITING
    progress.ended_at = None
    progress.save(update_fields=["state", "ended_at"])


def step(progress: Progress, *, done: int, note: str = "") -> None:
    """Say that ``done`` steps are behind us, and what is being done now."""
    progress.steps_done = min(done, progress.steps_total)
    progress.note = note[:300]
    progress.beat_at = timezone.now()
    progress.save(update_fields=["steps_done", "note", "beat_at"])


def finish(progress: Progress, *, note: str = "") -> None:
    """Say that all is done."""
    progress.state = Progress.State.DONE
    progress.steps_done = progress.steps_total
    progress.note = note[:300]
    progress.ended_at = timezone.now()
    progress.save(update_fields=["state", "steps_done", "note", "ended_at"])


def fail(progress: Progress, *, note: str) -> None:
    """Say that the work could not be done, and why in one sentence."""
    progress.state = Progress.State.FAILED
    progress.note = note[:300]
    progress.ended_at = timezone.now()
    progress.save(update_fields=["state", "note", "ended_at"])


def stalled(*, at: datetime | None = None) -> QuerySet[Progress]:
    """Return running work whose heart has stopped."""
    return Progress.objects.filter(state=Progress.State.RUNNING, beat_at__lt=(at or timezone.now()) - STALLED_AFTER)
