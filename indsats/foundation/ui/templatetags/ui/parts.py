"""Parts of a page: cards, empty states, progress, buttons with a verdict, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.icons import sprite_of
from indsats.foundation.ui.templatetags.ui.library import register

if TYPE_CHECKING:
    from django.template import Context
    from django.utils.safestring import SafeString
    from django_stubs_ext import StrOrPromise

    from indsats.foundation.access.verdict import Verdict
    from indsats.foundation.charts import Chart
    from indsats.foundation.tasks.models import Progress


@register.simple_block_tag
def card(
    content: SafeString, title: StrOrPromise, url: str = "", *, level: int = 2, subtitle: StrOrPromise = ""
) -> SafeString:
    """Frame what stands between ``{% card %}`` and ``{% endcard %}``; with a url the title is the card's one link."""
    return render_to_string(
        "ui/card.html",
        {"content": content, "title": title, "url": url, "heading": f"h{level}", "subtitle": subtitle},
    )


@register.inclusion_tag("ui/empty.html")
def empty(title: StrOrPromise, text: StrOrPromise, url: str = "", label: StrOrPromise = "") -> dict[str, object]:
    """Say that there is nothing, why, and what one can do about it."""
    return {
        "title": title,
        "text": text,
        "url": url,
        "label": label,
        "picture": f"{static(sprite_of('empty-shelf'))}#empty-shelf",
    }


@register.inclusion_tag("ui/progress.html", takes_context=True)
def progress(
    context: Context,
    progress: Progress,
    url: str = "",
    done_url: str = "",
    done_label: StrOrPromise = "",
) -> dict[str, object]:
    """Show how far long work has come; while it goes on the part asks ``url`` (or its own page) every two seconds."""
    request = context.get("request")
    return {
        "progress": progress,
        "url": url or (request.get_full_path() if request else ""),
        "done_url": done_url,
        "done_label": done_label or _("Show the result"),
    }


@register.inclusion_tag("ui/verdict_button.html", takes_context=True)
def verdict_button(
    context: Context,
    verdict: Verdict,
    label: StrOrPromise,
    url: str,
    *,
    method: str = "get",
    kind: str = "secondary",
    icon: str = "",
) -> dict[str, object]:
    """Offer an act when the rule allows it; else say in the rule's own words why not."""
    return {
        "verdict": verdict,
        "label": label,
        "url": url,
        "method": method,
        "kind": kind,
        "icon": icon,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("ui/chart.html")
def chart(chart: Chart) -> dict[str, object]:
    """Show a chart with its data table behind it."""
    return {"chart": chart}


@register.simple_block_tag
def kept(content: SafeString) -> SafeString:
    """Keep a block's output under a name (``{% kept as title %}…{% endkept %}``), to use it twice or not at all."""
    return mark_safe(content.strip())  # noqa: S308 -- the template's own output, already escaped
