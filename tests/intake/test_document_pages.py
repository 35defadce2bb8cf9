import io
import re

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indsats.intake.models import Document
from indsats.intake.pages import waiting_for
from indsats.intake.services import review
from indsats.intake.services.editions import discard_edition
from tests import cast
from tests.intake.samples import AT, LATER, MENTOR, PLAN, QUIET, SENIOR, edition_of, sample, sheet
from tests.intake.visiting import page, published, review_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def region():
    cast.whole_region()


# Documents


@pytest.mark.usefixtures("employee")
def test_everyone_sees_published_documents_and_nobody_else_those_in_review(client):
    shown, hidden = published(sheet(MENTOR)), edition_of(sheet(QUIET, title="Et andet ark"))

    listed = page(client, reverse("intake:documents"))

    assert shown.title in listed
    assert hidden.title not in listed
    assert "Indlæs dokumenter" not in listed
    page(client, hidden.document.get_absolute_url(), status=404)
    page(client, reverse("intake:original", args=[hidden.stored_id]), status=404)
    assert shown.title in page(client, shown.document.get_absolute_url())


@pytest.mark.usefixtures("employee")
def test_a_reader_sees_the_published_edition_while_the_next_is_in_review(client):
    first = published(sheet(MENTOR, QUIET))
    second = edition_of(sheet(MENTOR, QUIET, SENIOR), at=LATER)

    shown = page(client, first.document.get_absolute_url())

    assert second.document == first.document
    assert "Udgave 1" in shown
    assert "Udgave 2" not in shown


@pytest.mark.usefixtures("officer")
def test_the_list_is_searched_filtered_and_sorted_in_the_address(client):
    published(sheet(MENTOR, title="Ark over mentorer"))
    edition_of(*reversed(sample(PLAN)))

    def titles(query):
        shown = page(client, reverse("intake:documents") + query)
        return re.findall(r'<a href="/dokumenter/dokument/\d+/">(.*?)</a>', shown)

    assert titles("?q=mentorer ark") == ["Ark over mentorer"]
    assert titles("?genre=action_plan") == ["Handleplan for ’Plads til et godt arbejdsliv’"]
    assert titles("?state=published") == ["Ark over mentorer"]
    assert titles("?sort=title") == sorted(titles(""))
    assert "Ingen dokumenter passer til det, du har valgt." in page(client, reverse("intake:documents") + "?q=findes")


@pytest.mark.usefixtures("officer")
def test_without_documents_the_list_says_what_to_do(client):
    assert "Ingen dokumenter endnu" in page(client, reverse("intake:documents"))


@pytest.mark.usefixtures("officer")
def test_the_list_comes_out_as_excel_as_it_is_shown(client):
    published(sheet(MENTOR, title="Ark over mentorer"))
    edition_of(*reversed(sample(PLAN)))

    response = client.get(reverse("intake:documents") + "?format=xlsx&genre=register")

    rows = list(openpyxl.load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))
    assert rows[0] == ("Titel", "Genre", "Organisation", "Udgave", "Tilstand", "Poster", "Læst")
    assert [row[:6] for row in rows[1:]] == [("Ark over mentorer", "Koordinatorark", None, 1, "Offentliggjort", 1)]


@pytest.mark.usefixtures("officer")
def test_the_list_costs_the_same_with_one_document_and_with_three(client):
    counts = []
    for title in ("Første ark", "Andet regneark", "Tredje oversigt"):
        edition_of(sheet((*MENTOR[:1], title, *MENTOR[2:]), title=title))
        page(client, reverse("intake:documents"))
        with CaptureQueriesContext(connection) as queries:
            page(client, reverse("intake:documents"))
        counts.append(len(queries))

    assert Document.objects.count() == 3
    assert len(set(counts)) == 1


@pytest.mark.usefixtures("officer")
def test_the_document_costs_the_same_with_one_record_and_with_three(client):
    counts = []
    for data in (sheet(MENTOR, title="Ét"), sheet(MENTOR, QUIET, SENIOR, title="Tre poster")):
        document = published(data).document
        page(client, document.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            page(client, document.get_absolute_url())
        counts.append(len(queries))

    assert len(set(counts)) == 1


@pytest.mark.usefixtures("officer")
def test_the_document_tells_what_each_record_became(client):
    edition = published(sheet(MENTOR))
    initiative = edition.proposals.get().initiative

    shown = page(client, edition.document.get_absolute_url())

    assert f'<a href="{initiative.get_absolute_url()}">Mentorordning</a>' in shown
    assert f"/dokumenter/original/{edition.stored_id}/?side=1&amp;linje=" in shown


@pytest.mark.usefixtures("employee")
def test_the_facts_of_a_call_stand_on_its_page(client):
    published(*reversed(sample("opslag_nordhavet.docx")))

    shown = page(client, Document.objects.get().get_absolute_url())

    assert "Form for støtte" in shown
    assert "Kriterium" in shown


# Originals


@pytest.mark.usefixtures("employee")
def test_an_original_is_handed_out_as_it_came_in_and_never_opened_in_the_browser(client):
    data = sheet(MENTOR)
    edition = published(data, "Ark <over> indsatser.xlsx")

    response = client.get(reverse("intake:original", args=[edition.stored_id]))

    assert b"".join(response.streaming_content) == data
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.usefixtures("employee")
def test_the_text_is_shown_at_the_place_that_is_asked_for(client):
    edition = published(sheet(MENTOR, QUIET))

    shown = page(client, reverse("intake:original", args=[edition.stored_id]) + "?side=1&linje=5-5")

    assert re.findall(r"data-marked><mark>(.*?)</mark>", shown) == [" · ".join(QUIET)]


@pytest.mark.parametrize("query", ["?side=x&linje=y", "?side=99&linje=9-1", "?side=-1", "?linje=999999999999-3"])
@pytest.mark.usefixtures("employee")
def test_a_place_that_is_nonsense_is_somewhere_in_the_document(client, query):
    edition = published(sheet(MENTOR))

    assert "Oversigt over lokale indsatser" in page(
        client, reverse("intake:original", args=[edition.stored_id]) + query
    )


@pytest.mark.usefixtures("officer")
def test_the_original_of_a_discarded_edition_is_not_found(client):
    edition = edition_of(sheet(MENTOR))
    discard_edition(edition=edition, by=None, at=AT)

    page(client, reverse("intake:original", args=[edition.stored_id]), status=404)


# What waits


def test_what_waits_for_an_officer_is_each_review_with_how_many_records(officer):
    edition = edition_of(sheet(MENTOR, QUIET))

    [waiting] = waiting_for(officer, AT.date())

    assert (str(waiting.text), waiting.count) == (f"2 poster i »{edition.title}« venter på en beslutning.", 2)
    assert waiting.url == review_of(edition)


def test_a_review_without_anything_left_waits_to_be_published(officer):
    edition = edition_of(sheet(MENTOR))
    review.accept_all_without_warnings(edition=edition, by=None, at=AT)

    [waiting] = waiting_for(officer, AT.date())

    assert str(waiting.text) == f"»{edition.title}« er gennemgået og kan offentliggøres."


def test_many_reviews_are_said_as_one(officer):
    for title in ("Første ark", "Andet regneark", "Tredje oversigt", "Fjerde liste"):
        edition_of(sheet((*MENTOR[:1], title, *MENTOR[2:]), title=title))

    [waiting] = waiting_for(officer, AT.date())

    assert waiting.count == 4


def test_nothing_waits_for_others(employee):
    edition_of(sheet(MENTOR))

    assert waiting_for(employee, AT.date()) == ()
