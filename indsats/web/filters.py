"""What the log can be asked for; the questions stand in the address."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import Q
from django.forms import SearchInput
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from indsats.accounts.models import User
from indsats.foundation.audit.models import Event
from indsats.foundation.ui.forms import DayInput
from indsats.web.pages.actions import ACTIONS

if TYPE_CHECKING:
    from datetime import date

    from indsats.foundation.audit.querysets import EventQuerySet

NOBODY = "system"


class LogFilter(django_filters.FilterSet):  # type: ignore[misc]  # the library has no types
    """Who, what, when and to which object. A value that cannot be understood narrows nothing."""

    q = django_filters.CharFilter(
        label=_("Object or reason"), method="containing", widget=SearchInput(attrs={"placeholder": _("Words")})
    )
    who = django_filters.ChoiceFilter(label=_("Who"), method="done_by", empty_label=_("Everybody"))
    what = django_filters.ChoiceFilter(field_name="action", label=_("What"), empty_label=_("Everything"))
    since = django_filters.DateFilter(label=_("From"), method="from_day", widget=DayInput())
    until = django_filters.DateFilter(label=_("To"), method="to_day", widget=DayInput())

    class Meta:
        model = Event
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- django-filter's own
        super().__init__(*args, **kwargs)
        people = [(str(pk), name) for pk, name in User.objects.order_by("name", "pk").values_list("pk", "name")]
        self.filters["who"].extra["choices"] = [(NOBODY, _("The system")), *people]
        self.filters["what"].extra["choices"] = sorted(ACTIONS.items(), key=lambda each: str(each[1]).casefold())

    def containing(self, events: EventQuerySet, _name: str, words: str) -> EventQuerySet:
        """Find words in the object's name and in the reason."""
        return events.filter(Q(object_text__icontains=words) | Q(why__icontains=words))

    def done_by(self, events: EventQuerySet, _name: str, who: str) -> EventQuerySet:
        """Narrow to what one person did, or the system on its own."""
        return events.filter(by__isnull=True) if who == NOBODY else events.filter(by=int(who))

    def from_day(self, events: EventQuerySet, _name: str, day: date) -> EventQuerySet:
        """Narrow to that day and those after it."""
        return events.since(make_aware(datetime.combine(day, time.min)))

    def to_day(self, events: EventQuerySet, _name: str, day: date) -> EventQuerySet:
        """Narrow to that day and those before it."""
        return events.filter(at__lt=make_aware(datetime.combine(day + timedelta(days=1), time.min)))
