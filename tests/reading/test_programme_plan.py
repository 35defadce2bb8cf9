"""Programme plans: the sample to the last figure, plans of other makes, and the real one's figures."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.formats import open_document
from indsats.reading.genres import programme_plan
from indsats.reading.genres.programme_plan.activities import title_of_point, title_of_sentence
from indsats.reading.genres.programme_plan.decisions import decision_title
from indsats.reading.genres.programme_plan.parts import capital_words
from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document
from tests.reading import written_files as write
from tests.reading.written_plans import SAMPLES

MIO = 1_000_000
PLACES = "Psykiatrien Nordhavet og akutmodtagelserne"


def sample():
    name = "programplan_nordhavet.docx"
    return read_document((SAMPLES / name).read_bytes(), name)


def shown(reading, kind, *names):
    records = [record.as_json() for record in reading.records if record.kind == kind]
    return [(record["title"], *(record[name] for name in names)) for record in records]


def test_the_samples_objectives_have_a_status_and_somebody_responsible():
    reading = sample()
    assert (reading.genre, reading.title, reading.organisation, reading.warnings) == (
        "programme_plan",
        "Programplan 2026-2028: Sammen om et arbejdsliv i bevægelse",
        "Region Nordhavet",
        (),
    )
    assert shown(reading, "programme_objective", "responsible") == [
        ("LEDELSE TÆT PÅ HVERDAGEN", "Udvikling og Ledelse"),
        ("ET ARBEJDSMILJØ DER KAN HOLDE TIL FORANDRING", "Arbejdsmiljø og Trivsel"),
        ("FLERE KOLLEGER OG FLERE DER BLIVER", "Klinthavn Hospital"),
        ("ET HELT ARBEJDSLIV", "Center for HR og Arbejdsmiljø i samarbejde med Center for Økonomi"),
    ]
    assert reading.records[0].fields["status_text"] == "Center for HR og Arbejdsmiljø udbyder følgende i 2026."


def test_the_samples_decisions_have_their_money_years_source_and_earmark():
    reading = sample()
    names = ("parent", "amount_dkk", "amount_period", "years", "recurring", "funding_source", "budget_year")
    assert shown(reading, "budget_decision", *names) == [
        (
            "Aftaleparterne vil have udviklet et fælles forløb for nye afsnitsledere i 2026",
            *(0, None, None, [2026], None, "inden for den nuværende ramme til lederudvikling", 2026),
        ),
        ("0,6 mio. kr. årligt til en ordning", 0, MIO * 6 // 10, "year", None, True, None, 2026),
        ("En pulje på 8 mio. kr. i 2026 til arbejdsmiljøet", 10, 8 * MIO, "total", [2026], False, None, 2026),
        (
            f"1,5 mio. kr. årligt i 2026-2028 til forebyggelse af vold og trusler i {PLACES}",
            *(10, MIO * 15 // 10, "year", [2026, 2027, 2028], True, None, 2026),
        ),
        (
            "3 mio. kr. i 2026 til et forsøg med 6-8 sygeplejersker på Klinthavn Hospital",
            *(20, 3 * MIO, "total", [2026], False, "puljen til rekruttering", 2026),
        ),
        (
            "Alle nyuddannede fra 2027 tilbydes en mentor i deres første år",
            *(20, None, None, [2027], None, None, 2026),
        ),
        (
            "Et forslag til rammer for seniorer over 62 år",
            *(28, None, None, None, None, "enhedernes eget budget", 2026),
        ),
        (
            "Regionsrådet har givet 2 mill. til en udvidelse af ordningen med fleksjob i 2026 og 2027",
            *(28, 2 * MIO, None, [2026, 2027], False, None, None),
        ),
    ]
    assert [record.fields["earmark_min_share"] for record in reading.records if record.fields.get("earmark_text")] == [
        0.5
    ]


def test_the_samples_activities_have_their_launch_length_deadline_and_headcount():
    names = ("launch_text", "launch_year", "launch_quarter", "duration_days", "deadline", "headcount", "status_text")
    nothing = (None,) * len(names)

    def launched(text, year, quarter=None, days=None, status=None):
        return text, year, quarter, days, None, None, status

    assert shown(sample(), "activity", *names) == [
        ("Ny som leder", *launched("1. kvartal 2026", 2026, 1, 4)),
        ("Ledelse når alt flytter", *launched("2. kvartal 2026", 2026, 2, 3)),
        ("Den svære samtale", *launched("2. kvartal 2026", 2026, 2, 2)),
        ("Vagtplan og ledelse", *launched("4. kvartal 2026", 2026, 4, 1)),
        ("At lede uden at være der", *launched("2027", 2027, None, 2)),
        ("Lederdøgn for alle afdelingsledelser", *launched("medio 2026", 2026)),
        ("Sparring for ledere, op til fem samtaler om året", *launched("1. kvartal 2026", 2026, 1)),
        ("Første frist for at søge", None, None, None, None, "2026-04-15", None, None),
        (
            "Kursus i ”Tryg på arbejdet” for ledere og arbejdsmiljørepræsentanter",
            *launched("1. kvartal 2026", 2026, 1, 2),
        ),
        ("Kursus i konflikter, der ikke må vokse", *launched("3. kvartal 2026", 2026, 3, 1)),
        ("Hjælp fra en konsulent til afsnit, der skal flytte", *nothing),
        ("Krisehjælp hele døgnet", *nothing),
        ("Rådgivning om søvn og nattearbejde", *nothing),
        ("Arbejdsmiljødag 2026 – ”Når vi flytter sammen”", *nothing),
        ("Ansætte 6-8 sygeplejersker", "1. september 2026", 2026, 3, None, "2027-12-31", [6, 8], None),
        ("Fælles introforløb", None, None, None, None, "2025-11-15", None, None),
        (
            "Fælles side med ledige stillinger og rundvisninger på video",
            *launched("3. kvartal 2026", 2026, 3, status="i gang"),
        ),
        ("Samtaler med alle, der siger op", *nothing[:-1], "i gang"),
        ("Besøg på fem uddannelsessteder i efteråret 2026", *launched("efteråret 2026", 2026, status="i gang")),
        ("Lokale møder om seniorordninger for ledere og tillidsrepræsentanter", *launched("4. kvartal 2026", 2026, 4)),
        ("Kursus i at vejlede nye kolleger", *launched("1. kvartal 2027", 2027, 1, 2)),
    ]


def test_every_decision_and_activity_points_to_an_objective_above_it():
    records = sample().records
    for index, record in enumerate(records):
        parent = record.fields.get("parent")
        if record.kind != "programme_objective":
            assert parent < index
            assert records[parent].kind == "programme_objective"


TEXT = """Programplan for gode vagter

Indledning
Region Søvang vil have bedre vagter.
 o  Aftaleparterne er enige om at afsætte 2 mio. kr. årligt til fælles vagtplaner, hvor mindst
en tredjedel går til nattevagter.

o  Aftaleparterne ønsker en samlet plan. (Budget 2027)

TRYGGE VAGTER: Vagtplaner skal være kendt i god tid, så alle med nattevagter
kan hvile.

Status og plan for den videre proces:
Center for Vagter udbyder følgende kurser i 2027:
•  Læg en vagtplan – i ro og mag, sammen med alle de andre som også gerne vil være med
til det. Lancering 5. kvartal 2027, varighed 2 dage

•  Læg en vagtplan – igen

Bemandingen skal bidrage til følgende:
•  at alle sover godt
"""


def test_decisions_above_their_heading_on_a_page_go_to_the_objective_they_speak_of():
    reading = read_document(TEXT.encode(), "plan.txt")
    names = ("parent", "amount_dkk", "amount_period", "earmark_min_share", "budget_year")
    assert shown(reading, "programme_objective", "responsible") == [("TRYGGE VAGTER", "Center for Vagter")]
    assert shown(reading, "budget_decision", *names) == [
        ("2 mio. kr. årligt til fælles vagtplaner", 0, 2 * MIO, "year", 0.333, 2027),
        ("En samlet plan", 0, None, None, None, 2027),
    ]


def test_points_that_are_no_activities_are_left_out_and_faults_are_said():
    reading = read_document(TEXT.encode(), "plan.txt")
    assert shown(reading, "activity", "launch_year", "duration_days") == [
        ("Læg en vagtplan", 2027, 2),
        ("Læg en vagtplan", None, None),
    ]
    assert [(warning.code, warning.records) for warning in reading.warnings] == [
        ("impossible_period", (3,)),
        ("duplicate_initiative", (3, 4)),
    ]


def test_objectives_may_be_headings_of_their_own():
    def build(document):
        document.add_heading("Program for gode vagter", 0)
        document.add_heading("Indledning", 1)
        document.add_paragraph("Vi vil have bedre vagter.")
        document.add_heading("Tryghed om natten", 1)
        document.add_paragraph("Ingen skal være alene.")
        document.add_paragraph("Der afsættes 750.000 kr. årligt i 2026-2029 til makkere. (Budget 2026)", "List Bullet")
        document.add_heading("Status og plan", 2)
        document.add_heading("Kurser", 2)
        document.add_paragraph("Makkerkursus. Lanceres i Q2 2026, varighed 1 dag. Ansvarlig: HR.", "List Bullet")
        document.add_heading("Opfølgning", 1)
        document.add_paragraph("Aftaleparterne gør status. (Budget 2026)")

    reading = read_document(write.word(build), "plan.docx")
    assert [(record.kind, record.title) for record in reading.records] == [
        ("programme_objective", "Tryghed om natten"),
        ("budget_decision", "750.000 kr. årligt i 2026-2029 til makkere"),
        ("activity", "Makkerkursus"),
    ]
    assert reading.records[1].fields["amount_dkk"] == 750_000
    assert reading.records[1].fields["years"] == [2026, 2027, 2028, 2029]
    assert reading.records[2].fields["responsible"] == "HR"


def test_a_plan_on_paper_is_read_over_its_pages():
    pages = [
        [
            (60, 80, "Programplan for gode vagter", "Helvetica-Bold"),
            (60, 120, "TRYGGE VAGTER: Alle skal kende deres vagter i god tid."),
            (60, 160, "o  Aftaleparterne er enige om at afsætte 2 mio. kr. i 2027 til vagter. (Budget 2027)"),
            (60, 200, "Status og plan for den videre proces:", "Helvetica-Bold"),
            (60, 220, "• Vagtkursus. Lancering 1. kvartal 2027, varighed 2 dage."),
        ],
        [
            (60, 80, "• Søvnkursus. Lancering 2. kvartal 2027, varighed 1 dag."),
            (60, 120, "SUNDE VAGTER: Alle skal kunne hvile."),
            (60, 160, "o  Aftaleparterne er enige om at afsætte 1 mio. kr. årligt til hvile. (Budget 2027)"),
            (60, 200, "Status:", "Helvetica-Bold"),
            (60, 220, "• Hvilerum. Lancering 3. kvartal 2027."),
        ],
    ]
    reading = read_document(write.pdf(*pages), "plan.pdf")
    kinds = [(record.kind, record.source.place.page, record.fields.get("parent")) for record in reading.records]
    assert kinds == [
        ("programme_objective", 1, None),
        ("budget_decision", 1, 0),
        ("activity", 1, 0),
        ("activity", 2, 0),
        ("programme_objective", 2, None),
        ("budget_decision", 2, 4),
        ("activity", 2, 4),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Vagt i balance – kurset ser på hvile. Lancering 2025", "Vagt i balance"),
        ("Det Gode Lederskab, målrettet ledere med erfaring. Med henblik på at blive.", "Det Gode Lederskab"),
        ("Ledelse af nattevagter med henblik på at styrke flere ledere og deres afsnit", "Ledelse af nattevagter"),
        ("”Opgaver i hverdagen – tal om dem”", "”Opgaver i hverdagen – tal om dem”"),
        ("Vagtdag 2026 – ”Sammen om natten”", "Vagtdag 2026 – ”Sammen om natten”"),
        ("Krisehjælp", "Krisehjælp"),
    ],
)
def test_a_points_name_stands_before_what_explains_it(text, title):
    assert title_of_point(text) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "HR planlægger at afholde en konference om vagter i samarbejde med andre ultimo 2025.",
            "Konference om vagter",
        ),
        ("Målet er at ansætte 4-6 kandidater med start 1. maj 2026.", "Ansætte 4-6 kandidater"),
        ("Rådet har søgt puljen om projektmidler til et forløb om søvn.", "Forløb om søvn"),
    ],
)
def test_what_a_sentence_plans_is_told_from_who_and_when(sentence, title):
    assert title_of_sentence(sentence) == title


def test_a_decisions_title_says_the_thing_itself():
    assert decision_title("Aftaleparterne er enige om, at der i 2025 afholdes en konference. Slut.") == "En konference"


def test_names_in_capitals_are_told_from_abbreviations():
    texts = ["TRYGGE VAGTER: Alle", "FLERE I JOB Antallet", "MED-udvalget", "OK24 tiltag", "HR OG IT er", "NR"]
    assert [capital_words(text) for text in texts] == [2, 3, 0, 0, 0, 0]


def test_letters_and_plans_of_action_are_no_programme_plans():
    letter = open_document(b"Budget 2025 er vedtaget. Vi holder fest.", "brev.txt")
    assert programme_plan.likelihood(letter) < 0.25
    plan = open_document((SAMPLES / "handleplan_nordhavet.docx").read_bytes(), "plan.docx")
    assert programme_plan.likelihood(plan) == 0.0


LINES = st.sampled_from(
    [
        "TRYGGE VAGTER: Alle",
        "Status og plan for den videre proces:",
        "o  Aftaleparterne er enige om at afsætte 2 mio. kr. (Budget 2026)",
        " o ”Kursus”",
        "• Kurser:",
        "• Kursus. Lancering 9. kvartal 2026, varighed 2 dage",
        "Ansvarlig: HR.",
        "Målet er at ansætte 2-1 læger 31. februar 2026.",
        "En overskrift",
        "",
        "\f",
        "HR planlægger at",
        "mio. kr.",
        "1.",
    ]
)
PRINTED = st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"])


@settings(deadline=None, max_examples=150)
@given(lines=st.lists(st.one_of(LINES, st.text(PRINTED, max_size=40)), max_size=40))
def test_any_lines_are_read_without_failing(lines):
    document = open_document("\n".join(["Programplan for vagter", *lines]).encode(), "plan.md")
    reading = programme_plan.read(document, Knowledge())
    parents = [record.fields["parent"] for record in reading.records if record.kind != "programme_objective"]
    assert all(parent is None or reading.records[parent].kind == "programme_objective" for parent in parents)


@pytest.mark.shared
def test_the_real_plans_figures_are_found(shared_dir):
    document = shared_dir / "documents" / "programplan_sjaelland.txt"
    reading = read_document(document.read_bytes(), document.name)
    assert (reading.genre, reading.organisation, reading.warnings) == ("programme_plan", "Region Sjælland", ())
    assert Counter(record.kind for record in reading.records) == {
        "programme_objective": 11,
        "budget_decision": 14,
        "activity": 49,
    }
    places = [record.source.place.line_start for record in reading.records if record.kind == "programme_objective"]
    assert places == [91, 161, 193, 232, 269, 331, 348, 384, 408, 444, 470]

    names = ("amount_dkk", "amount_period", "years", "recurring", "funding_source", "budget_year", "earmark_min_share")
    money = [row[1:] for row in shown(reading, "budget_decision", *names) if row[1]]
    pool = "ulighedspuljen"
    assert money == [
        (10 * MIO, "total", [2025], False, None, 2025, 0.5),
        (216 * MIO, "total", None, False, "trepartsaftalen", 2025, None),
        (MIO // 2, "year", None, True, None, 2025, None),
        (4 * MIO, "total", [2025], False, pool, 2025, None),
        (4 * MIO, "total", [2025], False, pool, 2025, None),
        (5 * MIO, "year", [2025, 2026, 2027, 2028], True, None, 2025, None),
        (2 * MIO, None, [2025, 2026], False, None, None, None),
    ]


@pytest.mark.shared
def test_the_real_plans_decisions_and_launches_stand_where_a_reader_finds_them(shared_dir):
    document = shared_dir / "documents" / "programplan_sjaelland.txt"
    reading = read_document(document.read_bytes(), document.name)
    lines = [record.source.place.line_start for record in reading.records]
    decided = [
        (lines[record.fields["parent"]], lines[index])
        for index, record in enumerate(reading.records)
        if record.kind == "budget_decision"
    ]
    assert decided == [
        *((91, 83), (161, 169), (193, 173), (193, 181), (232, 241), (269, 284), (269, 293)),
        *((348, 359), (348, 365), (384, 388), (408, 414), (444, 449), (470, 475), (470, 504)),
    ]

    names = ("launch_year", "launch_quarter", "duration_days")
    courses = [row[1:] for row in shown(reading, "activity", *names) if row[3]]
    assert courses == [
        *((2025, 2, 6), (2025, 1, 2), (2025, 1, 2), (2025, 2, 6), (2025, 3, 2), (2025, 4, 3), (2024, None, 4)),
    ]
    asked = [row[1:] for row in shown(reading, "activity", "deadline", "headcount") if row[1] or row[2]]
    assert asked == [(None, [5, 6]), (None, [4, 6]), ("2025-12-31", None), ("2024-11-15", None)]
