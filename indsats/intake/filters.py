"""How the list of documents is narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from indsats.intake.models import Document, Edition

if TYPE_CHECKING:
    from django.db.models import QuerySet


class DocumentFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter ships no types
    """Free text, genre and state."""

    q = filters.CharFilter(label=_("Search in title and organisation"), method="search")
    genre = filters.MultipleChoiceFilter(label=_("Genre"), choices=Document.Genre.choices)
    state = filters.ChoiceFilter(
        label=_("State"), field_name="edition_state", choices=Edition.State.choices[:2], empty_label=_("All")
    )

    class Meta:
        model = Document
        fields: list[str] = []

    def search(self, documents: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:  # noqa: ARG002 -- django-filter's signature
        """Keep the documents whose title or organisation has every word."""
        for word in value.split():
            documents = documents.filter(Q(title__icontains=word) | Q(organisation__icontains=word))
        return documents
