"""The review queue: one record at a time beside its source, the others in a list, warnings on top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indsats.intake.domain.kinds import LABELS
from indsats.intake.models import Proposal
from indsats.intake.pages.current import Current
from indsats.intake.pages.findings import Warned, WarningGroup, grouped, warned
from indsats.intake.rules import can_publish, can_review

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django_stubs_ext import StrOrPromise

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict
    from indsats.intake.forms import ProposalForm
    from indsats.intake.models import Edition

TABS: dict[str, tuple[StrOrPromise, Callable[[Proposal], bool]]] = {
    "venter": (_("Waiting"), lambda each: each.decision == Proposal.Decision.WAITING),
    "advarsler": (_("With warnings"), lambda each: bool(each.open_findings)),
    "godkendt": (_("Accepted"), lambda each: each.decision == Proposal.Decision.ACCEPTED),
    "afvist": (_("Rejected"), lambda each: each.decision in (Proposal.Decision.REJECTED, Proposal.Decision.MERGED)),
    "alle": (_("All"), lambda each: each.is_work),
}
"""What the list can be narrowed to; the keys stand in the address."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the address asks for: which records, and which of them is in front."""

    tab: str = ""
    kind: str = ""
    proposal: int | None = None

    @classmethod
    def asked_for(cls, query: Mapping[str, str]) -> Shown:
        """Read the address; what it does not know is ignored."""
        tab, kind, number = query.get("vis", ""), query.get("art", ""), query.get("forslag", "")
        return cls(
            tab if tab in TABS else "", kind if kind in LABELS else "", int(number) if number.isdecimal() else None
        )

    def of(self, proposal: int | None) -> Shown:
        """Return the same view with another record in front."""
        return replace(self, proposal=proposal)

    @property
    def query(self) -> str:
        """The address's query with its question mark, or nothing."""
        asked = {"vis": self.tab, "art": self.kind, "forslag": self.proposal}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"?{query}" if query else ""

    def url(self, edition_id: int) -> str:
        """Return the address of the view."""
        work = "#arbejde" if self.proposal else ""
        return reverse("intake:review", args=[edition_id]) + self.query + work


@dataclass(frozen=True, slots=True)
class Tab:
    """One way to narrow the list, with how many it leaves."""

    label: StrOrPromise
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One record in the list."""

    proposal: Proposal
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything that the review shows."""

    edition: Edition
    tabs: tuple[Tab, ...]
    kinds: tuple[Tab, ...]
    rows: tuple[Row, ...]
    current: Current | None
    warnings: tuple[WarningGroup, ...]
    resolved: tuple[Warned, ...]
    decided_count: int
    all_count: int
    unchanged_count: int
    without_warnings_count: int
    last_act: Proposal | None
    review: Verdict
    publish: Verdict
    shown: Shown

    @property
    def warning_count(self) -> int:
        """How many warnings are unresolved."""
        return sum(len(group.warnings) for group in self.warnings)

    @property
    def shows_changes(self) -> bool:
        """Whether there is an earlier edition to tell what is new from what is changed."""
        rows = (row.proposal.change != Proposal.Change.ADDED for row in self.rows)
        return bool(self.unchanged_count) or any(rows)

    @classmethod
    def build(cls, *, edition: Edition, viewer: User, shown: Shown, form: ProposalForm | None = None) -> ReviewPage:
        """Fetch the review of an edition; the number of queries does not depend on its size."""
        proposals = list(
            edition.proposals.work().with_open_findings().select_related("parent", "initiative", "earlier")
        )
        unchanged = edition.proposals.count() - len(proposals)
        findings = list(edition.findings.prefetch_related("proposals").select_related("resolved_by"))
        waits = any(each.decision == Proposal.Decision.WAITING for each in proposals)
        tab = shown.tab or ("venter" if waits else "alle")
        rows = [each for each in proposals if TABS[tab][1](each) and shown.kind in ("", each.kind)]
        chosen = _chosen(edition, proposals, rows, shown.proposal)
        return cls(
            edition=edition,
            tabs=_tabs(edition, proposals, shown, tab),
            kinds=_kinds(edition, proposals, shown),
            rows=tuple(Row(each, shown.of(each.pk).url(edition.pk), each is chosen) for each in rows),
            current=Current.build(chosen, edition=edition, rows=rows, proposals=proposals, shown=shown, form=form)
            if chosen
            else None,
            warnings=grouped(edition, [each for each in findings if each.is_open], shown),
            resolved=tuple(warned(edition, each, shown) for each in findings if not each.is_open),
            decided_count=sum(each.decision != Proposal.Decision.WAITING for each in proposals),
            all_count=len(proposals),
            unchanged_count=unchanged,
            without_warnings_count=sum(_is_plain(each) for each in proposals),
            last_act=_last_act(proposals, viewer),
            review=can_review(viewer, edition),
            publish=can_publish(viewer, edition),
            shown=shown,
        )


def next_waiting(proposal: Proposal, shown: Shown) -> int | None:
    """Return the next record that waits, in the list that is shown; from the last one it goes on at the first."""
    waiting = proposal.edition.proposals.work().waiting().order_by("position", "pk")
    if shown.kind:
        waiting = waiting.filter(kind=shown.kind)
    if shown.tab == "advarsler":
        waiting = waiting.with_warnings()
    places = list(waiting.values_list("position", "pk"))
    after = [pk for position, pk in places if (position, pk) > (proposal.position, proposal.pk)]
    return next(iter([*after, *(pk for _position, pk in places)]), None)


def _chosen(
    edition: Edition, proposals: Sequence[Proposal], rows: Sequence[Proposal], asked: int | None
) -> Proposal | None:
    """Return the record that is asked for, also one that did not change; else the first of the list."""
    found = next((each for each in proposals if each.pk == asked), None)
    if found is None and asked is not None:
        found = edition.proposals.select_related("parent", "initiative", "earlier").filter(pk=asked).first()
    return found or next(iter(rows), None)


def _is_plain(proposal: Proposal) -> bool:
    """Whether »accept all without warnings« takes the record."""
    waits = proposal.decision == Proposal.Decision.WAITING
    return waits and not proposal.open_findings and proposal.change != Proposal.Change.DROPPED


def _last_act(proposals: Sequence[Proposal], viewer: User) -> Proposal | None:
    """Return the record that this person decided last, if that can be taken back."""
    mine = [each for each in proposals if each.decided_by_id == viewer.pk and each.previous and each.decided_at]
    return max(mine, key=lambda each: (each.decided_at, each.pk), default=None)


def _tabs(edition: Edition, proposals: Sequence[Proposal], shown: Shown, tab: str) -> tuple[Tab, ...]:
    of_kind = [each for each in proposals if shown.kind in ("", each.kind)]
    return tuple(
        Tab(
            label,
            sum(fits(each) for each in of_kind),
            replace(shown, tab=key, proposal=None).url(edition.pk),
            key == tab,
        )
        for key, (label, fits) in TABS.items()
    )


def _kinds(edition: Edition, proposals: Sequence[Proposal], shown: Shown) -> tuple[Tab, ...]:
    """Return the kinds of records to choose between; nothing where there is only one."""
    present = list(dict.fromkeys(each.kind for each in proposals))
    if len(present) < 2:  # noqa: PLR2004 -- a choice needs two
        return ()
    every = Tab(_("All kinds"), len(proposals), replace(shown, kind="", proposal=None).url(edition.pk), not shown.kind)
    return (
        every,
        *(
            Tab(
                LABELS.get(kind, kind),
                sum(each.kind == kind for each in proposals),
                replace(shown, kind=kind, proposal=None).url(edition.pk),
                kind == shown.kind,
            )
            for kind in present
        ),
    )
