"""A batch: how far it is, and what came of each file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.intake.models import Upload
from indsats.intake.services.imports import is_stopped

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.intake.models import Batch


@dataclass(frozen=True, slots=True)
class BatchPage:
    """What the page of a batch shows."""

    batch: Batch
    uploads: tuple[Upload, ...]
    is_stopped: bool
    to_review: int

    @classmethod
    def build(cls, batch: Batch, *, now: datetime) -> BatchPage:
        """Fetch the batch's files with what they became."""
        uploads = tuple(batch.uploads.select_related("edition__document").order_by("position"))
        waits = batch.progress.state != batch.progress.State.WAITING and is_stopped(batch, at=now)
        return cls(
            batch=batch,
            uploads=uploads,
            is_stopped=waits,
            to_review=sum(each.state == Upload.State.READ for each in uploads),
        )
