"""The main job: a plan comes in, someone looks through it, and it is one portfolio that people read and filter."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from indsats.initiatives.models import Goal, Initiative
from tests.cast import person

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "handleplan_nordhavet.docx"
WIDTHS = {"on a desk": 1280, "on a phone": 375}


@pytest.fixture(params=["the real plan", "the sample plan"])
def plan(request):
    """Give a plan with how many goals and initiatives a careful reader finds in it."""
    if request.param == "the sample plan":
        return SAMPLE, 5, 19
    return request.getfixturevalue("shared_dir") / "documents" / "handleplan_hovedstaden.txt", 5, 18


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_plan_becomes_a_portfolio(visit, plan, width):
    path, goals, initiatives = plan
    window = visit(person("programme_officer"), width=width)

    upload(window, path)
    resolve_what_must_be_resolved(window)
    accept_the_rest(window)
    publish(window)

    assert Goal.objects.count() == goals
    assert Initiative.objects.published().count() == initiatives
    the_portfolio_shows(window, initiatives)
    the_catalogue_can_be_filtered(window)
    an_initiative_shows_the_words_it_came_from(window)
    excel_holds(window, initiatives)


def upload(window, path):
    page = window.go("/dokumenter/")
    page.get_by_role("link", name="Indlæs dokumenter").first.click()
    window.look()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Læs dokumenterne").click()
    review = page.get_by_role("main").get_by_role("link", name=re.compile("Gennemgå"))
    expect(review).to_be_visible(timeout=60_000)
    window.look()
    review.click()
    window.look()


def resolve_what_must_be_resolved(window):
    page = window.page
    expect(page.get_by_text("skal afklares").first).to_be_visible()
    for _ in range(10):
        choices = page.locator(".warning-blocking .warning-choices button")
        if not choices.count():
            return
        choices.first.click()
        page.wait_for_load_state()
    pytest.fail("The blocking warnings do not end.")


def accept_the_rest(window):
    page = window.page
    page.get_by_role("button", name=re.compile("uden advarsler")).click()
    page.wait_for_load_state()
    for _ in range(30):
        accept = page.get_by_role("button", name="Godkend", exact=True)
        if not accept.count():
            return
        accept.click()
        page.wait_for_load_state()
    pytest.fail("There is always one more to accept.")


def publish(window):
    window.page.get_by_role("button", name="Offentliggør").click()
    window.page.wait_for_load_state()
    window.look()


def the_portfolio_shows(window, initiatives):
    page = window.go("/portefoelje/")
    expect(page.locator("#results")).to_contain_text(f"{initiatives} rækker")


def the_catalogue_can_be_filtered(window):
    page = window.go("/katalog/")
    everything = number_found(page)
    page.get_by_label("Hvad leder du efter?").fill("leder")
    page.wait_for_url(re.compile(r"[?&]q=leder"))
    window.look()
    assert 0 < number_found(page) < everything


def number_found(page):
    return int(re.search(r"(\d+) indsats", page.locator("#results").inner_text())[1])


def an_initiative_shows_the_words_it_came_from(window):
    initiative = Initiative.objects.published().order_by("pk").first()
    passage = initiative.passages.get(field="title")
    page = window.go(initiative.get_absolute_url())
    page.get_by_role("main").locator("summary", has_text=re.compile("Kilde")).first.click()
    expect(page.get_by_role("main")).to_contain_text(" ".join(passage.quote.split())[:40], use_inner_text=True)
    window.look()


def excel_holds(window, initiatives):
    page = window.go("/portefoelje/")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Excel")).click()
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    titles = [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert len(titles) == initiatives
