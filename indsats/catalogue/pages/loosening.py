"""When nothing is found: which one thing to let go of, and how many there would be then."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.catalogue.filters import FACETS, Asked
from indsats.catalogue.models import Posting
from indsats.language.analyser import places_in
from indsats.language.queries import read_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.catalogue.pages.choices import Names
    from indsats.catalogue.querysets import InspirationQuerySet

_CLOSE = 0.75
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Loosening:
    """One thing to try in place of what gave nothing."""

    text: str
    url: str
    count: int


def loosenings(asked: Asked, shelf: InspirationQuerySet, names: Names) -> tuple[Loosening, ...]:
    """Return what would give something, the most first; one query a thing that could be let go of."""
    tried = [(text, other, other.narrowed(shelf, names.places).count()) for text, other in _others(asked, shelf, names)]
    found = [Loosening(text, other.address() or "?", count) for text, other, count in tried if count]
    return tuple(sorted(found, key=lambda each: -each.count))


def _others(asked: Asked, shelf: InspirationQuerySet, names: Names) -> Iterator[tuple[str, Asked]]:
    respelled = _respelled(asked, shelf)
    if respelled:
        meant = replace(asked, query=read_query(respelled))
        yield _("Did you mean “%(text)s”?") % {"text": respelled}, meant
        if len(meant.query.words) > 1:
            what = {"text": respelled}
            yield _("Show those with some of the words “%(text)s”") % what, replace(meant, every_word=False)
    elif asked.every_word and len(asked.query.words) > 1:
        yield _("Show those with some of the words"), replace(asked, every_word=False)
    for facet in FACETS:
        if asked.values(facet):
            chosen = ", ".join(names.of(facet, value) for value in asked.values(facet))
            what = {"facet": str(facet.label), "chosen": chosen}
            yield _("Without %(facet)s: %(chosen)s") % what, asked.without(facet)
    if asked.query and any(asked.chosen.values()):
        yield _("Without the words “%(text)s”") % {"text": asked.query.text}, replace(asked, query=read_query(""))
    if asked.query and any(asked.chosen.values()):
        yield _("Without all filters"), replace(asked, chosen={})


def _respelled(asked: Asked, shelf: InspirationQuerySet) -> str:
    """Return the question with each word that nobody uses replaced by one that somebody does; nothing if none is."""
    wanted = [term for word in asked.query.words for term in word.terms]
    held = Posting.objects.of_terms(wanted).holders()
    unknown = [word for word in asked.query.words if word.terms and not any(term in held for term in word.terms)]
    text = asked.query.text.lower()
    for word in unknown:
        close = _written_like(word.terms[0], shelf) if len(word.text) >= _LEAST_LETTERS and not word.rings else ""
        text = text.replace(word.text, close) if close else text
    return text if text != asked.query.text.lower() else ""


def _written_like(term: str, shelf: InspirationQuerySet) -> str:
    """Return a word, as it is written somewhere in the catalogue, whose term is close to this one."""
    terms = Posting.objects.filter(term__regex=r"^[a-zæøå]").order_by().values_list("term", flat=True).distinct()
    near = [each for each in terms if abs(len(each) - len(term)) <= 2]  # noqa: PLR2004 -- two letters too many or few
    close = difflib.get_close_matches(term, near, n=1, cutoff=_CLOSE)
    holder = shelf.sharing(close).by_title().first() if close else None
    if holder is None:
        return ""
    text = f"{holder.title}\n{holder.description}"
    found = next((place for place in places_in(text) if place.term == close[0]), None)
    return text[found.start : found.end].lower() if found else ""
