"""The addresses of the style guide and of the choice of language."""

from __future__ import annotations

from django.urls import path

from indsats.foundation.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.style_guide, name="style_guide"),
    path("sprog/", views.language, name="language"),
]
