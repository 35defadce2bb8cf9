import pytest
from django.core.exceptions import ValidationError

from indsats.foundation.access.verdict import Refused
from indsats.foundation.audit.models import Event
from indsats.intake.domain.correction import Correction
from indsats.intake.models import Proposal
from indsats.intake.services import review
from indsats.intake.services.editions import discard_edition
from indsats.intake.services.splitting import merge_proposals, split_proposal
from tests import cast
from tests.intake.samples import AT, LATER, MENTOR, QUIET, SENIOR, edition_of, sheet

pytestmark = pytest.mark.django_db

LONG = ("Fjordby Hospital", "To ting", "Alle nye får en mentor. De møder hver mandag kl. 9.", "HR")


@pytest.fixture
def edition():
    cast.whole_region()
    return edition_of(sheet(MENTOR, QUIET, SENIOR))


@pytest.fixture
def officer():
    return cast.person("programme_officer")


def first(edition):
    return edition.proposals.order_by("position").first()


def do(act, proposal, officer, **more):
    return act(proposal=proposal, version=proposal.version, by=officer, at=AT, **more)


def test_accepting_keeps_what_was_typed_and_who_decided(edition, officer):
    typed = Correction(fields={"title": "Mentorordning for nye", "responsible": "HR"})

    accepted = do(review.accept_proposal, first(edition), officer, correction=typed)

    assert (accepted.decision, accepted.title, accepted.decided_by) == ("accepted", "Mentorordning for nye", officer)
    assert accepted.edited == {"title": "Mentorordning for nye"}
    assert accepted.proposed["title"] == "Mentorordning"


def test_every_act_is_one_event_in_the_log_with_what_changed(edition, officer):
    do(review.reject_proposal, first(edition), officer)

    [event] = Event.objects.on(first(edition))
    assert (event.action, event.by, event.changes) == (
        "intake.proposal.rejected",
        officer,
        {"decision": ["waiting", "rejected"]},
    )


def test_saving_does_not_decide(edition, officer):
    saved = do(review.save_proposal, first(edition), officer, correction=Correction(fields={"phase": "pilot"}))

    assert (saved.decision, saved.values["phase"]) == ("waiting", "pilot")


def test_typing_what_the_document_says_is_no_correction(edition, officer):
    same = dict(first(edition).proposed)

    assert do(review.save_proposal, first(edition), officer, correction=Correction(fields=same)).edited == {}


def test_a_decision_can_be_taken_back(edition, officer):
    rejected = do(review.reject_proposal, first(edition), officer)

    undone = do(review.undo, rejected, officer)

    assert undone.decision == "waiting"
    assert Proposal.objects.get(pk=undone.pk).previous is None


def test_undoing_twice_is_refused(edition, officer):
    undone = do(review.undo, do(review.reject_proposal, first(edition), officer), officer)

    with pytest.raises(ValidationError, match="Her er ikke noget at fortryde"):
        do(review.undo, undone, officer)


def test_undoing_an_acceptance_brings_back_the_words_from_before(edition, officer):
    saved = do(review.save_proposal, first(edition), officer, correction=Correction(fields={"title": "Første"}))
    accepted = do(review.accept_proposal, saved, officer, correction=Correction(fields={"title": "Anden"}))

    undone = do(review.undo, accepted, officer)

    assert (undone.decision, undone.title) == ("waiting", "Første")


def test_the_second_of_two_reviewers_is_told_and_changes_nothing(edition, officer):
    seen = first(edition)
    do(review.reject_proposal, first(edition), officer)

    with pytest.raises(review.ReviewConflict) as conflict:
        do(review.accept_proposal, seen, cast.person("programme_officer", cast.fjordby(), "Bente Bak"))

    assert str(conflict.value).startswith(f"{officer.name} har ændret posten i mellemtiden.")
    assert conflict.value.current.decision == first(edition).decision == "rejected"


def test_a_text_is_split_into_two_records_that_both_wait(officer):
    proposal = first(edition_of(sheet(LONG)))

    whole, part = do(split_proposal, proposal, officer, at_character=24, title="Mandagsmøde")

    assert whole.values["description"] == "Alle nye får en mentor."
    assert (part.title, part.values["description"]) == ("Mandagsmøde", "De møder hver mandag kl. 9.")
    assert part.values["organisation"] == whole.values["organisation"]
    assert {whole.decision, part.decision} == {"waiting"}


@pytest.mark.parametrize(("character", "title"), [(0, "Anden"), (500, "Anden"), (24, "  ")])
def test_a_split_that_leaves_half_without_words_is_refused(officer, character, title):
    proposal = first(edition_of(sheet(LONG)))

    with pytest.raises(ValidationError):
        do(split_proposal, proposal, officer, at_character=character, title=title)

    assert Proposal.objects.count() == 1


def test_undoing_a_split_takes_the_second_half_away(officer):
    edition = edition_of(sheet(LONG))
    whole, _part = do(split_proposal, first(edition), officer, at_character=24, title="Mandagsmøde")

    undone = do(review.undo, whole, officer)

    assert undone.values["description"] == LONG[2]
    assert edition.proposals.count() == 1


def test_undoing_a_later_act_leaves_the_split(officer):
    edition = edition_of(sheet(LONG))
    whole, _part = do(split_proposal, first(edition), officer, at_character=24, title="Mandagsmøde")

    do(review.undo, do(review.accept_proposal, whole, officer), officer)

    assert edition.proposals.count() == 2


def merged(edition, officer):
    one, other, _third = edition.proposals.order_by("position")
    whole = do(merge_proposals, other, officer, into=one, into_version=one.version)
    return whole, Proposal.objects.get(pk=other.pk)


def test_two_records_are_merged_into_one_that_waits(edition, officer):
    whole, part = merged(edition, officer)

    assert whole.values["description"] == f"{MENTOR[2]}\n\n{QUIET[2]}"
    assert whole.title == "Mentorordning"
    assert (whole.decision, part.decision, part.merged_into) == ("waiting", "merged", whole)


def test_undoing_a_merge_from_either_side_parts_them_again(edition, officer):
    for side in (0, 1):
        both = merged(edition, officer)

        do(review.undo, both[side], officer)

        one, other, _third = edition.proposals.order_by("position")
        assert (one.values["description"], other.decision) == (MENTOR[2], "waiting")


def test_records_of_two_documents_cannot_be_merged(edition, officer):
    other = first(edition_of(sheet(LONG, title="Et andet ark")))

    with pytest.raises(ValidationError, match="samme dokument"):
        do(merge_proposals, first(edition), officer, into=other, into_version=other.version)


def test_a_record_cannot_be_merged_with_itself_or_with_a_rejected_one(edition, officer):
    one, other, _third = edition.proposals.order_by("position")
    do(review.reject_proposal, other, officer)

    for into in (one, Proposal.objects.get(pk=other.pk)):
        with pytest.raises(ValidationError):
            do(merge_proposals, one, officer, into=into, into_version=into.version)


def test_a_merged_record_waits_again_before_it_can_be_accepted(edition, officer):
    _whole, part = merged(edition, officer)

    with pytest.raises(ValidationError, match="Lad den først vente igen"):
        do(review.accept_proposal, part, officer)

    waiting = do(review.reopen_proposal, part, officer)
    assert (waiting.decision, waiting.merged_into) == ("waiting", None)


def test_accepting_all_takes_what_no_open_warning_is_about(edition, officer):
    warned = first(edition)
    finding = edition.findings.create(
        position=99, code="duplicate_initiative", message="Måske to.", page=1, line_start=1, line_end=1
    )
    finding.proposals.add(warned)

    count = review.accept_all_without_warnings(edition=edition, by=officer, at=AT)

    assert count == 2
    assert list(edition.proposals.waiting()) == [warned]


def test_accepting_all_twice_accepts_nothing_more(edition, officer):
    review.accept_all_without_warnings(edition=edition, by=officer, at=AT)

    assert review.accept_all_without_warnings(edition=edition, by=officer, at=LATER) == 0


def test_each_of_all_accepted_can_be_taken_back_by_itself(edition, officer):
    review.accept_all_without_warnings(edition=edition, by=officer, at=AT)

    assert do(review.undo, first(edition), officer).decision == "waiting"
    assert edition.proposals.filter(decision="accepted").count() == 2


def test_nothing_is_decided_in_an_edition_that_was_discarded(edition, officer):
    discard_edition(edition=edition, by=officer, at=AT)

    with pytest.raises(Refused, match="Udgaven er kasseret"):
        do(review.accept_proposal, first(edition), officer)


def test_a_parent_can_only_be_a_record_of_the_same_document(edition, officer):
    stranger = first(edition_of(sheet(LONG, title="Et andet ark")))

    with pytest.raises(ValidationError):
        do(review.save_proposal, first(edition), officer, correction=Correction(parent=stranger.pk, moves=True))
