"""The organisation over HTTP."""

from indsats.organisation.views.changes import alias, change, take_back
from indsats.organisation.views.people import end, grant, mandate, people, people_excel, substitute
from indsats.organisation.views.reading import excel, organisation, unit

__all__ = [
    "alias",
    "change",
    "end",
    "excel",
    "grant",
    "mandate",
    "organisation",
    "people",
    "people_excel",
    "substitute",
    "take_back",
    "unit",
]
