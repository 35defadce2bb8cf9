"""One record that is two, and two that are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from indsats.intake.models import Proposal
from indsats.intake.services.review import hold, keep, snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User

JOINED_TEXTS = ("description", "target_text", "earmark_text")
JOINED_LISTS = ("target_groups", "themes", "regions", "links", "years")


@transaction.atomic
def split_proposal(
    *, proposal: Proposal, version: int, at_character: int, title: str, by: User | None, at: datetime
) -> tuple[Proposal, Proposal]:
    """Divide a record in two: its text up to the place stays, the rest becomes a record of its own with the title.

    Raises:
        ValidationError: the place leaves one of the two without text, or the second has no title.
    """
    held = hold(proposal, version, by)
    text = str(held.values.get("description") or "")
    first, second = text[:at_character].strip(), text[at_character:].strip()
    if not first or not second:
        raise ValidationError(_("Choose a place inside the text, so that both records have some of it."))
    if not title.strip():
        raise ValidationError(_("Write a title for the second record."))
    before = snapshot(held)
    held.edited = {**held.edited, "description": first}
    held.decision = Proposal.Decision.WAITING
    part = Proposal.objects.create(
        edition=held.edition,
        position=held.position,
        kind=held.kind,
        title=title.strip()[:500],
        proposed={**held.values, "title": title.strip(), "description": second},
        quotes=held.quotes,
        page=held.page,
        line_start=held.line_start,
        line_end=held.line_end,
        parent=held.parent,
        split_from=held,
    )
    keep(held, "split", by, at, {**before, "part": part.pk})
    return held, part


@transaction.atomic
def merge_proposals(
    *, proposal: Proposal, version: int, into: Proposal, into_version: int, by: User | None, at: datetime
) -> Proposal:
    """Let one record be part of another: texts follow each other, lists are joined, gaps are filled; one remains.

    Raises:
        ValidationError: they are of different editions or kinds, or one of them was put away already.
    """
    held, whole = hold(proposal, version, by), hold(into, into_version, by)
    if held.pk == whole.pk or held.edition_id != whole.edition_id or held.kind != whole.kind:
        raise ValidationError(_("Only two records of the same kind and document can be merged."))
    if {held.decision, whole.decision} & {Proposal.Decision.REJECTED, Proposal.Decision.MERGED}:
        raise ValidationError(_("A record that is rejected or merged already cannot be merged. Take it back first."))
    if Proposal.Change.DROPPED in (held.change, whole.change):
        raise ValidationError(_("A record that is gone from the document cannot be merged."))
    before, whole_before = snapshot(held), snapshot(whole)
    whole.edited = {**whole.edited, **_joined(whole, held)}
    whole.decision = Proposal.Decision.WAITING
    held.decision, held.merged_into = Proposal.Decision.MERGED, whole
    keep(whole, "merged", by, at, {**whole_before, "with": held.pk})
    keep(held, "merged_away", by, at, {**before, "with": whole.pk})
    for finding in held.findings.all():
        finding.proposals.add(whole)
    return whole


def _joined(whole: Proposal, part: Proposal) -> dict[str, object]:
    """Return the fields that the whole has more of, or only now, when the part is added to it."""
    mine, theirs = whole.values, part.values
    texts = {name: "\n\n".join(filter(None, (mine.get(name), theirs.get(name)))) for name in JOINED_TEXTS}
    lists = {name: list(dict.fromkeys([*(mine.get(name) or []), *(theirs.get(name) or [])])) for name in JOINED_LISTS}
    gaps = {name: value for name, value in theirs.items() if mine.get(name) in (None, "", [])}
    joined = {**gaps, **texts, **lists}
    return {name: value for name, value in joined.items() if name in mine and value != mine.get(name)}
