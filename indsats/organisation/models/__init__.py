"""Units over time, the names they go by, and who stands where."""

from indsats.organisation.models.groups import TargetGroup
from indsats.organisation.models.mandates import Mandate, MedCommittee
from indsats.organisation.models.units import Succession, Unit, UnitAlias, UnitEvent, UnitVersion

__all__ = ["Mandate", "MedCommittee", "Succession", "TargetGroup", "Unit", "UnitAlias", "UnitEvent", "UnitVersion"]
