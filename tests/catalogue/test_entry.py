import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indsats.catalogue.pages import entry_page
from indsats.initiatives.domain.themes import label_of
from indsats.initiatives.models import Initiative
from tests import cast
from tests.catalogue.shelf import shelved
from tests.initiatives.made import initiative

pytestmark = pytest.mark.django_db


def address(made):
    return reverse("catalogue:entry", args=[made.pk])


def test_an_entry_tells_what_they_do_for_whom_where_when_and_whom_to_ask(signed_in, reader):
    owner = cast.person("owner", name="Bodil Holm")
    made = shelved(
        "Mentorordning",
        description="Nye får en mentor.\nI tre måneder.",
        target_text="Nyansatte",
        unit=cast.ward_b(),
        owner=owner,
        start_year=2025,
        end_year=2026,
        phase="running",
        themes=["mentoring"],
    )

    page = entry_page(made, reader)

    assert page.card.title == "Mentorordning"
    assert page.paragraphs == ("Nye får en mentor.", "I tre måneder.")
    assert (page.for_whom, page.card.place) == ("Nyansatte", "Sengeafsnit B, Medicinsk Afdeling, Fjordby Hospital")
    assert (page.card.period, page.card.themes) == ("2025–2026", (label_of("mentoring"),))
    assert (page.contact, page.contact_email) == ("Bodil Holm", owner.email)
    assert page.read_more == f"/indsatser/{made.pk}/"
    assert signed_in.get(address(made)).status_code == 200


def test_an_entry_names_the_responsible_as_printed_where_nobody_is_known(reader):
    assert entry_page(shelved(owner_text="HR-afdelingen"), reader).contact == "HR-afdelingen"


def test_an_entry_shows_what_is_like_it_and_why(reader):
    made = shelved("Mentorordning", description="Nyansatte følges af en mentor på natten.")
    shelved("Mentorer til nyansatte", description="En mentor i tre måneder.")
    shelved("Nye senge")

    page = entry_page(made, reader)

    assert [(other.card.title, other.because) for other in page.similar] == [
        ("Mentorer til nyansatte", ("mentor", "nyansatte"))
    ]


def test_what_is_not_published_is_nowhere_to_be_found(signed_in):
    draft = initiative("Udkast", publish=False)
    withdrawn = shelved("Trukket tilbage")
    Initiative.objects.filter(pk=withdrawn.pk).update(state="withdrawn")

    assert signed_in.get(address(draft)).status_code == 404
    assert signed_in.get(address(withdrawn)).status_code == 404


def test_the_number_of_queries_is_the_same_for_one_and_three(signed_in, django_assert_num_queries):
    made = shelved("Mentorordning for nye", target_groups=["nurse"], unit=cast.ward_a())
    shelved("Mentorordning på natten", target_groups=["nurse"], unit=cast.ward_a())
    with CaptureQueriesContext(connection) as with_one:
        signed_in.get(address(made))
    for place in ("kirurgi", "dagen"):
        shelved(f"Mentorordning på {place}", target_groups=["nurse"], unit=cast.ward_b())

    with django_assert_num_queries(len(with_one)):
        signed_in.get(address(made))
