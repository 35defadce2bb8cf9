"""The style guide: every component in every state, with sample content that is about nothing real."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import django_filters as filters
import django_tables2 as tables
from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.foundation.charts import Chart, bars, stacked_bars, timeline
from indsats.foundation.tasks.models import Progress
from indsats.foundation.ui.forms import DayInput, FilesField
from indsats.foundation.ui.templatetags.ui.marks import LIGHTS, PHASES

if TYPE_CHECKING:
    from django.http import QueryDict

THEMES = [("wellbeing", _("Wellbeing")), ("recruitment", _("Recruitment")), ("safety", _("Safety"))]
WHERE = [
    (_("Hospitals"), [("north", _("Northern Hospital")), ("south", _("Southern Hospital"))]),
    (_("Wards"), [("a", _("Ward A")), ("b", _("Ward B"))]),
]


class SampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label=_("Title"), help_text=_("What you would call it in the corridor."), max_length=80)
    description = forms.CharField(label=_("Description"), widget=forms.Textarea, required=False)
    theme = forms.ChoiceField(label=_("Theme"), choices=THEMES)
    where = forms.MultipleChoiceField(label=_("Where"), choices=WHERE, widget=forms.CheckboxSelectMultiple)
    light = forms.ChoiceField(label=_("Status"), choices=tuple(LIGHTS.items()), widget=forms.RadioSelect)
    deadline = forms.DateField(label=_("Deadline"), widget=DayInput, required=False)
    documents = FilesField(label=_("Documents"), required=False, help_text=_("PDF, Word, PowerPoint or Excel."))
    agreed = forms.BooleanField(label=_("It is agreed with the ward"), help_text=_("Ask them first."))


class SampleFilter(filters.FilterSet):  # type: ignore[misc]  # the library ships no types
    """Filters of every kind; they narrow nothing."""

    text = filters.CharFilter(label=_("Search"), method="as_it_is")
    light = filters.ChoiceFilter(label=_("Status"), choices=tuple(LIGHTS.items()), method="as_it_is")
    theme = filters.MultipleChoiceFilter(label=_("Theme"), choices=THEMES, method="as_it_is")
    after = filters.DateFilter(label=_("After"), method="as_it_is")

    class Meta:
        model = Progress
        fields: tuple[str, ...] = ()

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:  # noqa: ANN401, ARG002 -- django-filter's signature
        """Return the rows as they are."""
        return rows


class SampleTable(tables.Table):  # type: ignore[misc]  # the library ships no types
    """A table that can be sorted and fetched."""

    export_url = "#"
    caption = _("Sample list")
    title = tables.Column(verbose_name=_("Title"))
    phase = tables.TemplateColumn("{% load ui %}{% phase value %}", verbose_name=_("Phase"))
    light = tables.TemplateColumn("{% load ui %}{% light value %}", verbose_name=_("Status"))
    year = tables.Column(
        verbose_name=_("Year"), localize=False, attrs={"td": {"class": "number"}, "th": {"class": "number"}}
    )


@dataclass(frozen=True, slots=True)
class StyleGuide:
    """Everything that the style guide shows."""

    lights: tuple[str, ...]
    phases: tuple[str, ...]
    blank_form: SampleForm
    wrong_form: SampleForm
    filter: SampleFilter
    table: SampleTable
    bare_table: SampleTable
    page: Page[int]
    progresses: tuple[Progress, ...]
    allowed: Verdict
    refused: Verdict
    charts: tuple[Chart, ...]


def style_guide(query: QueryDict) -> StyleGuide:
    """Set the components out."""
    rows = [
        {"title": _("A longer title that needs more than one line on a phone"), "phase": "running", "light": "on_plan"},
        {"title": _("Quiet hour"), "phase": "pilot", "light": "attention"},
        {"title": _("Buddies"), "phase": "idea", "light": "not_updated"},
    ]
    number = query.get("page", "")
    return StyleGuide(
        lights=tuple(LIGHTS),
        phases=(*PHASES, ""),
        blank_form=SampleForm(prefix="blank"),
        wrong_form=SampleForm({"wrong-title": _("Quiet hour"), "wrong-deadline": "31-31-2026"}, prefix="wrong"),
        filter=SampleFilter(query, queryset=Progress.objects.none()),
        table=SampleTable([{**row, "year": 2026 + at} for at, row in enumerate(rows)], order_by=query.get("sort")),
        bare_table=SampleTable([], prefix="bare", empty_text=_("Nothing fits what you chose.")),
        page=Paginator(range(300), 10).get_page(number or 7),
        progresses=_progresses(),
        allowed=YES,
        refused=no(_("Only programme officers can publish.")),
        charts=_charts(),
    )


def _progresses() -> tuple[Progress, ...]:
    states = (
        (Progress.State.RUNNING, 3, _("Reading page 3")),
        (Progress.State.DONE, 8, _("All pages are read.")),
        (Progress.State.FAILED, 2, _("The file is locked with a password. Save it without one and try again.")),
    )
    return tuple(
        Progress(pk=at, title=str(_("Reading a document")), state=state, steps_done=done, steps_total=8, note=str(note))
        for at, (state, done, note) in enumerate(states, start=1)
    )


def _charts() -> tuple[Chart, ...]:
    parts = [(key, str(word), f"light-{key}") for key, word in LIGHTS.items()]
    return (
        bars(
            str(_("Initiatives by theme")),
            str(_("Number of initiatives on each theme.")),
            rows=[(str(_("Wellbeing")), 1240, "#"), (str(_("Recruitment")), 912, None), (str(_("Safety")), 77, None)],
        ),
        stacked_bars(
            str(_("Status by hospital")),
            str(_("How the initiatives of each hospital go.")),
            series=parts,
            rows=[
                (str(_("Northern Hospital")), {"on_plan": 12, "attention": 5, "critical": 2, "not_updated": 4}, "#"),
                (str(_("Southern Hospital")), {"on_plan": 3, "attention": 1, "not_updated": 1}, None),
            ],
        ),
        timeline(
            str(_("When they run")),
            str(_("From which year to which; an arrow has no end.")),
            rows=[
                (str(_("A longer title that needs more than one line on a phone")), 2023, 2025, "light-on_plan", "#"),
                (str(_("Quiet hour")), 2024, None, "light-attention", None),
                (str(_("Buddies")), 2026, 2026, "light-not_updated", None),
            ],
            first_year=2022,
            last_year=2028,
            legend=[(word, css) for _key, word, css in parts],
        ),
    )
