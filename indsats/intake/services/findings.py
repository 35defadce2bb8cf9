"""Warnings: kept with the edition, resolved by a choice, a correction or a decision to leave things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.intake.domain.correction import Correction
from indsats.intake.domain.findings import FIELDS_CONCERNED
from indsats.intake.domain.kinds import label_of_field
from indsats.intake.models import Edition, Finding, Proposal
from indsats.intake.rules import can_review

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.intake.services.names import Places


def keep_findings(
    *,
    edition: Edition,
    warnings: Sequence[dict[str, Any]],
    proposals: Sequence[Proposal],
    before: Sequence[Edition],
    places: Places,
    at: datetime,
) -> list[Finding]:
    """Keep the reader's warnings and our own; what was resolved about the same words before stays resolved."""
    rows = [*warnings, *_unknown_organisations(warnings, proposals, places)]
    findings = Finding.objects.bulk_create(
        Finding(
            edition=edition,
            position=position,
            code=row["code"],
            message=row["message"],
            **row["place"],
            suggestions=[_suggestion(suggestion, row, proposals) for suggestion in row.get("suggestions", ())],
        )
        for position, row in enumerate(rows, start=1)
    )
    both = list(zip(findings, rows, strict=True))
    concerned = [(finding, proposals[index]) for finding, row in both for index in row["records"]]
    link = Finding.proposals.through
    link.objects.bulk_create(link(finding=finding, proposal=proposal) for finding, proposal in concerned)
    _keep_resolutions(findings, concerned, before, at)
    return findings


def _suggestion(suggestion: dict[str, Any], row: dict[str, Any], proposals: Sequence[Proposal]) -> dict[str, Any]:
    """Point a suggestion at the proposal that the record became."""
    index = suggestion.get("record", row["records"][0] if row["records"] else None)
    proposal = proposals[index].pk if index is not None else None
    return {"field": suggestion["field"], "value": suggestion["value"], "proposal": proposal}


def _unknown_organisations(
    warnings: Sequence[dict[str, Any]], proposals: Sequence[Proposal], places: Places
) -> list[dict[str, Any]]:
    """Warn once of every organisation that no unit goes by, unless the reader has done so already."""
    told = {index for row in warnings if row["code"] == "unknown_abbreviation" for index in row["records"]}
    unknown: dict[str, list[int]] = {}
    for index, proposal in enumerate(proposals):
        name = proposal.values.get("organisation")
        if name and index not in told and not places.knows(name):
            unknown.setdefault(name, []).append(index)
    return [
        {
            "code": "unknown_abbreviation",
            "message": _("»%(name)s« is not a name of any unit in the organisation.") % {"name": name},
            "place": _place(proposals[indices[0]]),
            "records": indices,
            "suggestions": [{"field": "organisation", "value": each, "record": None} for each in places.like(name)],
        }
        for name, indices in unknown.items()
    ]


def _place(proposal: Proposal) -> dict[str, int]:
    return {"page": proposal.page, "line_start": proposal.line_start, "line_end": proposal.line_end}


def _keep_resolutions(
    findings: Sequence[Finding],
    concerned: Sequence[tuple[Finding, Proposal]],
    before: Sequence[Edition],
    at: datetime,
) -> None:
    """Resolve what a reviewer resolved in an earlier edition, while the document says the same about it."""
    resolved = _resolved_before(before)
    decided = {finding.pk: [proposal for each, proposal in concerned if each is finding] for finding in findings}
    same = [
        finding
        for finding in findings
        if (finding.code, finding.message) in resolved and all(_is_decided(each) for each in decided[finding.pk])
    ]
    for finding in same:
        finding.resolution, finding.resolved_at = Finding.Resolution.CARRIED_OVER, at
        finding.resolved_how = resolved[finding.code, finding.message]
    Finding.objects.bulk_update(same, ["resolution", "resolved_at", "resolved_how"])


def _resolved_before(editions: Sequence[Edition]) -> dict[tuple[str, str], str]:
    rows = Finding.objects.filter(edition__in=editions).exclude(resolution="").order_by("pk")
    return {(row.code, row.message): row.resolved_how or row.get_resolution_display() for row in rows}


def _is_decided(proposal: Proposal) -> bool:
    return proposal.decision != Proposal.Decision.WAITING


@transaction.atomic
def resolve_finding(*, finding: Finding, choice: int, by: User | None, at: datetime) -> Finding:
    """Follow one of the warning's suggestions: its value is written into the records that it is for.

    Raises:
        ValidationError: there is no such suggestion, or the warning is resolved already.
    """
    held = _hold(finding, by)
    if not 0 <= choice < len(held.suggestions):
        raise ValidationError(_("Choose one of the suggestions."))
    suggestion = held.suggestions[choice]
    only = {"pk": suggestion["proposal"]} if suggestion["proposal"] else {}
    for proposal in held.proposals.select_for_update(of=("self",)).filter(**only):
        _write(proposal, suggestion["field"], suggestion["value"], by, at)
    how = f"{label_of_field(suggestion['field'])}: {suggestion['value']}"
    return _resolve(held, Finding.Resolution.CHOSEN, how, by, at)


@transaction.atomic
def set_aside_finding(*, finding: Finding, by: User | None, at: datetime, why: str = "") -> Finding:
    """Leave things as they are: the document is right, or the reviewer has judged that it does not matter.

    Raises:
        ValidationError: the warning stands in the way of publishing, so something has to be chosen.
    """
    held = _hold(finding, by)
    if not held.can_be_set_aside:
        raise ValidationError(
            _("This warning must be resolved by a choice or a correction, or by rejecting the record.")
        )
    return _resolve(held, Finding.Resolution.SET_ASIDE, why, by, at)


@transaction.atomic
def reopen_finding(*, finding: Finding, by: User | None, at: datetime) -> Finding:
    """Let a resolved warning count again; what was written into records stays."""
    held = Finding.objects.select_for_update().get(pk=finding.pk)
    require(can_review(by, held.edition))
    held.resolution, held.resolved_how, held.resolved_at, held.resolved_by = "", "", None, None
    held.save(update_fields=["resolution", "resolved_how", "resolved_at", "resolved_by"])
    record("intake.finding.reopened", on=held, by=by, at=at)
    return held


def resolve_corrected(*, proposal: Proposal, by: User | None, at: datetime) -> None:
    """Resolve the warnings whose fields the reviewer has written something else into, for every record concerned."""
    for finding in proposal.findings.open().prefetch_related("proposals"):
        fields = FIELDS_CONCERNED.get(finding.code, ())
        undecided = [each for each in finding.proposals.all() if each.decision != Proposal.Decision.REJECTED]
        if fields and all(set(fields) & set(each.edited) for each in undecided):
            names = [label_of_field(name) for name in fields if name in proposal.edited]
            _resolve(finding, Finding.Resolution.EDITED, ", ".join(names), by, at)


def resolve_rejected(*, proposal: Proposal, by: User | None, at: datetime) -> None:
    """Resolve the warnings that are about rejected records only."""
    for finding in proposal.findings.open().prefetch_related("proposals"):
        if all(each.decision == Proposal.Decision.REJECTED for each in finding.proposals.all()):
            _resolve(finding, Finding.Resolution.GONE, "", by, at)


def _hold(finding: Finding, by: User | None) -> Finding:
    require(can_review(by, Edition.objects.select_for_update().get(pk=finding.edition_id)))
    held = Finding.objects.select_for_update(of=("self",)).select_related("edition").get(pk=finding.pk)
    if not held.is_open:
        raise ValidationError(_("This warning has been resolved already."))
    return held


def _write(proposal: Proposal, field: str, value: Any, by: User | None, at: datetime) -> None:  # noqa: ANN401 -- a record's value
    """Write the suggested value; of a goal both number and title, so that they agree."""
    by_field = {"goal_number": "number", "goal_title": "title"}
    goal = next((goal for goal in proposal.edition.goals if goal.get(by_field.get(field, "")) == value), None)
    both = {"goal_number": goal["number"], "goal_title": goal["title"]} if goal else {field: value}
    proposal.edited = Correction(fields=both).edited(proposal.proposed, proposal.edited)
    proposal.version += 1
    proposal.decided_at, proposal.decided_by = at, by
    proposal.save(update_fields=["edited", "version", "decided_at", "decided_by"])


def _resolve(finding: Finding, resolution: str, how: str, by: User | None, at: datetime) -> Finding:
    finding.resolution, finding.resolved_how = resolution, how[:300]
    finding.resolved_at, finding.resolved_by = at, by
    finding.save(update_fields=["resolution", "resolved_how", "resolved_at", "resolved_by"])
    record(
        "intake.finding.resolved", on=finding, by=by, at=at, why=how, changes={"resolution": [None, str(resolution)]}
    )
    return finding
