import pytest
from django.core.exceptions import ValidationError

from indsats.intake.domain.correction import Correction
from indsats.intake.models import Finding, Proposal
from indsats.intake.rules import can_publish
from indsats.intake.services import review
from indsats.intake.services.findings import reopen_finding, resolve_finding, set_aside_finding
from tests import cast
from tests.intake.samples import AT, MENTOR, PLAN, edition_of, sample, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return edition_of(sample(PLAN)[1], PLAN)


def contradiction(plan):
    return plan.findings.get(code="goal_mismatch")


def record(finding):
    return finding.proposals.get()


def accept(proposal, **fields):
    correction = Correction(fields=fields or None)
    return review.accept_proposal(proposal=proposal, version=proposal.version, by=None, at=AT, correction=correction)


def test_the_plans_contradiction_is_found_with_two_ways_out(plan):
    finding = contradiction(plan)

    assert record(finding).title == "Makkerpar for nye afsnitsledere"
    assert [(each["field"], each["value"]) for each in finding.suggestions] == [
        ("goal_title", "En tryg begyndelse"),
        ("goal_number", 5),
    ]


@pytest.mark.parametrize(("choice", "goal"), [(0, (4, "En tryg begyndelse")), (1, (5, "Ledelse med tid og retning"))])
def test_choosing_a_way_out_writes_number_and_title_together(plan, choice, goal):
    officer = cast.person("programme_officer")

    resolved = resolve_finding(finding=contradiction(plan), choice=choice, by=officer, at=AT)

    values = record(resolved).values
    assert (values["goal_number"], values["goal_title"]) == goal
    assert (resolved.resolution, resolved.resolved_by) == ("chosen", officer)


def test_a_choice_that_does_not_exist_is_refused(plan):
    for choice in (-1, 2):
        with pytest.raises(ValidationError, match="Vælg et af forslagene"):
            resolve_finding(finding=contradiction(plan), choice=choice, by=None, at=AT)


def test_a_contradiction_cannot_be_left_as_it_is(plan):
    with pytest.raises(ValidationError, match="skal afklares"):
        set_aside_finding(finding=contradiction(plan), by=None, at=AT)


def test_a_warning_is_resolved_once(plan):
    resolve_finding(finding=contradiction(plan), choice=1, by=None, at=AT)

    with pytest.raises(ValidationError, match="allerede afklaret"):
        resolve_finding(finding=contradiction(plan), choice=0, by=None, at=AT)


def test_correcting_the_field_resolves_its_warning(plan):
    accept(record(contradiction(plan)), goal_number=5)

    assert contradiction(plan).resolution == "edited"


def test_correcting_another_field_resolves_nothing(plan):
    accept(record(contradiction(plan)), title="Makkerpar")

    assert contradiction(plan).is_open


def test_rejecting_the_record_resolves_its_warning_and_taking_that_back_brings_it_back(plan):
    proposal = record(contradiction(plan))

    rejected = review.reject_proposal(proposal=proposal, version=proposal.version, by=None, at=AT)
    gone = contradiction(plan).resolution
    review.undo(proposal=rejected, version=rejected.version, by=None, at=AT)

    assert gone == "gone"
    assert contradiction(plan).is_open


def test_a_warning_can_be_let_count_again(plan):
    resolved = resolve_finding(finding=contradiction(plan), choice=1, by=None, at=AT)

    reopened = reopen_finding(finding=resolved, by=None, at=AT)

    assert (reopened.is_open, reopened.resolved_at) == (True, None)


def test_nothing_is_published_while_the_contradiction_stands(plan):
    for proposal in plan.proposals.waiting():
        accept(proposal)
    before = can_publish(None, plan)

    resolve_finding(finding=contradiction(plan), choice=1, by=None, at=AT)

    assert str(before.reason) == "En advarsel, der skal afklares, er stadig åben. Se advarslerne øverst."
    assert can_publish(None, plan)


def test_nothing_is_published_while_a_record_ends_before_it_begins(plan):
    resolve_finding(finding=contradiction(plan), choice=1, by=None, at=AT)
    for proposal in plan.proposals.waiting():
        accept(proposal)
    backwards = plan.proposals.first()
    Proposal.objects.filter(pk=backwards.pk).update(edited={"start_year": 2027, "end_year": 2026})

    assert str(can_publish(None, plan).reason) == f"»{backwards.title}« slutter, før den begynder. Ret årstallene."


def test_a_cpr_number_stands_in_the_way_until_someone_has_seen_that_it_is_none():
    cast.whole_region()
    edition = edition_of(sheet((*MENTOR[:2], "Ring til 010203-1234, hvis der er spørgsmål.", "HR")))
    [finding] = edition.findings.filter(code="personal_data")
    review.accept_proposal(proposal=edition.proposals.get(), version=1, by=None, at=AT)

    before = bool(can_publish(None, edition))
    set_aside_finding(finding=finding, by=None, at=AT, why="Det er et ordrenummer.")

    assert (before, bool(can_publish(None, edition))) == (False, True)


def test_an_organisation_that_nobody_knows_is_one_warning_with_names_that_are_near():
    cast.whole_region()
    unknown = [("Fjordbye Hospitall", title, "En god tekst.", "HR") for title in ("Første indsats", "Anden indsats")]

    edition = edition_of(sheet(*unknown, MENTOR))

    [finding] = edition.findings.filter(code="unknown_abbreviation")
    assert finding.message == "»Fjordbye Hospitall« er ikke navnet på nogen enhed i organisationen."
    assert finding.proposals.count() == 2
    assert finding.suggestions[0] == {"field": "organisation", "value": "Fjordby Hospital", "proposal": None}


def test_choosing_the_right_name_corrects_all_its_records():
    cast.whole_region()
    unknown = [("Fjordbye Hospitall", title, "En god tekst.", "HR") for title in ("Første indsats", "Anden indsats")]
    edition = edition_of(sheet(*unknown))

    resolve_finding(finding=Finding.objects.get(code="unknown_abbreviation"), choice=0, by=None, at=AT)

    assert {each.values["organisation"] for each in edition.proposals.all()} == {"Fjordby Hospital"}
