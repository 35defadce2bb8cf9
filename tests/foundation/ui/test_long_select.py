"""A select with very many options says what Django's own says."""

import pytest
from django import forms
from django.test.html import parse_html

from indsats.foundation.ui.forms import LongSelect

CHOICES = [("", "Alle"), ("1", "<b>Et</b> & to"), ('Gruppe "A"', [("2", "To"), ("3", "Tre")])]


@pytest.mark.parametrize("value", [None, "", "1", "3", "9"])
@pytest.mark.parametrize("attrs", [None, {"id": "id_x", "class": "form-select", "disabled": True}])
def test_it_draws_what_django_draws(value, attrs):
    ours, djangos = (kind(choices=CHOICES).render("x", value, attrs) for kind in (LongSelect, forms.Select))

    assert parse_html(ours) == parse_html(djangos)
