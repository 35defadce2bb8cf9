"""Narrowing the list of people and roles; everything chosen stands in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.organisation.models import Mandate, MedCommittee
from indsats.organisation.pages.waiting import SOON
from indsats.organisation.services.trees import tree_as_of, unit_choices

if TYPE_CHECKING:
    from indsats.organisation.querysets import MandateQuerySet

WHEN = (
    ("ending", _("Ends within 30 days")),
    ("coming", _("Begins later")),
    ("ended", _("Has ended")),
    ("all", _("All, whenever")),
)


def _units() -> list[tuple[int, str]]:
    return unit_choices(timezone.localdate())


def _committees() -> list[tuple[int, str]]:
    return list(MedCommittee.objects.order_by("name").values_list("pk", "name"))


class MandateFilter(filters.FilterSet):  # type: ignore[misc]  # the library has no types
    """Who stands where. Without a choice of time, what holds today is shown."""

    soeg = filters.CharFilter(label=_("Name, e-mail or unit"), method="called")
    rolle = filters.MultipleChoiceFilter(label=_("Role"), field_name="role", choices=Mandate.Role.choices)
    enhed = filters.ChoiceFilter(label=_("Unit, and below it"), method="below", choices=_units, empty_label=_("All"))
    udvalg = filters.ChoiceFilter(
        label=_("MED committee"), field_name="committee", choices=_committees, empty_label=_("All")
    )
    naar = filters.ChoiceFilter(label=_("When"), method="when", choices=WHEN, empty_label=_("Holds today"))

    class Meta:
        model = Mandate
        fields: list[str] = []

    def filter_queryset(self, queryset: MandateQuerySet) -> MandateQuerySet:
        """Narrow as chosen; to today where no time is chosen."""
        narrowed: MandateQuerySet = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("naar") else narrowed.in_force(timezone.localdate())

    def called(self, queryset: MandateQuerySet, _name: str, value: str) -> MandateQuerySet:
        """Keep those whose person or unit goes by the text."""
        return queryset.called(value)

    def below(self, queryset: MandateQuerySet, _name: str, value: str) -> MandateQuerySet:
        """Keep those at the unit and below it, as the tree is today."""
        return queryset.filter(unit__in=tree_as_of(timezone.localdate()).below_any([int(value)]))

    def when(self, queryset: MandateQuerySet, _name: str, value: str) -> MandateQuerySet:
        """Keep those that hold, end, begin or have ended."""
        today = timezone.localdate()
        narrowed: dict[str, MandateQuerySet] = {
            "ending": queryset.in_force(today).ending_by(today + SOON),
            "coming": queryset.filter(valid_from__gt=today),
            "ended": queryset.ending_by(today),
        }
        return narrowed.get(value, queryset)
