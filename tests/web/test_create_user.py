"""``indsats create-user``: how an installation gets its first administrator."""

import io

import pytest
from django.utils import timezone

from indsats.accounts.models import User
from indsats.foundation.audit.models import Event
from indsats.organisation.models import Mandate, Unit
from indsats.organisation.rules import can_manage_people
from indsats.web.cli import main
from tests import cast

pytestmark = pytest.mark.django_db
EMAIL = "Ida.Bro@Nordhavet.example"


@pytest.fixture
def create_user(monkeypatch, capsys):
    # The command closes its connections at the end, as a program should; a test needs its own a little longer.
    monkeypatch.setattr("indsats.web.cli.managed.connections.close_all", lambda: None)

    def run(*arguments, password="en lang og rolig sætning"):
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        status = main(["create-user", EMAIL, "--name", "Ida Bro", *arguments])
        return status, capsys.readouterr()

    return run


def test_the_first_administrator_comes_with_the_region(create_user):
    status, printed = create_user("--administrator", "--region", "Region Nordhavet")

    ida = User.objects.get()
    assert (status, printed.out) == (0, "Ida Bro can sign in as administrator of region.\n")
    assert (ida.email, ida.is_demo, ida.check_password("en lang og rolig sætning")) == (
        "ida.bro@nordhavet.example",
        False,
        True,
    )
    assert bool(can_manage_people(ida)) is True
    assert Unit.objects.get().versions.get().name == "Region Nordhavet"


def test_a_later_administrator_needs_no_name_of_the_region(create_user):
    cast.region()

    status, _ = create_user("--administrator")

    mandate = Mandate.objects.get()
    assert status == 0
    assert (mandate.role, mandate.unit, mandate.valid_from) == ("administrator", cast.region(), timezone.localdate())


def test_a_person_can_get_another_role_at_a_unit(create_user):
    ward = cast.ward_a()

    create_user("--role", "ward_leader", "--unit", ward.key)

    assert list(Mandate.objects.values_list("role", "unit__key")) == [("ward_leader", ward.key)]


def test_a_person_can_be_known_without_a_role(create_user):
    status, printed = create_user()

    assert (status, printed.out) == (0, "Ida Bro can sign in.\n")
    assert Mandate.objects.count() == 0


def test_making_a_person_known_is_in_the_log(create_user):
    create_user()

    assert list(Event.objects.values_list("action", "by", "object_text")) == [
        ("accounts.user.created", None, "Ida Bro")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--administrator"], "No region is known yet. Name it: --region 'Region …'."),
        (["--role", "analyst"], "Give --role and --unit together."),
        (["--unit", "x"], "Give --role and --unit together."),
        (["--role", "analyst", "--unit", "nowhere"], "There is no unit with the key 'nowhere'."),
        (["--administrator", "--role", "analyst"], "Give either --administrator, or --role with --unit."),
    ],
)
def test_what_does_not_fit_together_is_said_and_nobody_is_made(create_user, arguments, said):
    status, printed = create_user(*arguments)

    assert (status, printed.err) == (2, f"indsats: {said}\n")
    assert User.objects.count() == 0


def test_a_weak_password_is_refused(create_user):
    status, printed = create_user(password="kort")

    assert status == 1
    assert printed.err.splitlines()[0] == (
        "indsats: This password is too short. It must contain at least 12 characters."
    )
    assert User.objects.count() == 0


def test_an_address_that_is_taken_is_said(create_user):
    create_user()

    status, printed = create_user()

    assert (status, printed.err) == (1, "indsats: There is already a user with this e-mail address.\n")
    assert User.objects.count() == 1
