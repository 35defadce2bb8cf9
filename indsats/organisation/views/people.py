"""People and their roles: the list, one role, and granting, ending and standing in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_tables2 import RequestConfig

from indsats.foundation.access.verdict import require
from indsats.foundation.documents.sheets import xlsx_response
from indsats.organisation.exports import people_sheet
from indsats.organisation.filters import MandateFilter
from indsats.organisation.forms.people import EndForm, GrantForm, SubstituteForm
from indsats.organisation.models import Mandate
from indsats.organisation.pages.people import mandate_page
from indsats.organisation.rules import (
    ADMINISTRATOR,
    can_end_mandate,
    can_manage_people,
    can_name_substitute,
    units_where,
)
from indsats.organisation.services.mandates import end_mandate
from indsats.organisation.services.people import appoint
from indsats.organisation.tables import MandateTable
from indsats.organisation.views.changes import told

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest
    from indsats.organisation.services.people import Appointment

ROWS = 50


@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """Show who stands where."""
    chosen = _chosen(request)
    table = MandateTable(chosen.qs, request=request)
    table.export_url = f"{reverse('organisation:people_excel')}?{request.GET.urlencode()}"
    RequestConfig(request, paginate={"per_page": ROWS}).configure(table)
    context = {"filter": chosen, "table": table, "grant": can_manage_people(request.user)}
    return render(request, "organisation/people.html", context)


@require_safe
def people_excel(request: SignedInRequest) -> HttpResponse:
    """Give the same list as a file."""
    return xlsx_response("personer-og-roller.xlsx", [people_sheet(_chosen(request).qs)])


@require_safe
def mandate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one role of a person."""
    found = get_object_or_404(Mandate.objects.visible_to(request.user).with_names(), pk=pk)
    page = mandate_page(mandate=found, viewer=request.user, on=timezone.localdate())
    return render(request, "organisation/mandate.html", {"page": page})


@require_http_methods(["GET", "POST"])
def grant(request: SignedInRequest) -> HttpResponse:
    """Grant a role."""
    require(can_manage_people(request.user))
    within = units_where(request.user, ADMINISTRATOR)
    initial = {"unit": request.GET.get("unit", ""), "valid_from": timezone.localdate()}
    form = GrantForm(request.POST or None, units=within, initial=initial)
    act = partial(appoint, by=request.user, at=timezone.now())
    if form.is_valid() and (given := told(form, partial(act, **form.cleaned_data))):
        _announce(request, given)
        return redirect("organisation:mandate", given.mandate.pk)
    return render(request, "organisation/grant.html", {"form": form})


@require_http_methods(["GET", "POST"])
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a role."""
    found = get_object_or_404(Mandate.objects.visible_to(request.user).with_names(), pk=pk)
    require(can_end_mandate(request.user, found))
    form = EndForm(request.POST or None, initial={"last_day": timezone.localdate()})
    act = partial(end_mandate, mandate=found, by=request.user, at=timezone.now())
    if form.is_valid() and told(form, partial(act, **form.cleaned_data)) is not None:
        messages.success(request, _("The end of the role has been kept."))
        return redirect("organisation:mandate", found.pk)
    page = mandate_page(mandate=found, viewer=request.user, on=timezone.localdate())
    return render(request, "organisation/end.html", {"form": form, "page": page})


@require_http_methods(["GET", "POST"])
def substitute(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let somebody stand in."""
    found = get_object_or_404(Mandate.objects.visible_to(request.user).with_names(), pk=pk)
    require(can_name_substitute(request.user, found))
    form = SubstituteForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    act = partial(appoint, role=found.role, unit=found.unit, substitute_for=found, by=request.user, at=timezone.now())
    if form.is_valid() and (given := told(form, partial(act, **form.cleaned_data))):
        _announce(request, given)
        return redirect("organisation:mandate", found.pk)
    page = mandate_page(mandate=found, viewer=request.user, on=timezone.localdate())
    return render(request, "organisation/substitute.html", {"form": form, "page": page})


def _chosen(request: SignedInRequest) -> MandateFilter:
    everyone = Mandate.objects.visible_to(request.user).with_names().with_unit_names(timezone.localdate())
    return MandateFilter(request.GET, queryset=everyone)


def _announce(request: SignedInRequest, given: Appointment) -> None:
    messages.success(request, _("%(name)s has been given the role.") % {"name": given.mandate.user.name})
    if given.password:
        text = _("%(name)s signs in the first time with the password %(password)s. It is shown only now.")
        messages.warning(request, text % {"name": given.mandate.user.name, "password": given.password})
