"""Long work: announced, claimed by one worker, told step by step, and taken up again when its worker is gone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from indsats.foundation.tasks.models import Progress
from indsats.foundation.tasks.services import STALLED_AFTER, begin, fail, finish, plan, release, stalled, step

pytestmark = pytest.mark.django_db
State = Progress.State


@pytest.fixture
def progress():
    return plan(title="Import af 3 filer", steps_total=3)


def as_seen_by_another(progress):
    return Progress.objects.get(pk=progress.pk)


def test_work_is_announced_before_anybody_does_it(progress):
    assert (progress.state, progress.percent, progress.is_over, progress.started_at) == (State.WAITING, 0, False, None)


def test_work_goes_from_waiting_over_running_to_done(progress):
    begin(progress)
    step(progress, done=1, note="plan.docx")
    halfway = as_seen_by_another(progress)
    finish(progress, note="Alt er læst.")
    after = as_seen_by_another(progress)

    assert (halfway.state, halfway.steps_done, halfway.percent, halfway.note) == (State.RUNNING, 1, 33, "plan.docx")
    assert (after.state, after.steps_done, after.percent, after.note) == (State.DONE, 3, 100, "Alt er læst.")
    assert after.is_over is True
    assert after.started_at <= halfway.beat_at <= after.ended_at


def test_work_that_fails_says_why_and_how_far_it_came(progress):
    begin(progress)
    step(progress, done=2)
    fail(progress, note="Disken er fuld.")

    after = as_seen_by_another(progress)
    assert (after.state, after.steps_done, after.note, after.is_over) == (State.FAILED, 2, "Disken er fuld.", True)


def test_only_one_of_two_workers_gets_the_work(progress):
    other = as_seen_by_another(progress)

    assert [begin(progress), begin(other)] == [True, False]
    assert other.state == State.RUNNING


@pytest.mark.parametrize("end", [finish, lambda progress: fail(progress, note="Nej.")])
def test_nobody_gets_work_that_is_over(progress, end):
    begin(progress)
    end(progress)

    assert begin(as_seen_by_another(progress)) is False


def test_work_whose_heart_has_stopped_is_found_and_can_be_claimed_again(progress):
    began = timezone.now()
    begin(progress, at=began)
    just_before, after = began + STALLED_AFTER, began + STALLED_AFTER + timedelta(seconds=1)

    assert list(stalled(at=just_before)) == []
    assert begin(as_seen_by_another(progress), at=just_before) is False
    assert list(stalled(at=after)) == [progress]
    assert begin(as_seen_by_another(progress), at=after) is True
    assert list(stalled(at=after)) == []


def test_every_step_is_a_beat_of_the_heart(progress):
    long_ago = timezone.now() - 2 * STALLED_AFTER
    begin(progress, at=long_ago)
    step(progress, done=1)

    assert list(stalled()) == []
    assert begin(as_seen_by_another(progress)) is False


def test_work_can_be_let_go_at_once_when_its_worker_is_known_to_be_gone(progress):
    begin(progress)
    release(progress)

    assert as_seen_by_another(progress).state == State.WAITING
    assert begin(as_seen_by_another(progress)) is True


def test_work_that_is_not_running_is_never_stalled(progress):
    assert list(stalled(at=timezone.now() + timedelta(days=1))) == []
    begin(progress, at=timezone.now() - timedelta(days=1))
    finish(progress)
    assert list(stalled()) == []


def test_more_steps_than_there_are_count_as_all_of_them(progress):
    begin(progress)
    step(progress, done=7)

    assert (progress.steps_done, progress.percent) == (3, 100)


def test_the_database_refuses_more_steps_than_there_are(progress):
    with pytest.raises(IntegrityError, match="no_more_steps_than_there_are"), transaction.atomic():
        Progress.objects.filter(pk=progress.pk).update(steps_done=4)


def test_work_without_steps_has_no_share_of_them():
    assert plan(title="Noget", steps_total=0).percent == 0


def test_long_titles_and_notes_are_cut_not_refused():
    progress = plan(title="t" * 300, steps_total=1)
    begin(progress)
    step(progress, done=0, note="n" * 400)

    assert (progress.title, as_seen_by_another(progress).note) == ("t" * 200, "n" * 300)
