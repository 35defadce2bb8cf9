"""The addresses of the house. Every context keeps its own; they are Danish, as the people who read them."""

from __future__ import annotations

from django.urls import include, path

from indsats.web import views

_roof = (
    [
        path("", views.front, name="front"),
        path("sundhed/", views.health, name="health"),
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
