"""The ten-minute tour, walked through the demo region: every picture of docs/tour.md is taken here.

``make screenshots`` writes the pictures; without INDSATS_SCREENSHOTS the same walk only looks at every page.
"""

import os
import re
from pathlib import Path

import pytest
from django.utils import timezone, translation

from indsats.accounts.models import User
from indsats.initiatives.models import Initiative, Programme
from indsats.intake.models import Edition
from indsats.organisation.models import UnitVersion
from indsats.web.services.demo.region import build_demo

HOUSE = Path(__file__).resolve().parents[2]
TOUR = HOUSE / "docs" / "tour.md"


@pytest.fixture
def demo(request):
    request.getfixturevalue("transactional_db")
    with translation.override("da"):
        build_demo(samples=HOUSE / "samples", at=timezone.now(), say=lambda _line: None)


@pytest.mark.usefixtures("demo")
def test_the_tour_and_its_pictures(visit):
    taken = []

    def show(window, address, name):
        page = window.go(address)
        taken.append(name)
        if folder := os.environ.get("INDSATS_SCREENSHOTS"):
            page.screenshot(path=HOUSE / folder / f"{name}.png")

    show(visit(), "/konto/log-ind/", "sign-in")
    for name, address in stops():
        who = "ingrid.kirkemark" if name == "council" else "karen.holmvig"
        show(visit(demo_user(who)), address, name)
    show(visit(demo_user("lise.havnelund"), width=375, height=812), "/", "phone")

    assert re.findall(r"!\[[^\]]*\]\(pictures/([a-z-]+)\.png\)", TOUR.read_text(encoding="utf-8")) == taken
    assert {path.stem for path in (HOUSE / "docs" / "pictures").glob("*.png")} == set(taken)


def stops():
    """Give the stops in the order of the tour."""
    plan = Programme.objects.filter(kind="action_plan").order_by("pk").first()
    review = Edition.objects.get(state="in_review")
    initiative = Initiative.objects.get(title="Fast mentor det første år")
    merged = UnitVersion.objects.filter(name="Medicinsk og Geriatrisk Afdeling").first()
    return (
        ("front", "/"),
        ("upload", "/dokumenter/indlaes/"),
        ("review", f"/dokumenter/{review.pk}/gennemgang/"),
        ("portfolio", "/portefoelje/"),
        ("timeline", f"/portefoelje/?programme={plan.pk}&view=timeline"),
        ("initiative", initiative.get_absolute_url()),
        ("history", f"{initiative.get_absolute_url()}historik/"),
        ("programme", plan.get_absolute_url()),
        ("catalogue", "/katalog/?q=mentor"),
        ("overview", "/katalog/?visning=overblik"),
        ("organisation", "/organisation/"),
        ("unit", f"/organisation/{merged.unit_id}/"),
        ("council", "/"),
    )


def demo_user(name):
    return User.objects.get(email=f"{name}@nordhavet.example")


@pytest.mark.usefixtures("demo")
def test_every_page_on_a_phone_and_every_role_at_its_front_page(visit):
    officer = visit(demo_user("karen.holmvig"), width=375, height=812)
    for _name, address in stops():
        officer.go(address)
    for address in (
        "/dokumenter/",
        "/organisation/personer/",
        "/hjaelp/",
        "/soeg/?q=mentor",
        "/konto/profil/",
        "/design/",
    ):
        officer.go(address)
    for user in User.objects.filter(is_demo=True).order_by("pk"):
        visit(user).go("/")
    visit(demo_user("erik.systofte")).go("/log/")
