from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from indsats.foundation.ui.forms import DayInput, FilesField
from tests.foundation.ui.rendering import rendered, select, texts, words

COLOURS = [("Varme", [("red", "Rød"), ("yellow", "Gul")]), ("Kolde", [("blue", "Blå")])]


class Form(forms.Form):
    name = forms.CharField(label="Navn", help_text="Som på skiltet.")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    colours = forms.MultipleChoiceField(label="Farver", choices=COLOURS, widget=forms.CheckboxSelectMultiple)
    size = forms.ChoiceField(label="Størrelse", choices=[("s", "Lille"), ("l", "Stor")], widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="Slags", choices=[("", "Vælg"), ("a", "A")])
    day = forms.DateField(label="Dag", required=False)
    sure = forms.BooleanField(label="Ja")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise ValidationError("Vælg noget, der passer sammen.")


def _field(name, form=None):
    return rendered("{% field bound %}", bound=(form or Form())[name])


def _wrong():
    return Form({"name": "", "colours": ["red"], "size": "huge", "day": "31-31-2026"})


def test_a_label_belongs_to_its_field_and_help_is_read_with_it():
    tree = _field("name")

    [box] = select(tree, "input")
    assert texts(tree, f"label[for={box.get('id')}]") == ["Navn"]
    assert words(tree.get_element_by_id(box.get("aria-describedby"))) == "Som på skiltet."


def test_what_need_not_be_filled_in_says_so():
    assert texts(_field("note"), "label") == ["Note (valgfrit)"]


def test_an_error_is_read_with_its_field():
    tree = _field("name", _wrong())

    [box] = select(tree, "input")
    assert box.get("aria-invalid") == "true"
    described = [words(tree.get_element_by_id(name)) for name in box.get("aria-describedby").split()]
    assert described == ["Som på skiltet.", "Fejl: Her mangler et svar."]


def test_what_was_typed_is_kept():
    tree = _field("name", Form({"name": 'Sygehus "Nord" <A>'}))

    assert select(tree, "input")[0].get("value") == 'Sygehus "Nord" <A>'


def test_boxes_stand_in_groups_with_those_checked_that_were():
    tree = _field("colours", _wrong())

    assert texts(tree, "legend") == ["Farver"]
    assert [(group.get("aria-label"), texts(group, "label")) for group in select(tree, "[role=group]")] == [
        ("Varme", ["Rød", "Gul"]),
        ("Kolde", ["Blå"]),
    ]
    boxes = select(tree, "input[type=checkbox]")
    assert [(box.get("name"), box.get("value"), "checked" in box.attrib) for box in boxes] == [
        ("colours", "red", True),
        ("colours", "yellow", False),
        ("colours", "blue", False),
    ]
    assert all(select(tree, f"label[for={box.get('id')}]") for box in boxes)


def test_radio_buttons_are_one_question():
    tree = _field("size", _wrong())

    assert texts(tree, "legend") == ["Størrelse"]
    assert [box.get("type") for box in select(tree, "input")] == ["radio", "radio"]
    described = select(tree, "fieldset")[0].get("aria-describedby")
    assert words(tree.get_element_by_id(described)) == "Fejl: “huge” er ikke på listen. Vælg en af mulighederne."


def test_a_choice_is_a_list_to_pull_down():
    assert texts(_field("kind"), "select.form-select option") == ["Vælg", "A"]


def test_a_yes_is_one_box_with_its_label_after_it():
    tree = _field("sure")

    [box] = select(tree, "input[type=checkbox].form-checkbox")
    assert box.getnext().get("for") == box.get("id")


def test_a_day_is_picked_with_the_browsers_calendar():
    tree = _field("day", Form(initial={"day": date(2026, 2, 1)}))

    [box] = select(tree, "input")
    assert (box.get("type"), box.get("value")) == ("date", "2026-02-01")


def test_a_day_that_is_none_is_not_given_to_a_calendar_that_cannot_show_it():
    assert DayInput().format_value("31-31-2026") is None


def test_a_hidden_field_shows_nothing():
    assert words(_field("secret")) == ""


def test_the_summary_lists_every_error_with_a_link_to_its_field():
    form = _wrong()

    tree = rendered("{% form_errors form %}{% for one in form %}{% field one %}{% endfor %}", form=form)

    assert texts(tree, "[role=alert] li") == [
        "Vælg noget, der passer sammen.",
        "Navn: Her mangler et svar.",
        "Størrelse: “huge” er ikke på listen. Vælg en af mulighederne.",
        "Slags: Her mangler et svar.",
        "Dag: Skriv en dato, for eksempel 24-12-2026.",
        "Ja: Her mangler et svar.",
    ]
    targets = [link.get("href").removeprefix("#") for link in select(tree, "[role=alert] a")]
    assert [tree.get_element_by_id(target).get("name") for target in targets] == ["name", "size", "kind", "day", "sure"]


def test_a_form_without_errors_has_no_summary():
    assert words(rendered("{% form_errors form %}", form=Form())) == ""


def test_a_whole_form_can_send_files_when_it_has_any():
    class Upload(forms.Form):
        files = FilesField(label="Filer")

    tree = rendered("{% include 'ui/form.html' with form=form submit='Læg ind' %}", form=Upload())

    [form] = select(tree, "form")
    assert form.get("enctype") == "multipart/form-data"
    [box] = select(form, "[data-drop-zone] input[type=file]")
    assert "multiple" in box.attrib
    assert texts(form, "button[type=submit]") == ["Læg ind"]


def test_several_files_are_taken_in_the_order_given():
    given = [SimpleUploadedFile(name, b"x") for name in ("b.pdf", "a.pdf")]

    assert FilesField().clean(given) == given


@pytest.mark.parametrize("given", [None, [], MultiValueDict().getlist("files")])
def test_no_file_where_one_is_needed_is_an_error(given):
    with pytest.raises(ValidationError, match="Her mangler et svar"):
        FilesField().clean(given)


def test_no_file_where_none_is_needed_is_an_empty_list():
    assert FilesField(required=False).clean(None) == []


def test_an_empty_file_among_others_is_an_error():
    with pytest.raises(ValidationError, match="Filen er tom"):
        FilesField().clean([SimpleUploadedFile("a.pdf", b"x"), SimpleUploadedFile("b.pdf", b"")])
