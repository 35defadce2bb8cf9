from hypothesis import given
from hypothesis import strategies as st

from indsats.intake.domain.comparison import Entry, compare, differences

TITLES = (
    "Mentor det første år",
    "Mentorordning",
    "Ro på vagten",
    "Seniorsamtaler",
    "Fælles vikarkorps",
    "Lederspejlet",
)
PLACES = ("", "Fjordby Hospital", "Bakkeby Sygehus")
TEXTS = (None, "Alle nye får en mentor, som de mødes med hver uge det første halve år.", "Kort tekst.")

entries = st.builds(
    Entry,
    kind=st.sampled_from(["local_initiative", "regional_initiative"]),
    title=st.sampled_from(TITLES) | st.text(max_size=30),
    place=st.sampled_from(PLACES),
    fields=st.fixed_dictionaries(
        {"description": st.sampled_from(TEXTS), "start_year": st.none() | st.integers(2020, 2030)}
    ),
)
editions = st.lists(entries, max_size=12)


@given(editions, editions)
def test_every_record_of_both_editions_stands_in_exactly_one_pair(earlier, later):
    pairs = compare(earlier, later)

    assert sorted(pair.later for pair in pairs if pair.later is not None) == list(range(len(later)))
    assert sorted(pair.earlier for pair in pairs if pair.earlier is not None) == list(range(len(earlier)))


@given(editions)
def test_an_edition_compared_with_itself_is_unchanged(edition):
    assert [pair.change for pair in compare(edition, edition)] == ["unchanged"] * len(edition)


@given(editions)
def test_against_nothing_everything_is_new_and_the_other_way_round_everything_has_gone(edition):
    assert {pair.change for pair in compare([], edition)} <= {"added"}
    assert {pair.change for pair in compare(edition, [])} <= {"dropped"}


@given(editions, editions)
def test_a_record_is_only_paired_with_its_own_kind(earlier, later):
    both = [pair for pair in compare(earlier, later) if pair.change in ("changed", "unchanged")]

    assert all(earlier[pair.earlier].kind == later[pair.later].kind for pair in both)


@given(st.permutations(range(6)))
def test_the_order_of_records_is_no_change(order):
    edition = [Entry("local_initiative", title, "Fjordby Hospital", {"description": title}) for title in TITLES]

    assert {pair.change for pair in compare(edition, [edition[index] for index in order])} == {"unchanged"}


@given(editions, entries)
def test_a_record_more_adds_exactly_one(edition, entry):
    changes = [pair.change for pair in compare(edition, [*edition, entry])]

    assert changes.count("dropped") == 0
    assert changes.count("added") == 1


@given(editions, st.integers(2031, 2040))
def test_a_field_that_changes_is_named_and_nothing_else(edition, year):
    later = [Entry(each.kind, each.title, each.place, {**each.fields, "start_year": year}) for each in edition]

    pairs = compare(edition, later)

    assert {pair.differences for pair in pairs} <= {("start_year",)}
    assert {pair.change for pair in pairs} <= {"changed"}


def place(title, where, /, **fields):
    return Entry("local_initiative", title, where, fields)


def test_the_same_title_at_two_hospitals_is_two_records():
    earlier = [place("Mentorordning", "Fjordby"), place("Mentorordning", "Bakkeby")]
    later = [place("Mentorordning", "Bakkeby", start_year=2026), place("Mentorordning", "Fjordby")]

    changes = {(pair.earlier, pair.later): pair.change for pair in compare(earlier, later)}

    assert changes == {(1, 0): "changed", (0, 1): "unchanged"}


def test_a_title_with_other_words_is_the_same_record_changed():
    earlier = [place("Fælles spilleregler for vagtplanen", "Fjordby", title="Fælles spilleregler for vagtplanen")]
    later = [
        place("Fælles spilleregler for alle vagtplaner", "Fjordby", title="Fælles spilleregler for alle vagtplaner")
    ]

    [pair] = compare(earlier, later)

    assert (pair.change, pair.differences) == ("changed", ("title",))


def test_a_new_title_over_the_same_text_is_the_same_record():
    text = "Hvert døgnafsnit skal aftale spilleregler for ønsker, bytning og weekender i vagtplanen."
    earlier = [place("Vagtplanen", "Fjordby", description=text)]
    later = [place("Spilleregler for ønsker", "Fjordby", description=text)]

    [pair] = compare(earlier, later)

    assert (pair.earlier, pair.later) == (0, 0)


def test_two_short_titles_that_only_share_a_word_are_two_records():
    changes = [pair.change for pair in compare([place("Nye stole", "Fjordby")], [place("Nye vagtplaner", "Fjordby")])]

    assert changes == ["added", "dropped"]


def test_spacing_list_signs_and_ways_to_say_nothing_are_no_difference():
    before = {"description": "Forsøget skal:\n• nedbringe  fravær,\n• give ro.", "themes": [], "phase": None}
    after = {"description": "Forsøget skal: nedbringe fravær, give ro.", "themes": None, "phase": ""}

    assert differences(before, after) == ()


def test_a_field_that_only_one_edition_has_is_a_difference():
    assert differences({"start_year": 2025}, {"end_year": 2026}) == ("end_year", "start_year")
