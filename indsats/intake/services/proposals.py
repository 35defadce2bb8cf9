"""From the reader's records to proposals, each compared with what is known already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from indsats.intake.domain.comparison import Entry, Pair, compare
from indsats.intake.models import Edition, Proposal
from indsats.intake.services.carrying_over import carry_over, carry_over_relations, keep_decision
from indsats.intake.services.portfolio import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.intake.services.names import Places

BESIDE_FIELDS = ("kind", "source", "parent")


def keep_proposals(
    *,
    edition: Edition,
    records: Sequence[dict[str, Any]],
    published: Edition | None,
    replaced: Edition | None,
    places: Places,
) -> list[Proposal]:
    """Keep one proposal a record, in the records' order, and one for each initiative that has gone from the document.

    ``published`` is what the records are compared with; ``replaced`` is an unpublished edition whose decisions are
    taken along where the document says the same.
    """
    proposals = [_proposal(edition, position, entry) for position, entry in enumerate(records, start=1)]
    earlier = _printed(published)
    pairs = compare(_entries(earlier), _entries(proposals, records)) if published else ()
    for pair in pairs:
        if pair.later is not None and pair.earlier is not None:
            carry_over(earlier[pair.earlier], proposals[pair.later], pair.differences)
    recognise([each for each in proposals if each.change == Proposal.Change.ADDED], places)
    Proposal.objects.bulk_create(proposals)
    _keep_parents(proposals, records)
    left = [earlier[pair.earlier] for pair in pairs if pair.earlier is not None and pair.later is None]
    gone = _keep_gone(edition, len(proposals), left)
    carry_over_relations({old.pk: new for old, new in _partners(earlier, proposals, pairs)})
    if replaced is not None:
        _keep_decisions(replaced, proposals, records, gone)
    return proposals


def says_the_same(edition: Edition, records: Sequence[dict[str, Any]]) -> bool:
    """Whether every record stands in the edition already, and none of its own has gone.

    A document in which nothing is known can only be the same file, and that is seen before it is read.
    """
    known = _printed(edition)
    if not known or not records:
        return False
    new = [_proposal(edition, position, entry) for position, entry in enumerate(records, start=1)]
    return all(pair.change == "unchanged" for pair in compare(_entries(known), _entries(new, records)))


def start_afresh(edition: Edition) -> None:
    """Forget what was known of an edition's records from another document: all are new and wait, warnings too."""
    edition.proposals.filter(change=Proposal.Change.DROPPED).delete()
    edition.proposals.filter(split_from__isnull=False).delete()
    edition.proposals.update(
        change=Proposal.Change.ADDED,
        decision=Proposal.Decision.WAITING,
        edited={},
        base={},
        declined=[],
        previous=None,
        earlier=None,
        merged_into=None,
        initiative=None,
        goal=None,
        money=None,
        version=F("version") + 1,
    )
    edition.findings.update(resolution="", resolved_how="", resolved_at=None, resolved_by=None)


def _proposal(edition: Edition, position: int, entry: dict[str, Any]) -> Proposal:
    source = entry["source"]
    return Proposal(
        edition=edition,
        position=position,
        kind=entry["kind"],
        title=entry["title"][:500],
        proposed={name: value for name, value in entry.items() if name not in BESIDE_FIELDS},
        quotes=source["quotes"],
        page=source["page"],
        line_start=source["line_start"],
        line_end=source["line_end"],
    )


def _printed(edition: Edition | None) -> list[Proposal]:
    if edition is None:
        return []
    return list(edition.proposals.printed().select_related("parent").prefetch_related("parts").order_by("position"))


def _entries(proposals: Sequence[Proposal], records: Sequence[dict[str, Any]] | None = None) -> list[Entry]:
    """Return what comparing needs; the place is what tells two records of one title apart."""
    entries = []
    for index, proposal in enumerate(proposals):
        above = str(proposal.parent.proposed.get("title", "")) if proposal.parent else ""
        if records is not None and _has_parent(records[index]):
            above = str(records[records[index]["parent"]]["title"])
        names = (proposal.proposed.get("organisation"), proposal.proposed.get("unit"), proposal.proposed.get("site"))
        place = " ".join([above, *(str(name) for name in names if name)])
        entries.append(Entry(proposal.kind, str(proposal.proposed.get("title") or ""), place, proposal.proposed))
    return entries


def _keep_parents(proposals: Sequence[Proposal], records: Sequence[dict[str, Any]]) -> None:
    below = [(new, entry["parent"]) for new, entry in zip(proposals, records, strict=True) if _has_parent(entry)]
    for proposal, parent in below:
        proposal.parent = proposals[parent]
    Proposal.objects.bulk_update([proposal for proposal, _parent in below], ["parent"])


def _has_parent(entry: dict[str, Any]) -> bool:
    return entry.get("parent") is not None


def _partners(
    earlier: Sequence[Proposal], later: Sequence[Proposal], pairs: Sequence[Pair]
) -> list[tuple[Proposal, Proposal]]:
    return [
        (earlier[pair.earlier], later[pair.later])
        for pair in pairs
        if pair.earlier is not None and pair.later is not None
    ]


def _keep_gone(edition: Edition, after: int, earlier: Sequence[Proposal]) -> list[Proposal]:
    """Ask what becomes of the initiatives that the document no longer has; of anything else nothing needs deciding."""
    gone = [known for old in earlier for known in (old, *old.parts.all()) if known.initiative_id]
    return Proposal.objects.bulk_create(
        Proposal(
            edition=edition,
            position=after + number,
            kind=old.kind,
            title=old.title,
            proposed=old.values,
            quotes=old.quotes,
            page=old.page,
            line_start=old.line_start,
            line_end=old.line_end,
            change=Proposal.Change.DROPPED,
            ending=Proposal.Ending.KEEP,
            earlier=old,
            initiative_id=old.initiative_id,
        )
        for number, old in enumerate(gone, start=1)
    )


def _keep_decisions(
    replaced: Edition, proposals: Sequence[Proposal], records: Sequence[dict[str, Any]], gone: Sequence[Proposal]
) -> None:
    """Take along what was decided in the edition that this one replaces, where the document still says the same."""
    known = _printed(replaced)
    pairs = compare(_entries(known), _entries(proposals, records))
    same = [
        (old, new)
        for old, new in _partners(known, proposals, [pair for pair in pairs if not pair.differences])
        if new.is_work and old.change == new.change
    ]
    dropped = {old.earlier_id: old for old in replaced.proposals.filter(change=Proposal.Change.DROPPED)}
    same += [(dropped[new.earlier_id], new) for new in gone if new.earlier_id in dropped]
    for old, new in same:
        keep_decision(old, new)
    Proposal.objects.bulk_update(
        [new for _old, new in same],
        ["title", "decision", "edited", "declined", "ending", "decided_at", "decided_by"],
    )
    carry_over_relations({old.pk: new for old, new in same})
