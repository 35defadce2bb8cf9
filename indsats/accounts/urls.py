"""The addresses of accounts."""

from __future__ import annotations

from django.urls import path

from indsats.accounts import views

app_name = "accounts"
urlpatterns = [
    path("log-ind/", views.sign_in, name="sign_in"),
    path("log-ind/demo/", views.sign_in_as_demo, name="sign_in_as_demo"),
    path("log-ud/", views.sign_out, name="sign_out"),
    path("log-ud/overalt/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("profil/", views.profile, name="profile"),
    path("adgangskode/", views.password, name="password"),
    path("sprog/", views.language, name="language"),
]
