"""Lists: the numbered way through pages, and the filters above, all kept in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.forms import ChoiceField, ModelChoiceField
from django.utils.translation import gettext as _

from indsats.foundation.ui.chips import chosen_in, names_of
from indsats.foundation.ui.templatetags.ui.asking import field, merged, option_groups
from indsats.foundation.ui.templatetags.ui.library import register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.paginator import Page
    from django.forms import BoundField
    from django.template import Context
    from django_filters import FilterSet


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[object], parameter: str = "page") -> dict[str, object]:
    """Lead through the pages of a list; the rest of the address is kept."""
    query = context["request"].GET.copy()
    query.pop(parameter, None)
    kept = query.urlencode()
    return {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "gap": page.paginator.ELLIPSIS,
        "start": f"?{kept}&{parameter}=" if kept else f"?{parameter}=",
    }


@register.inclusion_tag("ui/filters.html", takes_context=True)
def filters(context: Context, filter: FilterSet) -> dict[str, object]:  # noqa: A002 -- the name that pages give it
    """Show a filter set as a panel that asks by GET, and every chosen value as a chip that takes it away again."""
    request = context["request"]
    form = filter.form
    names = {name for bound in form for name in names_of(bound.field.widget, bound.html_name)}
    kept = request.GET.copy()
    for name in (*names, "page"):
        kept.pop(name, None)
    return {
        "form": form,
        "fields": list(form.visible_fields()),
        "kept": [(key, value) for key, values in kept.lists() for value in values],
        "chips": chosen_in(form, request.GET),
        "path": request.path,
        "reset": f"{request.path}?{kept.urlencode()}",
    }


@register.inclusion_tag("ui/filter_field.html")
def filter_field(bound: BoundField) -> dict[str, object]:
    """Show one filter; a choice of several becomes a small menu of boxes, which fits where a long list would not."""
    if not getattr(bound.field.widget, "allow_multiple_selected", False):
        _say_all_where_nothing_is_chosen(bound)
        return {"menu": False, **field(bound, quiet=True)}
    groups = merged(option_groups(bound))
    chosen = sum(option["selected"] for group in groups for option in group.options)
    return {
        "menu": True,
        "field": bound,
        "groups": groups,
        "chosen": _("%(count)d chosen") % {"count": chosen} if chosen else _("All"),
    }


def _say_all_where_nothing_is_chosen(bound: BoundField) -> None:
    if isinstance(bound.field, ModelChoiceField):
        if bound.field.empty_label == "":
            bound.field.empty_label = _("All")
    elif isinstance(bound.field, ChoiceField):
        choices = cast("Iterable[tuple[Any, Any]]", bound.field.choices)
        bound.field.widget.choices = [(key, label or _("All")) if key == "" else (key, label) for key, label in choices]
