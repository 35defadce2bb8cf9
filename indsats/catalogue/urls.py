"""The addresses of the catalogue."""

from __future__ import annotations

from django.urls import path

from indsats.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("excel/", views.excel, name="excel"),
    path("<int:pk>/", views.entry, name="entry"),
]
