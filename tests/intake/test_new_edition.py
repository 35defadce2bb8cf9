"""The same file, the same words in another file, a new version, and a version that comes while the last is reviewed."""

import pytest

from indsats.foundation.files.models import StoredFile
from indsats.initiatives.models import Initiative
from indsats.initiatives.services import change_initiative
from indsats.intake.domain.correction import Correction
from indsats.intake.models import Document, Edition
from indsats.intake.pages.current import differences_of
from indsats.intake.services import review
from indsats.intake.services.editions import discard_edition, make_own_document
from indsats.intake.services.findings import resolve_finding, set_aside_finding
from indsats.intake.services.publishing import publish_edition
from indsats.intake.services.splitting import merge_proposals, split_proposal
from tests import cast
from tests.intake.samples import (
    AT,
    LATER,
    MENTOR,
    PLAN,
    QUIET,
    SENIOR,
    brought_in,
    edition_of,
    sample,
    sheet,
)

pytestmark = pytest.mark.django_db

LONGER = (*MENTOR[:2], "Alle nye sygeplejersker får en mentor det første hele år.", "HR")
NEW = ("Bakkeby Sygehus", "Serviceassistenter", "Måltider og oprydning flyttes fra plejen.", "Driften")


@pytest.fixture(autouse=True)
def region():
    cast.whole_region()


def published(data, at=AT):
    edition = edition_of(data, at=at)
    for finding in edition.findings.open():
        set_aside_finding(finding=finding, by=None, at=at)
    for proposal in edition.proposals.waiting():
        review.accept_proposal(proposal=proposal, version=proposal.version, by=None, at=at)
    return publish_edition(edition=edition, by=None, at=at)


def changes(edition):
    return dict(edition.proposals.order_by("position").values_list("title", "change"))


def the(edition, title):
    return edition.proposals.get(title=title)


def decide(act, proposal, **more):
    return act(proposal=proposal, version=proposal.version, by=None, at=LATER, **more)


def test_the_same_file_says_no_changes_whether_it_is_published_or_not():
    data = sheet(MENTOR)
    first = edition_of(data)

    [again] = brought_in(("kopi.xlsx", data))
    published(data)
    [later] = brought_in(("kopi.xlsx", data), at=LATER)

    sentence = f"Ingen ændringer: Filen er den samme som udgave 1 af »{first.title}«."
    assert [(each.state, each.sentence) for each in (again, later)] == [("unchanged", sentence)] * 2
    assert Edition.objects.count() == 1


def test_the_same_file_twice_in_one_drop_is_read_once():
    first, second = brought_in(("a.xlsx", sheet(MENTOR)), ("b.xlsx", sheet(MENTOR)))

    assert (first.state, second.state, second.edition) == ("read", "unchanged", first.edition)


def test_the_plan_in_word_and_in_pdf_says_the_same():
    word, pdf = brought_in(sample(PLAN), sample("handleplan_nordhavet.pdf"))

    assert (word.state, pdf.state, pdf.edition) == ("read", "unchanged", word.edition)
    assert StoredFile.objects.count() == 2


def test_a_discarded_file_can_be_brought_in_again():
    edition = edition_of(sheet(MENTOR))
    discard_edition(edition=edition, by=None, at=AT)

    [again] = brought_in(("ark.xlsx", sheet(MENTOR)))

    assert again.state == "read"
    assert again.edition.pk != edition.pk


def test_a_new_version_shows_what_is_new_changed_and_gone():
    published(sheet(MENTOR, QUIET, SENIOR))

    [upload] = brought_in(("ark2.xlsx", sheet(LONGER, QUIET, NEW)), at=LATER)

    assert upload.sentence == "Ny udgave: 1 nye, 1 ændrede, 1 udgåede."
    assert upload.edition.number == 2
    assert changes(upload.edition) == {
        "Mentorordning": "changed",
        "Ro på vagten": "unchanged",
        "Serviceassistenter": "added",
        "Seniorsamtaler": "dropped",
    }


def test_what_did_not_change_is_no_work_and_keeps_its_decision():
    before = published(sheet(MENTOR, QUIET))

    edition = edition_of(sheet(LONGER, QUIET), at=LATER)

    assert list(edition.proposals.waiting()) == [the(edition, "Mentorordning")]
    assert the(edition, "Ro på vagten").initiative == the(before, "Ro på vagten").initiative


def test_an_accepted_change_changes_the_initiative_and_leaves_its_other_fields():
    published(sheet(MENTOR))
    initiative = Initiative.objects.get()
    change_initiative(
        initiative=initiative, by=None, at=AT, fields={"phase": "pilot"}, version=initiative.version, why="Forsøg."
    )
    edition = edition_of(sheet(LONGER), at=LATER)
    decide(review.accept_proposal, edition.proposals.get())

    publish_edition(edition=edition, by=None, at=LATER)

    initiative.refresh_from_db()
    assert (initiative.description, initiative.phase) == (LONGER[2], "pilot")
    [change] = initiative.history.filter(field="description")
    assert (change.before, change.after, change.at) == (MENTOR[2], LONGER[2], LATER)


def test_a_change_is_accepted_field_by_field():
    published(sheet(MENTOR))
    moved = (*LONGER[:3], "Uddannelse")
    edition = edition_of(sheet(moved), at=LATER)
    proposal = edition.proposals.get()
    assert [each.name for each in differences_of(proposal)] == ["description", "responsible"]

    decide(review.accept_proposal, proposal, correction=Correction(declined=["description"]))
    publish_edition(edition=edition, by=None, at=LATER)

    initiative = Initiative.objects.get()
    assert (initiative.description, initiative.owner_text) == (MENTOR[2], "Uddannelse")


def test_a_difference_shows_what_stands_in_the_portfolio_where_that_is_a_third():
    published(sheet(MENTOR))
    initiative = Initiative.objects.get()
    change_initiative(
        initiative=initiative, by=None, at=AT, fields={"description": "Vores egne ord."}, version=initiative.version
    )

    [difference] = differences_of(edition_of(sheet(LONGER), at=LATER).proposals.get())

    assert (difference.before, difference.after, difference.in_portfolio) == (MENTOR[2], LONGER[2], "Vores egne ord.")


@pytest.mark.parametrize(
    ("ending", "state", "phase"),
    [("keep", "published", ""), ("complete", "published", "completed"), ("withdraw", "withdrawn", "")],
)
def test_what_is_gone_is_kept_completed_or_withdrawn(ending, state, phase):
    published(sheet(MENTOR, SENIOR))
    edition = edition_of(sheet(MENTOR), at=LATER)
    decide(review.accept_proposal, the(edition, "Seniorsamtaler"), correction=Correction(ending=ending))

    publish_edition(edition=edition, by=None, at=LATER)

    gone = Initiative.objects.get(title="Seniorsamtaler")
    assert (gone.state, gone.phase) == (state, phase)


def test_accepting_all_leaves_what_is_gone_to_be_decided():
    published(sheet(MENTOR, SENIOR))
    edition = edition_of(sheet(MENTOR, NEW), at=LATER)

    review.accept_all_without_warnings(edition=edition, by=None, at=LATER)

    assert [each.title for each in edition.proposals.waiting()] == ["Seniorsamtaler"]


def test_a_correction_made_by_hand_is_not_asked_for_again():
    edition = edition_of(sheet(MENTOR))
    decide(review.accept_proposal, edition.proposals.get(), correction=Correction(fields={"phase": "pilot"}))
    publish_edition(edition=edition, by=None, at=AT)

    later = edition_of(sheet(LONGER), at=LATER).proposals.get()

    assert (later.values["phase"], [each.name for each in differences_of(later)]) == ("pilot", ["description"])


def test_a_document_that_comes_to_say_what_the_reviewer_wrote_has_not_changed():
    edition = edition_of(sheet(MENTOR, QUIET))
    mentor = the(edition, "Mentorordning")
    decide(review.accept_proposal, mentor, correction=Correction(fields={"description": LONGER[2]}))
    decide(review.accept_proposal, the(edition, "Ro på vagten"))
    publish_edition(edition=edition, by=None, at=AT)

    later = edition_of(sheet(LONGER, NEW), at=LATER)

    assert the(later, "Mentorordning").change == "unchanged"


def test_a_resolved_warning_stays_resolved_while_the_words_are_the_same():
    first = edition_of(sample(PLAN)[1], PLAN)
    resolve_finding(finding=first.findings.get(code="goal_mismatch"), choice=1, by=None, at=AT)
    published(sample(PLAN)[1])

    later = edition_of(_with_another_sentence(sample(PLAN)[1]), "ny.docx", at=LATER)

    finding = later.findings.get(code="goal_mismatch")
    assert (later.number, finding.resolution) == (2, "carried_over")
    assert finding.proposals.get().values["goal_number"] == 5


def _with_another_sentence(data):
    """Change one word of one description in the Word file."""
    import io

    import docx

    document = docx.Document(io.BytesIO(data))
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    for run in paragraph.runs:
                        run.text = run.text.replace("hver tredje uge", "hver anden uge")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_split_and_a_merge_are_not_asked_for_again():
    long = ("Fjordby Hospital", "To ting", "Alle nye får en mentor. De møder hver mandag kl. 9.", "HR")
    edition = edition_of(sheet(long, MENTOR, QUIET))
    decide(split_proposal, the(edition, "To ting"), at_character=24, title="Mandagsmøde")
    mentor = the(edition, "Mentorordning")
    decide(merge_proposals, the(edition, "Ro på vagten"), into=mentor, into_version=mentor.version)
    for proposal in edition.proposals.waiting():
        decide(review.accept_proposal, proposal)
    publish_edition(edition=edition, by=None, at=AT)

    later = edition_of(sheet(long, MENTOR, QUIET, NEW), at=LATER)

    assert [each.title for each in later.proposals.waiting()] == ["Serviceassistenter"]
    decide(review.accept_proposal, the(later, "Serviceassistenter"))
    publish_edition(edition=later, by=None, at=LATER)
    titles = ["Mandagsmøde", "Mentorordning", "Serviceassistenter", "To ting"]
    assert sorted(Initiative.objects.values_list("title", flat=True)) == titles


def test_a_version_that_comes_during_review_takes_over_with_the_decisions_that_still_fit():
    first = edition_of(sheet(MENTOR, QUIET, SENIOR))
    decide(review.accept_proposal, the(first, "Mentorordning"))
    decide(review.reject_proposal, the(first, "Ro på vagten"))
    decide(review.accept_proposal, the(first, "Seniorsamtaler"))

    second = edition_of(sheet(LONGER, QUIET, SENIOR), at=LATER)

    first.refresh_from_db()
    assert (first.state, first.closed_why) == ("discarded", "Der kom en nyere version af dokumentet.")
    assert dict(second.proposals.values_list("title", "decision")) == {
        "Mentorordning": "waiting",
        "Ro på vagten": "rejected",
        "Seniorsamtaler": "accepted",
    }


def test_a_row_that_stands_in_the_portfolio_already_is_a_change_to_it():
    published(sheet(MENTOR, QUIET, SENIOR))
    other = (MENTOR[0], MENTOR[1], "En helt anden beskrivelse.", "HR")

    edition = edition_of(sheet(other, NEW, title="Indmeldt til budget 2027"))

    assert edition.document.editions.count() == 1
    assert changes(edition) == {"Mentorordning": "changed", "Serviceassistenter": "added"}
    decide(review.accept_proposal, the(edition, "Mentorordning"))
    decide(review.accept_proposal, the(edition, "Serviceassistenter"))
    publish_edition(edition=edition, by=None, at=LATER)
    mentor = Initiative.objects.get(title="Mentorordning")
    assert mentor.description == "En helt anden beskrivelse."
    assert mentor.programmes.count() == 2


def test_a_row_that_only_has_the_same_name_can_be_made_an_initiative_of_its_own():
    published(sheet(MENTOR, QUIET, SENIOR))
    other = (MENTOR[0], MENTOR[1], "En helt anden beskrivelse.", "HR")
    edition = edition_of(sheet(other, title="Indmeldt til budget 2027"))

    new = decide(review.make_new, edition.proposals.get())
    decide(review.accept_proposal, new)
    publish_edition(edition=edition, by=None, at=LATER)

    assert Initiative.objects.filter(title="Mentorordning").count() == 2


def test_an_edition_that_was_taken_for_a_new_version_can_be_made_a_document_of_its_own():
    published(sheet(MENTOR, QUIET, SENIOR))
    edition = edition_of(sheet(LONGER, QUIET), at=LATER)

    own = make_own_document(edition=edition, by=None, at=LATER)

    assert Document.objects.count() == 2
    assert own.number == 1
    assert set(own.proposals.values_list("title", "change", "decision", "initiative")) == {
        ("Mentorordning", "added", "waiting", None),
        ("Ro på vagten", "added", "waiting", None),
    }
