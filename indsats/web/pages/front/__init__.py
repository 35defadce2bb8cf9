"""The front page: a greeting, what waits for the person, and what fits their roles."""

from indsats.web.pages.front.page import FrontPage
from indsats.web.pages.front.panel import Line, Panel

__all__ = ["FrontPage", "Line", "Panel"]
