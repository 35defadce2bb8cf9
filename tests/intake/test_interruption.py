"""A worker that is killed: what was read stays, what was not waits, and someone else takes it up."""

import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from indsats.foundation.tasks.services import begin
from indsats.intake.models import Batch, Edition, Proposal, Upload
from indsats.intake.services.imports import import_files, is_stopped, resume_batch
from tests import cast
from tests.intake.samples import AT, MENTOR, PLAN, QUIET, SHEET, brought_in, sample, sheet

FILES = [("første.xlsx", sheet(MENTOR)), ("anden.xlsx", sheet(QUIET, title="Et andet ark"))]


def stopped_batch(*, after=1):
    """Import files, and leave the batch as a worker leaves it that is killed after so many."""
    [*uploads] = brought_in(*FILES)
    batch = uploads[0].batch
    for upload in uploads[after:]:
        Upload.objects.filter(pk=upload.pk).update(state="waiting", sentence="", edition=None, read_at=None)
        Proposal.objects.filter(edition=upload.edition).delete()
        upload.edition.pages.all().delete()
        upload.edition.delete()
    progress = batch.progress
    progress.state, progress.ended_at, progress.steps_done = "running", None, after
    progress.beat_at = timezone.now()
    progress.save()
    return Batch.objects.get(pk=batch.pk)


@pytest.mark.django_db
def test_a_batch_whose_process_is_alive_is_left_alone():
    batch = stopped_batch()

    assert not is_stopped(batch, at=timezone.now())


@pytest.mark.django_db
def test_a_batch_without_a_heartbeat_has_stopped():
    batch = stopped_batch()

    assert is_stopped(batch, at=timezone.now() + timedelta(minutes=6))


@pytest.mark.django_db
def test_a_batch_whose_process_is_gone_has_stopped_at_once():
    batch = stopped_batch()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    batch.reader = f"{batch.reader.rpartition(':')[0]}:{ended.pid}"

    assert is_stopped(batch, at=timezone.now())


@pytest.mark.django_db
def test_another_machines_process_is_only_judged_by_its_heartbeat():
    batch = stopped_batch()
    batch.reader = "en-anden-maskine:1"

    assert not is_stopped(batch, at=timezone.now())


@pytest.mark.django_db
def test_resuming_reads_the_rest_and_nothing_twice(django_capture_on_commit_callbacks):
    batch = stopped_batch()
    later = timezone.now() + timedelta(minutes=6)

    with django_capture_on_commit_callbacks(execute=True):
        resume_batch(batch=batch, by=None, at=later)
        resume_batch(batch=batch, by=None, at=later)

    assert [each.state for each in batch.uploads.order_by("position")] == ["read", "read"]
    assert Edition.objects.count() == 2
    batch.progress.refresh_from_db()
    assert batch.progress.state == "done"


@pytest.mark.django_db
def test_only_one_of_two_workers_has_the_batch():
    batch = import_files(files=FILES, by=None, at=AT)

    claims = [begin(Batch.objects.get(pk=batch.pk).progress) for _worker in range(2)]

    assert claims == [True, False]


@pytest.mark.django_db
def test_the_page_of_a_stopped_batch_offers_to_read_the_rest(client, django_capture_on_commit_callbacks):
    client.force_login(cast.person("programme_officer"))
    batch = stopped_batch()
    batch.progress.beat_at = timezone.now() - timedelta(minutes=6)
    batch.progress.save()

    page = client.get(batch.get_absolute_url()).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("intake:resume", args=[batch.pk]))

    assert "Læs resten" in page
    assert "Læs resten" not in client.get(batch.get_absolute_url()).content.decode()
    assert not Upload.objects.filter(state="waiting").exists()


def test_an_import_that_is_killed_half_way_is_taken_up_without_loss_or_doubling(installation):
    files = installation.files(*FILES, sample(PLAN), sample(SHEET))
    worker = installation.start("import", *files)
    assert worker.stdout.readline().startswith("1. første.xlsx")

    worker.send_signal(signal.SIGKILL)
    worker.wait()
    left = installation.count("intake_upload", "state = 'waiting'")
    half = installation.rows(
        "SELECT count(*) FROM intake_edition WHERE id NOT IN (SELECT edition_id FROM intake_upload)"
    )
    resumed = installation.run("import", "--resume")

    assert 1 <= left <= 3
    assert half == [(0,)]
    assert resumed.returncode == 0
    assert installation.count("intake_upload", "state = 'read'") == 4
    assert installation.count("intake_edition") == 4
    assert installation.run("import", "--resume").stdout == "There is nothing to go on with.\n"


def test_a_publishing_that_is_killed_half_way_leaves_nothing_and_can_be_done_again(installation):
    installation.run("import", *installation.files(("ark.xlsx", sheet(MENTOR, QUIET))))

    killed = installation.python(PUBLISH.format(kill_at=2))
    after_kill = installation.count("initiatives_initiative"), installation.count("initiatives_programme")
    done = installation.python(PUBLISH.format(kill_at=0))

    assert killed.returncode == -signal.SIGKILL
    assert after_kill == (0, 0)
    assert done.returncode == 0, done.stderr
    assert installation.count("initiatives_initiative", "state = 'published'") == 2


PUBLISH = """
import os, signal
from django.utils import timezone
from indsats.intake.models import Edition
from indsats.intake.services.publishing import initiatives, publish_edition
from indsats.intake.services.review import accept_proposal
create, calls = initiatives.create_initiative, []

def counted(**fields):
    calls.append(fields)
    if len(calls) == {kill_at}:
        os.kill(os.getpid(), signal.SIGKILL)
    return create(**fields)

initiatives.create_initiative = counted
edition, now = Edition.objects.get(), timezone.now()
for proposal in edition.proposals.waiting():
    accept_proposal(proposal=proposal, version=proposal.version, by=None, at=now)
publish_edition(edition=edition, by=None, at=now)
"""
