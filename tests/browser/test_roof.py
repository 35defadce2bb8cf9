"""Sign-in, front page, profile, help, search, log and error pages in a real browser, by mouse and by keyboard."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from indsats.accounts.models import User
from indsats.foundation.audit.services import record
from indsats.initiatives.services import create_initiative, create_programme, set_light
from tests import cast

WIDTHS = {"on a desk": 1280, "on a phone": 375}
ADDRESSES = [
    "/konto/profil/",
    "/konto/adgangskode/",
    "/hjaelp/",
    "/soeg/?q=mentor",
    "/soeg/?q=findes-ikke",
    "/log/",
    "/nej/",
]
at_every_width = pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)


def something_to_look_at():
    """Make initiatives of every light, close by and elsewhere, so that no part of any page is empty."""
    now = timezone.now()
    programme = create_programme(by=None, at=now, title="Handleplan for arbejdsliv", kind="action_plan")
    reasons = {"critical": "Pengene er brugt.", "attention": "Det trækker ud.", "on_plan": "", "not_updated": ""}
    for number, (light, reason) in enumerate(reasons.items()):
        for unit in (cast.ward_a(), cast.surgery()):
            fields = {"title": f"Mentorordning {number}", "unit": unit, "phase": "running", "programmes": [programme]}
            made = create_initiative(by=None, at=now, fields=fields, publish=True)
            set_light(initiative=made, by=None, at=now, light=light, reason=reason, version=made.version)
    record("organisation.unit.renamed", on=cast.ward_a(), by=None, changes={"name": ["Afsnit A", "Sengeafsnit A"]})


@at_every_width
def test_the_front_page_of_every_role_is_accessible(visit, width):
    something_to_look_at()

    for role in cast.ROLES:
        window = visit(cast.person(role), width=width)
        page = window.go("/")
        expect(page.get_by_role("heading", level=2, name="Det venter på dig")).to_be_visible()


@at_every_width
def test_every_page_of_the_roof_is_accessible(visit, width):
    something_to_look_at()
    window = visit(cast.person("administrator"), width=width)

    for address in ADDRESSES:
        window.go(address)


@at_every_width
def test_someone_signs_in_and_out_by_keyboard_alone(visit, width):
    cast.person("employee", name="Anna Holm")
    window = visit(width=width)
    page = window.go("/hjaelp/")

    expect(page.get_by_label("E-mail")).to_be_focused()
    page.keyboard.type("anna.holm@havregionen.example")
    page.keyboard.press("Tab")
    page.keyboard.type("forkert")
    page.keyboard.press("Enter")
    expect(page.get_by_text("E-mailadressen eller adgangskoden er forkert.").first).to_be_visible()
    window.look()
    page.get_by_label("Adgangskode").focus()
    page.keyboard.type(cast.PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Hjælp")).to_be_visible()

    page.locator("details.person > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Log ud").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du er logget ud.")).to_be_visible()
    window.look()


@at_every_width
def test_a_visitor_of_the_demo_signs_in_with_one_press(visit, width):
    person = cast.person("ward_leader", cast.ward_a(), name="Lise Demo")
    User.objects.filter(pk=person.pk).update(is_demo=True)
    window = visit(width=width)
    page = window.go("/")

    page.get_by_role("button", name=re.compile("Afsnitsleder")).click()

    expect(page.get_by_role("heading", level=1, name=re.compile("Lise"))).to_be_visible()


@at_every_width
def test_the_page_of_a_locked_account_is_accessible(visit, width):
    cast.user("Anna Holm")
    window = visit(width=width)
    page = window.go("/konto/log-ind/")

    for _ in range(5):
        page.get_by_label("E-mail").fill("anna.holm@havregionen.example")
        page.get_by_label("Adgangskode").fill("forkert")
        page.get_by_role("button", name="Log ind", exact=True).click()

    expect(page.get_by_role("heading", level=1, name="Kontoen er låst et stykke tid")).to_be_visible()
    window.look()


def test_the_log_is_narrowed_without_leaving_the_page(visit):
    something_to_look_at()
    window = visit(cast.person("administrator"))
    page = window.go("/log/")

    page.get_by_label("Hvad").select_option(label="Omdøbte en enhed")

    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("row").nth(1).locator("summary").click()
    expect(page.get_by_text("Afsnit A → Sengeafsnit A")).to_be_visible()
    window.look()
