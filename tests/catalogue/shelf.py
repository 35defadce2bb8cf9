"""Initiatives that stand in the catalogue, made through the services and indexed as on commit."""

from indsats.catalogue.services import keep_entry
from indsats.initiatives.models import Initiative
from tests.initiatives.made import initiative


def shelved(title="Mentorordning", **fields):
    made = initiative(title, **fields)
    keep_entry(made)
    return Initiative.objects.get(pk=made.pk)
