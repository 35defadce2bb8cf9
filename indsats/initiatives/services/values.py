"""Between what a caller gives, what the history keeps and what the model holds.

A caller gives objects or keys (``unit``, ``owner``, lists of programmes, goals, theme keys and target-group keys); the
history keeps plain values (see ``domain/fields.py``); the model has columns and relations. Nothing is decided here.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from django.db import models

from indsats.initiatives.domain.fields import BY_NAME, FIELDS, MANY, ONE, WORDS, Json, Kind, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indsats.initiatives.models import Initiative

SEARCHED = ("title", "description", "unit_text", "owner_text", "period_text", "status_text", "target_text")


_AFTER_Z = {ord(letter): key for letter, key in zip("æäøöå", ("zz1", "zz1", "zz2", "zz2", "zz3"), strict=True)}


class UnknownField(LookupError):
    """A caller names a field that initiatives do not have, or that has a verb of its own (such as ``state``)."""


def keys_of(fields: Mapping[str, Any]) -> dict[str, Json]:
    """Return the given values as the history keeps them.

    Raises:
        UnknownField: a name is not one of the fields that people change.
    """
    known = {field.name for field in FIELDS}
    unknown = set(fields) - known
    if unknown:
        raise UnknownField(f"Initiatives have no field called {', '.join(sorted(unknown))}.")
    return {name: key_of(name, value) for name, value in fields.items()}


def key_of(name: str, value: Any) -> Json:  # noqa: ANN401 -- whatever the model's field holds
    """Return one value as the history keeps it."""
    kind = BY_NAME[name].kind
    if kind in MANY:
        return sorted({_key(each) for each in value or ()})
    if kind in ONE:
        return None if value is None else _key(value)
    if kind in WORDS:
        return str(value or "").strip()
    return bool(value) if kind is Kind.SWITCH else to_json(value)


def _key(value: Any) -> Any:  # noqa: ANN401 -- an object or its key
    return value.pk if isinstance(value, models.Model) else value


def values_of(initiative: Initiative, names: Iterable[str]) -> dict[str, Json]:
    """Return what the initiative holds now; one query for each relation to many that is asked for."""
    return {name: _value_of(initiative, name) for name in names}


def _value_of(initiative: Initiative, name: str) -> Json:
    kind = BY_NAME[name].kind
    if kind in MANY:
        return sorted(each.pk for each in getattr(initiative, name).all())
    if kind in ONE:
        return key_of(name, getattr(initiative, f"{name}_id"))
    return to_json(getattr(initiative, name))


def write(initiative: Initiative, values: Mapping[str, Json]) -> list[str]:
    """Put the plain values into the object, without saving; return the names of the columns that it concerns."""
    columns = [name for name in values if BY_NAME[name].kind not in MANY]
    for name in columns:
        if BY_NAME[name].kind in ONE:
            setattr(initiative, f"{name}_id", values[name])
        else:
            setattr(initiative, name, from_json(name, values[name]))
    initiative.title_key = sorted_as_danish(initiative.title)
    initiative.folded = fold(" ".join(getattr(initiative, name) for name in SEARCHED))
    return columns


def relate(initiative: Initiative, values: Mapping[str, Json]) -> None:
    """Write the relations to many; programmes, goals and the like that have gone since are left out."""
    for name, keys in values.items():
        if BY_NAME[name].kind in MANY:
            relation = getattr(initiative, name)
            relation.set(relation.model.objects.filter(pk__in=keys or ()))


def fold(text: str) -> str:
    """Return the text as free text is compared: in lower case, Danish letters too, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def sorted_as_danish(text: str) -> str:
    """Return a key that any database sorts as Danes do: case makes no difference, and æ, ø, å (or aa) come after z."""
    letters = fold(text).replace("aa", "å")
    return letters.translate(_AFTER_Z)
