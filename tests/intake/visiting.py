"""What a visitor of intake's pages does again and again."""

from django.urls import reverse

from indsats.intake.services import review
from indsats.intake.services.publishing import publish_edition
from tests.intake.samples import AT, edition_of


def page(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status, response
    return response.content.decode()


def review_of(edition, query=""):
    return reverse("intake:review", args=[edition.pk]) + query


def act(name, proposal, query=""):
    return reverse("intake:decide", args=[proposal.pk, name]) + query


def typed(proposal, **fields):
    """Return what a browser sends: every field of the form, as it stands."""
    from indsats.intake.forms import ProposalForm

    form = ProposalForm(proposal=proposal, parents=proposal.edition.proposals.all())
    values = {name: form[name].value() for name in form.fields}
    return {**{name: value for name, value in values.items() if value not in (None, [])}, **fields}


def the(edition, title):
    return edition.proposals.get(title=title)


def published(data, name="ark.xlsx"):
    edition = edition_of(data, name)
    for proposal in edition.proposals.waiting():
        review.accept_proposal(proposal=proposal, version=proposal.version, by=None, at=AT)
    return publish_edition(edition=edition, by=None, at=AT)
