"""Which events there are to record about a unit: the word in the address, the form, the verb and how it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from indsats.organisation.forms import events as forms
from indsats.organisation.services import events as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Act:
    """One event."""

    form: type[forms.EventForm]
    verb: Callable[..., object]
    label: StrOrPromise


ACTS = {
    "opret": Act(forms.EstablishForm, services.establish_unit, _("Establish a unit below")),
    "omdoeb": Act(forms.RenameForm, services.rename_unit, _("Rename")),
    "flyt": Act(forms.MoveForm, services.move_unit, _("Move")),
    "sammenlaeg": Act(forms.MergeForm, services.merge_units, _("Merge with others")),
    "del": Act(forms.SplitForm, services.split_unit, _("Split into several")),
    "luk": Act(forms.CloseForm, services.close_unit, _("Close down")),
}
