"""Programme plan: objectives, the budget decisions behind them, and activities with a launch and a length."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.duplicates import duplicate_warnings
from indsats.reading.front_matter import organisation_of
from indsats.reading.genres.programme_plan.activities import activities_of
from indsats.reading.genres.programme_plan.decisions import decision_record, decision_records
from indsats.reading.genres.programme_plan.looks import likelihood
from indsats.reading.genres.programme_plan.parts import parts_of
from indsats.reading.genres.programme_plan.plan_records import (
    activity_record,
    launch_warning,
    objective_record,
    status_of,
)
from indsats.reading.genres.programme_plan.sections import sections_of, told_decisions
from indsats.reading.genres.programme_plan.title import title_of_programme
from indsats.reading.records import Reading, ReadingWarning, Record

if TYPE_CHECKING:
    from indsats.reading.genres.programme_plan.sections import Section
    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument

__all__ = ["GENRE", "likelihood", "read"]

GENRE = "programme_plan"


def read(document: SourceDocument, knowledge: Knowledge) -> Reading:
    """Give each objective followed by its decisions and activities, which point back to it."""
    title = title_of_programme(document)
    sections, homeless = sections_of(parts_of(document, title))
    found = Found([decision_record(part, None, None) for part in homeless])
    for section in sections:
        if section.name and section.is_objective:
            found.take(section)
    activities = {index: record for index, record in enumerate(found.records) if record.kind == "activity"}
    warnings = [*found.warnings, *duplicate_warnings(activities)]
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=title,
        organisation=organisation_of(document, knowledge, title),
        pages=len(document.pages),
        records=tuple(found.records),
        warnings=tuple(sorted(warnings, key=lambda one: (one.place.page, one.place.line_start))),
    )


@dataclass(slots=True)
class Found:
    """The records and warnings found so far."""

    records: list[Record]
    warnings: list[ReadingWarning] = field(default_factory=list)

    def take(self, section: Section) -> None:
        """Add an objective with all that belongs to it."""
        parent = len(self.records)
        activities = list(activities_of(section.parts))
        self.records.append(objective_record(section, status_of(section, [activity.part for activity in activities])))
        self.records.extend(decision_records(section, parent, told_decisions(section)))
        for activity in activities:
            warning = launch_warning(activity, len(self.records))
            self.warnings.extend([warning] if warning else [])
            self.records.append(activity_record(activity, parent))
