"""What the pages of the portfolio say."""

from indsats.initiatives.pages.waiting import waiting_for

__all__ = ["waiting_for"]
