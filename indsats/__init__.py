"""indsats: one living portfolio of a hospital region's work on working life."""

__version__ = "0.1.0"
