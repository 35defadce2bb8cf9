"""From a reviewed edition to the portfolio, all of it or nothing."""

from indsats.intake.services.publishing.edition import publish_edition

__all__ = ["publish_edition"]
