"""The components as template tags: ``{% load ui %}``. One module a reason; each tag renders one small template."""

from indsats.foundation.ui.templatetags.ui import asking, lists, marks, parts
from indsats.foundation.ui.templatetags.ui.library import register

__all__ = ["asking", "lists", "marks", "parts", "register"]
