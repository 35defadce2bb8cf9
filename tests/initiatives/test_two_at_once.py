"""Two people at the same time, each with a database connection of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from indsats.initiatives.models import FieldChange, Initiative
from indsats.initiatives.services import EditConflict, change_initiative
from tests.initiatives import made

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run the acts in threads that start together; return what each returned or raised."""
    ready, outcomes = Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        try:
            ready.wait()
            outcomes[number] = act()
        except EditConflict as conflict:
            outcomes[number] = conflict
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def saving(initiative, **fields):
    return lambda: change_initiative(initiative=initiative, by=None, at=made.LATER, fields=fields, version=1)


def test_of_two_who_save_at_once_exactly_one_succeeds_and_the_other_is_told():
    initiative = made.initiative()

    outcomes = at_once(saving(initiative, title="Den ene"), saving(initiative, title="Den anden"))

    (conflict,) = [each for each in outcomes if isinstance(each, EditConflict)]
    (saved,) = [each for each in outcomes if isinstance(each, Initiative)]
    kept = Initiative.objects.get()
    assert (kept.title, kept.version, FieldChange.objects.count()) == (saved.title, 2, 1)
    assert [(each.theirs, each.base) for each in conflict.differences] == [(saved.title, "Mentorordning")]


def test_many_who_save_at_once_lose_nothing():
    initiative = made.initiative()

    outcomes = at_once(*(saving(initiative, description=f"Tekst {number}") for number in range(5)))

    assert sum(isinstance(each, Initiative) for each in outcomes) == 1
    assert list(FieldChange.objects.values_list("version", flat=True)) == [2]
