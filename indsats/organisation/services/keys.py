"""A key for a new unit: short, readable and its own for ever."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from django.utils.text import slugify

from indsats.organisation.models import Unit

if TYPE_CHECKING:
    from collections.abc import Collection

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
LONGEST = 80


def fresh_key(name: str, above: Unit | None, given: Collection[str] = ()) -> str:
    """Return a key made of the name, below the key of the unit above, that no unit has nor was just given one."""
    own = slugify(name.lower().translate(LETTERS)) or "enhed"
    stem = (f"{above.key}-{own}" if above else own)[: LONGEST - 4].strip("-")
    taken = set(given) | set(Unit.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for number in count(1) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)
