import pytest

from indsats.foundation.access.verdict import Refused
from indsats.foundation.audit.models import Event
from indsats.initiatives.models import Goal, Initiative, MoneyLine, Programme
from indsats.intake.domain.correction import Correction
from indsats.intake.models import Edition
from indsats.intake.services import review
from indsats.intake.services.editions import discard_edition
from indsats.intake.services.findings import resolve_finding, set_aside_finding
from indsats.intake.services.publishing import edition as publishing
from indsats.intake.services.publishing import publish_edition
from tests import cast
from tests.intake.samples import AT, LATER, MENTOR, PLAN, QUIET, edition_of, nordhavet, sample, sheet

pytestmark = pytest.mark.django_db


def reviewed(data, name="ark.xlsx", by=None, at=AT):
    """Import a file and decide everything in it: the last suggestion, everything else accepted as it is."""
    edition = edition_of(data, name, at=at)
    for finding in edition.findings.open():
        if finding.suggestions:
            resolve_finding(finding=finding, choice=len(finding.suggestions) - 1, by=by, at=at)
        else:
            set_aside_finding(finding=finding, by=by, at=at)
    for proposal in edition.proposals.waiting():
        review.accept_proposal(proposal=proposal, version=proposal.version, by=by, at=at)
    return edition


def published(data, name="ark.xlsx", by=None, at=AT):
    return publish_edition(edition=reviewed(data, name, by, at), by=by, at=at)


@pytest.fixture
def plan():
    nordhavet()
    return published(*reversed(sample(PLAN)))


def test_the_action_plan_becomes_a_programme_with_five_goals_and_its_initiatives(plan):
    programme = Programme.objects.get()

    assert (programme.kind, programme.title) == ("action_plan", plan.title)
    assert programme.unit.key == "nordhavet"
    assert list(programme.goals.values_list("number", "title")) == [
        (1, "En arbejdsplads man bliver på"),
        (2, "Mere tid til kerneopgaven"),
        (3, "Vagter der hænger sammen"),
        (4, "En tryg begyndelse"),
        (5, "Ledelse med tid og retning"),
    ]
    assert programme.initiatives.count() == plan.proposals.count() == 19


def test_an_initiative_of_the_plan_has_its_goal_period_status_and_light(plan):
    initiative = Initiative.objects.get(title="Fælles spilleregler for vagtplanen")

    assert [goal.number for goal in initiative.goals.all()] == [3]
    assert (initiative.start_year, initiative.end_year, initiative.priority_year) == (2025, 2027, 2025)
    assert (initiative.status_text, initiative.light) == ("Øget opmærksomhed", "attention")
    assert initiative.light_reason.startswith(f"Det står i »{plan.title}« på side")
    assert (initiative.state, initiative.origin) == ("published", "political")


@pytest.mark.usefixtures("plan")
def test_a_printed_status_that_is_a_phase_becomes_the_phase():
    ended = Initiative.objects.get(title="Samtale når nogen rejser")

    assert (ended.phase, ended.light) == ("completed", "not_updated")


def test_every_field_points_back_to_the_words_it_was_read_from(plan):
    initiative = Initiative.objects.get(title="Fast mentor det første år")
    passages = {each.field: each for each in initiative.passages.all()}

    assert {"title", "description", "goals", "period_text", "status_text"} <= set(passages)
    assert passages["title"].quote == "Fast mentor det første år"
    assert {each.file_id for each in passages.values()} == {plan.stored_id}
    page = plan.pages.get(number=passages["title"].page)
    assert "Fast mentor det første år" in dict(page.lines)[passages["title"].line_start]


@pytest.mark.usefixtures("plan")
def test_the_way_out_of_the_contradiction_that_was_chosen_is_where_the_initiative_stands():
    initiative = Initiative.objects.get(title="Makkerpar for nye afsnitsledere")

    assert list(initiative.goals.values_list("title", flat=True)) == ["Ledelse med tid og retning"]


def test_publishing_twice_changes_nothing(plan):
    before = Initiative.objects.count(), Goal.objects.count(), Event.objects.count()

    again = publish_edition(edition=plan, by=None, at=LATER)

    assert (Initiative.objects.count(), Goal.objects.count(), Event.objects.count()) == before
    assert again.closed_at == AT


def test_the_programme_plan_becomes_objectives_money_and_activities():
    nordhavet()
    edition = published(*reversed(sample("programplan_nordhavet.docx")))

    programme = Programme.objects.get(kind="programme_plan")
    assert (programme.first_year, programme.last_year) == (2026, 2028)
    assert programme.goals.count() == 4
    money = MoneyLine.objects.filter(goal__programme=programme)
    assert money.count() == edition.proposals.filter(kind="budget_decision").count() > 0
    fund = money.get(amount_dkk=8_000_000)
    assert (fund.per, float(fund.earmark_min_share)) == ("total", 0.5)
    activities = Initiative.objects.filter(programmes=programme)
    assert activities.count() == edition.proposals.filter(kind="activity").count() > 0
    assert not activities.filter(goals__isnull=True).exists()


def test_an_activity_stands_under_its_objective_with_quarter_and_duration():
    nordhavet()
    published(*reversed(sample("programplan_nordhavet.docx")))

    course = Initiative.objects.get(title__startswith="Ny som leder")

    assert (course.start_year, course.launch_quarter, course.duration_days) == (2026, 1, 4)
    assert course.goals.get().title.startswith("LEDELSE TÆT PÅ HVERDAGEN")


def test_the_catalogue_becomes_local_and_regional_initiatives_at_their_units():
    nordhavet()
    edition = published(*reversed(sample("inspirationskatalog_nordhavet.pptx")))

    assert Programme.objects.get().kind == "catalogue"
    assert Initiative.objects.filter(origin="local").count() == 62
    assert Initiative.objects.filter(origin="regional").count() == 6
    assert not Initiative.objects.filter(unit__isnull=True).exists()
    assert edition.state == "published"


def test_the_booklet_becomes_recommendations_and_examples_that_keep_their_place_as_printed():
    nordhavet()
    edition = published(*reversed(sample("inspirationshaefte_nordhavet.pdf")))

    programme = Programme.objects.get(kind="booklet")
    assert programme.goals.count() == 10
    examples = Initiative.objects.filter(programmes=programme)
    assert examples.count() == edition.proposals.filter(kind="example").count() > 0
    assert set(examples.values_list("origin", "unit")) == {("local", None)}
    assert not examples.filter(goals__isnull=True).exists()


def test_a_call_is_kept_as_a_document_with_its_facts_and_makes_no_programme():
    nordhavet()
    edition = published(*reversed(sample("opslag_nordhavet.docx")))

    assert edition.document.genre == "call"
    assert edition.proposals.filter(kind="support_type", decision="accepted").count() == 3
    assert (Programme.objects.count(), Initiative.objects.count()) == (0, 0)


def test_what_was_rejected_does_not_come_to_stand_anywhere():
    cast.whole_region()
    edition = reviewed(sheet(MENTOR, QUIET))
    quiet = edition.proposals.get(title="Ro på vagten")
    review.reject_proposal(proposal=quiet, version=quiet.version, by=None, at=AT)

    publish_edition(edition=edition, by=None, at=AT)

    assert list(Initiative.objects.values_list("title", flat=True)) == ["Mentorordning"]


def test_a_unit_is_found_inside_its_hospital_and_kept_as_printed():
    cast.whole_region()
    headings = ("Hospital", "Afdeling", "Indsats", "Beskrivelse")
    rows = [
        ("FBH", "Medicinsk Afdeling", "Første", "Tekst."),
        ("Fjordby Hospital", "Sengeafsnit A", "Anden", "Tekst."),
        ("Fjordby Hospital", "Kirurgisk Afdeling", "Tredje", "Tekst."),
    ]

    published(sheet(*rows, headings=headings))

    placed = dict(Initiative.objects.values_list("title", "unit__key"))
    assert placed == {"Første": "fjordby-medicin", "Anden": "fjordby-medicin-a", "Tredje": "fjordby"}
    assert Initiative.objects.get(title="Tredje").unit_text == "Kirurgisk Afdeling, Fjordby Hospital"


def test_an_organisation_that_nobody_knows_keeps_its_text():
    cast.whole_region()
    published(sheet(("Det Gamle Sygehus", *MENTOR[1:])))

    initiative = Initiative.objects.get()
    assert (initiative.unit, initiative.unit_text) == (None, "Det Gamle Sygehus")


def test_a_publishing_that_fails_half_way_leaves_nothing(monkeypatch):
    cast.whole_region()
    edition = reviewed(sheet(MENTOR, QUIET))

    def broken(*_everything):
        raise ZeroDivisionError

    monkeypatch.setattr(publishing, "publish_money", broken)
    with pytest.raises(ZeroDivisionError):
        publish_edition(edition=edition, by=None, at=AT)

    assert not Initiative.objects.exists()
    assert not Programme.objects.exists()
    assert Edition.objects.get().state == "in_review"


def test_an_officer_cannot_publish_into_another_hospital():
    cast.whole_region()
    officer = cast.person("programme_officer", cast.bakkeby())
    edition = reviewed(sheet(MENTOR), by=officer)

    with pytest.raises(Refused):
        publish_edition(edition=edition, by=officer, at=AT)

    assert not Programme.objects.exists()


def test_a_discarded_edition_cannot_be_published():
    cast.whole_region()
    edition = reviewed(sheet(MENTOR))
    discard_edition(edition=edition, by=None, at=AT)

    with pytest.raises(Refused, match="kasseret"):
        publish_edition(edition=edition, by=None, at=AT)


def test_an_edition_with_something_waiting_cannot_be_published():
    cast.whole_region()
    edition = edition_of(sheet(MENTOR, QUIET))

    with pytest.raises(Refused, match="2 poster venter stadig på en beslutning"):
        publish_edition(edition=edition, by=None, at=AT)


def test_one_publishing_is_one_operation_in_the_log():
    cast.whole_region()
    published(sheet(MENTOR, QUIET))

    event = Event.objects.get(action="intake.edition.published")
    together = set(Event.objects.filter(operation=event.operation).values_list("action", flat=True))
    assert {"initiatives.programme.created", "initiatives.initiative.created"} < together


def test_a_new_edition_changes_money_and_objectives_and_adds_none():
    nordhavet()
    published(*reversed(sample("programplan_nordhavet.docx")))
    before = MoneyLine.objects.count(), Goal.objects.count()

    edition = edition_of(_with("8 mio.", "9 mio."), "plan2.docx", at=LATER)
    for proposal in edition.proposals.waiting():
        review.accept_proposal(proposal=proposal, version=proposal.version, by=None, at=LATER, correction=Correction())
    for finding in edition.findings.open():
        set_aside_finding(finding=finding, by=None, at=LATER)
    publish_edition(edition=edition, by=None, at=LATER)

    assert (MoneyLine.objects.count(), Goal.objects.count()) == before
    assert MoneyLine.objects.filter(amount_dkk=9_000_000).count() == 1


def _with(old, new):
    """Return the programme plan with some words changed."""
    import io

    import docx

    document = docx.Document(io.BytesIO(sample("programplan_nordhavet.docx")[1]))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
