import json
import subprocess
import sys
from pathlib import Path

import pytest

from indsats.reading import isolated
from indsats.reading.errors import UnreadableFile
from indsats.reading.isolated import Limits, read_isolated
from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHEET = SAMPLES / "koordinatorark_nordhavet.xlsx"


def refused(data, file="fil.pdf", limits=None):
    with pytest.raises(UnreadableFile) as error:
        read_isolated(data, file, limits=limits)
    return error.value


def reader_that(monkeypatch, body):
    """Let the child run other code in place of reading, in the same process with the same limits."""
    code = (
        "import indsats.reading.reader as reader\n"
        f"def lay_out_and_read(data, file, knowledge=None):\n    {body}\n"
        "reader.lay_out_and_read = lay_out_and_read\n"
        "from indsats.reading.isolated import main\nmain()\n"
    )
    real = subprocess.run
    monkeypatch.setattr(
        isolated.subprocess, "run", lambda _command, **kwargs: real([sys.executable, "-c", code], **kwargs)
    )


def test_a_child_reads_what_the_reader_reads():
    found = read_isolated(SHEET.read_bytes(), SHEET.name)

    assert found.reading == json.loads(json.dumps(read_document(SHEET.read_bytes(), SHEET.name).as_json()))


def test_the_pages_come_along_with_their_numbered_lines():
    found = read_isolated(SHEET.read_bytes(), SHEET.name)

    assert [page.number for page in found.pages] == [1, 2]
    assert found.pages[0].lines[0] == (1, "Oversigt over lokale indsatser – opdateres af koordinatoren i CHA")
    assert found.pages[0].lines[2][1].startswith("Hospital · Afdeling · Indsats")


def test_the_passage_of_every_record_is_among_the_lines_that_are_shown():
    for file in sorted(SAMPLES.glob("*.docx")) + sorted(SAMPLES.glob("*.pdf")):
        found = read_isolated(file.read_bytes(), file.name)
        lines = {(page.number, number) for page in found.pages for number, _text in page.lines}
        places = [record["source"] for record in found.reading["records"]]

        assert [place for place in places if (place["page"], place["line_start"]) not in lines] == []


def test_the_regions_names_reach_the_child(monkeypatch):
    reader_that(
        monkeypatch,
        "from indsats.reading.errors import UnreadableFile; "
        "raise UnreadableFile(file, 'empty', knowledge.organisations['FBH'])",
    )

    with pytest.raises(UnreadableFile) as error:
        read_isolated(b"x", "katalog.txt", Knowledge({"FBH": "Fjordby Hospital"}))

    assert error.value.reason == "Fjordby Hospital"


def test_a_file_that_is_refused_is_refused_with_the_readers_own_sentence():
    error = refused(b"")

    assert (error.code, error.reason) == ("empty", "Filen er tom. Find den rigtige fil, og prøv igen.")


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    reader_that(monkeypatch, "while True: pass")

    assert refused(b"%PDF-", limits=Limits(seconds=1)).code == "took_too_long"


def test_a_file_that_waits_without_working_is_stopped_too(monkeypatch):
    reader_that(monkeypatch, "import time; time.sleep(60)")

    assert refused(b"%PDF-", limits=Limits(seconds=1)).code == "took_too_long"


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux limits a process's memory.")
def test_a_file_that_fills_the_memory_is_stopped(monkeypatch):
    reader_that(monkeypatch, "return bytearray(2_000_000_000)")

    assert refused(b"%PDF-", limits=Limits(memory_mb=512)).code == "took_too_much_memory"


@pytest.mark.parametrize(
    "body", ["import os; os.abort()", "import os; os._exit(3)", "raise RuntimeError", "print('{')"]
)
def test_a_parser_that_breaks_down_breaks_its_own_file_only(monkeypatch, body):
    reader_that(monkeypatch, body)

    assert refused(b"%PDF-").code == "broke_the_reader"


def test_what_a_parser_prints_does_not_spoil_the_answer(monkeypatch):
    reader_that(
        monkeypatch,
        "print('støj'); from indsats.reading.errors import UnreadableFile; raise UnreadableFile(file, 'empty', 'Tom.')",
    )

    assert refused(b"%PDF-").reason == "Tom."
