"""The lists of initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_tables2 as tables
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import F
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.templatetags.ui.marks import light, phase, tag
from indsats.initiatives.domain.period import period_shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict
    from django.utils.safestring import SafeString

    from indsats.initiatives.models import Initiative
    from indsats.initiatives.querysets import InitiativeQuerySet
    from indsats.organisation.domain.tree import Tree

PER_PAGE = 50


class CountedPaginator(Paginator[Any]):
    """Pages of a list whose length is known already, so that it is not counted again."""

    def __init__(self, rows: Any, per_page: int, *, count: int) -> None:  # noqa: ANN401 -- whatever can be sliced
        super().__init__(rows, per_page)
        self._known = count

    @cached_property
    def count(self) -> int:
        """The number of rows in all."""
        return self._known

    def validate_number(self, number: float | str) -> int:
        """Return the page that was asked for, or the nearest that there is."""
        try:
            return super().validate_number(number)
        except PageNotAnInteger:
            return 1
        except EmptyPage:
            return self.num_pages if str(number).isdigit() and int(number) > 0 else 1


class InitiativeTable(tables.Table):  # type: ignore[misc]  # the library has no types
    """The portfolio as a list; every column sorts, in the database."""

    title = tables.Column(verbose_name=_("Initiative"), order_by=("title_key", "title", "pk"))
    light = tables.Column(verbose_name=_("Status"))
    phase = tables.Column(verbose_name=_("Phase"), empty_values=())
    unit = tables.Column(verbose_name=_("Organisation"), accessor="unit_id", empty_values=())
    owner = tables.Column(verbose_name=_("Owner"), empty_values=())
    period = tables.Column(verbose_name=_("Period"), accessor="period_text", empty_values=())
    programmes = tables.Column(verbose_name=_("Programmes"), accessor="pk")
    changed_at = tables.Column(verbose_name=_("Changed"))

    class Meta:
        attrs = {"class": "initiatives"}
        order_by = "title"
        default = ""

    def __init__(self, data: InitiativeQuerySet, *, tree: Tree, **options: Any) -> None:  # noqa: ANN401 -- django-tables2's own
        self.tree = tree
        self.names: Mapping[int, str] = {}
        self.drawn: dict[str, SafeString] = {}
        super().__init__(data, **options)

    def configure(self, query: QueryDict, *, count: int) -> None:
        """Sort and page as the address says; what it says wrongly is passed over."""
        asked = [each for each in query.getlist("sort") if each.removeprefix("-") in self.base_columns]
        if asked:
            self.order_by = asked[:1]
        self.paginate(CountedPaginator, per_page=PER_PAGE, page=query.get("page", 1), count=count)

    def order_light(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- django-tables2 gives it by position
        """Sort by how urgent it is."""
        return _ordered(queryset.with_urgency(), "urgency", is_descending), True

    def order_phase(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- as above
        """Sort by how far it is."""
        return _ordered(queryset.with_progress(), "progress", is_descending), True

    def order_unit(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- as above
        """Sort by the unit's name."""
        return _ordered(queryset.with_unit_name(), "unit_name", is_descending), True

    def order_owner(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- as above
        """Sort by the owner's name."""
        return _ordered(queryset, "owner__name", is_descending), True

    def order_period(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- as above
        """Sort by the first year."""
        return _ordered(queryset, "start_year", is_descending), True

    def order_programmes(self, queryset: InitiativeQuerySet, is_descending: bool) -> tuple[InitiativeQuerySet, bool]:  # noqa: FBT001 -- as above
        """Sort by the first of the programmes."""
        return _ordered(queryset.with_first_programme(), "first_programme", is_descending), True

    def render_title(self, record: Initiative) -> SafeString:
        """Link to the initiative; say when not everyone sees it."""
        link = format_html('<a href="{}">{}</a>', record.get_absolute_url(), record.title)
        if record.state == "published":
            return link
        return format_html("{} {}", link, render_to_string("ui/tag.html", tag(record.get_state_display())))

    def render_light(self, record: Initiative) -> SafeString:
        """Draw the light once, however many rows have it."""
        return self._once("ui/light.html", light(record.light))

    def render_phase(self, record: Initiative) -> SafeString:
        """Draw the phase once, however many rows have it."""
        return self._once("ui/phase.html", phase(record.phase))

    def _once(self, template: str, context: dict[str, Any]) -> SafeString:
        key = f"{template} {context['value']}"
        if key not in self.drawn:
            self.drawn[key] = render_to_string(template, context)
        return self.drawn[key]

    def render_unit(self, record: Initiative) -> SafeString | str:
        """Name the unit and the hospital that it belongs to; else what the document says."""
        if record.unit_id is None:
            return format_html('<span class="as-printed">{}</span>', record.unit_text) if record.unit_text else "–"
        name = self.names.get(record.unit_id, "")
        above = self.tree.ancestors(record.unit_id)[1:2] if record.unit_id in self.tree else ()
        if not above:
            return name
        return format_html('<span>{} <span class="unit-above">{}</span></span>', name, self.tree.short_name(above[0]))

    def render_owner(self, record: Initiative) -> SafeString | str:
        """Name the owner; else whoever the document says is responsible."""
        if record.owner is not None:
            return record.owner.name
        return format_html('<span class="as-printed">{}</span>', record.owner_text) if record.owner_text else "–"

    def render_period(self, record: Initiative) -> SafeString | str:
        """Show the years."""
        years = (record.start_year, record.end_year)
        shown = period_shown(record.period_text, *years, open_ended=record.open_ended)
        return format_html('<span class="years">{}</span>', shown) if shown else "–"

    def render_programmes(self, record: Initiative) -> SafeString | str:
        """Link to each programme."""
        links = ((each.get_absolute_url(), each.title) for each in record.programmes.all())
        names = format_html_join(", ", '<a href="{}">{}</a>', links)
        return format_html('<span class="programme-names">{}</span>', names) if names else "–"

    def render_changed_at(self, record: Initiative) -> SafeString:
        """Show the day."""
        return format_html('<span class="years">{}</span>', date_format(localtime(record.changed_at), "j. b Y"))


def _ordered(queryset: InitiativeQuerySet, name: str, is_descending: bool) -> InitiativeQuerySet:  # noqa: FBT001 -- handed on
    """Sort by the column, what has no value last, and by title where it is the same."""
    order = F(name).desc(nulls_last=True) if is_descending else F(name).asc(nulls_last=True)
    return queryset.order_by(order, "title_key", "title", "pk")
