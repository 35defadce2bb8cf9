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
from indsats.reading.genres.catalogue.overview import Entry, matches_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.catalogue.pages import Pages
    from indsats.reading.genres.catalogue.titles import Title

HEADED_WEIGHT, LISTED_WEIGHT, NAMED_WEIGHT = 3.0, 1.0, 0.5
MOST_NAMED = 4
CLEAR_SHARE = 0.6
FEWEST_NAMED = 2
OWN_SHARE = 0.8
"""The share of an abbreviation's uses that stand on one page, from which the page is taken for its own."""
NOBODY = "Siden har ingen overskrift, og det kan ikke ses, hvem indsatserne hører til. Skriv organisationens navn."


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

    def __init__(self, pages: Pages, entries: Sequence[Entry], names: Names, region: str | None) -> None:
        self.pages, self.region = pages, region
        self.local_from = pages.first_local(region)
        self.used = Counter(ABBREVIATION.findall(pages.stream.text))
        called = {title: pages.stream.joined(title.start, title.end) for title in pages.titles}
        self.listed = matches_of(entries, called)
        self.names = self._learnt(names, entries)
        self.inferred = self._inferred() if pages.are_slides else {}

    def of(self, title: Title) -> Place:
        """Give the place of a title."""
        if title.start < self.local_from:
            return Place(self.region, is_regional=True)
        owner, unit = self.pages.owner_of(title), self.pages.unit_of(title)
        called = unit.names[0] if unit else None
        quotes = {"unit": self._printed(unit)} if unit else {}
        if owner:
            return Place(owner.names[0], called, quotes={"organisation": self._printed(owner), **quotes})
        if not self.pages.are_slides:
            return Place(self.region, called, quotes=quotes)
        inferred = self.inferred.get(self.pages.of(title.start), Place(reason=NOBODY))
        return Place(inferred.organisation, called, inferred.reason, quotes=quotes)

    def _printed(self, heading: Heading) -> str:
        return self.pages.stream.printed[heading.span.start : heading.span.end].strip()

    def _learnt(self, names: Names, entries: Sequence[Entry]) -> Names:
        """Learn abbreviations from the overview: those whose titles all stand under one organisation mean that one."""
        organisations = [heading.names[0] for heading in self.pages.owners]
        shorts = [short for entry in entries for short in entry.shorts]
        shorts += [short for short, count in self.used.items() if count >= FEWEST_NAMED]
        known = names.with_organisations(organisations, dict.fromkeys(shorts))
        under: defaultdict[str, set[str]] = defaultdict(set)
        for title, listed in self.listed.items():
            owner = self.pages.owner_of(title)
            for entry in listed if owner else ():
                if len(entry.shorts) == 1 and owner:
                    under[entry.shorts[0]].add(owner.names[0])
        learnt = {short.lower(): next(iter(owners)) for short, owners in under.items() if _tells(short, owners, known)}
        return Names({**known.full, **learnt}, known.region, known.of_region)

    def _inferred(self) -> dict[int, Place]:
        """Give a place to each page without a heading, as far as the evidence goes."""
        pages = [page for page in sorted(self.pages.titles_on) if self._is_local(page)]
        groups = self._groups(pages)
        found: dict[int, Place] = {}
        for page in pages:
            if page not in self.pages.headed:
                place = self._by_evidence(groups[page])
                if place:
                    found[page] = place
        return self._with_the_last_one(pages, found)

    def _is_local(self, page: int) -> bool:
        return self.pages.titles_on[page][-1].start >= self.local_from

    def _groups(self, pages: Sequence[int]) -> dict[int, list[int]]:
        """Give for each page those it shares a unit's heading with, over others too: they have one organisation."""
        by_unit: defaultdict[str, list[int]] = defaultdict(list)
        for heading in self.pages.units:
            page = self.pages.of(heading.span.start)
            for name in heading.names if page in pages else ():
                by_unit[name].append(page)
        group = {page: [page] for page in pages}
        for together in by_unit.values():
            joined = sorted({other for page in together for other in group[page]})
            group.update(dict.fromkeys(joined, joined))
        return group

    def _by_evidence(self, pages: Sequence[int]) -> Place | None:
        evidence = Evidence()
        for page in pages:
            self._weigh(page, evidence)
            if page in self.pages.headed:
                shared = self.pages.units_on[page][0].names[0]
                words = f"»{shared}« også står på en side med den overskrift"
                evidence.add(self.pages.headed[page].names[0], HEADED_WEIGHT, words)
        best = evidence.clear_winner()
        if best is None:
            return None
        then = "Se efter, om det passer." if self.names.knows(best) else "Skriv det fulde navn."
        return Place(
            best, reason=f"Siden har ingen overskrift. »{best}« er udledt, fordi {evidence.words[best]}. {then}"
        )

    def _weigh(self, page: int, evidence: Evidence) -> None:
        """Count what the overview and the page itself say."""
        for title in self.pages.titles_on[page]:
            for entry in self.listed.get(title, ()):
                words = f"oversigten har »{entry.title}« med {' + '.join(entry.shorts)}"
                for name in {self.names.called(short) for short in entry.shorts} - {None}:
                    evidence.add(str(name), LISTED_WEIGHT / len(entry.shorts), words)
        for short, count in Counter(ABBREVIATION.findall(self.pages.text_of(page))).items():
            own = count >= FEWEST_NAMED and count >= OWN_SHARE * self.used[short]
            name = self.names.called(short) or (short if own else None)
            if name:
                evidence.add(name, NAMED_WEIGHT * min(count, MOST_NAMED), f"siden selv skriver »{short}«")

    def _with_the_last_one(self, pages: Sequence[int], found: dict[int, Place]) -> dict[int, Place]:
        """Give the one page that nothing speaks for to the one organisation that is named and has no page."""
        left = [page for page in pages if page not in found and page not in self.pages.headed]
        taken = {heading.names[0] for heading in self.pages.owners} | {place.organisation for place in found.values()}
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
        return name in self.pages.stream.text or any(short in self.used for short in shorts)


def _tells(short: str, owners: set[str], known: Names) -> bool:
    """Tell whether the one organisation an abbreviation stands under explains it, and no misprint of another does."""
    fits = len(owners) == 1 and next(iter(owners))[:1].upper() == short[:1]
    return fits and not known.knows(short) and not known.nearly(short)
