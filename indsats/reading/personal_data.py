"""Personal data that should not travel on in a plan: found, pointed at, and never repeated."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from indsats.reading.records import Place, ReadingWarning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.reading.model import Line, SourceDocument
    from indsats.reading.records import Record

CPR = re.compile(r"(?<![\d-])(\d{2})(\d{2})(\d{2})[-– ]?(\d{4})(?![\d-])")
SPACED_CPR = re.compile(r"(?<![\d-])\d{6}[-–]\d{4}(?![\d-])")
PHONE = re.compile(
    r"(?:\+45|0045)\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{2}(?!\d)"
    r"|\b(?:tlf|telefon|mobil|mob|ring|sms)\b[.:]?\s*(?:på\s*|til\s*|nr\.?\s*)?[2-9]\d\s?\d{2}\s?\d{2}\s?\d{2}(?!\d)"
    r"|(?<![\d.,-])[2-9]\d \d{2} \d{2} \d{2}(?![\d.,-]|\s?(?:kr|mio|mia|%))",
    re.IGNORECASE,
)
PRIVATE_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mail|jubii|ofir|stofanet|tdcadsl|youmail|"
    r"protonmail|proton)\.(?:com|dk|net|me)\b",
    re.IGNORECASE,
)
NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?"
NAMED_PERSON = re.compile(
    r"\b(?:[Kk]ontakt(?:person)?|[Tt]ovholder|[Aa]nsvarlig|[Rr]ing til|[Ss]kriv til|[Hh]envendelse til|[Pp]rojektleder)"
    rf"\s*(?:[:–-]\s*|til\s+)?(?P<name>{NAME}(?:\s+(?:[A-ZÆØÅ]\.|{NAME})){{1,3}})"
)
WORDS_OF_PLACES = re.compile(
    r"\b\w*(?:afdeling|afsnit|center|centret|hospital|sygehus|klinik|region|udvalg|enhed|team|stab|sekretariat|direktion|"
    r"ledelse|kommune|psykiatri|institut|it|hr|arbejdsmiljø|uddannelse|trivsel|personale|service|råd|nord|syd|øst|vest)"
    r"\w*\b",
    re.IGNORECASE,
)
NEWEST_DAY_OFFSET = 60

MESSAGES = {
    "cpr": "Her står noget, der ligner et CPR-nummer. Fjern det fra dokumentet, før det bruges videre.",
    "phone": "Her står et telefonnummer. Fjern det, eller erstat det med en fælles indgang.",
    "mail": "Her står en privat mailadresse. Fjern den, eller erstat den med en arbejdsadresse.",
    "person": "Her er en person nævnt ved navn. Skriv en funktion eller en enhed i stedet, hvis navnet ikke skal med.",
}


def personal_data_warnings(document: SourceDocument, records: tuple[Record, ...] = ()) -> list[ReadingWarning]:
    """Give a warning for each line and kind of personal data, with the records that stand there."""
    return [
        ReadingWarning(
            "personal_data",
            MESSAGES[kind],
            Place(line.page, line.number, line.number),
            tuple(index for index, record in enumerate(records) if stands_in(line, record)),
        )
        for line in _distinct(document)
        for kind in kinds_of_personal_data(line.text)
    ]


def _distinct(document: SourceDocument) -> Iterator[Line]:
    """Give every line once: a merged cell's lines stand on each row it covers."""
    seen: set[tuple[int, int, str]] = set()
    for line in document.lines():
        key = line.page, line.number, line.text
        if key not in seen:
            seen.add(key)
            yield line


def stands_in(line: Line, record: Record) -> bool:
    """Tell whether a line is among those a record was read from."""
    place = record.source.place
    return place.page == line.page and place.line_start <= line.number <= place.line_end


def kinds_of_personal_data(text: str) -> list[str]:
    """Tell which kinds a line holds: ``cpr``, ``phone``, ``mail``, ``person``."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    found = [kind for kind, has in (("cpr", _has_cpr(plain)), ("phone", _has_phone(plain))) if has]
    if PRIVATE_MAIL.search(plain):
        found.append("mail")
    if any(not WORDS_OF_PLACES.search(match["name"]) for match in NAMED_PERSON.finditer(plain)):
        found.append("person")
    return found


def _has_cpr(text: str) -> bool:
    """Look for six digits that are a date of birth and four more. Some numbers from 1960 on may have 60 on the day."""
    for day, month, year, _ in CPR.findall(text):
        born = int(day) - NEWEST_DAY_OFFSET if int(day) > NEWEST_DAY_OFFSET else int(day)
        try:
            date(2000 + int(year), int(month), born)
        except ValueError:
            continue
        return True
    return False


def _has_phone(text: str) -> bool:
    """Look for eight digits that are written or announced as a telephone number, outside a CPR number."""
    return PHONE.search(SPACED_CPR.sub("", text)) is not None
