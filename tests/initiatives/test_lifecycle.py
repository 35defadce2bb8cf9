"""The tables of states and phases, walked."""

import pytest

from indsats.initiatives.domain.lifecycle import (
    LIGHTS,
    PHASES,
    STATE_MOVES,
    STATES,
    USUAL_PHASES,
    is_usual_phase,
    move_between,
    moves_from,
    needs_reason,
)
from indsats.initiatives.models import Initiative


def reached(start, steps):
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(steps(here))
    return found


def test_the_tables_name_what_the_database_knows():
    assert list(STATES) == Initiative.State.values
    assert list(PHASES) == Initiative.Phase.values
    assert list(LIGHTS) == Initiative.Light.values
    assert set(USUAL_PHASES) == {"", *PHASES}


@pytest.mark.parametrize("state", STATES)
def test_every_state_leads_to_every_other(state):
    assert reached(state, lambda here: [move.to for move in moves_from(here)]) == set(STATES)


@pytest.mark.parametrize("phase", USUAL_PHASES)
def test_no_phase_is_a_dead_end(phase):
    assert reached(phase, lambda here: USUAL_PHASES[here]) >= {"running", "completed", "stopped"}


def test_withdrawing_needs_a_reason_and_nothing_else_does():
    assert {move.event for move in STATE_MOVES if move.needs_reason} == {"withdrawn"}


def test_there_is_no_move_to_where_one_is():
    assert [move_between(state, state) for state in STATES] == [None, None, None]


@pytest.mark.parametrize(
    ("phase", "to", "usual"),
    [
        ("", "permanent", True),
        ("idea", "in_preparation", True),
        ("running", "running", True),
        ("running", "idea", False),
        ("completed", "idea", False),
        ("permanent", "", False),
    ],
)
def test_which_moves_of_phase_are_usual(phase, to, usual):
    assert is_usual_phase(phase, to) == usual


def test_only_lower_lights_need_a_reason():
    assert [light for light in LIGHTS if needs_reason(light)] == ["attention", "critical"]
