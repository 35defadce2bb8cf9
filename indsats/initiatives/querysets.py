"""Reads of the portfolio, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeAlias

from django.db import models
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from indsats.initiatives.domain.lifecycle import OVER, SILENT_AFTER
from indsats.organisation.models import UnitVersion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.initiatives.models import FieldChange, Goal, Initiative, MoneyLine, Programme  # noqa: F401 -- the models these are querysets of

Counts: TypeAlias = dict[int, dict[str, int]]

HEAVY = ("description", "light_reason", "target_text", "folded")  # what a list never shows


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in sees every programme; what is in it is seen by its own rule."""
        return self if user.is_active else self.none()


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Initiatives."""

    def visible_to(self, user: User) -> Self:
        """Published ones for everyone who can sign in; drafts and withdrawn ones for those who look after them."""
        from indsats.initiatives.rules import reach_of

        if not user.is_active:
            return self.none()
        reach = reach_of(user)
        theirs = Q(owner=user) | Q(unit__in=reach.officer_at) | Q(unit__in=reach.leads, origin="local")
        if reach.is_officer:
            theirs |= Q(unit__isnull=True)
        return self.filter(Q(state="published") | theirs)

    def published(self) -> Self:
        """Only those that stand in the portfolio."""
        return self.filter(state="published")

    def drafts(self) -> Self:
        """Only those that have not been published yet."""
        return self.filter(state="draft")

    def going_on(self) -> Self:
        """Only those that are neither completed nor stopped."""
        return self.exclude(phase__in=OVER)

    def owned_by(self, user: User) -> Self:
        """Only those that the person is the owner of."""
        return self.filter(owner=user)

    def of_programme(self, programme: Programme | int) -> Self:
        """Only those of the programme."""
        return self.filter(programmes=programme)

    def of_goal(self, goal: Goal | int) -> Self:
        """Only those that work towards the goal."""
        return self.filter(goals=goal)

    def for_units(self, unit_ids: Iterable[int]) -> Self:
        """Only those of these units."""
        return self.filter(unit__in=tuple(unit_ids))

    def in_year(self, year: int) -> Self:
        """Only those whose priority year or period covers the year; a lone year is a period of one year."""
        begins = Q(start_year__lte=year)
        ends = (
            Q(end_year__gte=year)
            | Q(end_year__isnull=True, open_ended=True)
            | Q(end_year__isnull=True, start_year=year)
        )
        only_end = Q(start_year__isnull=True, end_year=year)
        return self.filter(Q(priority_year=year) | (begins & ends) | only_end)

    def containing(self, text: str) -> Self:
        """Only those in whose words every word of the text stands, whatever its case."""
        from indsats.initiatives.services.values import fold

        found = self
        for word in fold(text).split():
            found = found.filter(folded__contains=word)
        return found

    def not_updated_since(self, at: datetime) -> Self:
        """Only those whose status was last set before that time, or never."""
        return self.filter(Q(light_at__isnull=True) | Q(light_at__lt=at))

    def owing_a_status(self, user: User, at: datetime) -> Self:
        """Only those of the owner that go on and of which nothing has been heard for too long."""
        return self.owned_by(user).going_on().not_updated_since(at - SILENT_AFTER)

    def followed_by(self, user: User) -> Self:
        """Only those that the person follows."""
        return self.filter(followers__user=user)

    def changed_since_seen_by(self, user: User) -> Self:
        """Only those that the person follows and that someone else has changed since the person saw them."""
        return self.filter(
            ~Q(changed_by=user) | Q(changed_by__isnull=True),
            followers__user=user,
            followers__seen_at__lt=F("changed_at"),
        )

    def beside(self, initiative: Initiative) -> Self:
        """Only others of the same unit, or that work towards one of the same goals."""
        near = Q(goals__in=initiative.goals.all())
        if initiative.unit_id is not None:
            near |= Q(unit=initiative.unit_id)
        return self.filter(near).exclude(pk=initiative.pk).distinct()

    def without_goal_of(self, programme: Programme) -> Self:
        """Only those that work towards no goal of the programme."""
        return self.filter(~Exists(self._towards(initiative=OuterRef("pk"), goal__programme=programme)))

    def _towards(self, **links: Any) -> models.QuerySet[Any]:  # noqa: ANN401 -- as ``filter`` takes them
        """Return the rows that link initiatives to goals; asked directly, so that no join counts anything twice."""
        return self.model.goals.through._default_manager.filter(**links)

    def _within(self, **links: Any) -> models.QuerySet[Any]:  # noqa: ANN401 -- as above
        """Return the rows that link initiatives to programmes."""
        return self.model.programmes.through._default_manager.filter(**links)

    def with_names(self) -> Self:
        """Bring along what a list shows besides the columns: owner and programmes; leave the long texts behind."""
        return self.select_related("owner").prefetch_related("programmes").defer(*HEAVY)

    def with_everything(self) -> Self:
        """Bring along all that the page and the export show."""
        return self.select_related("owner", "changed_by", "created_by").prefetch_related(
            "programmes", "goals__programme", "themes", "target_groups"
        )

    def with_unit_name(self) -> Self:
        """Add ``unit_name``: the name that the unit has, or had last."""
        names = UnitVersion.objects.filter(unit=OuterRef("unit")).order_by("-valid_from").values("name")
        return self.annotate(unit_name=Subquery(names[:1]))

    def with_first_programme(self) -> Self:
        """Add ``first_programme``: the title of the first of its programmes."""
        return self.annotate(first_programme=Min("programmes__title"))

    def with_years(self) -> Self:
        """Only those of which any year is known, the ones that begin first at the top."""
        begin = Coalesce("start_year", "priority_year", "end_year")
        return self.exclude(start_year=None, priority_year=None, end_year=None).order_by(
            begin, "title_key", "title", "pk"
        )

    def with_urgency(self) -> Self:
        """Add ``urgency``: the most critical light first, silence before what goes as planned."""
        return self.annotate(urgency=_urgency("light"))

    def most_urgent_first(self) -> Self:
        """In the order of urgency, and by title where it is the same."""
        return self.order_by(_urgency("light"), "title_key", "title", "pk")

    def most_urgent_of_each_goal(self, programme: Programme, most: int) -> models.QuerySet[Any, tuple[int, int]]:
        """Return pairs of goal and initiative: at most so many of each goal of the programme, the most urgent first."""
        order = (_urgency("initiative__light"), "initiative__title_key", "initiative__title", "initiative_id")
        rank = Window(RowNumber(), partition_by="goal_id", order_by=order)
        links = self._towards(goal__programme=programme, initiative__in=self._keys())
        ranked: models.QuerySet[Any, tuple[int, int]] = (
            links.annotate(rank=rank)
            .filter(rank__lte=most)
            .order_by("goal_id", "rank")
            .values_list("goal_id", "initiative_id")
        )
        return ranked

    def with_progress(self) -> Self:
        """Add ``progress``: the phases in the order in which work goes through them."""
        order = ("idea", "in_preparation", "pilot", "running", "permanent", "completed", "stopped", "")
        steps = [When(phase=phase, then=Value(step)) for step, phase in enumerate(order)]
        return self.annotate(progress=Case(*steps, default=Value(len(order)), output_field=models.IntegerField()))

    def counted_by_light(self) -> dict[str, int]:
        """Return how many there are with each light, with one query."""
        rows = self.order_by().values("light").annotate(count=Count("pk", distinct=True))
        return {row["light"]: row["count"] for row in rows}

    def counted_by_goal(self) -> Counts:
        """Return, for each goal that is worked towards, how many there are with each light; one query."""
        return _counted(self._towards(initiative__in=self._keys()), "goal_id")

    def counted_by_programme(self) -> Counts:
        """Return, for each programme, how many there are with each light; one query."""
        return _counted(self._within(initiative__in=self._keys()), "programme_id")

    def counted_beside_the_goals(self) -> Counts:
        """Return, for each programme, how many work towards none of its goals, with each light; one query."""
        own = self._towards(initiative=OuterRef("initiative"), goal__programme=OuterRef("programme"))
        return _counted(self._within(initiative__in=self._keys()).exclude(Exists(own)), "programme_id")

    def _keys(self) -> models.QuerySet[Initiative, Any]:
        return self.order_by().values("pk")


def _urgency(light: str) -> Case:
    """Return the place of a light in the order of urgency, as the database computes it."""
    order = ("critical", "attention", "not_updated", "on_plan")
    steps = [When(**{light: each}, then=Value(step)) for step, each in enumerate(order)]
    return Case(*steps, default=Value(len(order)), output_field=models.IntegerField())


def _counted(links: models.QuerySet[Any], key: str) -> Counts:
    rows = links.order_by().values_list(key, "initiative__light").annotate(count=Count("pk"))
    counts: Counts = {}
    for each, light, count in rows:
        counts.setdefault(each, {})[light] = count
    return counts


class MoneyLineQuerySet(models.QuerySet["MoneyLine"]):
    """Budget decisions."""

    def of_programme(self, programme: Programme) -> Self:
        """Only the programme's own and those of its goals, in the order in which they were decided."""
        return self.filter(Q(programme=programme) | Q(goal__programme=programme)).order_by("pk")


class FieldChangeQuerySet(models.QuerySet["FieldChange"]):
    """The history of initiatives."""

    def visible_to(self, user: User) -> Self:
        """Whoever sees the initiative sees its history."""
        from indsats.initiatives.models import Initiative

        return self.filter(initiative__in=Initiative.objects.visible_to(user))

    def newest_first(self) -> Self:
        """In the order in which a person reads it, with who it was."""
        return self.select_related("by").order_by("-version", "id")
