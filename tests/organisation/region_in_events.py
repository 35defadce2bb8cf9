"""A small region that came about through events, what can happen to it, and a way to let anything happen.

``small_region()`` has the hospitals ``nord`` (with the ward ``afsnit`` and the department ``afdeling``) and ``syd``.
"""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from indsats.organisation.domain.problems import ImpossibleEvent
from indsats.organisation.models import Unit, UnitVersion
from indsats.organisation.services import events
from indsats.organisation.services.events import NewUnit

START = date(2020, 1, 1)
LATER = date(2024, 4, 1)


def unit(key):
    return Unit.objects.get(key=key)


def establish(key, kind, name, parent, short_name=""):
    above = unit(parent) if parent else None
    return events.establish_unit(new=NewUnit(key, kind, name, above, short_name), on=START, by=None)


def small_region():
    region = establish("egn", "region", "Region Egn", None)
    establish("nord", "hospital", "Nord Hospital", "egn", short_name="NH")
    establish("syd", "hospital", "Syd Hospital", "egn")
    establish("afdeling", "department", "Medicinsk Afdeling", "nord")
    establish("afsnit", "ward", "Afsnit 1", "nord")
    return region


def established(on=LATER, by=None):
    new = NewUnit("ny", "ward", "Nyt Afsnit", unit("afdeling"), "NA", {"sor": "12"})
    return events.establish_unit(new=new, on=on, by=by, note="Flere patienter")


def renamed(on=LATER, by=None):
    return events.rename_unit(unit=unit("afsnit"), on=on, name="Afsnit Et", short_name="A1", by=by)


def moved(on=LATER, by=None):
    return events.move_unit(unit=unit("afsnit"), on=on, parent=unit("afdeling"), by=by)


def merged(on=LATER, by=None):
    new = NewUnit("samlet", "hospital", "Samlet Hospital", unit("egn"))
    return events.merge_units(units=[unit("nord"), unit("syd")], into=new, on=on, by=by, note="Én ledelse")


def split(on=LATER, by=None):
    parts = [NewUnit("oest", "hospital", "Øst", unit("egn")), NewUnit("vest", "hospital", "Vest", unit("egn"))]
    moves = {unit("afdeling").pk: "oest", unit("afsnit").pk: "vest"}
    return events.split_unit(unit=unit("nord"), into=parts, on=on, by=by, moves=moves)


def closed(on=LATER, by=None):
    return events.close_unit(unit=unit("nord"), on=on, by=by, successors=[unit("syd")], along=True)


ACTS = (established, renamed, moved, merged, split, closed)
NAMES = [act.__name__ for act in ACTS]


@st.composite
def acts(draw):
    """Choices for one event; which units they mean is found when it happens."""
    return {
        "kind": draw(st.sampled_from(["establish", "rename", "move", "merge", "split", "close"])),
        "days": draw(st.integers(0, 3)),
        "picks": draw(st.lists(st.integers(0, 999), min_size=4, max_size=4)),
        "flag": draw(st.booleans()),
    }


def let_happen(chosen, day, number):
    """Let it happen if the domain allows it, and say whether it did."""
    units = list(Unit.objects.order_by("pk"))
    one, two, three, four = (units[pick % len(units)] for pick in chosen["picks"])
    new = [NewUnit(f"e{number}-{part}", "ward", f"Enhed {number} {part}", four) for part in (1, 2)]
    verbs = {
        "establish": lambda: events.establish_unit(new=new[0], on=day, by=None),
        "rename": lambda: events.rename_unit(unit=one, on=day, name=f"Navn {number}", by=None),
        "move": lambda: events.move_unit(unit=one, on=day, parent=two, by=None),
        "merge": lambda: events.merge_units(
            units=list({one, two}), into=new[0] if chosen["flag"] else three, on=day, by=None
        ),
        "split": lambda: events.split_unit(
            unit=one, into=new, on=day, by=None, moves=dict.fromkeys(children(one, day), new[0].key)
        ),
        "close": lambda: events.close_unit(
            unit=one, on=day, by=None, successors=[two] if chosen["flag"] else [], along=True
        ),
    }
    try:
        verbs[chosen["kind"]]()
    except (ImpossibleEvent, ValidationError):
        return False
    return True


def children(parent, day):
    return list(UnitVersion.objects.as_of(day).filter(parent=parent).values_list("unit_id", flat=True))


def day_after(days):
    return START + timedelta(days=days)
