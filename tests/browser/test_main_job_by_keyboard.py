"""The main job by keyboard alone: no mouse, no touch, from the documents to the words that an initiative came from."""

import re

from playwright.sync_api import expect

from indsats.initiatives.models import Initiative
from tests.browser.test_main_job import SAMPLE
from tests.cast import person

MANY = 400


def test_a_plan_becomes_a_portfolio_by_keyboard_alone(visit):
    window = visit(person("programme_officer"))
    page = window.go("/dokumenter/")

    press(page, "link", "Indlæs dokumenter")
    choose_file(page)
    press(page, "button", "Læs dokumenterne")
    expect(page.get_by_role("link", name=re.compile("Gennemgå"))).to_be_visible(timeout=60_000)
    press(page, "link", "Gennemgå")
    while page.locator(".warning-blocking .warning-choices button").count():
        press_focused(page, lambda: tab_to(page, ".warning-blocking .warning-choices button"))
    while page.locator('[data-key="a"]').count():
        press_focused(page, lambda: None, "a")
    press(page, "button", "Offentliggør")

    assert Initiative.objects.published().count() == 19
    page.goto("/portefoelje/")
    press(page, "link", "Fast mentor det første år")
    tab_to(page, "main summary")
    page.keyboard.press("Enter")
    expect(page.locator("main details[open]").first).to_contain_text("Fast mentor det første år")
    window.look()


def press(page, role, name):
    """Tab until the one with this name has the focus, and press it."""
    press_focused(page, lambda: tab_until(page, lambda: focused(page, role, name)))


def press_focused(page, reach, key="Enter"):
    """Reach something and press it; another page answers."""
    reach()
    with page.expect_navigation():
        page.keyboard.press(key)


def focused(page, role, name):
    tag = {"link": "a[href]", "button": "button"}[role]
    return page.evaluate(
        "([tag, name]) => document.activeElement.matches(tag) && document.activeElement.innerText.includes(name)",
        [tag, name],
    )


def tab_to(page, selector):
    tab_until(page, lambda: page.evaluate("selector => document.activeElement.matches(selector)", selector))


def tab_until(page, reached):
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if reached():
            return
    raise AssertionError("The keyboard does not reach it.")


def choose_file(page):
    """Reach the field by keyboard; the chooser that Enter opens is the system's own, so its answer is given here."""
    tab_to(page, "input[type=file]")
    page.locator("input[type=file]:focus").set_input_files(SAMPLE)
