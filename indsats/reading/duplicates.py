"""The same initiative twice in one document: said, and left for a person to decide about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from indsats.reading.records import ReadingWarning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indsats.reading.records import Record


def duplicate_warnings(records: Mapping[int, Record]) -> Iterator[ReadingWarning]:
    """Warn where one title stands on several records, given by their places among all records of the document."""
    same: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for index, record in records.items():
        title = "".join(letter for letter in record.title.casefold() if letter.isalnum())
        same[title, record.fields.get("parent")].append(index)
    for (title, _), indices in same.items():
        if title and len(indices) > 1:
            last = records[indices[-1]]
            message = f"»{last.title}« står {len(indices)} steder. Se efter, om det er den samme indsats."
            yield ReadingWarning("duplicate_initiative", message, last.source.place, tuple(indices))
