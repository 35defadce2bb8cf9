"""Two administrators at the same time: events come one after the other, and the second sees what the first did."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection

from indsats.organisation.domain.problems import ImpossibleEvent
from indsats.organisation.models import Succession, UnitEvent
from indsats.organisation.services import events
from indsats.organisation.services.events import NewUnit
from indsats.organisation.services.trees import load_history, tree_as_of
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run the acts in threads that begin together, and return what each did: None, or what it was refused with."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait()
            act()
        except ImpossibleEvent as problem:
            return problem.problem.value
        finally:
            connection.close()
        return None

    close_old_connections()
    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_a_unit_is_moved_below_another_that_closes_only_one_of_the_two_happens():
    told.small_region()
    ward, north, south = told.unit("afsnit"), told.unit("nord"), told.unit("syd")

    refused = at_once(
        lambda: events.move_unit(unit=ward, on=told.LATER, parent=south, by=None),
        lambda: events.close_unit(unit=south, on=told.LATER, by=None, successors=[north]),
    )

    assert sorted(map(str, refused)) in (["None", "open_children"], ["None", "not_open"], ["None", "parent_not_open"])
    tree = tree_as_of(told.LATER)
    assert len(tree.roots) == 1
    assert len(list(tree)) == len(tree)


def test_a_unit_that_two_people_close_at_once_has_one_successor():
    told.small_region()
    ward, heirs = told.unit("afsnit"), (told.unit("syd"), told.unit("afdeling"))

    refused = at_once(
        *(lambda heir=heir: events.close_unit(unit=ward, on=told.LATER, by=None, successors=[heir]) for heir in heirs)
    )

    assert sorted(map(str, refused)) == ["None", "not_open"]
    assert Succession.objects.count() == UnitEvent.objects.filter(kind="close").count() == 1


def test_many_units_established_at_once_are_all_there():
    told.small_region()
    north = told.unit("nord")

    refused = at_once(
        *(
            lambda number=number: events.establish_unit(
                new=NewUnit(f"ny-{number}", "ward", f"Ny {number}", north), on=told.LATER, by=None
            )
            for number in range(4)
        )
    )

    assert refused == [None] * 4
    assert len(load_history().versions) == 9
