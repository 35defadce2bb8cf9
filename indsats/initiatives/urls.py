"""The addresses of initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from indsats.initiatives.views import editing, initiative, portfolio, programme, states

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "initiatives"
urlpatterns: list[URLPattern] = [
    path("portefoelje/", portfolio.portfolio, name="portfolio"),
    path("portefoelje/excel/", portfolio.portfolio_excel, name="portfolio_excel"),
    path("programmer/<int:pk>/", programme.programme, name="programme"),
    path("programmer/<int:pk>/excel/", programme.programme_excel, name="programme_excel"),
    path("indsatser/ny/", editing.create, name="create"),
    path("indsatser/<int:pk>/", initiative.initiative, name="initiative"),
    path("indsatser/<int:pk>/ret/", editing.edit, name="edit"),
    path("indsatser/<int:pk>/status/", editing.light, name="light"),
    path("indsatser/<int:pk>/historik/", initiative.history, name="history"),
    path("indsatser/<int:pk>/historik/excel/", initiative.history_excel, name="history_excel"),
    path("indsatser/<int:pk>/historik/<int:change>/gendan/", editing.restore, name="restore"),
    path("indsatser/<int:pk>/fortryd/", editing.undo, name="undo"),
    path("indsatser/<int:pk>/udgiv/", states.publish, name="publish"),
    path("indsatser/<int:pk>/traek-tilbage/", states.withdraw, name="withdraw"),
    path("indsatser/<int:pk>/foelg/", initiative.follow, name="follow"),
    path("indsatser/<int:pk>/foelg-ikke/", initiative.unfollow, name="unfollow"),
]
