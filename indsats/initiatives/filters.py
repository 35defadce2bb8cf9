"""What the portfolio can be asked for; the questions stand in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django.forms import SearchInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.forms import LongSelect
from indsats.initiatives.domain.lifecycle import LIGHTS, PHASES, STATES
from indsats.initiatives.models import Initiative
from indsats.organisation.services.trees import with_predecessors

if TYPE_CHECKING:
    from django.http import QueryDict

    from indsats.accounts.models import User
    from indsats.initiatives.pages.options import Options
    from indsats.initiatives.querysets import InitiativeQuerySet
    from indsats.organisation.domain.tree import Tree

NOBODY = "none"
MINE = {
    "own": _("I am the owner"),
    "due": _("I am the owner, and a status is due"),
    "followed": _("I follow"),
    "news": _("I follow, and something is new"),
}


class PortfolioFilter(django_filters.FilterSet):  # type: ignore[misc]  # the library has no types
    """Every way to narrow the portfolio. A value that cannot be understood narrows nothing."""

    q = django_filters.CharFilter(
        label=_("Search"), method="containing", widget=SearchInput(attrs={"placeholder": _("Words in the initiative")})
    )
    programme = django_filters.ChoiceFilter(
        label=_("Programme"), widget=LongSelect, method="of_programme", empty_label=_("All programmes")
    )
    goal = django_filters.ChoiceFilter(label=_("Goal"), widget=LongSelect, method="of_goal", empty_label=_("All goals"))
    year = django_filters.ChoiceFilter(label=_("Year"), method="in_year", empty_label=_("All years"))
    light = django_filters.ChoiceFilter(label=_("Status"), choices=list(LIGHTS.items()), empty_label=_("Every status"))
    phase = django_filters.ChoiceFilter(
        label=_("Phase"),
        choices=[*PHASES.items(), (NOBODY, _("Phase not given"))],
        method="in_phase",
        empty_label=_("All phases"),
    )
    unit = django_filters.ChoiceFilter(
        label=_("Organisation"), widget=LongSelect, method="below_unit", empty_label=_("The whole organisation")
    )
    owner = django_filters.ChoiceFilter(
        label=_("Owner"), widget=LongSelect, method="owned_by", empty_label=_("All owners")
    )
    state = django_filters.ChoiceFilter(
        label=_("Visibility"), choices=list(STATES.items()), method="in_state", empty_label=_("Published")
    )

    mine = django_filters.ChoiceFilter(
        label=_("Mine"), choices=list(MINE.items()), method="of_the_viewer", empty_label=_("Everybody's")
    )

    class Meta:
        model = Initiative
        fields: list[str] = []

    def __init__(
        self, data: QueryDict, queryset: InitiativeQuerySet, *, options: Options, tree: Tree, viewer: User
    ) -> None:
        super().__init__(data, queryset)
        self.tree = tree
        self.viewer = viewer
        self.filters["programme"].extra["choices"] = options.programmes
        self.filters["goal"].extra["choices"] = options.goals
        self.filters["year"].extra["choices"] = options.years
        self.filters["unit"].extra["choices"] = options.units
        self.filters["owner"].extra["choices"] = [(NOBODY, _("Nobody")), *options.owners]
        self.filters["state"].extra["choices"] = [each for each in STATES.items() if each[0] != "published"]

    @property
    def chosen(self) -> dict[str, str]:
        """What was asked for and understood."""
        return {name: value for name, value in self.form.cleaned_data.items() if value} if self.form.is_valid() else {}

    def filter_queryset(self, queryset: Any) -> Any:  # noqa: ANN401 -- django-filter has no types
        """Narrow by everything but the light, and remember that: the tiles count it for every light."""
        light = self.form.cleaned_data.get("light")
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.published()
        for name, value in self.form.cleaned_data.items():
            if name != "light":
                queryset = self.filters[name].filter(queryset, value)
        self.of_every_light: InitiativeQuerySet = queryset
        return queryset.filter(light=light) if light else queryset

    def containing(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Find words."""
        return queryset.containing(value)

    def of_programme(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to a programme."""
        return queryset.of_programme(int(value))

    def of_goal(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to a goal."""
        return queryset.of_goal(int(value))

    def in_year(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to what a year is part of."""
        return queryset.in_year(int(value))

    def in_phase(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to a phase, or to those that have none."""
        return queryset.filter(phase="" if value == NOBODY else value)

    def below_unit(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to a unit and everything below it in the tree of today, closed predecessors included."""
        return queryset.for_units(with_predecessors(self.tree.descendants(int(value))))

    def owned_by(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to an owner, or to those that have none."""
        return queryset.filter(owner=None if value == NOBODY else int(value))

    def in_state(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Show drafts or withdrawn ones, as far as the person may see them."""
        return queryset.filter(state=value)

    def of_the_viewer(self, queryset: InitiativeQuerySet, _name: str, value: str) -> InitiativeQuerySet:
        """Narrow to what has to do with the person who looks."""
        if value == "due":
            return queryset.owing_a_status(self.viewer, timezone.now())
        if value == "news":
            return queryset.changed_since_seen_by(self.viewer)
        return queryset.followed_by(self.viewer) if value == "followed" else queryset.owned_by(self.viewer)
