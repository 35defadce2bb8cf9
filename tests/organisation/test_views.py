from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from indsats.accounts.models import User
from indsats.accounts.services.identity import BACKEND
from indsats.organisation.models import Mandate, UnitEvent, UnitVersion
from indsats.organisation.services.committees import establish_committee
from indsats.organisation.services.mandates import grant_mandate
from indsats.organisation.services.names import add_alias
from tests import cast
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    told.small_region()
    client.force_login(cast.person("administrator", told.unit("egn")), backend=BACKEND)
    return client


def page(client, address, **posted):
    response = client.post(address, posted) if posted else client.get(address)
    return response, response.content.decode()


def change(key, slug):
    return f"/organisation/{told.unit(key).pk}/aendring/{slug}/"


def more(number):
    """Make the organisation larger by one of everything that pages list."""
    ward = told.establish(f"mere-{number}", "ward", f"Mere {number}", "nord")
    body = establish_committee(key=f"med-{number}", name=f"MED {number}", unit=told.unit("nord"), by=None)
    add_alias(unit=told.unit("nord"), text=f"Navn {number}", kind="other", by=None)
    for unit in (ward, told.unit("nord")):
        original = grant_mandate(
            user=cast.user(f"Leder {number} {unit.key}"), role="ward_leader", unit=unit, valid_from=told.START, by=None
        )
        grant_mandate(
            user=cast.user(f"Vikar {number} {unit.key}"),
            role="ward_leader",
            unit=unit,
            valid_from=told.START,
            committee=body,
            substitute_for=original,
            by=None,
        )
    told.events.rename_unit(unit=ward, on=told.LATER, name=f"Mere og mere {number}", by=None)
    return original


LISTS = {
    "the tree": lambda _: "/organisation/",
    "the search": lambda _: "/organisation/?soeg=e",
    "the tree as Excel": lambda _: "/organisation/excel/",
    "a unit": lambda _: f"/organisation/{told.unit('nord').pk}/",
    "the roles": lambda _: "/organisation/personer/",
    "the roles, filtered": lambda _: f"/organisation/personer/?soeg=leder&enhed={told.unit('egn').pk}&naar=all",
    "the roles as Excel": lambda _: "/organisation/personer/excel/",
    "one role": lambda mandate: f"/organisation/personer/{mandate.pk}/",
}


@pytest.mark.parametrize("name", LISTS)
def test_the_number_of_queries_does_not_grow(name, administrator):
    counts = []
    for numbers in ((1,), (2, 3)):
        for number in numbers:
            mandate = more(number)
        address = LISTS[name](mandate)
        administrator.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert administrator.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1] < 30


def test_a_change_is_shown_before_it_is_confirmed(administrator):
    address = change("afsnit", "omdoeb")
    fields = {"name": "Afsnit Et", "short_name": "A1", "on": "2024-04-01", "note": "Nyt hus"}

    seen, text = page(administrator, address, **fields, step="preview")
    unchanged = UnitEvent.objects.filter(kind="rename").count()
    done, _ = page(administrator, address, **fields, step="confirm")

    assert (seen.status_code, unchanged) == (200, 0)
    assert "Skifter navn fra »Afsnit 1« til »Afsnit Et«." in text
    assert done.status_code == 302
    event = UnitEvent.objects.get(kind="rename")
    assert (event.on, event.note, event.recorded_by.email) == (
        date(2024, 4, 1),
        "Nyt hus",
        "administrator.egn@havregionen.example",
    )


def test_going_back_keeps_what_was_typed(administrator):
    fields = {"name": "Afsnit Et", "on": "2024-04-01", "note": "Nyt hus", "step": "edit"}

    response, text = page(administrator, change("afsnit", "omdoeb"), **fields)

    assert response.status_code == 200
    assert [text.count(f'value="{typed}"') for typed in ("Afsnit Et", "2024-04-01", "Nyt hus")] == [1, 1, 1]
    assert UnitEvent.objects.filter(kind="rename").count() == 0


REFUSED = [
    ("omdoeb", {"name": "Afsnit 1"}, "Det ændrer ikke noget."),
    ("omdoeb", {"name": "Nyt", "on": "2019-01-01"}, "Enheden findes ikke på den dato."),
    ("omdoeb", {"name": "Nyt", "on": "i morgen"}, "Skriv datoen som 2026-03-01, eller vælg den i kalenderen."),
    ("sammenlaeg", {"name": ""}, "Vælg, hvem der fører videre, eller skriv den nye enheds navn."),
    ("del", {"name_1": "Øst", "name_2": ""}, "Her mangler et svar."),
    ("luk", {"on": "2020-01-01"}, "En enhed kan ikke lukke samme dag, som den senest blev ændret."),
]


@pytest.mark.parametrize(("slug", "fields", "sentence"), REFUSED, ids=[row[2] for row in REFUSED])
def test_an_impossible_event_is_refused_with_a_reason_and_nothing_is_lost(slug, fields, sentence, administrator):
    fields = {"on": "2024-04-01", "note": "Derfor", "step": "confirm", **fields}
    before = UnitVersion.objects.count()

    response, text = page(administrator, change("afsnit", slug), **fields)

    assert response.status_code == 200
    assert sentence in text
    assert 'value="Derfor"' in text
    assert UnitVersion.objects.count() == before


def test_a_split_gives_every_unit_below_a_new_place(administrator):
    fields = {
        "name_1": "Hus",
        "short_1": "H1",
        "name_2": "Hus",
        "short_2": "H2",
        f"child_{told.unit('afdeling').pk}": "2",
        f"child_{told.unit('afsnit').pk}": "1",
        "on": "2024-04-01",
        "step": "confirm",
    }  # fmt: skip -- pairs

    response, _ = page(administrator, change("nord", "del"), **fields)

    assert response.status_code == 302
    held = UnitVersion.objects.as_of(date(2024, 4, 1)).values_list("unit__key", "short_name", "parent__key")
    assert sorted(held) == [
        ("afdeling", "", "egn-hus-2"),
        ("afsnit", "", "egn-hus"),
        ("egn", "", None),
        ("egn-hus", "H1", "egn"),
        ("egn-hus-2", "H2", "egn"),
        ("syd", "", "egn"),
    ]


def test_a_closing_unit_hands_on_and_those_below_close_along_or_move(administrator):
    fields = {
        "beside_it": [str(told.unit("syd").pk)],
        f"child_{told.unit('afdeling').pk}": str(told.unit("syd").pk),
        "on": "2024-04-01",
        "step": "confirm",
    }

    response, _ = page(administrator, change("nord", "luk"), **fields)

    assert response.status_code == 302
    held = UnitVersion.objects.as_of(date(2024, 4, 1)).values_list("unit__key", "parent__key")
    assert sorted(held) == [("afdeling", "syd"), ("egn", None), ("syd", "egn")]


def test_a_mistake_is_taken_back_with_its_reason(administrator):
    told.renamed()
    event = UnitEvent.objects.get(kind="rename")
    address = f"/organisation/haendelse/{event.pk}/tag-tilbage/"

    _, text = page(administrator, address)
    done, _ = page(administrator, address, why="Forkert afsnit")

    assert "Skifter navn fra »Afsnit Et« til »Afsnit 1«." in text
    assert done.status_code == 302
    assert UnitEvent.objects.filter(kind="rename").count() == 0


def test_what_stands_in_the_way_of_taking_back_is_said_at_once(administrator):
    event = UnitEvent.objects.get(units=told.unit("nord"), kind="establish", details__unit=told.unit("nord").pk)

    _, text = page(administrator, f"/organisation/haendelse/{event.pk}/tag-tilbage/")

    assert "Senere hændelser bygger på denne. Tag dem tilbage først." in text


def test_somebody_new_is_given_an_account_and_a_password_that_is_shown_once(administrator):
    fields = {
        "email": "Ny.Nielsen@egn.example",
        "name": "Ny Nielsen",
        "role": "ward_leader",
        "unit": told.unit("afsnit").pk,
        "valid_from": "2026-01-01",
        "last_day": "2026-12-31",
    }  # fmt: skip -- pairs

    response, _ = page(administrator, "/organisation/personer/ny-rolle/", **fields)
    shown = administrator.get(response.url).content.decode()
    again = administrator.get(response.url).content.decode()

    user = User.objects.get(email="ny.nielsen@egn.example")
    password = shown.split("adgangskoden ")[1].split(". Den")[0]
    mandate = Mandate.objects.get(user=user)
    assert (mandate.valid_from, mandate.valid_to) == (date(2026, 1, 1), date(2027, 1, 1))
    assert user.check_password(password)
    assert password not in again


def test_somebody_known_keeps_their_name_and_password(administrator):
    known = cast.user("Kendt Karen")
    fields = {
        "email": known.email,
        "name": "Noget andet",
        "role": "analyst",
        "unit": told.unit("egn").pk,
        "valid_from": "2026-01-01",
    }

    page(administrator, "/organisation/personer/ny-rolle/", **fields)

    known.refresh_from_db()
    assert (known.name, known.check_password(cast.PASSWORD)) == ("Kendt Karen", True)
    assert Mandate.objects.get(user=known).role == "analyst"


def test_an_unknown_address_without_a_name_is_asked_for_it(administrator):
    fields = {"email": "ny@egn.example", "role": "analyst", "unit": told.unit("egn").pk, "valid_from": "2026-01-01"}

    response, text = page(administrator, "/organisation/personer/ny-rolle/", **fields)

    assert response.status_code == 200
    assert "Ingen har den adresse endnu. Skriv personens navn, så oprettes en konto." in text
    assert User.objects.filter(email="ny@egn.example").count() == 0


def test_the_last_day_is_the_day_before_the_role_ends(administrator):
    mandate = grant_mandate(
        user=cast.user("Leder Larsen"), role="ward_leader", unit=told.unit("afsnit"), valid_from=told.START, by=None
    )

    page(administrator, f"/organisation/personer/{mandate.pk}/slut/", last_day="2026-02-28", note="Går på pension")
    _, text = page(administrator, f"/organisation/personer/{mandate.pk}/")

    mandate.refresh_from_db()
    assert mandate.valid_to == date(2026, 3, 1)
    assert "28. februar 2026" in text
    assert "Går på pension" in text


FOUND = [
    ("", ["Administrator Egn", "Anna Ørsted", "Bo Bi"]),
    ("soeg=ørsted", ["Anna Ørsted"]),
    ("soeg=bo.bi", ["Bo Bi"]),
    ("soeg=afsnit", ["Anna Ørsted"]),
    ("rolle=analyst&rolle=administrator", ["Administrator Egn", "Bo Bi"]),
    ("enhed=nord", ["Anna Ørsted"]),
    ("naar=coming", ["Senere Sofie"]),
    ("naar=ended", ["Tidligere Tina"]),
    ("naar=all", ["Administrator Egn", "Anna Ørsted", "Bo Bi", "Senere Sofie", "Tidligere Tina"]),
    ("sort=-person", ["Bo Bi", "Anna Ørsted", "Administrator Egn"]),
    ("soeg=findes+ikke", []),
]  # fmt: skip -- a table


@pytest.mark.parametrize(("query", "names"), FOUND, ids=[row[0] or "today" for row in FOUND])
def test_roles_are_narrowed_in_the_address(query, names, administrator):
    anna = cast.user("Anna Orsted")
    anna.name = "Anna Ørsted"
    anna.save()
    for user, role, unit, begins, ends in (
        (anna, "ward_leader", "afsnit", told.START, None),
        (cast.user("Bo Bi"), "analyst", "egn", told.START, None),
        (cast.user("Senere Sofie"), "analyst", "syd", date(2099, 1, 1), None),
        (cast.user("Tidligere Tina"), "analyst", "syd", told.START, date(2021, 1, 1)),
    ):
        grant_mandate(user=user, role=role, unit=told.unit(unit), valid_from=begins, valid_to=ends, by=None)
    query = query.replace("nord", str(told.unit("nord").pk))

    listed = administrator.get(f"/organisation/personer/?{query}").context["table"]
    file = load_workbook(BytesIO(administrator.get(f"/organisation/personer/excel/?{query}").content))

    assert [row.record.user.name for row in listed.rows] == names
    assert sorted(row[0] for row in file.active.iter_rows(min_row=2, values_only=True)) == sorted(names)


def test_the_excel_file_holds_the_tree_of_the_day(administrator):
    told.merged()

    response = administrator.get("/organisation/excel/?dato=2024-03-31")
    sheet = load_workbook(BytesIO(response.content))["Enheder"]

    rows = [(row[0], row[3], row[4]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert rows == [
        ("Region Egn", 0, None),
        ("Nord Hospital", 1, "Region Egn"),
        ("Afsnit 1", 2, "Nord Hospital"),
        ("Medicinsk Afdeling", 2, "Nord Hospital"),
        ("Syd Hospital", 1, "Region Egn"),
    ]


def test_a_day_that_cannot_be_read_is_said_to_be_wrong_and_today_is_shown(administrator):
    response, text = page(administrator, "/organisation/?dato=i+morgen")

    assert "Skriv datoen som 2026-03-01, eller vælg den i kalenderen." in text
    assert response.context["page"].on == timezone.localdate()
