import django_filters as filters
import django_tables2 as tables
import pytest
from django.core.paginator import Paginator
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from indsats.foundation.tasks.models import Progress
from tests.foundation.ui.rendering import rendered, select, texts, words

STATES = [("waiting", "Venter"), ("done", "Færdig")]


class Filter(filters.FilterSet):
    text = filters.CharFilter(label="Søg", field_name="title", lookup_expr="icontains")
    state = filters.MultipleChoiceFilter(label="Tilstand", choices=STATES)
    steps = filters.RangeFilter(label="Trin", field_name="steps_total")
    since = filters.DateFilter(label="Siden", field_name="started_at", lookup_expr="date__gte")
    like = filters.ModelChoiceFilter(label="Som", queryset=Progress.objects.all(), method="as_it_is")
    failed = filters.ChoiceFilter(label="Fejl", choices=[("0", "Nul")], method="as_it_is")

    class Meta:
        model = Progress
        fields = ()

    def as_it_is(self, rows, name, value):  # noqa: ARG002 -- django-filter gives them
        return rows


class Table(tables.Table):
    title = tables.Column(verbose_name="Titel")
    size = tables.Column(verbose_name="Antal")
    note = tables.Column(verbose_name="Note", orderable=False)


def _rows(count):
    return [{"title": f"Nr. {number}", "size": 1000 + number, "note": "<b>"} for number in range(count)]


def _table(address="/", rows=3, **fields):
    query = QueryDict(address.partition("?")[2])
    table = Table(_rows(rows), order_by=query.getlist("sort"), empty_text="Ingen passer.")
    for name, value in fields.items():
        setattr(table, name, value)
    return rendered("{% render_table table %}", address, table=table)


def _filters(address):
    query = QueryDict(address.partition("?")[2])
    return rendered("{% filters filter %}", address, filter=Filter(query, queryset=Progress.objects.all()))


def _links(tree, path):
    return [(words(link), link.get("href")) for link in select(tree, path)]


def test_pages_keep_the_rest_of_the_address():
    page = Paginator(range(300), 10).page(7)

    tree = rendered("{% pagination page %}", "/?text=a%26b&tema=x&tema=y&page=7", page=page)

    assert select(tree, "a[rel=next]")[0].get("href") == "?text=a%26b&tema=x&tema=y&page=8"
    assert texts(tree, "[aria-current=page]") == ["Side 7"]
    assert texts(tree, ".pages-numbers li") == ["Side 1", "…", "Side 6", "Side 7", "Side 8", "…", "Side 30"]


def test_one_page_needs_no_way_through():
    assert words(rendered("{% pagination page %}", page=Paginator(range(3), 10).page(1))) == ""


def test_a_table_tells_how_it_is_sorted_and_sorts_by_links():
    tree = _table("/?text=a&sort=-size&page=2")

    heads = select(tree, "thead th[scope=col]")
    assert [(words(head), head.get("aria-sort")) for head in heads] == [
        ("Titel", None),
        ("Antal", "descending"),
        ("Note", None),
    ]
    assert _links(tree, "thead a") == [("Titel", "?text=a&sort=title"), ("Antal", "?text=a&sort=size")]


def test_a_table_names_its_rows_and_its_columns_in_every_cell():
    tree = _table(rows=1, caption="Arbejde")

    assert texts(tree, "caption") == ["Arbejde"]
    assert [(cell.tag, cell.get("data-title"), words(cell)) for cell in select(tree, "tbody tr > *")] == [
        ("th", "Titel", "Nr. 0"),
        ("td", "Antal", "1.000"),
        ("td", "Note", "<b>"),
    ]
    assert [cell.get("role") for cell in select(tree, "tbody tr > *")] == ["rowheader", "cell", "cell"]
    [region] = select(tree, "[role=region]")
    assert (region.get("aria-label"), region.get("tabindex")) == ("Arbejde", "0")


@pytest.mark.parametrize(("rows", "said"), [(1, "1 række"), (3, "3 rækker")])
def test_a_table_counts_its_rows(rows, said):
    assert texts(_table(rows=rows), ".list-count") == [said]


def test_a_table_offers_itself_as_excel_when_it_can():
    assert _links(_table(export_url="/excel/?a=1"), ".list-export") == [("Hent som Excel", "/excel/?a=1")]
    assert _links(_table(), ".list-export") == []


def test_a_table_without_rows_says_so_and_offers_no_excel():
    tree = _table(rows=0, export_url="/excel/")

    assert words(tree) == "0 rækker Ingen passer."
    assert select(tree, "table, a") == []


@pytest.mark.django_db
def test_every_chosen_value_is_a_chip_that_takes_itself_away():
    tree = _filters("/liste/?text=nat&state=done&state=waiting&steps_min=2&steps_max=&since=2026-02-01&failed=0&page=3")

    rest = "state=done&state=waiting&steps_min=2&steps_max=&since=2026-02-01"
    assert _links(tree, ".chip") == [
        ("Fjern Søg: nat", f"/liste/?{rest}&failed=0"),
        (
            "Fjern Tilstand: Færdig",
            "/liste/?text=nat&state=waiting&steps_min=2&steps_max=&since=2026-02-01&failed=0",
        ),
        ("Fjern Tilstand: Venter", "/liste/?text=nat&state=done&steps_min=2&steps_max=&since=2026-02-01&failed=0"),
        ("Fjern Trin: 2 – …", "/liste/?text=nat&state=done&state=waiting&since=2026-02-01&failed=0"),
        (
            "Fjern Siden: 1. februar 2026",
            "/liste/?text=nat&state=done&state=waiting&steps_min=2&steps_max=&failed=0",
        ),
        ("Fjern Fejl: Nul", f"/liste/?text=nat&{rest}"),
    ]


@pytest.mark.django_db
def test_a_chosen_row_is_named_on_its_chip():
    chosen = Progress.objects.create(title="Læser", state="waiting")

    assert texts(_filters(f"/?like={chosen.pk}"), ".chip") == ["Fjern Som: Læser (Venter)"]


@pytest.mark.django_db
def test_reset_keeps_what_is_no_filter_and_forgets_the_page():
    tree = _filters("/liste/?text=nat&sort=-title&page=3")

    assert _links(tree, ".chips-reset") == [("Nulstil", "/liste/?sort=-title")]
    assert [(box.get("name"), box.get("value")) for box in select(tree, "#filters-kept input")] == [("sort", "-title")]


@pytest.mark.django_db
def test_nothing_chosen_shows_no_chips():
    assert texts(_filters("/liste/?text=&state=&page=2"), ".chip, .chips-reset") == []


@pytest.mark.django_db
def test_a_value_that_cannot_be_understood_narrows_nothing_and_says_so():
    tree = _filters("/liste/?since=31-31-2026&state=gone")

    assert texts(tree, ".chip") == []
    assert texts(tree, ".form-error-message") == [
        "Fejl: “gone” er ikke på listen. Vælg en af mulighederne.",
        "Fejl: Skriv en dato, for eksempel 24-12-2026.",
    ]


@pytest.mark.django_db
def test_filters_ask_by_address_and_swap_only_the_results():
    [form] = select(_filters("/liste/?text=nat"), "form")

    assert (form.get("method"), form.get("action")) == ("get", "/liste/")
    assert (form.get("hx-get"), form.get("hx-target"), form.get("hx-push-url")) == ("/liste/", "#results", "true")


@pytest.mark.django_db
def test_a_choice_of_one_may_be_left_at_all_and_a_choice_of_several_is_a_menu_of_boxes():
    tree = _filters("/?state=done")

    assert texts(tree, "select[name=failed] option") == ["Alle", "Nul"]
    assert texts(tree, "details summary.form-select") == ["1 valgt"]
    assert [(box.get("value"), "checked" in box.attrib) for box in select(tree, "[name=state]")] == [
        ("waiting", False),
        ("done", True),
    ]


@pytest.mark.django_db
def test_the_filters_ask_the_database_the_same_however_many_rows_there_are():
    def queries():
        with CaptureQueriesContext(connection) as caught:
            _filters(f"/?like={Progress.objects.earliest('pk').pk}")
        return len(caught)

    Progress.objects.create(title="Den første")
    with_one = queries()
    Progress.objects.create(title="Den anden")
    Progress.objects.create(title="Den tredje")

    assert queries() == with_one
