"""The parts that the front page is put together from; each asks for its own with a fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.foundation.audit.models import Event
from indsats.foundation.charts import stacked_bars
from indsats.initiatives.models import Programme
from indsats.initiatives.pages.lights import series
from indsats.initiatives.rules import LEADERS
from indsats.intake.models import Edition
from indsats.organisation.models import Mandate
from indsats.organisation.services.trees import with_predecessors
from indsats.web.pages.actions import action_in_words
from indsats.web.pages.front.panel import SHOWN, Line, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indsats.initiatives.models import Initiative
    from indsats.initiatives.querysets import InitiativeQuerySet
    from indsats.web.pages.front.viewpoint import Viewpoint

MOST_PROGRAMMES = 6


def reviews(view: Viewpoint) -> Panel:
    """Show the documents that are being reviewed, and how much of each is left."""
    editions = Edition.objects.visible_to(view.viewer).in_review().with_counts().order_by("read_at", "pk")[:SHOWN]
    lines = tuple(Line(edition.title, edition.get_absolute_url(), _left(edition.waiting_count)) for edition in editions)
    return Panel(
        _("Documents in review"),
        _("No document waits for a review. Drop the next one under Documents."),
        reverse("intake:documents"),
        _("All documents"),
        lines=lines,
    )


def _left(count: int) -> str:
    if not count:
        return _("Everything is decided, so it can be published.")
    return ngettext("%(count)d record left to decide", "%(count)d records left to decide", count) % {"count": count}


def programmes(view: Viewpoint) -> Panel:
    """Show each programme as a bar of statuses; the fullest first."""
    counts = view.initiatives.counted_by_programme()
    titles = dict(
        Programme.objects.visible_to(view.viewer)
        .filter(pk__in=[key for key in counts if key])
        .values_list("pk", "title")
    )
    fullest = sorted(titles, key=lambda key: (-sum(counts[key].values()), titles[key]))[:MOST_PROGRAMMES]
    rows = [(titles[key], counts[key], reverse("initiatives:programme", args=[key])) for key in fullest]
    chart = stacked_bars(
        _("Status of the programmes"),
        _("How many initiatives of each programme have which status."),
        series=series(),
        rows=rows,
    )
    return Panel(
        _("How the programmes go"),
        _("No programme has been published yet."),
        reverse("initiatives:portfolio"),
        _("The whole portfolio"),
        chart=chart if rows else None,
    )


def not_updated(view: Viewpoint) -> Panel:
    """Show what nobody has said anything about for too long, the longest silence first."""
    silent = view.initiatives.not_updated_since(view.silent_since).order_by("light_at", "title", "pk")
    return Panel(
        _("Not updated for a long time"),
        _("Every initiative has a fresh status."),
        _portfolio(light="not_updated"),
        _("All that are not updated"),
        lines=_lines(silent, view, about=_silence),
    )


def mine(view: Viewpoint) -> Panel:
    """Show what the person is the owner of, the worst first."""
    own = view.initiatives.owned_by(view.viewer).with_urgency().order_by(F("urgency"), "title", "pk")
    return Panel(
        _("My initiatives"),
        _("You are not the owner of any initiative."),
        _portfolio(mine="own"),
        _("All my initiatives"),
        lines=_lines(own, view, about=_reason),
    )


def lower_lights(view: Viewpoint) -> Panel:
    """Show what does not go as planned, with the reasons."""
    lower = view.initiatives.filter(light__in=("critical", "attention")).with_urgency()
    return Panel(
        _("What does not go as planned"),
        _("Everything goes as planned."),
        _portfolio(light="critical"),
        _("All that are critical"),
        lines=_lines(lower.order_by(F("urgency"), "-light_at", "title", "pk"), view, about=_reason),
    )


def led_by_me(view: Viewpoint) -> Panel:
    """Show what is done in the units that the person leads or speaks for, those above included."""
    units = view.units(*LEADERS, Mandate.Role.WORK_ENVIRONMENT_REP, Mandate.Role.SHOP_STEWARD)
    return _around(view, units, title=_("In my unit"))


def where_i_work(view: Viewpoint) -> Panel:
    """Show what is done where the person works, and in the units above."""
    return _around(view, view.units(Mandate.Role.EMPLOYEE), title=_("Where I work"))


def _around(view: Viewpoint, units: Iterable[int], *, title: str) -> Panel:
    """Show what units, all below them and all above them do; the nearest first, the region's own last."""
    near = {each for unit in units for each in view.tree.descendants(unit)}
    above = [each for unit in units for each in reversed(view.tree.ancestors(unit))]
    found = _lines_in_order(
        view, [with_predecessors(near), *(with_predecessors([each]) for each in dict.fromkeys(above))]
    )
    url = _portfolio(unit=next(iter(units), None))
    return Panel(title, _("Nothing is registered here yet."), url, _("All in the portfolio"), lines=found)


def _lines_in_order(view: Viewpoint, circles: Iterable[Iterable[int]]) -> tuple[Line, ...]:
    """Return the first few initiatives, circle after circle."""
    place = {unit: distance for distance, circle in enumerate(circles) for unit in circle}
    around = list(view.initiatives.for_units(place).with_urgency().order_by(F("urgency"), "title", "pk"))
    nearest = sorted(around, key=lambda each: place[each.unit_id or 0])[:SHOWN]
    return tuple(_line(each, view, _reason(each)) for each in nearest)


def inspiration(view: Viewpoint) -> Panel:
    """Show what others do that goes well: local, started, and told about most recently."""
    own = {each for unit in view.units() for each in view.tree.descendants(unit) if view.tree.kind(unit) != "region"}
    others = view.initiatives.filter(origin="local", light="on_plan", phase__in=("running", "permanent", "pilot"))
    newest = others.exclude(unit__in=own).order_by("-light_at", "title", "pk")
    return Panel(
        _("What others do well"),
        _("Nobody has told of a local initiative that goes as planned yet."),
        reverse("catalogue:catalogue"),
        _("Look in the catalogue"),
        lines=_lines(newest, view, about=_reason),
    )


def latest_events(_view: Viewpoint) -> Panel:
    """Show the last things that were done, to those who may read the log."""
    lines = tuple(
        Line(action_in_words(event.action), _one_object(event), _who_and_when(event))
        for event in Event.objects.with_people()[:SHOWN]
    )
    return Panel(_("Lately"), _("Nothing has been done yet."), reverse("web:log"), _("The whole log"), lines=lines)


def _one_object(event: Event) -> str:
    query = {"object": f"{event.object_type}:{event.object_id}"} if event.object_type else {"what": event.action}
    return f"{reverse('web:log')}?{urlencode(query)}"


def _who_and_when(event: Event) -> str:
    when = date_format(localtime(event.at), "j. F H:i")
    said = [event.object_text, event.by.name if event.by else _("The system"), when]
    return " · ".join(part for part in dict.fromkeys(said) if part)


def _lines(initiatives: InitiativeQuerySet, view: Viewpoint, *, about: Callable[[Initiative], str]) -> tuple[Line, ...]:
    return tuple(_line(each, view, about(each)) for each in initiatives[:SHOWN])


def _line(initiative: Initiative, view: Viewpoint, about: str) -> Line:
    unit = initiative.unit_id
    place = view.tree.name(unit) if unit is not None and unit in view.tree else initiative.unit_text
    said = " · ".join(part for part in (place, about) if part)
    return Line(initiative.title, initiative.get_absolute_url(), said, initiative.light)


def _reason(initiative: Initiative) -> str:
    return initiative.light_reason


def _silence(initiative: Initiative) -> str:
    if initiative.light_at is None:
        return _("never updated")
    return _("last updated %(day)s") % {"day": date_format(localtime(initiative.light_at), "j. F Y")}


def _portfolio(**query: str | int | None) -> str:
    kept = {name: value for name, value in query.items() if value is not None}
    return f"{reverse('initiatives:portfolio')}?{urlencode(kept)}" if kept else reverse("initiatives:portfolio")
