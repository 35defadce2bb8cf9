"""What the pages of the organisation say."""

from indsats.organisation.pages.waiting import waiting_for

__all__ = ["waiting_for"]
