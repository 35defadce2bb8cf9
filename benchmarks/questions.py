"""The pages that are measured, each with its limit and its peer."""

from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.peers import TEXT, THEME, Sheet, raw_rows
from indsats.organisation.models import Unit


@dataclass(frozen=True)
class Question:
    """One page, with what fetches it, the least it could take, and what one would use instead."""

    name: str
    page: object
    limit: object = None
    peer: object = None
    peer_name: str = ""
    is_page: bool = True

    @property
    def timed(self):
        return self.page, self.limit, self.peer

    def queries(self):
        with CaptureQueriesContext(connection) as captured:
            self.page()
        return len(captured)


def questions(officer, folder):
    """Return every question, asked as this person."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)

    def get(path, **extra):
        def fetch():
            response = client.get(path, **extra)
            assert response.status_code == 200, (path, response.status_code)
            return response

        return fetch

    sheet = Sheet(get("/katalog/excel/")().content, folder)
    hospital = Unit.objects.filter(kind="hospital").order_by("key").first().pk
    word = raw_rows(TEXT, "%mentor%")
    theme = raw_rows(THEME, "onboarding")
    htmx = {"headers": {"HX-Request": "true"}}
    return (
        Question("empty page", get("/tom/"), is_page=False),
        Question("portfolio", get("/portefoelje/"), raw_rows(), get("/peer/initiatives/initiative/"), "admin"),
        Question(
            "portfolio, filtered",
            get(f"/portefoelje/?phase=running&light=critical&unit={hospital}"),
            raw_rows("AND i.phase = 'running' AND i.light = 'critical'"),
            get("/peer/initiatives/initiative/?phase__exact=running&light__exact=critical"),
            "admin",
        ),
        Question(
            "portfolio, free text",
            get("/portefoelje/?q=mentor"),
            word,
            get("/peer/initiatives/initiative/?q=mentor"),
            "admin",
        ),
        Question("portfolio, timeline", get("/portefoelje/?view=timeline"), raw_rows()),
        Question("portfolio, by goal", get("/portefoelje/?view=goals"), raw_rows()),
        Question("catalogue", get("/katalog/"), raw_rows(), sheet.filtered(), "Excel file"),
        Question(
            "catalogue, theme and place",
            get(f"/katalog/?tema=onboarding&tema=mentoring&organisation={hospital}"),
            theme,
            get("/peer/initiatives/initiative/?themes__key__exact=onboarding"),
            "admin",
        ),
        Question(
            "catalogue, free text",
            get("/katalog/?q=mentor"),
            word,
            sheet.filtered(lambda row: "mentor" in f"{row[0]} {row[-1]}".lower()),
            "Excel file",
        ),
        Question(
            "catalogue, two words and a group",
            get("/katalog/?q=nye+sygeplejersker&faggruppe=nurse"),
            word,
            get("/peer/initiatives/initiative/?q=nye+sygeplejersker&target_groups__key__exact=nurse"),
            "admin",
        ),
        Question("catalogue, typing (htmx)", get("/katalog/?q=mentor", **htmx), word),
        Question("catalogue, by organisation", get("/katalog/?sorter=organisation"), raw_rows()),
        Question("catalogue, overview", get("/katalog/?visning=overblik"), raw_rows()),
        Question("catalogue, last page", get("/katalog/?side=999"), raw_rows()),
        Question("catalogue, one with similar", get(f"/katalog/{_first()}/"), raw_rows()),
    )


def _first():
    from indsats.initiatives.models import Initiative

    return Initiative.objects.published().filter(title__startswith="Mentor").values_list("pk", flat=True).first()
