"""The record in front: its form, what it was before, its passage in the source, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indsats.intake.domain.comparison import differences
from indsats.intake.domain.kinds import label_of_field
from indsats.intake.domain.lifecycle import PROPOSAL
from indsats.intake.domain.sentences import Place, first_words, places_to_split
from indsats.intake.forms import ProposalForm
from indsats.intake.models import Proposal
from indsats.intake.pages.source import Source
from indsats.intake.pages.values import shown_value
from indsats.intake.services.portfolio import known_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.intake.models import Edition, Finding
    from indsats.intake.pages.review import Shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the document changed: before and after, and what stands in the portfolio where that is a third."""

    name: str
    label: str
    before: str
    after: str
    in_portfolio: str = ""
    is_declined: bool = False


@dataclass(frozen=True, slots=True)
class Current:
    """The record that is being reviewed."""

    proposal: Proposal
    form: ProposalForm
    findings: tuple[Finding, ...]
    differences: tuple[Difference, ...]
    theirs: tuple[Difference, ...]
    source: Source
    number: int
    count: int
    previous_url: str
    next_url: str
    split_places: tuple[Place, ...]
    split_title: str
    merge_with: tuple[Proposal, ...]
    moves: frozenset[str]

    @classmethod
    def build(
        cls,
        proposal: Proposal,
        *,
        edition: Edition,
        rows: Sequence[Proposal],
        proposals: Sequence[Proposal],
        shown: Shown,
        form: ProposalForm | None,
    ) -> Current:
        """Put the record together; ``rows`` are its neighbours in the list, ``proposals`` all of the edition."""
        index = rows.index(proposal) if proposal in rows else -1
        origin = (
            proposal.earlier.edition if proposal.change == Proposal.Change.DROPPED and proposal.earlier else edition
        )
        text = str(proposal.values.get("description") or "")
        places = places_to_split(text)
        before = rows[index - 1] if index > 0 else None
        after = rows[index + 1] if index + 1 < len(rows) else None
        return cls(
            proposal=proposal,
            form=form or ProposalForm(proposal=proposal, parents=proposals),
            findings=tuple(proposal.findings.open()),
            differences=differences_of(proposal),
            theirs=theirs_and_yours(form) if form is not None and form.is_conflict else (),
            source=Source.build(origin, proposal.page, proposal.line_start, proposal.line_end),
            number=index + 1,
            count=len(rows),
            previous_url=shown.of(before.pk).url(edition.pk) if before else "",
            next_url=shown.of(after.pk).url(edition.pk) if after else "",
            split_places=places,
            split_title=first_words(text[places[0].character :]) if places else "",
            merge_with=_mergeable(proposal, proposals),
            moves=PROPOSAL[proposal.decision],
        )

    @property
    def is_gone(self) -> bool:
        """Whether the document no longer has the record."""
        return self.proposal.change == Proposal.Change.DROPPED

    @property
    def can_be_divided(self) -> bool:
        """Whether there is a text with a place to divide it."""
        return bool(self.split_places) and not self.is_gone and self.proposal.decision != Proposal.Decision.MERGED


def differences_of(proposal: Proposal) -> tuple[Difference, ...]:
    """Return what the document changed, field by field."""
    current = _in_portfolio(proposal)
    new = {**proposal.proposed, **proposal.edited}
    return tuple(
        Difference(
            name=name,
            label=label_of_field(name),
            before=shown_value(name, before),
            after=shown_value(name, new.get(name)),
            in_portfolio=_third(name, before, new.get(name), current),
            is_declined=name in proposal.declined,
        )
        for name, before in proposal.base.items()
    )


def theirs_and_yours(form: ProposalForm) -> tuple[Difference, ...]:
    """Return the fields in which what was typed differs from what the other person left: before is theirs."""
    form.is_valid()
    stands = {**form.proposal.proposed, **form.proposal.edited}
    typed = form.values()
    return tuple(
        Difference(name, label_of_field(name), shown_value(name, stands.get(name)), shown_value(name, typed[name]))
        for name in differences({name: stands.get(name) for name in typed}, typed)
    )


def _in_portfolio(proposal: Proposal) -> dict[str, Any]:
    return known_values(proposal.initiative) if proposal.initiative and proposal.base else {}


def _third(name: str, before: object, after: object, current: dict[str, Any]) -> str:
    """Return what stands in the portfolio where people have written something else there since."""
    now = current.get(name)
    return "" if name not in current or now in (before, after) or not (now or before) else shown_value(name, now)


def _mergeable(proposal: Proposal, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the records of the same kind that it could be part of, the next one first."""
    if proposal.change == Proposal.Change.DROPPED or not {"merged"} & PROPOSAL[proposal.decision]:
        return ()
    fit = [
        each
        for each in proposals
        if each.kind == proposal.kind
        and each.decision in (Proposal.Decision.WAITING, Proposal.Decision.ACCEPTED)
        and each.change != Proposal.Change.DROPPED
    ]
    index = fit.index(proposal) if proposal in fit else -1
    return (*fit[index + 1 :], *reversed(fit[: max(index, 0)]))
