"""From where somebody looks at the front page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.timezone import make_aware

from indsats.initiatives.domain.lifecycle import SILENT_AFTER
from indsats.initiatives.models import Initiative
from indsats.organisation.models import Mandate
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from datetime import date

    from indsats.accounts.models import User
    from indsats.initiatives.querysets import InitiativeQuerySet
    from indsats.organisation.domain.tree import Tree


@dataclass(frozen=True)
class Viewpoint:
    """Who looks, on which day, and from where: the units of the person's roles, asked for once."""

    viewer: User
    on: date

    @cached_property
    def tree(self) -> Tree:
        """The organisation of the day."""
        return tree_as_of(self.on)

    @cached_property
    def mandates(self) -> tuple[tuple[str, int], ...]:
        """The roles that the person has today, and where."""
        held = Mandate.objects.in_force(self.on).filter(user=self.viewer).order_by("valid_from", "pk")
        return tuple(held.values_list("role", "unit_id"))

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles, wherever they are."""
        return frozenset(role for role, _unit in self.mandates)

    def units(self, *roles: str) -> tuple[int, ...]:
        """Return the open units at which the person has one of these roles; any role, when none is named."""
        chosen = {unit for role, unit in self.mandates if (not roles or role in roles) and unit in self.tree}
        return tuple(sorted(chosen))

    @property
    def initiatives(self) -> InitiativeQuerySet:
        """What stands in the portfolio and goes on."""
        return Initiative.objects.published().going_on()

    @property
    def silent_since(self) -> datetime:
        """The moment before which a status is too old."""
        return make_aware(datetime.combine(self.on, time.min)) - SILENT_AFTER
