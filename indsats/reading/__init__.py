"""A document in, records out. Pure Python: no Django, no database, no network."""
