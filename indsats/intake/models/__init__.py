"""Batches of files, documents and their editions, what was found in them and what was wrong."""

from indsats.intake.models.batch import Batch, Upload
from indsats.intake.models.document import Document, Edition, EditionPage
from indsats.intake.models.finding import Finding
from indsats.intake.models.proposal import Proposal

__all__ = ["Batch", "Document", "Edition", "EditionPage", "Finding", "Proposal", "Upload"]
