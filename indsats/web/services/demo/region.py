"""Building the demo region. What is there already is left as it is, so that building again does no harm."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.accounts.models import User
from indsats.initiatives.models import Initiative
from indsats.intake.models import Edition
from indsats.organisation.services.build import Built, build_organisation
from indsats.web.services.demo.documents import bring_in, decide_and_publish, take_up_stopped
from indsats.web.services.demo.password import DEMO_PASSWORD
from indsats.web.services.demo.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

OFFICER = "karen.holmvig@nordhavet.example"


@dataclass(frozen=True, slots=True)
class DemoRegion:
    """What the demo holds when it has been built."""

    organisation: Built
    documents: int
    initiatives: int


def build_demo(*, samples: Path, at: datetime, say: Callable[[str], object]) -> DemoRegion:
    """Build the region from the folder of samples, as it would have come to be by ``at``.

    In order: the organisation with its people; each document read, decided about, published and lived with, all of
    that or nothing; the documents that wait for a reviewer; the drafts. ``say`` takes a line for each step.

    Raises:
        FileNotFoundError: a sample is missing.
        NotRead: the reader refuses a sample.
    """
    story = Story.read(samples / "story.json", at)
    say("The organisation and its people …")
    outline = json.loads((samples / "organisation.json").read_text(encoding="utf-8"))
    organisation = build_organisation(data=outline, at=story.published_at, password=DEMO_PASSWORD)
    officer = User.objects.get(email=OFFICER)
    take_up_stopped(by=officer, at=at)
    for name in story.told["documents"]:
        _publish(samples / name, story, officer, say)
    for name in story.told["in_review"]:
        say(f"{name} …")
        bring_in(samples / name, by=officer, at=at)
    with transaction.atomic():
        story.draft()
    return DemoRegion(organisation, Edition.objects.count(), Initiative.objects.count())


def _publish(path: Path, story: Story, officer: User, say: Callable[[str], object]) -> None:
    say(f"{path.name} …")
    edition = bring_in(path, by=officer, at=story.published_at)
    if edition.state != Edition.State.IN_REVIEW:
        return
    with transaction.atomic():
        new = decide_and_publish(edition, by=officer, at=story.published_at)
        story.tell(new, officer)
