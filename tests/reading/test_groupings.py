"""Whom an initiative is for and what it is about, from the words that it uses."""

import pytest

from indsats.reading.fields.target_groups import TargetGroup, found_target_groups, target_groups_in, target_groups_of
from indsats.reading.fields.themes import found_themes, themes_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Rettet mod sygeplejerskerne.", ["nurse"]),
        ("Afsnittets introduktionssygeplejerske", ["nurse"]),
        ("sygeplejestuderende på 6. semester", ["student"]),
        ("SOSU’er og jordemødre", ["social_health_assistant", "midwife"]),
        ("fysio- og ergoterapeuter", ["physiotherapist", "occupational_therapist"]),
        ("yngre læger", ["junior_doctor"]),
        ("læger og overlæger", ["physician", "senior_doctor"]),
        ("laboratorie-personale", ["lab_technician", "biomedical_scientist"]),
        ("nyansatte medarbejdere", ["new_employee"]),
        ("Mentor for de nye sygeplejersker", ["nurse", "new_employee"]),
        ("Vi vil ansætte nye sygeplejersker", ["nurse"]),
        ("alle faggrupper", ["all_staff"]),
        ("medarbejderne", ["all_staff"]),
        ("medarbejdere og bioanalytikere", ["biomedical_scientist"]),
        ("klinisk vejleder", []),
        ("", []),
    ],
)
def test_groups_are_known_in_any_inflection_and_compound(text, keys):
    assert target_groups_in(text) == keys


def test_a_group_keeps_the_words_that_name_it():
    assert found_target_groups("Sygeplejersker, læger og Lægerne") == [
        TargetGroup("nurse", ("Sygeplejersker",)),
        TargetGroup("physician", ("læger", "Lægerne")),
    ]


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        ("Rettet mod læger, specialister og sekretærer.", ["physician", "other", "medical_secretary"]),
        ("Rettet mod klovne og sygeplejersker.", ["nurse", "other"]),
        ("Indsatsen er rettet mod alle.", ["all_staff"]),
        ("Målrettet hospitalets ca. 300 mellemledere.", ["leader"]),
        ("Rettet mod PBU.", ["other"]),
    ],
)
def test_the_sentence_about_the_target_decides(sentence, keys):
    found = target_groups_of("Mentor for jordemødre", "Studerende følges ad.", sentence)
    assert [group.key for group in found] == keys


def test_without_such_a_sentence_those_who_are_relieved_decide():
    found = target_groups_of("Farmakonomer på afsnittet", "At aflaste plejepersonalet. Farmakonomerne hjælper til.")
    assert [group.key for group in found] == ["patient_care_staff"]


def test_a_task_that_moves_is_for_those_who_receive_it():
    found = target_groups_of("Opgaveflytning fra læger til bioanalytikere", "Udvikling af faget.")
    assert [group.key for group in found] == ["biomedical_scientist"]


@pytest.mark.parametrize(
    ("title", "description", "keys"),
    [
        ("Mentorordning", "Alle nye får en mentor.", ["mentoring"]),
        ("Ønskeplan", "Medarbejderne lægger selv vagtplanen.", ["working_time_scheduling"]),
        ("Fratrædelsessamtaler", "Alle, der rejser, tilbydes en samtale.", ["exit_offboarding"]),
        ("Nærvær før fravær", "Ledere ringer til sygemeldte.", ["sick_leave"]),
        ("Film om afdelingen", "Deles på sociale medier.", ["branding_communication"]),
        ("Fastholdelse", "Vi vil fastholde.", ["wellbeing"]),
        ("Møder uden stole", "De varer et kvarter.", []),
    ],
)
def test_themes_are_read_from_title_and_text(title, description, keys):
    assert themes_of(title, description) == keys


def test_a_theme_keeps_the_words_that_speak_for_it():
    themes = found_themes("Mentorordning", "Mentoren mødes med den nye kollega til sparring.")
    assert [(theme.key, theme.words) for theme in themes] == [("mentoring", ("mentorordning", "mentoren", "sparring"))]
