"""Who may do what: every page and every act by every role, as one table.

The people stand at these places: the programme officer, the analyst, the assessor, the politician and the
administrator at the region; the owner at Fjordby Hospital, and owner of the ward's initiatives; the department leader,
the work-environment representative and the shop steward at the Medical department; the MED member at the hospital; the
ward leader and the employee at ward A. ``else`` leads a department of another hospital; ``none`` can sign in and has no
role; ``out`` has not signed in. The initiatives: one of the region, a local one of ward A, and a draft of ward A.
"""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone, translation

from indsats.initiatives.services import create_initiative, create_programme
from indsats.intake.models import Edition
from indsats.intake.services.imports import import_files, read_waiting_files
from indsats.intake.services.review import accept_all_without_warnings
from tests import cast

PLAN = Path(__file__).resolve().parents[1] / "samples" / "indsatser_nordhavet.txt"
COLUMNS = "offi owne dept ward amr tr med anal asse poli empl admi else none out".split()  # noqa: SIM905 -- as in the table

# +  may          -  is refused, with the reason        0  does not exist for them        >  is asked to sign in
PAGES = """
                                            offi owne dept ward amr  tr   med  anal asse poli empl admi else none out
GET  web:front                              +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  web:search                             +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  web:help                               +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  web:log                                -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
GET  web:log_excel                          -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
GET  web:health                             +    +    +    +    +    +    +    +    +    +    +    +    +    +    +
GET  accounts:profile                       +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  accounts:password                      +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:organisation              +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:excel                     +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:unit unit                 +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:people                    +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:people_excel              +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  organisation:change unit omdoeb        -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
POST organisation:change unit omdoeb        -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
POST organisation:alias unit                -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
GET  organisation:grant                     -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
POST organisation:grant                     -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
GET  organisation:mandate mandate           +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
POST organisation:end mandate               -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
POST organisation:substitute mandate        -    -    -    -    -    -    -    -    -    -    -    +    -    -    >
GET  initiatives:portfolio                  +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:portfolio_excel            +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:programme programme        +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:programme_excel programme  +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:initiative regional        +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:initiative local           +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:initiative draft           +    +    +    +    0    0    0    0    0    0    0    0    0    0    >
GET  initiatives:history local              +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:history_excel local        +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  initiatives:create                     +    -    +    +    -    -    -    -    -    -    -    -    +    -    >
GET  initiatives:edit regional              +    -    -    -    -    -    -    -    -    -    -    -    -    -    >
GET  initiatives:edit local                 +    +    +    +    -    -    -    -    -    -    -    -    -    -    >
GET  initiatives:edit draft                 +    +    +    +    0    0    0    0    0    0    0    0    0    0    >
POST initiatives:light regional             +    -    -    -    -    -    -    -    -    -    -    -    -    -    >
POST initiatives:light local                +    +    +    +    -    -    -    -    -    -    -    -    -    -    >
POST initiatives:publish draft              +    +    +    +    0    0    0    0    0    0    0    0    0    0    >
POST initiatives:withdraw regional          +    -    -    -    -    -    -    -    -    -    -    -    -    -    >
POST initiatives:withdraw local             +    +    +    +    -    -    -    -    -    -    -    -    -    -    >
POST initiatives:follow local               +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
POST initiatives:unfollow local             +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  catalogue:catalogue                    +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  catalogue:excel                        +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  catalogue:entry local                  +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  catalogue:entry draft                  0    0    0    0    0    0    0    0    0    0    0    0    0    0    >
GET  intake:documents                       +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
GET  intake:upload                          +    -    -    -    -    -    -    -    -    -    -    -    -    -    >
POST intake:upload                          +    -    -    -    -    -    -    -    -    -    -    -    -    -    >
GET  intake:document document               +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
GET  intake:original original               +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
GET  intake:review edition                  +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
POST intake:decide proposal godkend         +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
POST intake:decide proposal afvis           +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
POST intake:accept_all edition              +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
POST intake:publish edition                 +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
POST intake:discard edition                 +    0    0    0    0    0    0    0    0    0    0    0    0    0    >
GET  ui:style_guide                         +    +    +    +    +    +    +    +    +    +    +    +    +    +    >
"""


def world():
    """Make the people and the objects that the table speaks of."""
    cast.whole_region()
    people = {
        "offi": cast.person("programme_officer"),
        "owne": cast.person("initiative_owner", cast.fjordby()),
        "dept": cast.person("department_leader", cast.medical()),
        "ward": cast.person("ward_leader", cast.ward_a()),
        "amr": cast.person("work_environment_rep", cast.medical()),
        "tr": cast.person("shop_steward", cast.medical()),
        "med": cast.person("med_member", cast.fjordby()),
        "anal": cast.person("analyst"),
        "asse": cast.person("assessor"),
        "poli": cast.person("politician"),
        "empl": cast.person("employee", cast.ward_a()),
        "admi": cast.person("administrator"),
        "else": cast.person("department_leader", cast.surgery()),
        "none": cast.user("Uden Rolle"),
        "out": None,
    }
    at = timezone.now()
    programme = create_programme(by=None, at=at, title="Handleplan", kind="action_plan", unit=cast.region())

    def initiative(title, *, unit, origin, publish, owner=None):
        fields = {"title": title, "unit": unit, "origin": origin, "owner": owner, "programmes": [programme]}
        return create_initiative(by=None, at=at, fields=fields, publish=publish)

    read_waiting_files(batch=import_files(files=[(PLAN.name, PLAN.read_bytes())], by=None, at=at))
    edition = Edition.objects.get()
    accept_all_without_warnings(edition=edition, by=None, at=at)
    return SimpleNamespace(
        people=people,
        programme=programme,
        regional=initiative("Regionens", unit=cast.region(), origin="political", publish=True),
        local=initiative("Afsnittets", unit=cast.ward_a(), origin="local", publish=True, owner=people["owne"]),
        draft=initiative("Kladden", unit=cast.ward_a(), origin="local", publish=False, owner=people["owne"]),
        edition=edition,
        proposal=edition.proposals.first(),
        stored_id=edition.stored_id,
        mandate=people["empl"].mandates.get(),
        unit=cast.ward_b(),
    )


OBJECTS = {
    "regional": lambda made: made.regional.pk,
    "local": lambda made: made.local.pk,
    "draft": lambda made: made.draft.pk,
    "programme": lambda made: made.programme.pk,
    "edition": lambda made: made.edition.pk,
    "document": lambda made: made.edition.document_id,
    "original": lambda made: made.stored_id,
    "proposal": lambda made: made.proposal.pk,
    "mandate": lambda made: made.mandate.pk,
    "unit": lambda made: made.unit.pk,
}
SENT = {
    "initiatives:light": lambda made: {"light": "critical", "reason": "Ingen tid.", "version": made.local.version},
    "initiatives:withdraw": lambda _made: {"why": "Den blev ikke til noget."},
    "intake:decide": lambda made: {"version": made.proposal.version},
    "intake:discard": lambda _made: {"why": "Forkert fil."},
}
ELSEWHERE = {
    "accounts:sign_in": "tests/accounts/test_sign_in.py",
    "accounts:sign_in_as_demo": "tests/accounts/test_demo_logins.py",
    "accounts:sign_out": "everybody's own",
    "accounts:sign_out_everywhere": "everybody's own",
    "accounts:language": "everybody's own",
    "initiatives:restore": "as initiatives:edit; tests/initiatives/test_rules.py",
    "initiatives:undo": "as initiatives:edit; tests/initiatives/test_rules.py",
    "intake:batch": "as intake:upload",
    "intake:resume": "as intake:upload",
    "intake:retry": "as intake:upload",
    "intake:own_document": "as intake:discard",
    "intake:resolve": "as intake:decide",
    "organisation:take_back": "as organisation:change",
}


def address(made, name, words):
    return reverse(name, args=[OBJECTS[word](made) if word in OBJECTS else word for word in words])


def sign_of(response):
    if response.status_code == 302 and response.url.startswith(reverse("accounts:sign_in")):
        return ">"
    assert response.status_code < 500
    return {403: "-", 404: "0"}.get(response.status_code, "+")


def answer(made, person, method, name, words):
    """Let the person try it, and let it not have happened."""
    client = Client()
    if person is not None:
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[-1])
    sent = SENT[name](made) if method == "POST" and name in SENT else {}
    with transaction.atomic():
        response = getattr(client, method.lower())(address(made, name, words), sent)
        transaction.set_rollback(True)
    return sign_of(response)


@pytest.mark.django_db
def test_pages_and_acts_by_role():
    made = world()
    head, *expected = PAGES.strip("\n").splitlines()
    assert head.split() == COLUMNS

    given = []
    for line in expected:
        method, name, *words = line[:44].split()
        signs = (answer(made, made.people[column], method, name, words) for column in COLUMNS)
        given.append(line[:44] + "    ".join(signs))

    assert given == expected


def test_no_address_is_left_out():
    in_the_table = {line.split()[1] for line in PAGES.strip("\n").splitlines()[1:]}

    assert in_the_table | set(ELSEWHERE) == set(names_of(get_resolver()))


def names_of(resolver, space=""):
    for found in resolver.url_patterns:
        if hasattr(found, "url_patterns"):
            yield from names_of(found, f"{found.namespace}:" if found.namespace else space)
        else:
            yield f"{space}{found.name}"


@pytest.mark.django_db
def test_commands_by_role():
    """A command acts for the person that it names; without one it is the system's own, from the server's own shell."""
    made = world()
    refusals = {}
    for column, person in made.people.items():
        if person is not None:
            refusals[column] = refusal_of(person)

    no = "Kun HR-konsulenter kan indlæse dokumenter og gennemgå dem."
    assert refusals == {column: "" if column == "offi" else no for column in COLUMNS if column != "out"}


def refusal_of(person):
    try:
        with translation.override("da"):
            call_command("import", str(PLAN), by=person.email)
    except CommandError as refusal:
        return str(refusal)
    return ""
