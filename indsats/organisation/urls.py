"""The addresses of organisation."""

from __future__ import annotations

from django.urls import path

from indsats.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.organisation, name="organisation"),
    path("excel/", views.excel, name="excel"),
    path("<int:pk>/", views.unit, name="unit"),
    path("<int:pk>/navn/", views.alias, name="alias"),
    path("<int:pk>/aendring/<slug:slug>/", views.change, name="change"),
    path("haendelse/<int:pk>/tag-tilbage/", views.take_back, name="take_back"),
    path("personer/", views.people, name="people"),
    path("personer/excel/", views.people_excel, name="people_excel"),
    path("personer/ny-rolle/", views.grant, name="grant"),
    path("personer/<int:pk>/", views.mandate, name="mandate"),
    path("personer/<int:pk>/slut/", views.end, name="end"),
    path("personer/<int:pk>/vikar/", views.substitute, name="substitute"),
]
