import pytest
from django.utils import translation

from indsats.foundation.charts import bars, stacked_bars, timeline
from tests.foundation.charts.reading import elements, size, texts, tree_of

LIGHTS = [("on_plan", "Planmæssigt", "light-on_plan"), ("critical", "Kritisk", "light-critical")]


def _attributes(chart, name, *keys, part=""):
    found = [element for element in elements(chart, name) if part in element.get("class", "").split() or not part]
    return [tuple(element.get(key) for key in keys) for element in found]


def test_the_longest_bar_is_the_full_width_and_the_others_in_proportion():
    chart = bars("Tema", "Antal.", rows=[("Trivsel", 10, None), ("Løn", 5, None), ("Andet", 0, None)])

    widths = [float(width) for (width,) in _attributes(chart, "rect", "width", part="chart-bar")]
    assert widths[1:] == [pytest.approx(widths[0] / 2), 0]


def test_every_bar_has_its_label_and_its_number_the_danish_way():
    chart = bars("Tema", "Antal.", rows=[("Trivsel", 1240, None), ("Løn", 3.5, None)])

    assert texts(chart, "chart-label") == ["Trivsel", "Løn"]
    assert texts(chart, "chart-value") == ["1.240", "3,5"]


def test_numbers_follow_the_readers_language():
    with translation.override("en"):
        chart = bars("Theme", "Count.", rows=[("Wellbeing", 1240.25, None)])

    assert texts(chart, "chart-value") == ["1,240.25"]


@pytest.mark.parametrize(("unit", "shown"), [("%", "12 %"), ("kr.", "12 kr."), ("sygefraværsdage", "12")])
def test_a_short_unit_stands_at_every_number_and_a_long_one_only_in_the_table(unit, shown):
    chart = bars("Fravær", "", rows=[("A", 12, None)], unit=unit)

    assert texts(chart, "chart-value") == [shown]
    assert chart.columns == ("", unit)


def test_the_table_has_the_figures_as_they_are():
    chart = bars("Tema", "Antal.", rows=[("Trivsel", 1240, "/katalog/"), ("Løn", 3.5, None)])

    assert chart.columns == ("", "Antal")
    assert chart.rows == (("Trivsel", 1240), ("Løn", 3.5))


def test_title_and_description_name_the_picture():
    chart = bars("Tema", "Antal indsatser.", rows=[("Trivsel", 1, None)])

    [title], [description] = elements(chart, "title"), elements(chart, "desc")
    assert (title.text, description.text) == ("Tema", "Antal indsatser.")
    assert tree_of(chart).get("aria-labelledby").split() == [title.get("id"), description.get("id")]


def test_two_charts_on_a_page_share_no_id():
    parts = {"on_plan": 1, "critical": 2}
    charts = [stacked_bars(name, "", series=LIGHTS, rows=[("A", parts, None)]) for name in ("Nord", "Syd")]

    ids = [element.get("id") for chart in charts for element in tree_of(chart).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("url", "role", "links"), [("/x/", "group", ["/x/"]), (None, "img", [])])
def test_a_picture_with_links_is_a_group_and_one_without_is_an_image(url, role, links):
    chart = bars("Tema", "", rows=[("Trivsel", 1, url)])

    assert tree_of(chart).get("role") == role
    assert [link.get("href") for link in elements(chart, "a")] == links


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><b>', "A & B", "Nul\x00tegn \ud800!"])
def test_texts_are_escaped_and_cleaned(text):
    chart = bars(text, text, rows=[(text, 1, f"/søg/?q={text}&x=1")])

    assert [etree_name for etree_name in ("script", "b") if elements(chart, etree_name)] == []
    assert texts(chart, "chart-label") == [text.replace("\x00", "").replace("\ud800", "")]


def test_a_long_label_takes_two_lines_and_then_ends_in_dots():
    words = (
        "Fælles introduktion for nyansatte sygeplejersker på tværs af alle hospitaler og psykiatrien i hele regionen"
    )

    chart = bars("Tema", "", rows=[(words, 1, None)])

    first, second = texts(chart, "chart-label")
    assert words.startswith(first)
    assert second.endswith(" …")


def test_a_row_without_a_label_is_still_a_row():
    assert texts(bars("Tema", "", rows=[("", 1, None)]), "chart-label") == ["–"]


def test_parts_stand_end_to_end_in_proportion_with_their_numbers():
    chart = stacked_bars("Status", "", series=LIGHTS, rows=[("Nord", {"on_plan": 30, "critical": 10}, None)])

    segments = [element for element in elements(chart, "g") if element.get("class") == "chart-segment"]
    first, second = (segment.find("{*}rect") for segment in segments)
    assert float(second.get("x")) == pytest.approx(float(first.get("x")) + float(first.get("width")))
    assert float(first.get("width")) == pytest.approx(3 * float(second.get("width")), rel=0.001)
    assert texts(chart, "chart-inside") == ["30", "10"]
    assert texts(chart, "chart-value") == ["40"]
    assert [segment.find("{*}title").text for segment in segments] == ["Planmæssigt: 30", "Kritisk: 10"]


def test_every_part_but_the_first_has_a_pattern_so_that_colour_is_not_alone():
    series = [(str(number), f"Nr. {number}", "") for number in range(5)]
    chart = stacked_bars("Dele", "", series=series, rows=[("A", dict.fromkeys("01234", 9), None)])

    patterns = [fill for (fill,) in _attributes(chart, "rect", "fill", part="chart-pattern")]
    legend, drawn = patterns[:5], patterns[5:]
    assert legend == drawn
    assert len(set(legend)) == 5


def test_the_legend_names_every_series_even_one_that_is_nowhere():
    chart = stacked_bars("Status", "", series=LIGHTS, rows=[("Nord", {"on_plan": 3}, None)])

    assert texts(chart, "chart-key") == ["Planmæssigt", "Kritisk"]
    assert chart.columns == ("", "Planmæssigt", "Kritisk")
    assert chart.rows == (("Nord", 3, 0),)


def test_a_number_that_has_no_room_in_its_part_is_left_to_the_table():
    chart = stacked_bars("Status", "", series=LIGHTS, rows=[("Nord", {"on_plan": 1, "critical": 999}, None)])

    assert texts(chart, "chart-inside") == ["999"]


def test_years_are_written_beside_every_row():
    rows = [("A", 2022, 2024, "", None), ("B", 2023, None, "", None), ("C", 2025, 2025, "", None)]

    chart = timeline("Perioder", "", rows=rows, first_year=2022, last_year=2026)

    assert texts(chart, "chart-quiet")[-3:] == ["2022–2024", "2023 –", "2025"]
    assert chart.rows == (("A", 2022, 2024), ("B", 2023, "uden slutdato"), ("C", 2025, 2025))


def test_a_span_runs_from_the_beginning_of_its_first_year_to_the_end_of_its_last():
    chart = timeline("Perioder", "", rows=[("A", 2023, 2024, "", None)], first_year=2022, last_year=2025)

    [(drawn,)] = _attributes(chart, "path", "d")
    width, _height = size(chart)
    assert drawn.startswith(f"M{width / 4:.2f} ")
    assert f"H{width * 3 / 4:.2f}" in drawn


def test_what_has_no_end_is_an_arrow_to_the_edge():
    chart = timeline("Perioder", "", rows=[("A", 2023, None, "", None)], first_year=2022, last_year=2025)

    [(drawn,)] = _attributes(chart, "path", "d")
    width, _height = size(chart)
    assert f"L{width:.2f} " in drawn
    assert f"H{width - 14:.2f}" in drawn


def test_so_many_years_that_they_would_touch_are_written_with_gaps():
    chart = timeline("Perioder", "", rows=[], first_year=2000, last_year=2029)

    assert texts(chart, "chart-quiet")[:3] == ["2000", "2004", "2008"]


@pytest.mark.parametrize(
    "chart",
    [
        lambda: bars("T", "", rows=[]),
        lambda: stacked_bars("T", "", series=LIGHTS, rows=[]),
        lambda: timeline("T", "", rows=[], first_year=2024, last_year=2026),
    ],
)
def test_no_rows_is_said_in_words(chart):
    drawn = chart()

    assert texts(drawn, "chart-label") == ["Der er ingen tal at vise."]
    assert drawn.rows == ()


def test_a_number_below_zero_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        bars("T", "", rows=[("A", -1, None)])
    with pytest.raises(ValueError, match="below zero"):
        stacked_bars("T", "", series=LIGHTS, rows=[("A", {"on_plan": -1}, None)])


def test_years_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="before its first"):
        timeline("T", "", rows=[], first_year=2026, last_year=2024)


def test_what_a_spans_colour_means_is_said_in_words_lines_and_the_table():
    rows = [("A", 2022, 2024, "light-critical", None), ("B", 2023, None, "light-on_plan", None)]
    legend = [(name, css) for _key, name, css in LIGHTS]

    chart = timeline("Perioder", "", rows=rows, first_year=2022, last_year=2026, legend=legend)

    assert texts(chart, "chart-key") == ["Planmæssigt", "Kritisk"]
    spans = [element for element in elements(chart, "g") if "chart-span" in element.get("class", "")]
    assert [span.find("{*}title").text for span in spans] == ["Kritisk", "Planmæssigt"]
    assert [len({path.get("fill") for path in span.iter("{*}path")}) for span in spans] == [2, 2]
    assert chart.columns == ("", "Fra", "Til", "Betydning")
    assert chart.rows == (("A", 2022, 2024, "Kritisk"), ("B", 2023, "uden slutdato", "Planmæssigt"))
