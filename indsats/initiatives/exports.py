"""Excel out: the initiatives with all their fields, their money as numbers, and where each field was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import Sheet
from indsats.initiatives.domain.fields import BY_NAME, FIELDS, STATE, Kind
from indsats.initiatives.models import MoneyLine
from indsats.initiatives.pages.names import place_of, unit_names
from indsats.initiatives.pages.place import place_in_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from indsats.initiatives.models import Initiative, Programme, SourcePassage
    from indsats.initiatives.pages.history import HistoryPage
    from indsats.initiatives.querysets import InitiativeQuerySet
    from indsats.organisation.domain.tree import Tree

Row = tuple[Any, ...]


def portfolio_sheets(chosen: InitiativeQuerySet, tree: Tree) -> tuple[Sheet, ...]:
    """Return three sheets: the initiatives, their money line by line, their sources field by field."""
    initiatives = list(chosen.with_everything().prefetch_related("money", "passages"))
    names = unit_names(each.unit_id for each in initiatives if each.unit_id is not None)
    columns = (
        _("Number of the initiative"),
        *(str(field.label) for field in (*FIELDS, STATE)),
        _("Place in the organisation"),
        _("Money in all, kroner"),
        _("Money a year, kroner"),
        _("Sources"),
        _("Status set"),
        _("Changed"),
    )
    rows = (_row(each, names, tree) for each in initiatives)
    return (Sheet(_("Initiatives"), columns, rows), money_sheet(initiatives), _sources_sheet(initiatives))


def _row(initiative: Initiative, names: dict[int, str], tree: Tree) -> Row:
    money, passages = list(initiative.money.all()), list(initiative.passages.all())
    return (
        initiative.pk,
        *(_cell(initiative, field.name, names) for field in (*FIELDS, STATE)),
        place_of(initiative.unit_id, tree),
        _sum(money, "total"),
        _sum(money, "year"),
        "; ".join(dict.fromkeys(place_in_document(each) for each in passages)),
        initiative.light_at,
        initiative.changed_at,
    )


def _cell(initiative: Initiative, name: str, names: dict[int, str]) -> Any:  # noqa: ANN401 -- text, number, date or nothing
    field = BY_NAME[name]
    if field.is_many:
        return ", ".join(str(each) for each in getattr(initiative, name).all())
    if field.kind is Kind.UNIT:
        return names.get(initiative.unit_id or 0, "")
    if field.kind is Kind.CHOICE:
        return str(field.choices.get(getattr(initiative, name), ""))
    if field.kind is Kind.PERSON:
        return initiative.owner.name if initiative.owner else ""
    return getattr(initiative, name)


def _sum(lines: Sequence[MoneyLine], per: str) -> Decimal | None:
    amounts = [line.amount_dkk for line in lines if line.per == per and line.amount_dkk is not None]
    return sum(amounts[1:], amounts[0]) if amounts else None


def money_sheet(initiatives: Sequence[Initiative]) -> Sheet:
    """Return one row a money line of these initiatives."""
    columns = (_("Number of the initiative"), _("Initiative"), *money_columns())
    rows = ((each.pk, each.title, *money_row(line)) for each in initiatives for line in each.money.all())
    return Sheet(_("Money"), columns, rows)


def money_columns() -> tuple[str, ...]:
    """Return what is told of a money line."""
    return (
        _("Decision"),
        _("Amount, kroner"),
        _("Amount as printed"),
        _("Covers"),
        _("Years"),
        _("Recurring"),
        _("Funding source"),
        _("Budget year"),
        _("Earmark"),
        _("Earmarked share, at least"),
    )


def money_row(line: MoneyLine) -> Row:
    """Return a money line: amounts and years as numbers."""
    return (
        line.title,
        line.amount_dkk,
        line.amount_text,
        line.get_per_display() if line.per else "",
        ", ".join(str(year) for year in line.years),
        line.recurring,
        line.funding_source,
        line.budget_year,
        line.earmark_text,
        line.earmark_min_share,
    )


def _sources_sheet(initiatives: Sequence[Initiative]) -> Sheet:
    columns = (
        _("Number of the initiative"),
        _("Initiative"),
        _("Field"),
        _("Document"),
        _("Page"),
        _("First line"),
        _("Last line"),
        _("Quote"),
    )  # fmt: skip -- one row of headings

    def rows() -> Iterator[Row]:
        for initiative in initiatives:
            for each in initiative.passages.all():
                yield (initiative.pk, initiative.title, *_source(each))

    return Sheet(_("Sources"), columns, rows())


def _source(passage: SourcePassage) -> Row:
    field = BY_NAME.get(passage.field)
    label = str(field.label) if field else passage.field
    return (label, passage.document_title, passage.page, passage.line_start, passage.line_end, passage.quote)


def history_sheet(page: HistoryPage) -> Sheet:
    """Return the history as it is read on the page, one row a field that was changed."""
    columns = (_("When"), _("Who"), _("Field"), _("Before"), _("After"), _("Why"))
    rows = (
        (edit.at, edit.who, line.label, line.before, line.after, edit.why) for edit in page.edits for line in edit.lines
    )
    return Sheet(_("History"), columns, rows)


def programme_sheets(programme: Programme, chosen: InitiativeQuerySet, tree: Tree) -> tuple[Sheet, ...]:
    """Return the programme's own decisions, and its initiatives as the portfolio gives them."""
    lines = MoneyLine.objects.of_programme(programme).select_related("goal")
    rows = ((str(line.goal) if line.goal else "", *money_row(line)) for line in lines)
    decisions = Sheet(_("Decisions"), (_("Goal"), *money_columns()), rows)
    return (*portfolio_sheets(chosen, tree), decisions)
