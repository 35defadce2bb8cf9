"""The organisation in a real browser: every page of it, and a split by keyboard, from the search to the story."""

import pytest
from playwright.sync_api import expect

from indsats.organisation.models import UnitEvent
from indsats.organisation.services.committees import establish_committee
from indsats.organisation.services.mandates import grant_mandate
from indsats.organisation.services.names import add_alias
from tests import cast
from tests.organisation import region_in_events as told

at_every_width = pytest.mark.parametrize("width", [1280, 375], ids=["on a desk", "on a phone"])


def region_with_a_past():
    """Make something of everything that the pages show, and return the administrator."""
    told.small_region()
    told.renamed()
    told.events.close_unit(unit=told.unit("syd"), on=told.LATER, by=None, successors=[told.unit("nord")])
    body = establish_committee(key="med", name="MED-udvalget", unit=told.unit("nord"), by=None)
    add_alias(unit=told.unit("nord"), text="Nordsygehuset", kind="former_name", by=None)
    leader = {"role": "ward_leader", "unit": told.unit("afsnit"), "valid_from": told.START, "by": None}
    original = grant_mandate(user=cast.user("Leder Larsen"), committee=body, **leader)
    grant_mandate(user=cast.user("Vikar Vang"), substitute_for=original, **leader)
    return cast.person("administrator", told.unit("egn")), original


@at_every_width
def test_every_page_of_the_organisation_is_accessible(visit, width):
    administrator, mandate = region_with_a_past()
    window = visit(administrator, width=width)
    north, renaming = told.unit("nord").pk, UnitEvent.objects.get(kind="rename").pk

    for address in (
        "",
        "?udfold=on",
        "?soeg=syd",
        "?soeg=findes-ikke",
        "?dato=2010-01-01",
        f"{north}/",
        f"{told.unit('syd').pk}/",
        f"{told.unit('afsnit').pk}/",
        f"{north}/navn/",
        *(f"{north}/aendring/{slug}/" for slug in ("opret", "omdoeb", "sammenlaeg", "del", "luk")),
        f"{told.unit('afsnit').pk}/aendring/flyt/",
        f"haendelse/{renaming}/tag-tilbage/",
        f"haendelse/{UnitEvent.objects.first().pk}/tag-tilbage/",
        "personer/",
        "personer/?soeg=findes-ikke",
        "personer/ny-rolle/",
        f"personer/{mandate.pk}/",
        f"personer/{mandate.pk}/slut/",
        f"personer/{mandate.pk}/vikar/",
    ):
        window.go(f"/organisation/{address}")


@at_every_width
def test_a_unit_is_found_and_split_by_keyboard_alone(visit, width):
    administrator, _ = region_with_a_past()
    window = visit(administrator, width=width)
    page = window.go("/organisation/")

    page.get_by_label("Find en enhed").focus()
    page.keyboard.type("Afsnit 1")
    page.keyboard.press("Enter")
    expect(page.get_by_text("hed tidligere Afsnit 1")).to_be_visible()
    page.get_by_role("link", name="Afsnit Et").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Del i flere").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Del 1: navn").focus()
    page.keyboard.type("Afsnit Øst")
    page.get_by_label("Del 2: navn").focus()
    page.keyboard.type("Afsnit Vest")
    page.get_by_label("Gælder fra").fill("2025-01-01")
    page.get_by_label("Hvorfor").focus()
    page.keyboard.type("To gange")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=2, name="Det ændres den 1. januar 2025")).to_be_visible()
    expect(page.get_by_text("Lukker. Føres videre af Afsnit Øst og Afsnit Vest.")).to_be_visible()
    expect(page.get_by_text("Leder Larsen: Afsnitsleder, Afsnit Et")).to_be_visible()
    window.look()
    page.get_by_role("button", name="Bekræft ændringen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ændringen er registreret.")).to_be_visible()
    expect(page.get_by_text("Enheden lukkede 1. januar 2025.")).to_be_visible()
    window.look()


def test_roles_are_filtered_in_place_and_fetched_as_excel(visit):
    administrator, _ = region_with_a_past()
    window = visit(administrator)
    page = window.go("/organisation/personer/")

    page.get_by_label("Navn, e-mail eller enhed").fill("vang")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Vikar Vang")).to_be_visible()
    expect(page.get_by_role("link", name="Leder Larsen")).to_have_count(0)
    window.go(page.url)  # the choice stands in the address
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som Excel").click()

    assert "soeg=vang" in page.url
    assert download.value.suggested_filename == "personer-og-roller.xlsx"
    window.look()
