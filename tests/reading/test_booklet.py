"""Booklets: recommendations with examples, quotes and where to read more."""

from collections import Counter
from pathlib import Path

import pytest

from indsats.reading.reader import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def of_kind(reading, kind):
    return [record for record in reading.records if record.kind == kind]


@pytest.fixture(scope="module")
def sample():
    return read_document(
        (SAMPLES / "inspirationshaefte_nordhavet.pdf").read_bytes(), "inspirationshaefte_nordhavet.pdf"
    )


def test_the_sample_is_a_booklet_with_all_its_parts(sample):
    assert (sample.genre, sample.title, sample.organisation) == (
        "booklet",
        "Ti veje til et bedre arbejdsmiljø – inspirationshæfte fra Region Nordhavet",
        "Region Nordhavet",
    )
    assert Counter(record.kind for record in sample.records) == {
        "recommendation": 10,
        "example": 14,
        "resource": 13,
        "quote": 3,
    }


def test_a_recommendation_is_numbered_and_keeps_its_sentence_and_the_comment(sample):
    record = of_kind(sample, "recommendation")[7].as_json()
    assert record == {
        "kind": "recommendation",
        "title": "Forebyg vold og trusler",
        "description": (
            "At alle afsnit har en plan for at forebygge vold og for at hjælpe hinanden bagefter. Vold er ikke en del "
            "af jobbet. Den kan sjældent forudsiges helt, men man kan næsten altid være bedre forberedt."
        ),
        "number": 8,
        "source": {
            "page": 9,
            "line_start": 1,
            "line_end": 6,
            "quotes": {
                "title": "Forebyg vold\nog trusler",
                "description": (
                    "Arbejdsmiljøgruppen anbefaler: At alle afsnit har en plan for at forebygge vold og for at hjælpe\n"
                    "hinanden bagefter.\n"
                    "Vold er ikke en del af jobbet. Den kan sjældent forudsiges helt, men man kan næsten altid være\n"
                    "bedre forberedt."
                ),
            },
        },
    }


def test_an_example_belongs_to_its_recommendation_whichever_column_it_stands_in(sample):
    shown = [(one.title, one.fields["recommendation"], one.fields["site"]) for one in of_kind(sample, "example")]
    assert shown[:4] == [
        ("Når dagen begynder med det, der ikke skal nås", 1, "Fjordby Hospital"),
        ("Om at lægge buffer ind i ambulatoriet", 1, "Odinsø Universitetshospital"),
        ("Når lederen skriver det ned", 2, "Klinthavn Hospital"),
        ("Om sekretærer, der selv styrer kalenderen", 3, "Klinthavn Hospital"),
    ]


def test_what_to_read_more_in_keeps_its_address(sample):
    shown = [(one.title, one.fields["recommendation"], one.fields["url"]) for one in of_kind(sample, "resource")]
    assert shown[:2] == [
        ("Tjekliste til morgenmødet", 1, "https://nordhavet.example/arbejdsmiljoe/morgenmoede"),
        ("Vejledning om buffertid i ambulatorier", 1, "https://nordhavet.example/arbejdsmiljoe/buffertid"),
    ]


def test_a_quote_keeps_who_said_it(sample):
    assert [(one.fields["text"], one.fields["speaker"]) for one in of_kind(sample, "quote")][2] == (
        "Jeg sagde, at jeg ikke havde brug for det. Det havde jeg.",
        "Portør, Sandsund Sygehus",
    )


PRINTED = """\
Rådet anbefaler:

• At pauser holdes.
 Hold pauser
 og fred

Rådet anbefaler: At pauser holdes, også når
der er travlt.

En pause er arbejde.

Eksempler fra regionerne

Når alle går fra
Region Søvang har prøvet det på Gentofte Hospitals
akutafsnit. Læs mere på hospitalets
hjemmeside

Om at bytte telefon
To afsnit i region Lyngby deler en telefon. Vejledning findes her

”Det giver ro i hovedet på alle os,

der ellers løber.”
En leder

Når kaffen er varm
Ingen går forgæves.

https://soevang.example/pauser
https://soevang.example/pauser
https://lyngby.example/telefon
 Læs mere om pauser
Værktøj til planlægning af pauser i et
travlt afsnit
Film om fred

http://raadet.example/pauseplan
http://raadet.example/film
"""


@pytest.fixture(scope="module")
def printed():
    again = PRINTED.replace("pauser holdes", "møder er korte").replace("Hold pauser", "Hold møder")
    return read_document(f"{PRINTED}\f{again}".encode(), "haefte.txt")


def test_titles_are_told_from_texts_without_any_type(printed):
    assert [(one.fields["recommendation"], one.title) for one in of_kind(printed, "example")][:3] == [
        (1, "Når alle går fra"),
        (1, "Om at bytte telefon"),
        (1, "Når kaffen er varm"),
    ]
    assert [one.title for one in of_kind(printed, "recommendation")] == ["Hold pauser og fred", "Hold møder og fred"]


def test_addresses_below_a_page_are_given_to_the_words_that_were_links(printed):
    assert [(one.fields["regions"], one.fields["site"], one.fields["links"]) for one in of_kind(printed, "example")][
        :3
    ] == [
        (["Region Søvang"], "Gentofte Hospital", ["https://soevang.example/pauser"]),
        (["Region Lyngby"], None, ["https://lyngby.example/telefon"]),
        ([], None, []),
    ]
    assert [(one.title, one.fields["url"]) for one in of_kind(printed, "resource")][:2] == [
        ("Værktøj til planlægning af pauser i et travlt afsnit", "http://raadet.example/pauseplan"),
        ("Film om fred", "http://raadet.example/film"),
    ]


def test_a_quote_that_breaks_over_paragraphs_is_one_and_no_part_of_the_example(printed):
    quote = of_kind(printed, "quote")[0]
    assert (quote.fields["text"], quote.fields["speaker"]) == (
        "Det giver ro i hovedet på alle os, der ellers løber.",
        "En leder",
    )
    assert of_kind(printed, "example")[1].description == (
        "To afsnit i region Lyngby deler en telefon. Vejledning findes her"
    )


@pytest.mark.shared
def test_the_real_booklet_gives_the_hand_counted_parts(shared_dir):
    file = shared_dir / "documents" / "inspirationshaefte_danske_regioner.txt"
    reading = read_document(file.read_bytes(), file.name)
    assert (reading.genre, reading.organisation) == ("booklet", "Danske Regioner")
    assert Counter(record.kind for record in reading.records) == {
        "recommendation": 11,
        "example": 58,
        "resource": 22,
        "quote": 7,
    }
    by_recommendation = Counter(one.fields["recommendation"] for one in of_kind(reading, "example"))
    assert [by_recommendation[number] for number in range(1, 12)] == [9, 5, 4, 4, 4, 4, 3, 11, 4, 6, 4]
    entries = Counter(one.fields["recommendation"] for one in of_kind(reading, "resource"))
    assert [entries[number] for number in range(1, 12)] == [3, 2, 0, 4, 0, 0, 0, 5, 1, 4, 3]
    assert all(one.fields["url"] for one in of_kind(reading, "resource"))
    assert sum(one.fields["speaker"] is None for one in of_kind(reading, "quote")) == 1
