import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indsats.intake.models import Batch, Edition, Proposal
from tests import cast
from tests.intake.samples import MENTOR, PLAN, QUIET, SENIOR, brought_in, edition_of, sample, sheet
from tests.intake.visiting import act, page, published, review_of, the, typed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def region():
    cast.whole_region()


# Bringing in


def test_files_that_are_dropped_become_one_batch(client, officer, django_capture_on_commit_callbacks):
    files = [SimpleUploadedFile("a.xlsx", sheet(MENTOR)), SimpleUploadedFile("tom.docx", b"")]

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("intake:upload"), {"documents": files})

    batch = Batch.objects.get()
    assert response.url == batch.get_absolute_url()
    shown = page(client, response.url)
    assert "1 post fundet." in shown
    assert "Filen er tom. Find den rigtige fil, og prøv igen." in shown
    assert batch.created_by == officer


@pytest.mark.usefixtures("officer")
def test_sending_no_file_says_what_to_do(client):
    response = client.post(reverse("intake:upload"), {})

    assert response.status_code == 422
    assert "Vælg mindst én fil." in response.content.decode()
    assert not Batch.objects.exists()


@pytest.mark.usefixtures("officer")
def test_a_file_that_could_not_be_read_can_be_tried_again(client, django_capture_on_commit_callbacks):
    [upload] = brought_in(("halv.docx", sample(PLAN)[1][:2000]))

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("intake:retry", args=[upload.pk]))

    upload.refresh_from_db()
    assert upload.state == "unreadable"
    assert upload.batch.progress.state == "done"


# The review


@pytest.mark.usefixtures("officer")
def test_the_review_lays_the_passage_beside_the_record(client):
    edition = edition_of(sheet(MENTOR, QUIET))
    quiet = the(edition, "Ro på vagten")

    shown = page(client, review_of(edition, f"?forslag={quiet.pk}"))

    marked = re.findall(r'value="(\d+)" data-marked><mark>(.*?)</mark>', shown)
    assert marked == [(str(quiet.line_start), " · ".join(QUIET))]
    assert 'value="Ro på vagten"' in shown


@pytest.mark.usefixtures("officer")
def test_accepting_goes_on_to_the_next_that_waits_in_the_same_list(client):
    edition = edition_of(sheet(MENTOR, QUIET, SENIOR))
    first, second, third = edition.proposals.order_by("position")
    query = "?vis=venter"

    after_second = client.post(act("godkend", second, query), typed(second))
    after_third = client.post(act("godkend", third, query), typed(third))

    assert after_second.url == review_of(edition, f"{query}&forslag={third.pk}#arbejde")
    assert after_third.url == review_of(edition, f"{query}&forslag={first.pk}#arbejde")


def test_accepting_keeps_what_was_typed(client, officer):
    proposal = edition_of(sheet(MENTOR)).proposals.get()

    client.post(act("godkend", proposal), typed(proposal, title="Mentor for nye", start_year="2025", phase="pilot"))

    proposal.refresh_from_db()
    assert (proposal.decision, proposal.decided_by) == ("accepted", officer)
    assert proposal.edited == {"title": "Mentor for nye", "start_year": 2025, "phase": "pilot"}


@pytest.mark.usefixtures("officer")
def test_accepting_what_stands_there_corrects_nothing(client):
    plan = edition_of(*reversed(sample(PLAN)))
    proposals = list(plan.proposals.all())

    for proposal in proposals:
        client.post(act("godkend", proposal), typed(proposal))

    edited = plan.proposals.exclude(edited={}).values_list("title", "edited")
    assert list(edited) == []
    assert plan.proposals.filter(decision="accepted").count() == len(proposals)


@pytest.mark.usefixtures("officer")
def test_a_wrong_field_is_said_and_what_was_typed_stays(client):
    proposal = edition_of(sheet(MENTOR)).proposals.get()
    sent = typed(proposal, title="Min egen titel", start_year="2027", end_year="2026")

    response = client.post(act("godkend", proposal), sent)

    shown = response.content.decode()
    assert response.status_code == 422
    assert "Det sidste år ligger før det første. Ret et af dem." in shown
    assert 'value="Min egen titel"' in shown
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.edited) == ("waiting", {})


def test_the_second_of_two_reviewers_sees_the_difference_and_keeps_what_was_typed(client, officer):
    proposal = edition_of(sheet(MENTOR)).proposals.get()
    sent = typed(proposal, title="Min titel")
    other = cast.person("programme_officer", cast.fjordby(), "Bente Bak")
    client.force_login(other)
    client.post(act("gem", proposal), typed(proposal, title="Bentes titel"))
    client.force_login(officer)

    response = client.post(act("godkend", proposal), sent)

    shown = response.content.decode()
    assert response.status_code == 409
    assert "Bente Bak har ændret posten i mellemtiden." in shown
    assert "<strong>Titel</strong>: Bentes titel (dit: Min titel)" in shown
    assert 'value="Min titel"' in shown
    proposal.refresh_from_db()
    assert (proposal.title, proposal.decision) == ("Bentes titel", "waiting")


@pytest.mark.usefixtures("officer")
def test_sending_it_again_after_that_is_meant(client):
    proposal = edition_of(sheet(MENTOR)).proposals.get()
    Proposal.objects.filter(pk=proposal.pk).update(version=2)
    shown = client.post(act("godkend", proposal), typed(proposal, title="Min titel")).content.decode()
    version = re.search(r'name="version" value="(\d+)"[^>]*id="id_version"', shown)[1]

    client.post(act("godkend", proposal), typed(proposal, title="Min titel", version=version))

    proposal.refresh_from_db()
    assert (proposal.title, proposal.decision) == ("Min titel", "accepted")


@pytest.mark.usefixtures("officer")
def test_the_last_act_can_be_undone_from_anywhere_in_the_review(client):
    edition = edition_of(sheet(MENTOR, QUIET))
    mentor = the(edition, "Mentorordning")
    client.post(act("afvis", mentor), typed(mentor))
    shown = page(client, review_of(edition))
    assert "Fortryd: Mentorordning" in shown

    client.post(act("fortryd", mentor), {"version": 2})

    mentor.refresh_from_db()
    assert mentor.decision == "waiting"
    assert "Fortryd: Mentorordning" not in page(client, review_of(edition))


@pytest.mark.usefixtures("officer")
def test_a_record_is_split_and_merged_by_plain_forms(client):
    two = (*MENTOR[:2], "Alle nye får en mentor. De møder hver mandag kl. 9.", "HR")
    edition = edition_of(sheet(two))
    whole = edition.proposals.get()

    client.post(act("del", whole), {"version": 1, "place": "24", "second_title": "Mandagsmøde"})
    part = the(edition, "Mandagsmøde")
    client.post(act("saml", part), {"version": part.version, "into": f"{whole.pk}:2"})

    whole.refresh_from_db()
    assert whole.values["description"] == "Alle nye får en mentor.\n\nDe møder hver mandag kl. 9."
    assert the(edition, "Mandagsmøde").decision == "merged"


@pytest.mark.parametrize(
    ("name", "sent", "sentence"),
    [
        ("del", {"place": ""}, "Vælg, hvor den anden post begynder."),
        ("del", {"place": "3", "second_title": ""}, "Skriv en titel til den anden post."),
        ("saml", {"into": "x"}, "Vælg den post, den skal samles med."),
        ("fortryd", {}, "Her er ikke noget at fortryde."),
        ("ny", {}, "Posten er allerede ny."),
    ],
)
@pytest.mark.usefixtures("officer")
def test_an_act_that_cannot_be_done_says_why(client, name, sent, sentence):
    proposal = edition_of(sheet(MENTOR)).proposals.get()

    shown = client.post(act(name, proposal), {"version": 1, **sent}, follow=True).content.decode()

    assert sentence in shown


@pytest.mark.usefixtures("officer")
def test_the_list_is_narrowed_by_state_kind_and_warnings(client):
    edition = edition_of(*reversed(sample(PLAN)))
    mentor = the(edition, "Fast mentor det første år")
    client.post(act("afvis", mentor), typed(mentor))

    def titles(query):
        return re.findall(r'class="review-title">(.*?)<', page(client, review_of(edition, query)))

    assert titles("?vis=afvist") == ["Fast mentor det første år"]
    assert len(titles("?vis=venter")) == 18
    assert len(titles("?vis=alle")) == 19
    assert "Makkerpar for nye afsnitsledere" in titles("?vis=advarsler")
    assert titles("?vis=godkendt") == []
    assert titles("?vis=sludder&art=sludder&forslag=x") == titles("?vis=venter")


@pytest.mark.usefixtures("officer")
def test_the_contradiction_is_resolved_from_the_top_of_the_page(client):
    edition = edition_of(*reversed(sample(PLAN)))
    shown = page(client, review_of(edition))
    assert "Målsætning 4: En tryg begyndelse" in shown

    finding = edition.findings.get(code="goal_mismatch")
    client.post(reverse("intake:resolve", args=[finding.pk]), {"choice": "1"})

    shown = page(client, review_of(edition))
    assert "Et forslag blev valgt: Målsætning: 5" in shown
    assert "skal afklares" not in shown


@pytest.mark.usefixtures("officer")
def test_publishing_leads_to_the_document_and_refusing_says_why(client):
    edition = edition_of(sheet(MENTOR))
    url = reverse("intake:publish", args=[edition.pk])

    refused = client.post(url, follow=True).content.decode()
    client.post(reverse("intake:accept_all", args=[edition.pk]))
    done = client.post(url)

    assert "1 post venter stadig på en beslutning." in refused
    assert done.url == edition.document.get_absolute_url()
    assert Edition.objects.get().state == "published"


@pytest.mark.usefixtures("officer")
def test_the_review_of_a_closed_edition_is_its_document(client):
    edition = published(sheet(MENTOR))

    assert client.get(review_of(edition)).url == edition.document.get_absolute_url()


@pytest.mark.usefixtures("officer")
def test_an_act_that_does_not_exist_is_not_found(client):
    proposal = edition_of(sheet(MENTOR)).proposals.get()

    assert client.post(act("sludder", proposal), {"version": 1}).status_code == 404


@pytest.mark.usefixtures("officer")
def test_the_review_costs_the_same_with_one_record_and_with_many(client):
    few, many = edition_of(sheet(MENTOR)), edition_of(*reversed(sample(PLAN)))

    counts = []
    for edition in (few, many):
        page(client, review_of(edition))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, review_of(edition))
        counts.append(len(queries))

    assert counts[0] <= counts[1] <= counts[0] + 2  # the plan has warnings, whose records are fetched at once
