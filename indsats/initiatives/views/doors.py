"""Fetching on someone's behalf: what a person does not see is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from indsats.initiatives.models import FieldChange, Initiative, Programme

if TYPE_CHECKING:
    from indsats.accounts.models import User


def initiative_for(user: User, pk: int) -> Initiative:
    """Return the initiative with all that its page shows, or answer 404."""
    return get_object_or_404(Initiative.objects.visible_to(user).with_everything(), pk=pk)


def change_for(user: User, pk: int, initiative: int) -> FieldChange:
    """Return one line of the initiative's history, or answer 404."""
    changes = FieldChange.objects.visible_to(user).select_related("initiative")
    return get_object_or_404(changes, pk=pk, initiative=initiative)


def programme_for(user: User, pk: int) -> Programme:
    """Return the programme, or answer 404."""
    return get_object_or_404(Programme.objects.visible_to(user).select_related("source"), pk=pk)
