"""The organisation in Excel."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import Sheet
from indsats.organisation.models import MedCommittee, Unit
from indsats.organisation.pages.organisation import former_names, people_at
from indsats.organisation.services.trees import load_history, tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from indsats.organisation.models import Mandate
    from indsats.organisation.querysets import MandateQuerySet


def organisation_sheets(on: date) -> list[Sheet]:
    """Return the units of a day, each below the one above, and the MED bodies."""
    units = (
        _("Name"),
        _("Abbreviation"),
        _("Kind"),
        _("Level"),
        _("Belongs to"),
        _("Path"),
        _("People with a role"),
        _("Formerly"),
        _("Key"),
    )  # fmt: skip -- as the sheet's first row
    bodies = (_("Name"), _("Unit"), _("Belongs to"), _("Members"))
    return [Sheet(_("Units"), units, _unit_rows(on)), Sheet(_("MED committees"), bodies, _body_rows(on))]


def _unit_rows(on: date) -> Iterator[tuple[object, ...]]:
    tree, history, people = tree_as_of(on), load_history(), people_at(on)
    for unit in tree:
        node, above = tree.node(unit), tree.ancestors(unit)
        yield (
            node.name,
            node.short_name,
            str(Unit.Kind(node.kind).label),
            len(above),
            tree.name(above[-1]) if above else "",
            " › ".join(tree.path(unit)),
            len(people.get(unit, ())),
            ", ".join(former_names(unit, history, on)),
            node.key,
        )


def _body_rows(on: date) -> Iterator[tuple[object, ...]]:
    tree = tree_as_of(on)
    for body in MedCommittee.objects.with_members(on).select_related("parent").order_by("name"):
        unit = tree.name(body.unit_id) if body.unit_id in tree else ""
        yield body.name, unit, body.parent.name if body.parent else "", body.members


def people_sheet(mandates: MandateQuerySet) -> Sheet:
    """Return the roles of a list that brings names and units along."""
    columns = (
        _("Name"),
        _("E-mail"),
        _("Role"),
        _("Unit"),
        _("MED committee"),
        _("Stands in for"),
        _("From"),
        _("Until and including"),
    )  # fmt: skip -- as the sheet's first row
    ordered = mandates.order_by("user__name", "role", "valid_from", "pk")
    return Sheet(_("People and roles"), columns, (_person_row(mandate) for mandate in ordered))


def _person_row(mandate: Mandate) -> tuple[object, ...]:
    return (
        mandate.user.name,
        mandate.user.email,
        str(mandate.get_role_display()),
        mandate.unit_name,
        mandate.committee.name if mandate.committee else "",
        mandate.substitute_for.user.name if mandate.substitute_for else "",
        mandate.valid_from,
        mandate.valid_to - timedelta(days=1) if mandate.valid_to else None,
    )
