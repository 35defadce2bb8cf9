"""The cast: a small region, two hospitals, and one person a role. Plain functions; each makes what it needs once.

``region()`` has the hospitals ``fjordby()`` and ``bakkeby()``; Fjordby has ``medical()`` with the wards ``ward_a()``
and ``ward_b()``, Bakkeby has ``surgery()``. ``person(role)`` has the role at the region unless another unit is named.
"""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from indsats.accounts.models import User
from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitVersion

SINCE = date(2020, 1, 1)
PASSWORD = "en lang og rolig sætning"
ROLES = tuple(Mandate.Role.values)


def _unit(key, kind, name, short_name="", parent=None):
    unit, made = Unit.objects.get_or_create(key=key, defaults={"kind": kind})
    if made:
        UnitVersion.objects.create(unit=unit, name=name, short_name=short_name, parent=parent, valid_from=SINCE)
    return unit


def region():
    return _unit("havregionen", "region", "Havregionen", "HAV")


def fjordby():
    return _unit("fjordby", "hospital", "Fjordby Hospital", "FBH", region())


def bakkeby():
    return _unit("bakkeby", "hospital", "Bakkeby Sygehus", "BKS", region())


def medical():
    return _unit("fjordby-medicin", "department", "Medicinsk Afdeling", "MED", fjordby())


def surgery():
    return _unit("bakkeby-kirurgi", "department", "Kirurgisk Afdeling", "KIR", bakkeby())


def ward_a():
    return _unit("fjordby-medicin-a", "ward", "Sengeafsnit A", "", medical())


def ward_b():
    return _unit("fjordby-medicin-b", "ward", "Sengeafsnit B", "", medical())


def whole_region():
    """Make every unit and return the region."""
    for make in (ward_a, ward_b, surgery):
        make()
    return region()


def committee(unit=None):
    unit = unit or fjordby()
    found, _ = MedCommittee.objects.get_or_create(
        key=f"med-{unit.key}", defaults={"name": f"MED-udvalget ({unit.key})", "unit": unit}
    )
    return found


@cache
def _hashed_password():
    """Hash the password that everybody has once: argon2 takes its time on purpose."""
    return make_password(PASSWORD)


def user(name="Ingen Rolle", **fields):
    email = name.lower().replace(" ", ".") + "@havregionen.example"
    found = User.objects.filter(email=email).first()
    if found is None:
        found = User.objects.create_user(email, None, name=name, **fields)
        found.password = _hashed_password()
        found.save(update_fields=["password"])
    return found


def person(role, unit=None, name=None):
    """Return someone with the role; at the region, or at the unit."""
    unit = unit or region()
    someone = user(name or f"{role.replace('_', ' ').title()} {unit.key.title()}")
    Mandate.objects.get_or_create(user=someone, role=role, unit=unit, valid_from=SINCE)
    return someone
