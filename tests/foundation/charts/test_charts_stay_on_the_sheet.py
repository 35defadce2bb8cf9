from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.foundation.charts import bars, stacked_bars, timeline
from tests.foundation.charts.reading import points, size

LABELS = st.text(max_size=200)
NUMBERS = st.one_of(st.integers(0, 10**9), st.floats(0, 10**9, allow_nan=False))
YEARS = st.integers(1900, 2100)
SERIES = [("a", "Planmæssigt", "light-on_plan"), ("b", "En lang forklaring på, hvad dette er", ""), ("c", "C", "")]


def _on_the_sheet(chart):
    width, height = size(chart)
    for x, y in points(chart):
        assert -0.01 <= x <= width + 0.01
        assert -0.01 <= y <= height + 0.01


@settings(deadline=None)
@given(st.lists(st.tuples(LABELS, NUMBERS, st.none()), max_size=12), st.sampled_from(["", "%", "kr."]))
def test_bars_stay_on_the_sheet(rows, unit):
    _on_the_sheet(bars("Titel", "Beskrivelse.", rows=rows, unit=unit))


@settings(deadline=None)
@given(
    st.lists(st.tuples(LABELS, st.dictionaries(st.sampled_from("abc"), st.integers(0, 10**6)), st.none()), max_size=12)
)
def test_stacked_bars_stay_on_the_sheet(rows):
    _on_the_sheet(stacked_bars("Titel", "Beskrivelse.", series=SERIES, rows=rows))


@settings(deadline=None)
@given(st.lists(st.tuples(LABELS, YEARS, st.none() | YEARS, st.just(""), st.none()), max_size=12), YEARS, YEARS)
def test_timelines_stay_on_the_sheet_whatever_years_their_rows_have(rows, one, other):
    _on_the_sheet(timeline("Titel", "", rows=rows, first_year=min(one, other), last_year=max(one, other)))
