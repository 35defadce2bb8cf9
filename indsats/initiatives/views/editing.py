"""Creating, changing, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from indsats.foundation.access.verdict import require
from indsats.initiatives.forms import InitiativeForm, LightForm
from indsats.initiatives.pages.conflict import ConflictPage
from indsats.initiatives.pages.options import FormOptions
from indsats.initiatives.rules import can_create_somewhere, can_edit_initiative
from indsats.initiatives.services import (
    EditConflict,
    change_initiative,
    create_initiative,
    restore_field,
    set_light,
    undo_operation,
)
from indsats.initiatives.views.doors import change_for, initiative_for
from indsats.initiatives.views.initiative import show
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest
    from indsats.initiatives.models import Initiative

form_view = require_http_methods(["GET", "HEAD", "POST"])


@form_view
def create(request: SignedInRequest) -> HttpResponse:
    """Write a new initiative: a draft first, published when it is ready."""
    require(can_create_somewhere(request.user))
    options = FormOptions.build(viewer=request.user, tree=tree_as_of(timezone.localdate()))
    form = InitiativeForm(request.POST or None, options=options, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            made = create_initiative(by=request.user, at=timezone.now(), fields=form.values, why=form.reason)
        except ValidationError as error:
            form.add_errors(error)
        else:
            messages.success(request, _("The initiative is saved as a draft. Publish it when others may see it."))
            return redirect(made)
    return render(request, "initiatives/edit.html", {"form": form, "cancel_url": reverse("initiatives:portfolio")})


@form_view
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change any field; whoever comes second is shown what differs."""
    found = initiative_for(request.user, pk)
    require(can_edit_initiative(request.user, found))
    options = FormOptions.build(viewer=request.user, tree=tree_as_of(timezone.localdate()), initiative=found)
    form = InitiativeForm(request.POST or None, options=options, initiative=found)
    if request.method == "POST" and form.is_valid():
        answer = _save(request, found, form)
        if answer is not None:
            return answer
    context = {"form": form, "initiative": found, "cancel_url": found.get_absolute_url()}
    return render(request, "initiatives/edit.html", context)


def _save(request: SignedInRequest, found: Initiative, form: InitiativeForm) -> HttpResponse | None:
    """Save, or show the conflict; None where the form has to be put right."""
    seen = form.cleaned_data["version"]
    try:
        changed = change_initiative(
            initiative=found, by=request.user, at=timezone.now(), fields=form.values, version=seen, why=form.reason
        )
    except ValidationError as error:
        form.add_errors(error)
        return None
    except EditConflict as conflict:
        page = ConflictPage.build(conflict, form)
        return render(request, "initiatives/conflict.html", {"page": page, "form": form}, status=409)
    _say_saved(request, changed, seen)
    return redirect(changed)


@form_view
def light(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say how it goes."""
    found = initiative_for(request.user, pk)
    if request.method != "POST":
        return redirect(f"{found.get_absolute_url()}#status")
    form = LightForm(request.POST)
    if form.is_valid():
        said = {"light": form.cleaned_data["light"], "reason": form.cleaned_data["reason"]}
        seen = form.cleaned_data["version"]
        try:
            lit = set_light(initiative=found, by=request.user, at=timezone.now(), version=seen, **said)
        except ValidationError as error:
            form.add_errors(error)
        except EditConflict as conflict:
            form.take_notice_of(conflict)
        else:
            _say_saved(request, lit, seen)
            return redirect(lit)
    return show(request, found, form)


@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back what was just saved."""
    found = initiative_for(request.user, pk)
    try:
        operation, version = UUID(request.POST["operation"]), int(request.POST["version"])
    except (KeyError, ValueError):
        raise Http404 from None
    try:
        undo_operation(initiative=found, operation=operation, by=request.user, at=timezone.now(), version=version)
        messages.success(request, _("It is as it was before."))
    except EditConflict:
        messages.error(
            request, _("Someone else has changed the initiative since. Look at the history to take it back.")
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(found)


@require_POST
def restore(request: SignedInRequest, pk: int, change: int) -> HttpResponse:
    """Give a field the value that it had before."""
    try:
        restore_field(change=change_for(request.user, change, pk), by=request.user, at=timezone.now())
        messages.success(request, _("The field is as it was before."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("initiatives:history", pk)


def _say_saved(request: SignedInRequest, changed: Initiative, seen: int) -> None:
    """Say that it is saved, with the way back; the form that the button belongs to stands on the initiative's page."""
    if changed.version == seen:
        messages.info(request, _("Saved. No field has another value than before."))
        return
    operation = changed.history.filter(version=changed.version).values_list("operation", flat=True).first()
    button = '{} <button class="note-act" type="submit" form="undo" name="operation" value="{}">{}</button>'
    messages.success(request, format_html(button, _("Saved."), operation, _("Undo")))
