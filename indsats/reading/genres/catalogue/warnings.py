"""What a person should look at in a catalogue: periods, abbreviations, inferred organisations, the same thing twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from indsats.reading.genres.catalogue.overview import same_title
from indsats.reading.records import Place, ReadingWarning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.fields.names import Names
    from indsats.reading.genres.catalogue.initiatives import Initiative
    from indsats.reading.genres.catalogue.overview import Entry
    from indsats.reading.genres.stream import Stream


def warnings_of(
    stream: Stream, initiatives: Sequence[Initiative], entries: Sequence[Entry], names: Names
) -> list[ReadingWarning]:
    """Give the warnings in the order of the pages."""
    found = [
        *_periods(initiatives),
        *_abbreviations(stream, initiatives, entries, names),
        *_inferred(initiatives),
        *_duplicates(initiatives),
    ]
    return sorted(found, key=lambda warning: (warning.place.page, warning.place.line_start))


def _periods(initiatives: Sequence[Initiative]) -> Iterator[ReadingWarning]:
    for index, initiative in enumerate(initiatives):
        if initiative.period.problem:
            place = initiative.record.source.place
            yield ReadingWarning("impossible_period", initiative.period.problem, place, (index,))


def _abbreviations(
    stream: Stream, initiatives: Sequence[Initiative], entries: Sequence[Entry], names: Names
) -> Iterator[ReadingWarning]:
    """Warn of each abbreviation of the overview that is explained nowhere, with the one that it may be a slip of."""
    unknown: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for short in entry.shorts:
            if not names.knows(short):
                unknown[short].append(entry)
    for short, where in unknown.items():
        line = stream.piece_at(where[0].offset).line
        meant = names.nearly(short)
        hint = f" Måske menes »{meant}« ({names.called(meant)})." if meant else " Skriv, hvad den står for."
        records = tuple(
            index
            for index, initiative in enumerate(initiatives)
            if any(same_title(entry.title, initiative.record.title) for entry in where)
        )  # fmt: skip -- one list
        message = f"Forkortelsen »{short}« er ikke forklaret.{hint}"
        yield ReadingWarning("unknown_abbreviation", message, Place(line.page, line.number, line.number), records)


def _inferred(initiatives: Sequence[Initiative]) -> Iterator[ReadingWarning]:
    """Say once a page why its initiatives were taken to be those of an organisation that no heading names."""
    together: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    run = 0
    for index, initiative in enumerate(initiatives):
        above = initiatives[index - 1].owner.reason if index else None
        run += above != initiative.owner.reason
        if initiative.owner.reason:
            together[initiative.owner.reason, run].append(index)
    for (reason, _), indices in together.items():
        first = initiatives[indices[0]]
        yield ReadingWarning(
            "unknown_abbreviation",
            reason,
            first.record.source.place,
            tuple(indices),
        )


def _duplicates(initiatives: Sequence[Initiative]) -> Iterator[ReadingWarning]:
    """Warn where one organisation has the same title twice."""
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, initiative in enumerate(initiatives):
        fields = initiative.record.fields
        names = (initiative.record.title, fields["organisation"] or "", fields["unit"] or "")
        same[tuple(" ".join(name.lower().split()) for name in names)].append(index)
    for indices in same.values():
        if len(indices) > 1:
            last = initiatives[indices[-1]].record
            message = f"»{last.title}« står mere end én gang for samme enhed. Se efter, om det er den samme indsats."
            yield ReadingWarning("duplicate_initiative", message, last.source.place, tuple(indices))
