"""``indsats read``: what a person and a program see."""

import subprocess
import sys

import pytest

from indsats.reading.command import main
from tests.reading.written_plans import SAMPLES


def test_a_file_that_is_not_there_is_one_line_and_status_two(capsys, tmp_path):
    assert main([str(tmp_path / "mangler.pdf")]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path}/mangler.pdf: Filen findes ikke. Se efter, om navnet er stavet rigtigt.\n"
    )


def test_a_folder_is_refused(capsys, tmp_path):
    assert main([str(tmp_path), "--json"]) == 2
    assert capsys.readouterr() == ("[]\n", f"{tmp_path}: Det er en mappe. Skriv navnene på filerne i den.\n")


def test_help_is_danish_and_ends_well(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: indsats read")


def test_starting_loads_neither_django_nor_any_document_library():
    program = (
        "import sys, indsats.reading.command, indsats.reading.formats;"
        "print(sorted({'django', 'docx', 'pptx', 'openpyxl', 'pdfplumber', 'pypdfium2', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "[]\n"


def test_a_plan_is_shown_as_a_table_with_what_to_look_at(capsys, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "Handleplan for Region Søvang\n\n1. Trygge vagter\n2. Mere tid\n\nInitiativer prioriteret i 2025\n\n"
        "INITIATIV   BESKRIVELSE                              PERIODE    STATUS\n\n"
        "Makker      To går sammen.                           2025-2026  Kritisk\n"
        "            Understøtter målsætning 2: Trygge vagter\n",
        encoding="utf-8",
    )
    assert main([str(plan)]) == 0
    assert capsys.readouterr().out == (
        f"{plan}\n  Handleplan: Handleplan for Region Søvang\n  1 initiativ; 1 sted at se på.\n\n"
        "     0  Makker  2025-2026  Kritisk  linje 10\n\n"
        "  ! linje 11: Her står målsætning 2: »Trygge vagter«. I planens liste er målsætning 2 »Mere tid«, og "
        "»Trygge vagter« er målsætning 1. Vælg den rigtige.\n\n"
    )


def test_records_of_several_kinds_are_counted_named_and_stand_below_what_they_belong_to(capsys):
    assert main([str(SAMPLES / "programplan_nordhavet.docx")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "  4 målsætninger, 8 bevillinger og 21 aktiviteter; intet at se på."
    assert lines[4].split() == [*["0", "målsætning", "LEDELSE", "TÆT", "PÅ", "HVERDAGEN", "linje", "11"]]
    assert " ".join(lines[6].split()) == "2 bevilling 0,6 mio. kr. årligt til en ordning 0,6 mio. kr. årligt linje 13"
    assert lines[6].index("0,6") == lines[4].index("LEDELSE") + 2
    assert " ".join(lines[28].split()) == "24 aktivitet Fælles introforløb 15.11.2025 linje 43"


def test_a_document_without_records_says_so(capsys, tmp_path):
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære alle\n\nVi holder fest.\n", encoding="utf-8")
    assert main([str(letter)]) == 0
    assert capsys.readouterr().out == (
        f"{letter}\n  Et andet dokument, uden indsatser i en kendt form: Kære alle\n  Ingen poster; intet at se på.\n\n"
    )


def test_a_reader_that_stops_reading_is_no_fault():
    command = f"{sys.executable} -m indsats read {SAMPLES}/inspirationskatalog_nordhavet.pdf --json | head -1"
    shown = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (shown.stdout, shown.stderr) == ("[\n", "")
