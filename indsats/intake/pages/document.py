"""A document: its editions, what each record became, its warnings, and the facts that stay with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.intake.domain.kinds import LABELS, Becomes, becomes, fields_of
from indsats.intake.models import Edition, Proposal
from indsats.intake.pages.values import shown_value
from indsats.intake.rules import can_import

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django_stubs_ext import StrOrPromise

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict
    from indsats.intake.models import Document, Finding

BESIDE_TITLE = frozenset({"title", "name"})


@dataclass(frozen=True, slots=True)
class Became:
    """One record and what stands in the portfolio because of it."""

    proposal: Proposal
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A record that stays with its document: its title and what else it says."""

    title: str
    page: int
    details: tuple[tuple[StrOrPromise, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one kind."""

    label: StrOrPromise
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page of a document shows: all editions, and the contents of one of them."""

    document: Document
    editions: tuple[Edition, ...]
    edition: Edition | None
    became: tuple[Became, ...]
    facts: tuple[Facts, ...]
    findings: tuple[Finding, ...]
    review: Verdict

    @classmethod
    def build(cls, document: Document, *, viewer: User, number: int | None = None) -> DocumentPage:
        """Fetch the document as this person may see it; the edition asked for, else the newest that counts."""
        people = ("imported_by", "closed_by", "stored")
        editions = list(document.editions.visible_to(viewer).with_counts().select_related(*people).order_by("-number"))
        edition = _chosen(editions, number)
        proposals = _accepted(edition)
        review = can_import(viewer)
        sees_all = bool(review)
        return cls(
            document=document,
            editions=tuple(editions),
            edition=edition,
            became=tuple(
                _became(each, sees_all=sees_all) for each in proposals if becomes(each.kind) is not Becomes.FACT
            ),
            facts=_facts([each for each in proposals if becomes(each.kind) is Becomes.FACT]),
            findings=tuple(edition.findings.select_related("resolved_by")) if edition else (),
            review=review,
        )


def _chosen(editions: Sequence[Edition], number: int | None) -> Edition | None:
    asked = next((each for each in editions if each.number == number), None)
    published = next((each for each in editions if each.state == Edition.State.PUBLISHED), None)
    return asked or published or next(iter(editions), None)


def _accepted(edition: Edition | None) -> list[Proposal]:
    if edition is None:
        return []
    related = ("initiative", "goal__programme", "money__programme", "money__goal__programme")
    accepted = edition.proposals.filter(decision=Proposal.Decision.ACCEPTED).exclude(change=Proposal.Change.DROPPED)
    return list(accepted.select_related(*related).order_by("position", "pk"))


def _became(proposal: Proposal, *, sees_all: bool) -> Became:
    """Return the initiative, or the programme in which the goal or the money stands; what is withdrawn has no link."""
    initiative = proposal.initiative
    if initiative is not None:
        is_shown = sees_all or initiative.state == initiative.State.PUBLISHED
        return Became(proposal, initiative.get_absolute_url() if is_shown else "", initiative.title)
    goal = proposal.goal or (proposal.money.goal if proposal.money else None)
    programme = goal.programme if goal else (proposal.money.programme if proposal.money else None)
    if programme is not None:
        return Became(proposal, programme.get_absolute_url(), programme.title)
    return Became(proposal, "", "")


def _facts(proposals: Sequence[Proposal]) -> tuple[Facts, ...]:
    kinds = dict.fromkeys(each.kind for each in proposals)
    return tuple(
        Facts(LABELS.get(kind, kind), tuple(_fact(each) for each in proposals if each.kind == kind)) for kind in kinds
    )


def _fact(proposal: Proposal) -> Fact:
    values = proposal.values
    said = ((field.label, field.name, values.get(field.name)) for field in fields_of(proposal.kind))
    details = tuple(
        (label, shown_value(name, value))
        for label, name, value in said
        if name not in BESIDE_TITLE and value not in (None, "", [], proposal.title)
    )
    return Fact(proposal.title, proposal.page, details)
