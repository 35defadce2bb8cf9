"""What reviewers and importers type in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.forms import DayInput, FilesField
from indsats.initiatives.domain.themes import LABELS as THEMES
from indsats.initiatives.models import Initiative, MoneyLine
from indsats.intake.domain.correction import Correction
from indsats.intake.domain.kinds import PARENTS, Field, Sort, fields_of
from indsats.intake.models import Proposal
from indsats.intake.pages.values import shown_value
from indsats.organisation.domain.target_groups import LABELS as TARGET_GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FIRST_YEAR, LAST_YEAR = 1950, 2150
NOT_SAID = ("", _("The document does not say"))
ROWS = {"description": 8}
WIDE = frozenset({Sort.LINE, Sort.TEXT, Sort.GOAL, Sort.LINES})
MANY = frozenset({Sort.TARGET_GROUPS, Sort.THEMES})


class UploadForm(forms.Form):
    """Several files to bring in."""

    documents = FilesField(
        label=_("Documents"),
        help_text=_("PDF, Word, PowerPoint, Excel, OpenDocument spreadsheets, CSV, web pages and plain text."),
        error_messages={"required": _("Choose at least one file.")},
        allow_empty_file=True,  # an empty file gets its sentence like any other bad one, and the others go on
    )


class ProposalForm(forms.Form):
    """The fields of one record, as its kind has them; ``values()`` gives them back as the record keeps them."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        proposal: Proposal,
        parents: Iterable[Proposal] = (),
        is_conflict: bool = False,
    ) -> None:
        """Make a field for each of the kind's; what the reader found stands in it.

        ``is_conflict`` says that the record was changed by someone else while this was typed.
        """
        values = {**proposal.proposed, **proposal.edited}
        initial = {name: _as_typed(value) for name, value in values.items()}
        super().__init__(data, initial={**initial, "version": proposal.version})
        self.proposal = proposal
        self.is_conflict = is_conflict
        self.record_fields = () if proposal.change == Proposal.Change.DROPPED else fields_of(proposal.kind)
        for field in self.record_fields:
            self.fields[field.name] = self._made(field, values.get(field.name))
        self._add_parent(parents)
        self._add_choices()

    def _made(self, field: Field, value: Any) -> forms.Field:  # noqa: ANN401 -- a record's value
        if field.sort is Sort.GOAL:
            return _goal_field(field, self.proposal.edition.goals, value)
        made = MAKERS[field.sort](field)
        made.required = field.name == "title"
        return made

    def _add_parent(self, parents: Iterable[Proposal]) -> None:
        kinds = PARENTS.get(self.proposal.kind, ())
        choices = [(str(each.pk), each.title) for each in parents if each.kind in kinds]
        if choices:
            self.fields["parent"] = forms.ChoiceField(
                label=_("Belongs under"), choices=[("", _("Nothing")), *choices], required=False
            )
            self.initial["parent"] = str(self.proposal.parent_id or "")

    def _add_choices(self) -> None:
        """Add what can be chosen about a record that is changed or gone."""
        if self.proposal.base:
            names = [(name, name) for name in self.proposal.base]
            self.fields["declined"] = forms.MultipleChoiceField(choices=names, required=False)
            self.initial["declined"] = self.proposal.declined
        if self.proposal.change == Proposal.Change.DROPPED:
            self.fields["ending"] = forms.ChoiceField(
                label=_("What becomes of the initiative?"), choices=Proposal.Ending, widget=forms.RadioSelect
            )
            self.initial["ending"] = self.proposal.ending or Proposal.Ending.KEEP

    def plain_fields(self) -> list[tuple[forms.BoundField, bool]]:
        """Return the fields that are typed or chosen once, each with whether it needs the whole width."""
        plain = [(self[field.name], field.sort in WIDE) for field in self.record_fields if field.sort not in MANY]
        return [*plain, *([(self["parent"], True)] if "parent" in self.fields else [])]

    def many_fields(self) -> list[tuple[forms.BoundField, str]]:
        """Return the fields of which several are chosen, each with what is chosen now in words."""
        many = [(field, self[field.name]) for field in self.record_fields if field.sort in MANY]
        return [(bound, shown_value(field.name, list(bound.value() or []))) for field, bound in many]

    def clean(self) -> dict[str, Any]:
        """Say when the last year lies before the first."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("start_year"), cleaned.get("end_year")
        if first and last and last < first:
            self.add_error("end_year", _("The last year is before the first. Correct one of them."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return the record's fields in JSON, as the reader gives them; only those that the form was sent with."""
        sent = [field for field in self.record_fields if field.name in self.cleaned_data]
        return {field.name: _kept(field.sort, self.cleaned_data[field.name]) for field in sent}

    def correction(self) -> Correction:
        """Return what the reviewer wrote, for the service that keeps or accepts the record."""
        cleaned = self.cleaned_data
        return Correction(
            fields=self.values(),
            declined=cleaned.get("declined"),
            ending=cleaned.get("ending", ""),
            parent=int(cleaned["parent"]) if cleaned.get("parent") else None,
            moves="parent" in self.fields,
        )


def _line(field: Field) -> forms.Field:
    return forms.CharField(label=field.label, max_length=500)


def _text(field: Field) -> forms.Field:
    return forms.CharField(label=field.label, widget=forms.Textarea(attrs={"rows": ROWS.get(field.name, 3)}))


def _year(field: Field) -> forms.Field:
    return forms.IntegerField(label=field.label, min_value=FIRST_YEAR, max_value=LAST_YEAR)


def _number(field: Field) -> forms.Field:
    return forms.IntegerField(label=field.label, min_value=0, max_value=32_767)


def _decimal(field: Field) -> forms.Field:
    return forms.DecimalField(label=field.label, min_value=0, max_digits=14, localize=True)


def _flag(field: Field) -> forms.Field:
    return forms.ChoiceField(label=field.label, choices=[NOT_SAID, ("true", _("Yes")), ("false", _("No"))])


def _date(field: Field) -> forms.Field:
    return forms.DateField(label=field.label, widget=DayInput)


def _phase(field: Field) -> forms.Field:
    return forms.ChoiceField(label=field.label, choices=[NOT_SAID, *Initiative.Phase.choices])


def _per(field: Field) -> forms.Field:
    return forms.ChoiceField(label=field.label, choices=[NOT_SAID, *MoneyLine.Per.choices])


def _target_groups(field: Field) -> forms.Field:
    return _many(field, TARGET_GROUPS)


def _themes(field: Field) -> forms.Field:
    return _many(field, THEMES)


def _many(field: Field, labels: Mapping[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(
        label=field.label, choices=list(labels.items()), widget=forms.CheckboxSelectMultiple
    )


def _numbers(field: Field) -> forms.Field:
    return forms.CharField(label=field.label, help_text=_("Numbers with commas between."), validators=[_only_numbers])


def _lines(field: Field) -> forms.Field:
    return forms.CharField(
        label=field.label, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One on each line.")
    )


def _goal_field(field: Field, goals: Sequence[Mapping[str, Any]], value: object) -> forms.Field:
    """Choose among the goals that the document lists; a number that is not one of them can only be left as it is."""
    listed = [(str(goal["number"]), f"{goal['number']}. {goal['title']}") for goal in goals]
    if value is not None and str(value) not in dict(listed):
        listed.append((str(value), str(value)))
    return forms.ChoiceField(label=field.label, choices=[NOT_SAID, *listed], required=False)


MAKERS: dict[Sort, Callable[[Field], forms.Field]] = {
    Sort.LINE: _line,
    Sort.TEXT: _text,
    Sort.YEAR: _year,
    Sort.NUMBER: _number,
    Sort.DECIMAL: _decimal,
    Sort.FLAG: _flag,
    Sort.DATE: _date,
    Sort.PHASE: _phase,
    Sort.PER: _per,
    Sort.TARGET_GROUPS: _target_groups,
    Sort.THEMES: _themes,
    Sort.NUMBERS: _numbers,
    Sort.LINES: _lines,
}


def _only_numbers(text: str) -> None:
    if not all(part.strip().isdecimal() for part in text.split(",") if part.strip()):
        raise ValidationError(_("Write whole numbers with commas between, for example 2026, 2027."))


def _as_typed(value: object) -> object:
    """Return a record's value as it stands in the form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and value and all(isinstance(each, int) for each in value):
        return ", ".join(str(each) for each in value)
    return value


def _kept(sort: Sort, value: Any) -> Any:  # noqa: ANN401, PLR0911 -- one line a sort of value
    """Return a typed value as the record keeps it: nothing is null, or an empty list."""
    if sort in (Sort.TARGET_GROUPS, Sort.THEMES):
        return list(value)
    if sort is Sort.NUMBERS:
        return [int(part) for part in value.split(",") if part.strip()]
    if sort is Sort.LINES:
        return [line.strip() for line in value.splitlines() if line.strip()]
    if value in (None, ""):
        return None
    if sort is Sort.FLAG:
        return value == "true"
    if sort is Sort.GOAL:
        return int(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
