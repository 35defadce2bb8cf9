"""Creating initiatives and changing their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import one_operation, record
from indsats.initiatives.domain.lifecycle import is_usual_phase, needs_reason
from indsats.initiatives.models import FieldChange, Initiative, SourcePassage
from indsats.initiatives.rules import (
    can_create_initiative,
    can_edit_initiative,
    can_place_initiative,
    can_publish_initiative,
    can_set_light,
)
from indsats.initiatives.services.conflict import EditConflict, differences_since
from indsats.initiatives.services.values import keys_of, relate, values_of, write
from indsats.initiatives.signals import initiative_changed, initiative_published, tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.initiatives.domain.fields import Json
    from indsats.initiatives.domain.passage import Passage


@transaction.atomic
def create_initiative(
    *,
    by: User | None,
    at: datetime,
    fields: Mapping[str, Any],
    passages: Sequence[Passage] = (),
    publish: bool = False,
    why: str = "",
) -> Initiative:
    """Create a draft, or an initiative that is published at once, with the passages that its fields were read from.

    The history begins after this: the creation itself is one event in the audit log.

    Raises:
        ValidationError: a field's value is impossible, or a lower light has no reason.
    """
    values = keys_of(fields)
    initiative = Initiative(created_at=at, created_by=by, changed_at=at, changed_by=by)
    write(initiative, values)
    require(can_create_initiative(by, initiative.unit_id, initiative.origin))
    if publish:
        require(can_publish_initiative(by, initiative))
        initiative.state = Initiative.State.PUBLISHED
    initiative.light_at = None if initiative.light == Initiative.Light.NOT_UPDATED else at
    _check(initiative)
    initiative.save()
    relate(initiative, values)
    _keep_passages(initiative, passages, at)
    changes = {"state": [None, initiative.state], **{name: [None, value] for name, value in values.items() if value}}
    record("initiatives.initiative.created", on=initiative, by=by, at=at, why=why, changes=changes)
    if publish:
        tell(initiative_published, initiative, by=by, at=at)
    return initiative


@transaction.atomic
def change_initiative(
    *,
    initiative: Initiative,
    by: User | None,
    at: datetime,
    fields: Mapping[str, Any],
    version: int,
    passages: Sequence[Passage] = (),
    why: str = "",
) -> Initiative:
    """Give fields new values: one line in the history for each that really changes, none when nothing does.

    ``version`` is the one that the person saw. The row is claimed by an update that names it, so that of two people
    who save at once exactly one succeeds.

    Raises:
        EditConflict: someone else has changed the initiative since, and the values given differ from what stands now.
        ValidationError: a value is impossible, a lower light has no reason, or an unusual move of phase has none.
    """
    require(can_edit_initiative(by, initiative))
    values = keys_of(fields)
    held = Initiative.objects.get(pk=initiative.pk)
    before = values_of(held, values)
    after = {name: value for name, value in values.items() if value != before[name]}
    if not after:
        _keep_passages(held, passages, at)
        return held
    if not Initiative.objects.filter(pk=held.pk, version=version).update(version=version + 1):
        current = Initiative.objects.get(pk=held.pk)
        raise EditConflict(current, differences_since(current, version, values))
    held.version = version + 1
    _check_phase(before, after, why=why, read={passage.field for passage in passages})
    _write_change(held, by=by, at=at, before=before, after=after, why=why)
    _keep_passages(held, passages, at)
    return held


def set_light(
    *, initiative: Initiative, by: User | None, at: datetime, light: str, reason: str, version: int
) -> Initiative:
    """Say how it goes. The same light again is news too: it was looked at, so its date moves.

    Raises:
        EditConflict: someone else has changed the initiative since.
        ValidationError: a lower light has no reason.
    """
    require(can_set_light(by, initiative))
    fields = {"light": light, "light_reason": reason.strip()}
    with transaction.atomic():
        held = change_initiative(initiative=initiative, by=by, at=at, fields=fields, version=version)
        if held.light_at != at and light != Initiative.Light.NOT_UPDATED:
            held.light_at = held.changed_at = at
            held.save(update_fields=["light_at", "changed_at"])
            record("initiatives.initiative.light_confirmed", on=held, by=by, at=at, changes={"light": [light, light]})
    return held


def _write_change(
    held: Initiative,
    *,
    by: User | None,
    at: datetime,
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    why: str,
) -> None:
    """Write columns, relations, history and log of a change whose version has been claimed."""
    owner_before = Initiative(owner_id=held.owner_id)
    columns = write(held, after)
    if {"unit", "origin"} & after.keys():
        require(can_place_initiative(by, owner_before, held.unit_id, held.origin))
    if "light" in after:
        held.light_at = None if held.light == Initiative.Light.NOT_UPDATED else at
    held.changed_at, held.changed_by = at, by
    _check(held)
    held.save(update_fields=[*columns, "folded", "light_at", "changed_at", "changed_by"])
    relate(held, after)
    keep_history(held, by=by, at=at, before=before, after=after, why=why)
    if held.state == Initiative.State.PUBLISHED:
        tell(initiative_changed, held, by=by, at=at)


def keep_history(
    held: Initiative,
    *,
    by: User | None,
    at: datetime,
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    why: str,
    event: str = "changed",
) -> None:
    """Write one line of history for each field and one event in the log, under the same operation number."""
    with one_operation() as operation:
        FieldChange.objects.bulk_create(
            FieldChange(
                initiative=held,
                operation=operation,
                version=held.version,
                field=name,
                before=before[name],
                after=value,
                at=at,
                by=by,
                why=why,
            )
            for name, value in after.items()
        )
        changes = {name: [before[name], value] for name, value in after.items()}
        record(f"initiatives.initiative.{event}", on=held, by=by, at=at, why=why, changes=changes)


def _check(initiative: Initiative) -> None:
    initiative.title = initiative.title.strip()
    if needs_reason(initiative.light) and not initiative.light_reason.strip():
        raise ValidationError({"light_reason": _("Write why the status is not “On plan”.")})
    initiative.full_clean()


def _check_phase(before: Mapping[str, Json], after: Mapping[str, Json], *, why: str, read: set[str]) -> None:
    """Ask for a reason when work goes another way than it usually does; a document's own words are reason enough."""
    if "phase" not in after or why.strip() or "phase" in read:
        return
    if not is_usual_phase(str(before["phase"]), str(after["phase"])):
        raise ValidationError({"why": _("The phase does not usually change in this way. Write why it does.")})


def _keep_passages(initiative: Initiative, passages: Sequence[Passage], at: datetime) -> None:
    """Keep where the fields were read, beside what was kept before; the same words at the same place are kept once."""
    if not passages:
        return
    kept = set(
        initiative.passages.values_list("field", "file_id", "page", "line_start", "line_end", "quote").order_by()
    )
    SourcePassage.objects.bulk_create(
        SourcePassage(
            initiative=initiative,
            field=passage.field,
            file_id=passage.file_id,
            document_title=passage.document_title,
            page=passage.page,
            line_start=passage.line_start,
            line_end=passage.line_end,
            quote=passage.quote,
            read_at=at,
            version=initiative.version,
        )
        for passage in passages
        if (passage.field, passage.file_id, passage.page, passage.line_start, passage.line_end, passage.quote)
        not in kept
    )
