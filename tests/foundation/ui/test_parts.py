from indsats.foundation.access.verdict import YES, no
from indsats.foundation.charts import bars
from indsats.foundation.tasks.models import Progress
from tests.foundation.ui.rendering import rendered, select, texts, words


def _work(state, **fields):
    return Progress(pk=7, title="Læser handleplan.pdf", state=state, steps_total=8, **fields)


def test_a_card_with_an_address_has_its_title_as_the_one_link():
    tree = rendered("{% card title '/x/' level=3 subtitle='Hospital' %}<p>Tekst</p>{% endcard %}", title="A & B")

    assert [(link.text, link.get("href")) for link in select(tree, "a")] == [("A & B", "/x/")]
    assert texts(tree, "h3") == ["A & B"]
    assert texts(tree, ".card-text p") == ["Tekst"]
    assert texts(tree, ".card-subheading") == ["Hospital"]


def test_a_card_without_an_address_is_no_link():
    tree = rendered("{% card title %}Tekst{% endcard %}", title="<b>")

    assert select(tree, "a, b") == []
    assert texts(tree, "h2") == ["<b>"]


def test_nothing_says_why_and_what_to_do():
    tree = rendered("{% empty 'Ingen dokumenter' 'Læg det første ind.' '/dokumenter/ny/' 'Læg ind' %}")

    assert words(tree) == "Ingen dokumenter Læg det første ind. Læg ind"
    assert select(tree, "a")[0].get("href") == "/dokumenter/ny/"


def test_nothing_without_an_address_offers_no_button():
    assert select(rendered("{% empty 'Ingen' 'Intet.' %}"), "a") == []


def test_running_work_asks_again_and_can_be_asked_by_hand():
    tree = rendered(
        "{% progress work %}", "/dokumenter/3/?a=1&b=2", work=_work("running", steps_done=3, note="Læser side 3")
    )

    [part] = select(tree, "#progress-7")
    assert (part.get("hx-get"), part.get("hx-trigger")) == ("/dokumenter/3/?a=1&b=2", "every 2s")
    assert (part.get("hx-select"), part.get("hx-swap")) == ("#progress-7", "outerHTML")
    [bar] = select(tree, "progress")
    assert (bar.get("value"), bar.get("max")) == ("38", "100")
    assert texts(tree, "[role=status]") == ["3 af 8. Læser side 3"]
    assert [(link.text, link.get("href")) for link in select(tree, "a")] == [("Opdatér", "/dokumenter/3/?a=1&b=2")]


def test_work_that_is_done_asks_no_more_and_leads_on():
    tree = rendered("{% progress work '' '/gennemgang/' 'Gennemgå' %}", work=_work("done", steps_done=8, note="Læst."))

    assert select(tree, "[hx-get]") == []
    assert [(link.text, link.get("href")) for link in select(tree, "a")] == [("Gennemgå", "/gennemgang/")]


def test_work_that_failed_says_why_and_leads_nowhere():
    tree = rendered("{% progress work '' '/gennemgang/' %}", work=_work("failed", note="Filen er låst."))

    assert select(tree, "[hx-get], a") == []
    assert texts(tree, "[role=status]") == ["Filen er låst."]


def test_an_allowed_act_that_changes_something_is_a_form_with_a_token():
    tree = rendered("{% verdict_button verdict 'Udgiv' '/udgiv/' method='post' kind='primary' %}", verdict=YES)

    [form] = select(tree, "form")
    assert (form.get("method"), form.get("action")) == ("post", "/udgiv/")
    assert select(form, "input[name=csrfmiddlewaretoken]")[0].get("value")
    assert texts(form, "button.button-primary") == ["Udgiv"]


def test_an_allowed_act_that_only_leads_on_is_a_link():
    tree = rendered("{% verdict_button verdict 'Rediger' '/ret/' icon='edit' %}", verdict=YES)

    assert [(words(link), link.get("href")) for link in select(tree, "a.button")] == [("Rediger", "/ret/")]


def test_a_refused_act_shows_the_rules_own_reason_and_no_button():
    tree = rendered("{% verdict_button verdict 'Udgiv' '/udgiv/' %}", verdict=no("Kun tovholderen kan udgive."))

    assert words(tree) == "Udgiv: Kun tovholderen kan udgive."
    assert select(tree, "a, button, form") == []


def test_a_chart_stands_with_its_figures_as_a_table():
    chart = bars("Tema", "Antal.", rows=[("Trivsel", 1240, None), ("Løn & vilkår", 3, None)])

    tree = rendered("{% chart chart %}", chart=chart)

    assert texts(tree, "figcaption") == ["Tema"]
    assert len(select(tree, "svg")) == 1
    assert [[words(cell) for cell in row] for row in select(tree, "tbody tr")] == [
        ["Trivsel", "1.240"],
        ["Løn & vilkår", "3"],
    ]
