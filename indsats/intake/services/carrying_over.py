"""What an earlier edition knows about a record: what it became, what was decided, and what was corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.intake.models import Proposal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def carry_over(old: Proposal, new: Proposal, differences: Sequence[str]) -> None:
    """Compare a record with the published one: only what the document itself changed is work for a reviewer.

    A correction made by hand stays for every field that the document did not touch. A field whose new words are what
    the reviewer had already written is no change.
    """
    values = old.values
    new.earlier = old
    new.edited = {name: value for name, value in old.edited.items() if name not in differences}
    new.base = {name: values.get(name) for name in differences if values.get(name) != new.proposed.get(name)}
    new.title = str(new.values.get("title") or new.title)[:500]
    new.initiative_id, new.goal_id, new.money_id = old.initiative_id, old.goal_id, old.money_id
    if new.base:
        new.change = Proposal.Change.CHANGED
        return
    new.change = Proposal.Change.UNCHANGED
    _keep_verdict(old, new)


def keep_decision(old: Proposal, new: Proposal) -> None:
    """Take along what a reviewer had decided about the same words in an edition that was never published."""
    new.edited, new.declined, new.ending = old.edited, old.declined, old.ending
    new.title = str(new.values.get("title") or new.title)[:500]
    _keep_verdict(old, new)


def _keep_verdict(old: Proposal, new: Proposal) -> None:
    """Keep the decision. Merging waits for its partner: ``carry_over_relations`` completes it."""
    merged = old.decision == Proposal.Decision.MERGED
    new.decision = Proposal.Decision.WAITING if merged else old.decision
    new.decided_at, new.decided_by_id = old.decided_at, old.decided_by_id


def carry_over_relations(partners: Mapping[int, Proposal]) -> None:
    """Repeat the splits and merges of the earlier edition between the records that carry on; keys are earlier ids."""
    olds = Proposal.objects.filter(pk__in=partners).prefetch_related("parts").order_by("pk")
    for old in olds:
        new = partners[old.pk]
        whole = partners.get(old.merged_into_id or 0)
        if old.decision == Proposal.Decision.MERGED and whole is not None and not new.base:
            new.decision, new.merged_into = Proposal.Decision.MERGED, whole
            new.save(update_fields=["decision", "merged_into"])
        Proposal.objects.bulk_create(_part(part, new) for part in old.parts.all())


def _part(old: Proposal, whole: Proposal) -> Proposal:
    return Proposal(
        edition=whole.edition,
        position=whole.position,
        kind=old.kind,
        title=old.title,
        proposed=old.proposed,
        edited=old.edited,
        quotes=old.quotes,
        page=whole.page,
        line_start=whole.line_start,
        line_end=whole.line_end,
        change=Proposal.Change.UNCHANGED if old.initiative_id else old.change,
        decision=old.decision,
        decided_at=old.decided_at,
        decided_by_id=old.decided_by_id,
        parent=whole.parent,
        earlier=old,
        split_from=whole,
        initiative_id=old.initiative_id,
        goal_id=old.goal_id,
        money_id=old.money_id,
    )
