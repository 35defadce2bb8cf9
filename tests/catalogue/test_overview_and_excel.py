from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indsats.initiatives.models import Initiative
from indsats.organisation.domain.target_groups import label_of as group
from tests import cast
from tests.catalogue.reading import page, titles
from tests.catalogue.shelf import shelved
from tests.initiatives.made import programme

pytestmark = pytest.mark.django_db


def test_excel_holds_everything_that_was_found_in_the_order_shown(signed_in):
    shelved("Mentorordning", phase="running", start_year=2026, target_groups=["nurse"], unit=cast.ward_a())
    shelved("=Mentor()", description="For alle")
    shelved("Nye senge")

    response = signed_in.get(reverse("catalogue:excel") + "?q=mentor&sorter=titel")
    rows = list(openpyxl.load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True))

    assert [row[:4] for row in rows] == [
        ("Titel", "Organisation", "Fase", "Første år"),
        ("=Mentor()", None, None, None),
        (
            "Mentorordning",
            "Sengeafsnit A, Medicinsk Afdeling, Fjordby Hospital",
            str(Initiative.Phase.RUNNING.label),
            2026,
        ),
    ]


def test_the_overview_counts_each_place_and_group_and_links_to_what_it_counts(signed_in, reader):
    shelved("A", target_groups=["nurse", "midwife"], unit=cast.ward_a())
    shelved("B", target_groups=["nurse"], unit=cast.ward_b())
    shelved("C", unit=cast.surgery())
    shelved("D", target_groups=["midwife"])

    overview = page(reader, "visning=overblik").overview

    assert [column.name for column in overview.columns] == [group("midwife"), group("nurse")]
    assert [(row.name, [cell.count for cell in row.cells], row.total) for row in overview.rows] == [
        ("Bakkeby Sygehus", [0, 0], 1),
        ("Fjordby Hospital", [1, 2], 2),
        ("Sted ikke angivet", [1, 0], 1),
    ]
    assert overview.total == 4
    assert titles(signed_in, overview.rows[1].cells[1].url) == ["A", "B"]


def test_the_overview_can_be_by_theme(signed_in):
    shelved("A", themes=["onboarding"], unit=cast.ward_a())

    html = signed_in.get(reverse("catalogue:catalogue") + "?visning=overblik&kolonner=tema").content.decode()

    assert "Antal indsatser efter organisation og efter: Tema" in html
    assert "Introduktion af nye" in html


ADDRESSES = [
    "",
    "q=mentor",
    "q=mentor&faggruppe=nurse&tema=onboarding&sorter=organisation",
    "visning=overblik",
    "sorter=nyeste",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_number_of_queries_is_the_same_for_one_and_three(signed_in, address):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            signed_in.get(f"{reverse('catalogue:catalogue')}?{address}")
        return len(queries)

    def one(title):
        fields = {"target_groups": ["nurse"], "themes": ["onboarding"], "unit": cast.ward_a(), "phase": "running"}
        shelved(title, programmes=[programme(f"Plan {title}")], **fields)

    one("Mentor 1")
    signed_in.get(reverse("catalogue:catalogue"))
    with_one = count()
    one("Mentor 2")
    one("Mentor 3")

    assert count() == with_one
    assert with_one <= 30


def test_excel_is_made_with_as_many_queries_for_three_as_for_one(signed_in, django_assert_max_num_queries):
    for number in range(3):
        shelved(f"Mentor {number}", target_groups=["nurse"], unit=cast.ward_a())

    with django_assert_max_num_queries(20):
        signed_in.get(reverse("catalogue:excel") + "?q=mentor")
