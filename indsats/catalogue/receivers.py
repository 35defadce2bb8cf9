"""What the catalogue does when something happened to an initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from indsats.catalogue.services import keep_entry
from indsats.initiatives.signals import initiative_changed, initiative_published, initiative_withdrawn

if TYPE_CHECKING:
    from indsats.initiatives.models import Initiative


@receiver([initiative_published, initiative_changed, initiative_withdrawn], dispatch_uid="catalogue.keep_entry")
def keep_in_step(initiative: Initiative, **_kwargs: Any) -> None:  # noqa: ANN401 -- the signature of a receiver
    """Let the catalogue say what the initiative says now."""
    keep_entry(initiative)
