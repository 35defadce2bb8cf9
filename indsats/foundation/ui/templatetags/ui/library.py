"""The one library that every component registers in."""

from __future__ import annotations

from django.template import Library

register = Library()
