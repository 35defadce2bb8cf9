"""What each kind of event in the log is called, in words. A test keeps the list complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from indsats.foundation.audit.models import Event

LONGEST_VALUE = 200

ACTIONS: dict[str, Promise] = {
    "accounts.password.changed": _("Changed password"),
    "accounts.profile.changed": _("Changed profile"),
    "accounts.sessions.ended": _("Signed out everywhere"),
    "accounts.sign_in.failed": _("Sign-in failed"),
    "accounts.sign_in.locked": _("Account locked after repeated failures"),
    "accounts.sign_in.succeeded": _("Signed in"),
    "accounts.signed_out": _("Signed out"),
    "accounts.user.created": _("Made a person known"),
    "initiatives.goal.changed": _("Changed a goal"),
    "initiatives.goal.created": _("Created a goal"),
    "initiatives.initiative.changed": _("Changed an initiative"),
    "initiatives.initiative.created": _("Created an initiative"),
    "initiatives.initiative.followed": _("Began to follow an initiative"),
    "initiatives.initiative.light_confirmed": _("Confirmed a status"),
    "initiatives.initiative.published": _("Published an initiative"),
    "initiatives.initiative.restored": _("Restored an earlier value"),
    "initiatives.initiative.taken_back": _("Made an initiative a draft again"),
    "initiatives.initiative.unfollowed": _("Stopped following an initiative"),
    "initiatives.initiative.withdrawn": _("Withdrew an initiative"),
    "initiatives.money.added": _("Added a budget decision"),
    "initiatives.money.changed": _("Changed a budget decision"),
    "initiatives.programme.created": _("Created a programme"),
    "intake.batch.imported": _("Brought files in"),
    "intake.batch.resumed": _("Went on with a stopped import"),
    "intake.edition.accepted_without_warnings": _("Accepted all records without warnings"),
    "intake.edition.discarded": _("Discarded an edition"),
    "intake.edition.made_own_document": _("Made an edition a document of its own"),
    "intake.edition.published": _("Published an edition"),
    "intake.edition.read": _("A document was read"),
    "intake.finding.reopened": _("Reopened a warning"),
    "intake.finding.resolved": _("Resolved a warning"),
    "intake.proposal.accepted": _("Accepted a record"),
    "intake.proposal.corrected": _("Corrected a record"),
    "intake.proposal.made_new": _("Made a record an initiative of its own"),
    "intake.proposal.merged": _("Merged records"),
    "intake.proposal.rejected": _("Rejected a record"),
    "intake.proposal.reopened": _("Reopened a record"),
    "intake.proposal.split": _("Split a record"),
    "intake.proposal.undone": _("Took an act on a record back"),
    "organisation.alias.added": _("Added a name of a unit"),
    "organisation.committee.established": _("Established a MED committee"),
    "organisation.event.taken_back": _("Took a change of the organisation back"),
    "organisation.mandate.ended": _("Ended a role"),
    "organisation.mandate.granted": _("Granted a role"),
    "organisation.unit.closed": _("Closed a unit"),
    "organisation.unit.established": _("Established a unit"),
    "organisation.unit.merged": _("Merged units"),
    "organisation.unit.moved": _("Moved a unit"),
    "organisation.unit.renamed": _("Renamed a unit"),
    "organisation.unit.split": _("Split a unit"),
}

OBJECTS: dict[str, Promise] = {
    "accounts.user": pgettext_lazy("log", "person"),
    "initiatives.goal": pgettext_lazy("log", "goal"),
    "initiatives.initiative": pgettext_lazy("log", "initiative"),
    "initiatives.moneyline": pgettext_lazy("log", "budget decision"),
    "initiatives.programme": pgettext_lazy("log", "programme"),
    "intake.batch": pgettext_lazy("log", "import"),
    "intake.edition": pgettext_lazy("log", "edition of a document"),
    "intake.finding": pgettext_lazy("log", "warning"),
    "intake.proposal": pgettext_lazy("log", "record"),
    "organisation.mandate": pgettext_lazy("log", "role"),
    "organisation.medcommittee": pgettext_lazy("log", "MED committee"),
    "organisation.unit": pgettext_lazy("log", "unit"),
    "organisation.unitalias": pgettext_lazy("log", "name of a unit"),
    "organisation.unitevent": pgettext_lazy("log", "change of the organisation"),
}


def action_in_words(action: str) -> str:
    """Return what the action is called; one that no part of this version writes is shown as it is kept."""
    return str(ACTIONS.get(action, action))


def object_type_in_words(label: str) -> str:
    """Return what sort of object it was; empty for an event about no object."""
    return str(OBJECTS.get(label, label))


def address_of(label: str, object_id: str) -> str:
    """Return the page of the object, where its kind has pages; the object may be gone, and then so is its page."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return ""
    show = getattr(model, "get_absolute_url", None)
    return show(model(pk=object_id)) if show and object_id.isdecimal() else ""


def changes_in_words(event: Event) -> list[tuple[str, str, str]]:
    """Return each changed field with what it was and what it became."""
    rows = []
    for field, change in event.changes.items():
        before, after = change if isinstance(change, list) and len(change) == 2 else (None, change)  # noqa: PLR2004 -- old and new
        rows.append((_field_in_words(event.object_type, field), _value_in_words(before), _value_in_words(after)))
    return rows


def _field_in_words(label: str, field: str) -> str:
    try:
        named = apps.get_model(label)._meta.get_field(field)
    except (LookupError, ValueError, FieldDoesNotExist):
        return field
    return str(getattr(named, "verbose_name", field))


def _value_in_words(value: object) -> str:
    if value in (None, "", [], {}):
        return "–"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return Truncator(text).chars(LONGEST_VALUE)
