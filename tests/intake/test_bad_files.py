"""Files as they really come: each bad one gets one sentence that says what to do, and the others go on."""

import pytest
from django.conf import settings

from indsats.foundation.files.models import StoredFile
from indsats.intake.models import Document, Edition, Proposal, Upload
from indsats.intake.services import editions, reading
from tests.intake.samples import MENTOR, PLAN, brought_in, sample, sheet
from tests.reading import written_files as write

pytestmark = pytest.mark.django_db

WORD = sample(PLAN)[1]
BAD = {
    "tom.docx": (b"", "Filen er tom. Find den rigtige fil, og prøv igen."),
    "låst.pdf": (
        write.pdf([(60, 80, "Hemmeligt")], password="kodeord"),
        "Filen er låst med adgangskode. Åbn den, fjern adgangskoden, og gem den igen.",
    ),
    "halv.docx": (
        WORD[: len(WORD) // 2],
        "Filen er ikke kommet hel frem. Hent eller send den igen, og prøv med den nye fil.",
    ),
    "bombe.docx": (
        write.archive(word__document=b"0" * 40_000_000),
        "Filen fylder for meget, når den pakkes ud. Gem dokumentet igen uden billeder og indlejrede filer.",
    ),
    "program.pdf": (
        b"MZ" + bytes(range(256)) * 8,
        "Filen er et program og ikke et dokument. Find det rigtige dokument, og prøv igen.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_its_sentence_and_leaves_nothing(name):
    data, sentence = BAD[name]

    [upload] = brought_in((name, data))

    assert (upload.state, upload.sentence) == ("unreadable", sentence)
    assert not Document.objects.exists()
    assert not Proposal.objects.exists()


def test_the_others_go_on():
    bad = [(name, data) for name, (data, _sentence) in BAD.items()]

    uploads = brought_in(*bad, ("ark.xlsx", sheet(MENTOR)), *bad)

    assert [each.state for each in uploads] == ["unreadable"] * 5 + ["read"] + ["unreadable"] * 5
    assert uploads[0].batch.progress.state == "done"
    assert Edition.objects.count() == 1


def test_a_file_with_another_ending_is_read_for_what_it_is():
    [upload] = brought_in(("handleplan.txt", WORD))

    assert upload.state == "read"
    assert upload.edition.format == "docx"
    assert upload.edition.document.genre == "action_plan"


def test_a_text_in_windows_1252_keeps_its_danish_letters():
    [upload] = brought_in(sample("indsatser_nordhavet.txt"))

    titles = list(upload.edition.proposals.values_list("title", flat=True))

    assert titles == ["Nye senge på V1", "Mørke gardiner i hvilerum", "Fælles morgentavle", "”Ring til en kollega”"]


def test_a_file_that_is_too_large_is_neither_kept_nor_read(monkeypatch):
    monkeypatch.setattr(settings.INDSATS.__class__, "max_upload_bytes", property(lambda _self: 20_000), raising=False)

    large, small = brought_in(("stor.docx", WORD), ("ark.xlsx", sheet(MENTOR)))

    assert large.state == "unreadable"
    assert large.sentence == "Filen fylder mere end 0 MB. Del den op, eller gem den uden billeder."
    assert large.stored is None
    assert small.state == "read"
    assert StoredFile.objects.count() == 1


def test_a_document_of_another_kind_gives_no_records_and_says_so():
    [upload] = brought_in(("brev.txt", "Kære alle\n\nTak for i går.\n\nVenlig hilsen\nHanne\n".encode()))

    assert upload.sentence == "Dokumentet er læst, men der er ingen indsatser i en form, som indsats kender."
    assert upload.edition.document.genre == "other"
    assert not upload.edition.proposals.exists()


def test_a_file_that_cannot_be_kept_says_so_and_leaves_nothing(monkeypatch):
    def broken(**_everything):
        raise ZeroDivisionError

    monkeypatch.setattr(editions, "keep_findings", broken)

    [upload] = brought_in(("ark.xlsx", sheet(MENTOR)))

    assert upload.sentence == "Filen blev læst, men kunne ikke gemmes. Prøv igen, og sig det til jeres systemforvalter."
    assert not Document.objects.exists()
    assert not Proposal.objects.exists()


def test_an_original_that_has_changed_on_the_disk_is_not_read(monkeypatch):
    from indsats.foundation.files.services import path_of

    real = reading.read_stored

    def spoiled(stored):
        path_of(stored.sha256).write_bytes(b"andet")
        return real(stored)

    monkeypatch.setattr(reading, "read_stored", spoiled)

    [upload] = brought_in(("ark.xlsx", sheet(MENTOR)))

    assert upload.sentence == "Filen er gået tabt på serveren. Indlæs den igen."
    path_of(upload.stored.sha256).unlink()


def test_every_bad_upload_says_why_in_the_database_too():
    from django.db import IntegrityError, transaction

    [upload] = brought_in(("ark.xlsx", sheet(MENTOR)))

    with pytest.raises(IntegrityError), transaction.atomic():
        Upload.objects.filter(pk=upload.pk).update(state="unreadable", sentence="")
