"""What stands beside each page: the least that any page could take, and what one would use instead."""

import operator
from pathlib import Path

from django.db import connection

ROWS = """
    SELECT i.id, i.title, i.description, i.phase, i.light, i.start_year, i.end_year, v.name
    FROM initiatives_initiative i LEFT JOIN organisation_unitversion v ON v.unit_id = i.unit_id AND v.valid_to IS NULL
    WHERE i.state = 'published' {condition} ORDER BY i.title_key, i.title, i.id LIMIT 25
"""
THEME = "AND EXISTS (SELECT 1 FROM initiatives_initiative_themes t WHERE t.initiative_id = i.id AND t.theme_id = %s)"
TEXT = "AND LOWER(i.title || ' ' || i.description) LIKE %s"


def raw_rows(condition="", *values):
    """Return a function that fetches the 25 rows that a page shows, with one hand-written query and nothing else."""

    def fetch():
        with connection.cursor() as cursor:
            cursor.execute(ROWS.format(condition=condition), values)
            return cursor.fetchall()

    return fetch


class Sheet:
    """The same initiatives as an Excel file, filtered by reading it, as with a shared spreadsheet."""

    def __init__(self, content, folder):
        self.path = Path(folder) / "initiatives.xlsx"
        self.path.write_bytes(content)

    def rows(self):
        from openpyxl import load_workbook

        book = load_workbook(self.path, read_only=True)
        try:
            yield from book.active.iter_rows(min_row=2, values_only=True)
        finally:
            book.close()

    def filtered(self, keep=bool):
        """Return a function that opens the file, keeps the rows wanted and sorts them by title."""
        return lambda: sorted((row for row in self.rows() if keep(row)), key=operator.itemgetter(0))[:25]
