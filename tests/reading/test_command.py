"""``indsats read``: what a person and a program see."""

import subprocess
import sys

import pytest

from indsats.reading.command import main


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
