from datetime import date

import pytest

from indsats.foundation.access.verdict import Refused
from indsats.organisation.models import Mandate
from indsats.organisation.rules import has_role, units_where
from indsats.organisation.services.mandates import end_mandate, grant_mandate
from tests import cast

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)


def grant(user, role="ward_leader", unit=None, **fields):
    fields = {"valid_from": cast.SINCE, "by": None, **fields}
    return grant_mandate(user=user, role=role, unit=unit or cast.medical(), **fields)


def test_a_role_holds_at_its_unit_and_below_and_nowhere_else():
    cast.whole_region()
    leader = cast.person("department_leader", cast.medical())

    where = units_where(leader, ["department_leader"], TODAY)

    assert where == {cast.medical().pk, cast.ward_a().pk, cast.ward_b().pk}


def test_a_role_ends_at_midnight_before_its_last_date():
    leader = cast.user()
    grant(leader, valid_to=date(2026, 3, 1))

    held = [has_role(leader, ["ward_leader"], on=day) for day in (date(2026, 2, 28), date(2026, 3, 1))]

    assert held == [True, False]


@pytest.mark.parametrize(
    ("moment", "held"), [("2026-02-28T22:59:59+00:00", True), ("2026-02-28T23:00:00+00:00", False)]
)
def test_midnight_is_danish(moment, held, monkeypatch):
    from datetime import datetime

    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.fromisoformat(moment))
    leader = cast.user()
    grant(leader, valid_to=date(2026, 3, 1))

    assert has_role(leader, ["ward_leader"]) == held


def test_a_substitute_holds_while_the_one_they_stand_in_for_does():
    original = grant(cast.user("Leder Larsen"))
    substitute = cast.user("Vikar Vang")
    grant(substitute, substitute_for=original)
    end_mandate(mandate=original, on=TODAY, by=None)

    held = [has_role(substitute, ["ward_leader"], on=day) for day in (date(2026, 2, 28), TODAY)]

    assert held == [True, False]


def test_asking_costs_two_queries_however_many_roles_and_units(django_assert_num_queries):
    cast.whole_region()
    leader = cast.person("ward_leader", cast.ward_a())
    grant(leader, unit=cast.ward_b())
    grant(leader, "employee", cast.bakkeby())

    with django_assert_num_queries(2):
        units_where(leader, ["ward_leader", "employee"])


def test_someone_who_cannot_sign_in_has_no_role():
    leader = cast.person("ward_leader")
    leader.is_active = False

    assert not has_role(leader, ["ward_leader"])


@pytest.mark.parametrize(
    ("role", "unit", "at", "allowed"),
    [(role, cast.region, cast.medical, role == "administrator") for role in cast.ROLES]
    + [("administrator", cast.fjordby, cast.medical, True), ("administrator", cast.bakkeby, cast.medical, False)],
)
def test_only_administrators_of_the_unit_grant_roles(role, unit, at, allowed):
    cast.whole_region()
    someone = cast.person(role, unit())
    newcomer = cast.user("Ny Nielsen")

    if allowed:
        grant(newcomer, unit=at(), by=someone)
    else:
        with pytest.raises(Refused):
            grant(newcomer, unit=at(), by=someone)

    assert Mandate.objects.filter(user=newcomer).exists() == allowed
