"""Whose initiative it is: the organisation and unit of each page or stretch, read from its heading or inferred.

A catalogue of slides has a heading on most pages. Where one has none, four kinds of evidence are weighed: an overview
that names the page's titles with an abbreviation, a unit's heading that stands on another page whose organisation is
known, the abbreviations that the page itself uses, and, last, that one organisation of the region has no page yet. What
is inferred says why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.fields.names import ABBREVIATION, Names
from indsats.reading.genres.catalogue.overview import Entry, same_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.catalogue.titles import Title
    from indsats.reading.genres.stream import Stream

FEWEST_PAGES = 3
FIRST_SHARE = 0.7
"""The share of organisations' headings that are first on their page, from which a document is one of slides."""
HEADED_WEIGHT, LISTED_WEIGHT, NAMED_WEIGHT = 3.0, 1.0, 0.5
MOST_NAMED = 4
CLEAR_SHARE = 0.6
FEWEST_NAMED = 2
OWN_SHARE = 0.8
"""The share of an abbreviation's uses that stand on one page, from which the page is taken for its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation and a unit with the headings they were read from. ``reason`` is said where one was inferred."""

    organisation: str | None = None
    unit: str | None = None
    reason: str | None = None
    is_regional: bool = False
    quotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    """What speaks for each organisation of a page, and the words that say so."""

    weight: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    words: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, weight: float, words: str) -> None:
        """Count one sign."""
        self.weight[name] += weight
        self.words.setdefault(name, words)

    def clear_winner(self) -> str | None:
        """Give the organisation that most of the evidence is for."""
        total = sum(self.weight.values())
        best = max(self.weight, key=lambda name: self.weight[name], default=None)
        return best if best and self.weight[best] >= CLEAR_SHARE * total else None


class Places:
    """The organisation and unit of every title."""

    def __init__(
        self,
        *,
        stream: Stream,
        headings: Sequence[Heading],
        titles: Sequence[Title],
        entries: Sequence[Entry],
        names: Names,
        region: str | None,
    ) -> None:
        self.stream, self.headings, self.titles = stream, headings, titles
        self.region = region
        self.owners = [heading for heading in headings if heading.meaning == "organisation"]
        self.units = [heading for heading in headings if heading.meaning == "unit"]
        self.used = Counter(ABBREVIATION.findall(stream.text))
        self.pages = self._pages()
        self.by_pages = self._is_by_pages()
        self.headed = {self.pages[heading.page]: heading for heading in reversed(self.owners)} if self.by_pages else {}
        self.names = self._learnt(names, entries)
        self.inferred = self._inferred(entries) if self.by_pages else {}

    def of(self, title: Title) -> Place:
        """Give the place of a title."""
        page = self.page_of(title)
        if title.start < self._first_local():
            return Place(self.region, is_regional=True)
        unit = self._unit_of(title, page)
        quotes = {"unit": self._printed(unit)} if unit else {}
        if self.by_pages and page not in self.headed:
            place = self.inferred.get(page, Place(reason=_nobody()))
            return Place(place.organisation, unit.names[0] if unit else None, place.reason, quotes=quotes)
        owner = self.headed.get(page) if self.by_pages else self._last(self.owners, title)
        if owner is None:
            return Place(self.region, unit.names[0] if unit else None, quotes=quotes)
        return Place(
            owner.names[0], unit.names[0] if unit else None, quotes={"organisation": self._printed(owner), **quotes}
        )

    def page_of(self, title: Title) -> int:
        """Give the page of a title, counting a page that goes on with the text above as part of the one before."""
        return self.pages[self.stream.page_at(title.start)]

    def _pages(self) -> dict[int, int]:
        """Give for every page the one it belongs to: itself where a heading or title begins it, else the one before."""
        begun: dict[int, int] = {}
        current = 0
        for number, block in enumerate(self.stream.blocks):
            page = self.stream.page_at(block.start)
            if page not in begun:
                current = page if not current or self._begins(number) else current
                begun[page] = current
        return begun

    def _begins(self, number: int) -> bool:
        block = self.stream.blocks[number]
        starts = [heading.span.start for heading in self.headings] + [title.start for title in self.titles]
        return any(block.start <= start <= block.start + 2 for start in starts)

    def _is_by_pages(self) -> bool:
        pages = {self.page_of(title) for title in self.titles}
        if len(pages) < FEWEST_PAGES or not self.owners:
            return False
        begun = {self.stream.page_at(block.start): block.start for block in reversed(self.stream.blocks)}
        first = sum(begun[heading.page] == heading.span.start for heading in self.owners)
        return first >= FIRST_SHARE * len(self.owners)

    def _first_local(self) -> int:
        """Give where the local initiatives begin: at the first organisation or at a heading that says so."""
        said = [
            heading.span.start
            for heading in self.headings
            if heading.meaning in {"overview", "section"} and "lokale" in " ".join(heading.names).lower()
        ]
        begun = [heading.span.start for heading in self.owners if heading.names[0] != self.region]
        later = [start for start in said if any(title.start < start for title in self.titles)]
        return min([*later, *begun], default=len(self.stream.text))

    def _last(self, headings: Iterable[Heading], title: Title) -> Heading | None:
        return max(
            (heading for heading in headings if heading.span.start <= title.start),
            key=lambda heading: heading.span.start,
            default=None,
        )

    def _unit_of(self, title: Title, page: int) -> Heading | None:
        """Give the unit: the page's only one, or in a running text the last one below the organisation's heading."""
        if self.by_pages:
            there = [heading for heading in self.units if self.pages[heading.page] == page]
            called = {name for heading in there for name in heading.names}
            return there[0] if len(called) == 1 else None
        unit, owner = self._last(self.units, title), self._last(self.owners, title)
        return unit if unit and owner and unit.span.start > owner.span.start and len(unit.names) == 1 else None

    def _printed(self, heading: Heading) -> str:
        return self.stream.printed[heading.span.start : heading.span.end].strip()

    def _learnt(self, names: Names, entries: Sequence[Entry]) -> Names:
        """Learn abbreviations from the overview: those whose titles all stand under one organisation mean that one."""
        organisations = [heading.names[0] for heading in self.owners]
        shorts = [short for entry in entries for short in entry.shorts]
        shorts += [short for short, count in self.used.items() if count >= FEWEST_NAMED]
        known = names.with_organisations(organisations, dict.fromkeys(shorts))
        under: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in entries:
            for title in self.titles if len(entry.shorts) == 1 else ():
                owner = self._owner_by_heading(title)
                if owner and same_title(entry.title, self.stream.joined(title.start, title.end)):
                    under[entry.shorts[0]][owner] += 1
        learnt = {
            short: next(iter(owners))
            for short, owners in under.items()
            if len(owners) == 1
            and not known.knows(short)
            and not known.nearly(short)
            and next(iter(owners))[:1].upper() == short[:1]
        }
        return Names(
            {**known.full, **{short.lower(): name for short, name in learnt.items()}}, known.region, known.of_region
        )

    def _owner_by_heading(self, title: Title) -> str | None:
        if not self.by_pages:
            owner = self._last(self.owners, title)
            return owner.names[0] if owner else None
        heading = self.headed.get(self.page_of(title))
        return heading.names[0] if heading else None

    def _inferred(self, entries: Sequence[Entry]) -> dict[int, Place]:
        pages = sorted({self.page_of(title) for title in self.titles if title.start >= self._first_local()})
        groups = self._groups(pages)
        found: dict[int, Place] = {}
        for page in pages:
            if page not in self.headed:
                together = [other for other in pages if groups[other] == groups[page]]
                place = self._by_evidence(together, entries)
                if place:
                    found[page] = place
        return self._with_the_last_one(pages, found)

    def _groups(self, pages: Sequence[int]) -> dict[int, int]:
        """Group pages that share a unit's heading: they belong to one organisation."""
        group = {page: page for page in pages}
        by_unit: defaultdict[str, list[int]] = defaultdict(list)
        for heading in self.units:
            for name in heading.names:
                by_unit[name].append(self.pages[heading.page])
        for together in by_unit.values():
            known = [page for page in together if page in group]
            for page in known[1:]:
                joined, into = group[page], group[known[0]]
                group = {other: into if its == joined else its for other, its in group.items()}
        return group

    def _by_evidence(self, pages: Sequence[int], entries: Sequence[Entry]) -> Place | None:
        evidence = Evidence()
        for page in pages:
            if page in self.headed:
                heading = self.headed[page]
                evidence.add(heading.names[0], HEADED_WEIGHT, self._shared_unit(pages))
            for entry, title in self._listed(page, entries):
                for name in {self.names.called(short) for short in entry.shorts} - {None}:
                    words = f"oversigten har »{title}« med {' + '.join(entry.shorts)}"
                    evidence.add(str(name), LISTED_WEIGHT / len(entry.shorts), words)
            for name, short, count in self._named(page):
                evidence.add(name, NAMED_WEIGHT * min(count, MOST_NAMED), f"siden selv skriver »{short}«")
        best = evidence.clear_winner()
        if best is None:
            return None
        then = "Se efter, om det passer." if self.names.knows(best) else "Skriv det fulde navn."
        return Place(
            best, reason=f"Siden har ingen overskrift. »{best}« er udledt, fordi {evidence.words[best]}. {then}"
        )

    def _shared_unit(self, pages: Sequence[int]) -> str:
        shared = next((heading.names[0] for heading in self.units if self.pages[heading.page] in pages), "")
        return f"»{shared}« også står på en side med den overskrift"

    def _listed(self, page: int, entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
        titles = [self.stream.joined(title.start, title.end) for title in self.titles if self.page_of(title) == page]
        return [(entry, title) for title in titles for entry in entries if same_title(entry.title, title)]

    def _named(self, page: int) -> list[tuple[str, str, int]]:
        """Give the organisations that a page names by abbreviation, and unknown ones that only this page uses."""
        here = Counter(ABBREVIATION.findall(self._text_of(page)))
        found = []
        for short, count in here.items():
            own = count >= FEWEST_NAMED and count >= OWN_SHARE * self.used[short]
            name = self.names.called(short) or (short if own else None)
            if name:
                found.append((name, short, count))
        return found

    def _with_the_last_one(self, pages: Sequence[int], found: dict[int, Place]) -> dict[int, Place]:
        """Give the one page that nothing speaks for to the one organisation that is named and has no page."""
        left = [page for page in pages if page not in found and page not in self.headed]
        taken = {heading.names[0] for heading in self.owners} | {place.organisation for place in found.values()}
        missing = [name for name in self.names.of_region if name not in taken and self._is_named(name)]
        if len(left) == 1 and len(missing) == 1:
            reason = (
                f"Siden har ingen overskrift. »{missing[0]}« er udledt, fordi det er den eneste organisation, "
                "som dokumentet nævner, og som ikke har en side. Se efter, om det passer."
            )
            found[left[0]] = Place(missing[0], reason=reason)
        return found

    def _is_named(self, name: str) -> bool:
        shorts = [short.upper() for short, full in self.names.full.items() if full == name]
        return name in self.stream.text or any(short in self.used for short in shorts)

    def _text_of(self, page: int) -> str:
        return "\n".join(piece.text for piece in self.stream.pieces if self.pages[piece.page] == page)


def _nobody() -> str:
    return "Siden har ingen overskrift, og det kan ikke ses, hvem indsatserne hører til. Skriv organisationens navn."
