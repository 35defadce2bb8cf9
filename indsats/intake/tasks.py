"""What a worker does for intake."""

from __future__ import annotations

from django_tasks import task

from indsats.intake.models import Batch
from indsats.intake.services.imports import read_waiting_files


@task()
def read_batch(batch_id: int) -> None:
    """Read the files of a batch that are still waiting; a batch that is gone or taken is left alone."""
    batch = Batch.objects.filter(pk=batch_id).select_related("progress").first()
    if batch is not None:
        read_waiting_files(batch=batch)
