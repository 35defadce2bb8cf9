"""The addresses of intake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from indsats.intake.views import batches, documents, review

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "intake"
urlpatterns: list[URLPattern] = [
    path("", documents.documents, name="documents"),
    path("indlaes/", batches.upload, name="upload"),
    path("import/<int:pk>/", batches.batch, name="batch"),
    path("import/<int:pk>/fortsaet/", batches.resume, name="resume"),
    path("fil/<int:pk>/igen/", batches.retry, name="retry"),
    path("original/<int:pk>/", documents.original, name="original"),
    path("udgave/<int:pk>/godkend-uden-advarsler/", review.accept_all, name="accept_all"),
    path("udgave/<int:pk>/publicer/", review.publish, name="publish"),
    path("udgave/<int:pk>/eget-dokument/", review.own_document, name="own_document"),
    path("udgave/<int:pk>/kasser/", review.discard, name="discard"),
    path("forslag/<int:pk>/<slug:act>/", review.decide, name="decide"),
    path("advarsel/<int:pk>/", review.resolve, name="resolve"),
    path("dokument/<int:pk>/", documents.document, name="document"),
    path("<int:pk>/gennemgang/", review.review, name="review"),
]
