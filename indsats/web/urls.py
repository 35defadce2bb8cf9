"""The addresses of the house. Every context keeps its own; they are Danish, as the people who read them."""

from __future__ import annotations

from django.urls import include, path

from indsats.web.views import front, health, log, search
from indsats.web.views import help as guide

_roof = (
    [
        path("", front.front, name="front"),
        path("soeg/", search.search, name="search"),
        path("hjaelp/", guide.help_page, name="help"),
        path("log/", log.log, name="log"),
        path("log/excel/", log.log_excel, name="log_excel"),
        path("sundhed/", health.health, name="health"),
    ],
    "web",
)

urlpatterns = [
    path("", include(_roof)),
    path("konto/", include("indsats.accounts.urls")),
    path("organisation/", include("indsats.organisation.urls")),
    path("", include("indsats.initiatives.urls")),
    path("katalog/", include("indsats.catalogue.urls")),
    path("dokumenter/", include("indsats.intake.urls")),
    path("design/", include("indsats.foundation.ui.urls")),
]
