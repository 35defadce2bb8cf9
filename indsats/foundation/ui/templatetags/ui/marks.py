"""Small signs: icons, lights, phases, tags and hints. Colour is never alone: a sign has a shape and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from indsats.foundation.ui.icons import sprite_of
from indsats.foundation.ui.templatetags.ui.library import register

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LIGHTS: dict[str, StrOrPromise] = {
    "on_plan": pgettext_lazy("light", "On plan"),
    "attention": pgettext_lazy("light", "Needs attention"),
    "critical": pgettext_lazy("light", "Critical"),
    "not_updated": pgettext_lazy("light", "Not updated"),
}
PHASES: dict[str, StrOrPromise] = {
    "idea": pgettext_lazy("phase", "Idea"),
    "in_preparation": pgettext_lazy("phase", "In preparation"),
    "running": pgettext_lazy("phase", "Running"),
    "permanent": pgettext_lazy("phase", "Permanent"),
    "pilot": pgettext_lazy("phase", "Pilot"),
    "completed": pgettext_lazy("phase", "Completed"),
    "stopped": pgettext_lazy("phase", "Stopped"),
}


@register.inclusion_tag("ui/icon.html")
def icon(name: str, label: StrOrPromise = "") -> dict[str, object]:
    """Draw an icon; without a label it is decoration, and the word beside it speaks."""
    return {"href": f"{static(sprite_of(name))}#{name}", "label": label}


@register.inclusion_tag("ui/light.html")
def light(value: str, reason: StrOrPromise = "") -> dict[str, object]:
    """Show how it goes: icon and word, and the reason where there is one."""
    value = value if value in LIGHTS else "not_updated"
    return {"value": value, "icon": f"light-{value}", "word": LIGHTS[value], "reason": reason}


@register.inclusion_tag("ui/phase.html")
def phase(value: str) -> dict[str, object]:
    """Show how far it is: icon and word; an unknown phase is said to be unknown."""
    known = value in PHASES
    return {
        "value": value if known else "unknown",
        "icon": f"phase-{value}" if known else "phase-unknown",
        "word": PHASES[value] if known else _("Phase not given"),
    }


@register.inclusion_tag("ui/tag.html")
def tag(text: StrOrPromise, url: str = "", tone: str = "") -> dict[str, object]:
    """Show a word that sorts: a theme, a kind. ``tone`` is one of info, good, warn, bad or nothing."""
    return {"text": text, "url": url, "tone": tone}


@register.inclusion_tag("ui/hint.html")
def hint(text: StrOrPromise) -> dict[str, object]:
    """Help in one or two sentences, set apart from what it explains."""
    return {"text": text}
