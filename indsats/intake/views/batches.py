"""Bringing files in and following how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from indsats.foundation.access.verdict import require
from indsats.intake.forms import UploadForm
from indsats.intake.models import Batch, Upload
from indsats.intake.pages.batch import BatchPage
from indsats.intake.rules import can_import
from indsats.intake.services.imports import import_files, resume_batch, retry_upload

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


def contents_of(file: UploadedFile[bytes]) -> bytes:
    """Return the file's bytes; of one that is too large only as many as show that it is."""
    most = settings.INDSATS.max_upload_bytes
    return bytes(file.read() if (file.size or 0) <= most else file.read(most + 1))


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedInRequest) -> HttpResponse:
    """Take files in and go on to the batch that they make."""
    require(can_import(request.user))
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        files = [(file.name or "", contents_of(file)) for file in form.cleaned_data["documents"]]
        return redirect(import_files(files=files, by=request.user, at=timezone.now()))
    return render(request, "intake/upload.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def batch(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far the reading is, and what came of each file."""
    found = get_object_or_404(Batch.objects.visible_to(request.user).select_related("progress", "created_by"), pk=pk)
    return render(request, "intake/batch.html", {"page": BatchPage.build(found, now=timezone.now())})


@require_POST
def resume(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on with a batch whose worker stopped."""
    found = get_object_or_404(Batch.objects.visible_to(request.user), pk=pk)
    resume_batch(batch=found, by=request.user, at=timezone.now())
    messages.info(request, _("The files that were left are being read."))
    return redirect(found)


@require_POST
def retry(request: SignedInRequest, pk: int) -> HttpResponse:
    """Read one file once more."""
    found = get_object_or_404(Upload.objects.filter(batch__in=Batch.objects.visible_to(request.user)), pk=pk)
    retry_upload(upload=found, by=request.user, at=timezone.now())
    return redirect(found.batch)
