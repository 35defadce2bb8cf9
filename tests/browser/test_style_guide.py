"""The components in a real browser: reachable, readable on a phone and on paper, and swapped without a reload."""

import pytest

from tests.cast import user

ADDRESS = "/design/"


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_every_component_is_accessible_at_every_width(visit, width):
    visit(user(), width=width).go(ADDRESS)


def test_every_component_works_without_script(visit):
    page = visit(user(), width=375, java_script_enabled=False).page
    page.goto(ADDRESS)

    page.locator(".filters-panel > summary").click()
    page.get_by_label("Søg", exact=True).fill("nat")
    page.get_by_role("button", name="Vis", exact=True).click()

    assert "text=nat" in page.url
    assert _chips(page) == ["Fjern Søg: nat"]


def test_a_filter_swaps_the_results_keeps_the_focus_and_says_what_came(visit):
    window = visit(user())
    page = window.go(ADDRESS)
    page.evaluate("document.body.dataset.kept = 'yes'")

    status = page.get_by_label("Status", exact=True).first
    status.focus()
    status.select_option("critical")
    page.locator(".chip").wait_for()

    assert _chips(page) == ["Fjern Status: Kritisk"]
    assert page.url.endswith("/design/?light=critical")
    assert page.evaluate("document.body.dataset.kept") == "yes"
    assert page.evaluate("document.activeElement.name") == "light"
    page.wait_for_function("document.getElementById('announcer').textContent === '3 rækker'")
    window.look()


def test_a_chip_takes_its_value_out_of_the_form_too(visit):
    page = visit(user()).go(f"{ADDRESS}?light=critical&text=nat")

    page.locator(".chip", has_text="Kritisk").click()
    page.wait_for_url(lambda address: "light" not in address)

    assert _chips(page) == ["Fjern Søg: nat"]
    assert page.get_by_label("Status", exact=True).first.input_value() == ""
    assert page.get_by_label("Søg", exact=True).input_value() == "nat"


def test_sorting_swaps_the_list_and_keeps_the_focus(visit):
    page = visit(user()).go(ADDRESS)
    page.evaluate("document.body.dataset.kept = 'yes'")

    page.get_by_role("link", name="År", exact=True).click()
    page.locator("th[aria-sort=ascending]").wait_for()

    assert "sort=year" in page.url
    assert page.evaluate("document.body.dataset.kept") == "yes"
    assert page.evaluate("document.activeElement.textContent.trim()") == "År"


def test_files_can_be_dragged_in(visit):
    page = visit(user()).go(ADDRESS)
    dropped = page.evaluate_handle(
        "() => { const files = new DataTransfer(); files.items.add(new File(['x'.repeat(2000)], 'plan.pdf'));"
        " files.items.add(new File(['y'], 'bilag.docx')); return files; }"
    )

    page.locator("[data-drop-zone]").first.dispatch_event("drop", {"dataTransfer": dropped})

    assert page.locator("[data-drop-zone-files]").first.locator("li").all_inner_texts() == [
        "plan.pdf (2 kB)",
        "bilag.docx (0,1 kB)",
    ]
    assert page.locator("#id_blank-documents").evaluate("input => input.files.length") == 2


def test_the_persons_menu_opens_and_escape_closes_it(visit):
    window = visit(user("Ida Vestergaard"))
    page = window.go(ADDRESS)
    summary = page.locator(".person > summary")

    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Log ud").is_visible()
    window.look()
    page.keyboard.press("Escape")

    assert not page.get_by_role("button", name="Log ud").is_visible()
    assert summary.evaluate("element => element === document.activeElement")


def test_the_language_can_be_chosen_without_script(visit):
    page = visit(user(), java_script_enabled=False).page
    page.goto(f"{ADDRESS}?text=nat")

    page.locator(".person > summary").click()
    page.get_by_role("button", name="English").click()

    assert page.locator("h1").inner_text() == "Style guide"
    assert page.locator("html").get_attribute("lang") == "en"
    assert "text=nat" in page.url


def test_the_first_stop_of_the_keyboard_leads_past_the_menus(visit):
    page = visit(user()).go(ADDRESS)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_paper_carries_the_content_and_no_menus(visit):
    page = visit(user()).go(ADDRESS)

    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert [page.locator(part).first.is_visible() for part in (".person", ".filters-panel", ".button", ".foot")] == [
        False
    ] * 4


def test_forced_colours_keep_every_light_legible(visit):
    visit(user(), forced_colors="active").go(ADDRESS)


def _chips(page):
    return [" ".join(text.split()) for text in page.locator(".chip").all_inner_texts()]
