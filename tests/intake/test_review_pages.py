import pytest
from django.urls import reverse

from tests import cast
from tests.intake.samples import brought_in, nordhavet, sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    nordhavet()
    someone = cast.person("programme_officer")
    client.force_login(someone)
    return someone


def test_pages_open(client, officer):
    [upload] = brought_in(sample("koordinatorark_nordhavet.xlsx"), by=officer)
    for url in (
        reverse("intake:documents"),
        reverse("intake:upload"),
        upload.batch.get_absolute_url(),
        reverse("intake:review", args=[upload.edition_id]),
        upload.edition.document.get_absolute_url(),
        reverse("intake:original", args=[upload.edition.stored_id]) + "?side=1&linje=5-6",
        reverse("intake:documents") + "?format=xlsx",
    ):
        response = client.get(url)
        assert response.status_code == 200, (url, response.content[-2000:])
