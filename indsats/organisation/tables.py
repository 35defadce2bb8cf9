"""The list of people and roles."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import django_tables2 as tables
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from indsats.organisation.models import Mandate

if TYPE_CHECKING:
    from datetime import date


ON_ONE_LINE = {"td": {"class": "on-one-line"}}


class MandateTable(tables.Table):  # type: ignore[misc]  # the library has no types
    """One row a role. Dates are days: the last day of a role is the one before it ends."""

    person = tables.Column(
        _("Name"),
        accessor="user__name",
        linkify=("organisation:mandate", {"pk": tables.A("pk")}),
        order_by="user__name",
    )
    role = tables.Column(_("Role"))
    unit = tables.Column(
        _("Unit"),
        accessor="unit_name",
        linkify=("organisation:unit", {"pk": tables.A("unit_id")}),
        order_by="unit_name",
    )
    committee = tables.Column(_("MED committee"), accessor="committee__name", default="")
    substitute_for = tables.Column(_("Stands in for"), accessor="substitute_for__user__name", default="")
    valid_from = tables.DateColumn(verbose_name=_("From"), format="j. b Y", attrs=ON_ONE_LINE)
    valid_to = tables.Column(_("Until and including"), default="", attrs=ON_ONE_LINE)

    caption = _("People and roles")
    export_url = ""

    class Meta:
        model = Mandate
        fields = ("person", "role", "unit", "committee", "substitute_for", "valid_from", "valid_to")
        order_by = ("person", "role")
        empty_text = _("Nobody has a role that fits what you have chosen.")

    def render_valid_to(self, value: date) -> str:
        """Show the last day."""
        return date_format(value - timedelta(days=1), "j. b Y")
