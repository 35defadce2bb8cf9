"""Whom an initiative is for: professions, and other groups such as leaders or new employees."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from indsats.organisation.domain.target_groups import label_of


class TargetGroup(models.Model):
    """One group of people; ``key`` is the contract's key, the label is translated."""

    key = models.SlugField(max_length=40, primary_key=True)
    is_profession = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager[TargetGroup]] = models.Manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        """Show the group's name in the reader's language."""
        return self.label

    @property
    def label(self) -> str:
        """The group's name in the reader's language."""
        return label_of(self.key)
