"""The addresses of the style guide."""

from __future__ import annotations

from django.urls import path

from indsats.foundation.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.style_guide, name="style_guide"),
]
