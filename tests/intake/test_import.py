import pytest

from indsats.initiatives.models import Initiative
from indsats.intake.models import Proposal
from indsats.intake.services.publishing import publish_edition
from indsats.intake.services.review import accept_all_without_warnings, accept_proposal
from tests.intake.samples import AT, brought_in, nordhavet, sample

pytestmark = pytest.mark.django_db


def test_a_spreadsheet_is_read_reviewed_and_published():
    nordhavet()
    [upload] = brought_in(sample("koordinatorark_nordhavet.xlsx"))
    edition = upload.edition

    accept_all_without_warnings(edition=edition, by=None, at=AT)
    for proposal in edition.proposals.waiting():
        accept_proposal(proposal=proposal, version=proposal.version, by=None, at=AT)
    published = publish_edition(edition=edition, by=None, at=AT)

    assert upload.state == "read"
    assert published.state == "published"
    assert Initiative.objects.published().count() == edition.proposals.filter(decision="accepted").count() == 40
    makkerskab = Initiative.objects.get(title="Makkerskab på Sengeafsnit H1")
    assert makkerskab.unit.key == "oun-hlc-hjertemedicinsk-afdeling"
    assert makkerskab.light == "on_plan"
    assert makkerskab.passages.get(field="title").quote == "Makkerskab på Sengeafsnit H1"
    assert not Proposal.objects.waiting().exists()
