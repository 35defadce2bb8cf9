"""Days are Danish days, also on those that are an hour shorter or longer."""

from datetime import date, datetime

import pytest

from indsats.organisation.rules import has_role
from indsats.organisation.services.mandates import grant_mandate
from tests import cast

pytestmark = pytest.mark.django_db

# The clock goes forward on 29 March 2026 (23 hours) and back on 25 October 2026 (25 hours).
MOMENTS = [
    (date(2026, 3, 29), "2026-03-28T22:59:59+00:00", True),
    (date(2026, 3, 29), "2026-03-28T23:00:00+00:00", False),
    (date(2026, 3, 30), "2026-03-29T21:59:59+00:00", True),
    (date(2026, 3, 30), "2026-03-29T22:00:00+00:00", False),
    (date(2026, 10, 25), "2026-10-24T21:59:59+00:00", True),
    (date(2026, 10, 25), "2026-10-24T22:00:00+00:00", False),
    (date(2026, 10, 26), "2026-10-25T22:59:59+00:00", True),
    (date(2026, 10, 26), "2026-10-25T23:00:00+00:00", False),
]


@pytest.mark.parametrize(("ends", "moment", "holds"), MOMENTS)
def test_a_role_ends_at_danish_midnight_on_days_of_23_and_25_hours_too(ends, moment, holds, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.fromisoformat(moment))
    leader = cast.user()
    grant_mandate(user=leader, role="ward_leader", unit=cast.medical(), valid_from=cast.SINCE, valid_to=ends, by=None)

    assert has_role(leader, ["ward_leader"]) == holds


@pytest.mark.parametrize(("begins", "moment", "not_yet"), MOMENTS)
def test_a_role_begins_at_danish_midnight(begins, moment, not_yet, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.fromisoformat(moment))
    leader = cast.user()
    grant_mandate(user=leader, role="ward_leader", unit=cast.medical(), valid_from=begins, by=None)

    assert has_role(leader, ["ward_leader"]) is not not_yet
