import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from indsats.accounts.models import User
from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitVersion

pytestmark = pytest.mark.django_db

UNITS = [
    ("Nøgle", "Slags", "Navn", "Forkortelse", "Hører under", "Fra", "Andre navne", "SOR-kode", "SHAK-kode"),
    ("egn", "Region", "Region Egn", "RE", None, "01-01-2020", None, None, None),
    ("nord", "hospital", "Nord Hospital", "NH", "egn", "2020-01-01", "Nordsygehuset; NSH", "0123", None),
    ("afd", "Afdeling", "Medicinsk Afdeling", None, "nord", "1.2.2021", None, None, None),
]
COMMITTEES = [("Nøgle", "Navn", "Enhed", "Hører under"), ("med", "MED Nord", "nord", None)]
PEOPLE = [
    ("E-mail", "Navn", "Rolle", "Enhed", "MED-udvalg", "Fra", "Til og med"),
    ("anna@egn.example", "Anna Aa", "Afdelingsleder", "afd", None, "2024-01-01", "31-12-2026"),
    ("anna@egn.example", "Anna Aa", "MED-medlem", "nord", "med", "2024-01-01", None),
]


def write(path, **sheets):
    sheets = {"Enheder": UNITS, "MED-udvalg": COMMITTEES, "Personer": PEOPLE, **sheets}
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def load(path):
    call_command("organisation", "load", str(path))


def test_a_spreadsheet_is_loaded(tmp_path, capsys):
    load(write(tmp_path / "region.xlsx"))

    versions = UnitVersion.objects.order_by("unit__pk").values_list("unit__key", "name", "parent__key", "codes")
    assert list(versions) == [
        ("egn", "Region Egn", None, {}),
        ("nord", "Nord Hospital", "egn", {"sor": "0123"}),
        ("afd", "Medicinsk Afdeling", "nord", {}),
    ]
    assert [str(alias) for alias in Unit.objects.get(key="nord").aliases.all()] == ["NSH", "Nordsygehuset"]
    held = Mandate.objects.order_by("role").values_list("role", "unit__key", "committee__key", "valid_to")
    assert [(role, unit, body, end and end.isoformat()) for role, unit, body, end in held] == [
        ("department_leader", "afd", None, "2027-01-01"),
        ("med_member", "nord", "med", None),
    ]
    assert capsys.readouterr().out.strip() == "Nyt: enheder 3, hændelser 0, udvalg 1, personer 1, roller 2."


def test_people_of_a_region_are_no_demo_and_have_no_password(tmp_path):
    load(write(tmp_path / "region.xlsx"))

    user = User.objects.get()
    assert (user.is_demo, user.has_usable_password()) == (False, False)


def test_loading_again_changes_nothing(tmp_path, capsys):
    path = write(tmp_path / "region.xlsx")
    load(path)
    capsys.readouterr()

    call_command("organisation", "load", str(path), "--json")

    assert set(json.loads(capsys.readouterr().out).values()) == {0}
    assert Mandate.objects.count() == 2


def bo(email="bo@egn.example", since="2020-01-01"):
    return (email, "Bo", "Tovholder", "nord", None, since)


def ward(kind="Afsnit", parent="egn", since="2020-01-01"):
    return ("x", kind, "X", None, parent, since)


WRONG = [
    ("Enheder", [*UNITS, ward("Slot")], "række 5: »Slot« kan ikke stå under Slags."),
    ("Enheder", [*UNITS, (), ward(parent="vest")], "række 6: Der er ingen enhed med nøglen vest."),
    ("Enheder", [*UNITS, ward(since="i går")], "række 5: »i går« under Fra er ikke en dato."),
    ("Enheder", [UNITS[0][:2], ("egn", "Region")], "række 1: Disse kolonner mangler: Navn, Fra."),
    ("Personer", [*PEOPLE, bo("bo")], "række 4: Skriv en e-mailadresse"),
    ("Personer", [*PEOPLE, bo(since="2019-01-01")], "række 4: Enheden findes ikke på den dato."),
    ("MED-udvalg", [*COMMITTEES, ("med", "Igen", "nord")], "række 3: Der er to udvalg med nøglen med."),
]


@pytest.mark.parametrize(("title", "rows", "sentence"), WRONG, ids=[row[2] for row in WRONG])
def test_a_wrong_row_is_named_by_its_number_and_nothing_is_loaded(title, rows, sentence, tmp_path):
    path = write(tmp_path / "region.xlsx", **{title: rows})

    with pytest.raises(CommandError) as refusal:
        load(path)

    lines = str(refusal.value).splitlines()
    assert lines[0].startswith(f"{title}, {sentence}")
    assert lines[-1] == "Intet er indlæst."
    assert refusal.value.returncode == 2
    assert Unit.objects.count() == User.objects.count() == MedCommittee.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "region.xlsx: Filen er tom."), (b"hello", "Enheder, række 1: Arket »Enheder« mangler.")],
    ids=["empty", "something else"],
)
def test_what_is_no_spreadsheet_is_said_plainly(data, sentence, tmp_path):
    (tmp_path / "region.xlsx").write_bytes(data)

    with pytest.raises(CommandError) as refusal:
        load(tmp_path / "region.xlsx")

    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize("text", ["{", "[]", '{"units": 3}'])
def test_what_is_no_organisation_in_json_is_refused(text, tmp_path):
    (tmp_path / "region.json").write_text(text)

    with pytest.raises(CommandError) as refusal:
        load(tmp_path / "region.json")

    assert str(refusal.value).splitlines()[-1] == "Intet er indlæst."


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.xlsx: No such file or directory\."):
        load(tmp_path / "nowhere.xlsx")


def test_the_template_can_be_filled_in_and_loaded(tmp_path):
    path = tmp_path / "skabelon.xlsx"
    call_command("organisation", "template", str(path))
    book = load_workbook(path)
    headings = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book}
    book["Enheder"].append(UNITS[1])
    book.save(path)

    load(path)

    assert headings["Enheder"] == list(UNITS[0])
    assert headings["Personer"] == list(PEOPLE[0])
    assert headings["Hjælp"] == ["Ark", "Kolonne", "Hvad der skal stå"]
    assert Unit.objects.get().key == "egn"


def test_a_template_never_overwrites_a_file(tmp_path):
    (tmp_path / "region.xlsx").write_bytes(b"kept")

    with pytest.raises(CommandError):
        call_command("organisation", "template", str(tmp_path / "region.xlsx"))

    assert (tmp_path / "region.xlsx").read_bytes() == b"kept"


def test_the_demo_regions_own_file_can_be_loaded_by_hand(capsys):
    call_command("organisation", "load", str(Path(__file__).parents[2] / "samples/organisation.json"), "--json")

    assert json.loads(capsys.readouterr().out)["units"] == 277
