"""Where people stand, in words: for the profile and for the demo's sign-in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from indsats.accounts.pages import RoleLine
from indsats.organisation.models import Mandate
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.accounts.models import User


def roles_of(people: Iterable[User]) -> dict[int, tuple[RoleLine, ...]]:
    """Return everybody's roles, those that hold today first, then the newest. Two or three queries in all."""
    today = timezone.localdate()
    mandates = list(
        Mandate.objects.filter(user__in=[person.pk for person in people])
        .with_names()
        .order_by("user_id", "-valid_from", "role", "id")
    )
    places = _places(mandates)
    in_force = set(
        Mandate.objects.in_force(today).filter(pk__in=[each.pk for each in mandates]).values_list("pk", flat=True)
    )
    lines: dict[int, list[RoleLine]] = {}
    for mandate in sorted(mandates, key=lambda each: each.pk not in in_force):
        lines.setdefault(mandate.user_id, []).append(
            RoleLine(
                role=mandate.get_role_display(),
                place=mandate.committee.name if mandate.committee else places[mandate.pk],
                since=mandate.valid_from,
                until=mandate.valid_to - timedelta(days=1) if mandate.valid_to else None,
                stands_in_for=mandate.substitute_for.user.name if mandate.substitute_for else "",
                in_force=mandate.pk in in_force,
            )
        )
    return {user_id: tuple(own) for user_id, own in lines.items()}


def _places(mandates: Iterable[Mandate]) -> dict[int, str]:
    """Name each unit as it is called today; one that is closed by its key."""
    tree = tree_as_of(timezone.localdate())
    return {
        each.pk: ", ".join(reversed(tree.path(each.unit_id))) if each.unit_id in tree else each.unit.key
        for each in mandates
    }
