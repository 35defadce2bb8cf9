"""What cannot be read is refused with a code and a sentence that says what to do, and nothing else is ever raised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats import open_document
from indsats.reading.formats.recognise import LARGEST_FILE, format_of
from tests.reading import written_files as write

PDF = write.pdf([(60, 80, "Handleplan for gode vagter")])
WORD = write.word(lambda document: document.add_paragraph("Handleplan for gode vagter"))
SLIDES = write.slides([(40, 40, 300, 60, "Katalog")])
WORKBOOK = write.workbook([["Titel", "Status"], ["Fast makker", "I gang"]])
CALC = write.calc([["Titel", "Status"], ["Fast makker", "I gang"]])

REFUSED = {
    "empty file": (b"", "empty"),
    "only blanks": (b" \n\t\r\n", "empty"),
    "too large": (b"a" * (LARGEST_FILE + 1), "too_large"),
    "locked pdf": (write.pdf([(60, 80, "Hemmeligt")], password="kodeord"), "encrypted"),
    "cut pdf": (PDF[: len(PDF) // 2], "truncated"),
    "pdf in name only": (b"%PDF-1.7\n" + b"nonsens " * 40 + b"\n%%EOF", "not_what_it_claims"),
    "endless pdf": (write.pdf(*[[(60, 80, "Side")]] * 401), "too_large"),
    "locked office file": (write.compound_file("EncryptedPackage"), "encrypted"),
    "old word": (write.compound_file("WordDocument"), "unsupported"),
    "old excel": (write.compound_file("Workbook"), "unsupported"),
    "other compound file": (write.compound_file("Andet"), "unsupported"),
    "cut word": (WORD[: len(WORD) // 2], "truncated"),
    "damaged word": (WORD[:2000] + b"\x00\x01\x02" + WORD[2003:], "truncated"),
    "zip bomb": (write.archive(word__document=b"0" * 40_000_000), "too_large"),
    "other zip": (write.archive(brev="Kære alle"), "not_what_it_claims"),
    "office file with entities": (
        write.archive(**{"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "not_what_it_claims",
    ),
    "word without content": (write.archive(**{"word/document.xml": "<w/>"}), "not_what_it_claims"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unsupported"),
    "program": (b"MZ\x90\x00\x03" + bytes(range(256)), "unsupported"),
    "packed": (b"\x1f\x8b\x08\x00" + bytes(range(256)), "unsupported"),
    "other binary": (bytes(range(256)) * 4, "unsupported"),
    "rtf": (rb"{\rtf1\ansi Handleplan}", "unsupported"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_its_code_and_an_advice(case):
    data, code = REFUSED[case]
    with pytest.raises(UnreadableFile) as refused:
        open_document(data, "plan.pdf")
    assert (refused.value.code, refused.value.file) == (code, "plan.pdf")
    assert refused.value.reason.endswith(".")
    assert "\n" not in refused.value.reason


@pytest.mark.parametrize(
    ("data", "found"), [(PDF, "pdf"), (WORD, "docx"), (SLIDES, "pptx"), (WORKBOOK, "xlsx"), (CALC, "ods")]
)
@pytest.mark.parametrize("name", ["plan.pdf", "plan.docx", "plan", "plan.txt", "plan.xls"])
def test_the_content_decides_the_format_whatever_the_name(data, found, name):
    assert open_document(data, name).format == found


def test_a_web_page_and_separated_values_are_known_by_their_content():
    assert format_of(b"\xef\xbb\xbf<!doctype html><p>Plan", "plan.txt") == "html"
    assert format_of(b"titel;periode;status\nMakker;2025;I gang\n", "plan.txt") == "csv"
    assert format_of("En plan, der er kort.\nOg et afsnit, som følger.\n".encode(), "plan.txt") == "txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "cp865"])
def test_text_is_text_in_every_danish_encoding(encoding):
    from indsats.reading.formats.encoding import decoded

    text = "Små børneafdelinger får fælles vagtordning på Ærø\n" * 3
    assert decoded(text.encode(encoding)).text == text
    assert format_of(text.encode(encoding), "plan") == "txt"


def outcome(step, data):
    """The code a file was refused with, or "read"."""
    try:
        step(data, "fil")
    except UnreadableFile as refused:
        return refused.code
    return "read"


@pytest.mark.parametrize("start", [b"", b"%PDF-1.4\n", b"PK\x03\x04", write.COMPOUND_FILE])
@given(data=st.binary(max_size=400))
@settings(max_examples=50, deadline=None)
def test_arbitrary_bytes_are_recognised_or_refused(start, data):
    assert outcome(format_of, start + data) in {"read", "empty", "truncated", "unsupported", "encrypted"}


@pytest.mark.parametrize("whole", [PDF, WORD, SLIDES, WORKBOOK, CALC], ids=["pdf", "docx", "pptx", "xlsx", "ods"])
@given(share=st.floats(0.0, 0.999))
@settings(max_examples=25, deadline=None)
def test_a_file_cut_short_is_refused_and_never_crashes(whole, share):
    cut = whole[: max(8, int(len(whole) * share))]
    assert outcome(open_document, cut) in {"read", "truncated", "not_what_it_claims"}


@pytest.mark.parametrize("whole", [PDF, WORD, WORKBOOK, CALC], ids=["pdf", "docx", "xlsx", "ods"])
@given(place=st.floats(0.0, 0.999), junk=st.binary(min_size=1, max_size=40))
@settings(max_examples=25, deadline=None)
def test_a_damaged_file_is_read_or_refused(whole, place, junk):
    at = max(8, int(len(whole) * place))
    damaged = whole[:at] + junk + whole[at + len(junk) :]
    assert outcome(open_document, damaged) in {
        "read",
        "truncated",
        "not_what_it_claims",
        "encrypted",
        "unsupported",
        "too_large",
    }
