"""Programmes, goals, initiatives, their money, their sources and their history."""

from indsats.initiatives.models.history import FieldChange, Follower
from indsats.initiatives.models.initiative import Initiative, Theme
from indsats.initiatives.models.money import MoneyLine
from indsats.initiatives.models.programme import Goal, Programme
from indsats.initiatives.models.source import SourcePassage

__all__ = ["FieldChange", "Follower", "Goal", "Initiative", "MoneyLine", "Programme", "SourcePassage", "Theme"]
