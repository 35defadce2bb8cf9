"""Recording events: filled in, seen before it is done, confirmed; and taking one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from indsats.foundation.access.verdict import Refused, require
from indsats.organisation.domain.problems import ImpossibleEvent
from indsats.organisation.forms.events import About, AliasForm, TakeBackForm
from indsats.organisation.models import Unit, UnitEvent
from indsats.organisation.pages.changes import ChangePage, changes_between, take_back_page
from indsats.organisation.pages.sentences import name_at
from indsats.organisation.rules import ADMINISTRATOR, can_change_unit, can_take_back, last_day, units_where
from indsats.organisation.services.names import add_alias
from indsats.organisation.services.preview import tried
from indsats.organisation.services.taking_back import take_back_event
from indsats.organisation.services.trees import load_history, tree_as_of
from indsats.organisation.views.acts import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest
    from indsats.organisation.forms.events import EventForm


@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int, slug: str) -> HttpResponse:
    """Record an event about a unit. ``step`` says whether to show what it would change, to go back, or to do it."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    form = _form(request, unit, slug)
    step = request.POST.get("step", "preview")
    seen = None
    if step != "edit" and form.is_valid():
        act = _act(request, form, slug)
        if step == "confirm" and told(form, act) is not None:
            messages.success(request, _("The change has been recorded."))
            return redirect("organisation:unit", unit.pk)
        seen = told(form, partial(tried, act))
    changes = changes_between(seen, form.day()) if seen else None
    page = ChangePage(unit.pk, form.named(), ACTS[slug].label, form.day(), changes)
    return render(request, "organisation/change.html", {"form": form, "page": page})


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take an event back that was recorded by mistake."""
    event = get_object_or_404(UnitEvent.objects.visible_to(request.user).told(), pk=pk)
    require(can_take_back(request.user, event.units.values_list("pk", flat=True)))
    form = TakeBackForm(request.POST or None)
    act = partial(take_back_event, event=event, by=request.user, at=timezone.now())
    if form.is_valid() and (left := told(form, partial(act, why=form.cleaned_data["why"]))) is not None:
        messages.success(request, _("The event has been taken back."))
        return redirect("organisation:unit", left[0]) if left else redirect("organisation:organisation")
    page = take_back_page(event=event, attempt=partial(tried, partial(act, why="")))
    return render(request, "organisation/take_back.html", {"form": form, "page": page})


@require_http_methods(["GET", "POST"])
def alias(request: SignedInRequest, pk: int) -> HttpResponse:
    """Add another name that documents use for a unit."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(can_change_unit(request.user, unit.pk))
    form = AliasForm(request.POST or None)
    act = partial(add_alias, unit=unit, by=request.user, at=timezone.now())
    if form.is_valid() and told(form, partial(act, **form.cleaned_data)) is not None:
        messages.success(request, _("The name has been added."))
        return redirect("organisation:unit", unit.pk)
    name = name_at(load_history(), unit.pk, timezone.localdate())
    return render(request, "organisation/alias.html", {"form": form, "unit": unit, "name": name})


Answer = TypeVar("Answer")


def told(form: forms.Form, act: Callable[[], Answer]) -> Answer | None:
    """Do it; what the domain or a rule has against it is told on the form."""
    try:
        return act()
    except ValidationError as error:
        form.add_error(None, error.messages)
    except (ImpossibleEvent, Refused) as reason:
        form.add_error(None, str(reason))
    return None


def _form(request: SignedInRequest, unit: Unit, slug: str) -> EventForm:
    """Return the event's form about the unit as it is today, or as it will be on its first day."""
    day = last_day(unit.pk)
    require(can_change_unit(request.user, unit.pk))
    tree = tree_as_of(day)
    if slug not in ACTS or unit.pk not in tree_as_of(max(day, timezone.localdate())):
        raise Http404
    return ACTS[slug].form(
        request.POST or None,
        about=About(
            unit=unit,
            tree=tree,
            history=load_history(),
            within=units_where(request.user, ADMINISTRATOR, day),
            today=timezone.localdate(),
        ),
    )


def _act(request: SignedInRequest, form: EventForm, slug: str) -> Callable[[], object]:
    given = form.cleaned_data
    return partial(
        ACTS[slug].verb,
        **form.arguments(),
        on=given["on"],
        note=given["note"],
        by=request.user,
        at=timezone.now(),
    )
