"""Tables that go on over a page break: one table again, and one row again where the break went through it."""

from __future__ import annotations

from dataclasses import replace

from indsats.reading.model import Block, Cell, Page, Table

SENTENCE_ENDS = (".", "!", "?", ":", ")", "”", '"')  # fmt: skip -- one list


def join_continued(pages: list[Page]) -> list[Page]:
    """Move the rows of a table that opens a page up to the table that closed the page before, where they fit."""
    joined: list[Page] = []
    for page in pages:
        opening = _first(page)
        before = _page_that_ends_in_table(joined)
        if before is not None and isinstance(opening, Table):
            closing = joined[before].items[_last_index(joined[before])]
            rows = _continuation(closing, opening) if isinstance(closing, Table) else None
            if rows is not None and isinstance(closing, Table):
                longer = replace(closing, rows=_with_broken_row_joined(closing.rows, rows))
                joined[before] = _with_item(joined[before], closing, longer)
                joined.append(replace(page, items=tuple(item for item in page.items if item is not opening)))
                continue
        joined.append(page)
    return joined


def _is_running(item: Block | Table) -> bool:
    return isinstance(item, Block) and item.kind == "other"


def _first(page: Page) -> Block | Table | None:
    return next((item for item in page.items if not _is_running(item)), None)


def _last_index(page: Page) -> int:
    return max((index for index, item in enumerate(page.items) if not _is_running(item)), default=-1)


def _page_that_ends_in_table(pages: list[Page]) -> int | None:
    """Give the index of the last page with a body, looking past pages that a long table used up."""
    for index in range(len(pages) - 1, -1, -1):
        last = _last_index(pages[index])
        if last >= 0:
            return index if isinstance(pages[index].items[last], Table) else None
    return None


def _with_item(page: Page, old: Table, new: Table) -> Page:
    return replace(page, items=tuple(new if item is old else item for item in page.items))


def _continuation(closing: Table, opening: Table) -> tuple[tuple[Cell, ...], ...] | None:
    """Give the rows that go on, without a repeated heading; None where the second table stands by itself."""
    if max(map(len, closing.rows)) != max(map(len, opening.rows)):
        return None
    if [cell.text for cell in closing.rows[0]] == [cell.text for cell in opening.rows[0]]:
        return opening.rows[1:]
    return None if _is_heading(closing.rows[0]) and _is_heading(opening.rows[0]) else opening.rows


def _is_heading(row: tuple[Cell, ...]) -> bool:
    lines = [line for cell in row for line in cell.lines]
    return bool(lines) and (all(line.is_bold for line in lines) or all(line.text.isupper() for line in lines))


def _with_broken_row_joined(
    above: tuple[tuple[Cell, ...], ...], below: tuple[tuple[Cell, ...], ...]
) -> tuple[tuple[Cell, ...], ...]:
    if len(above) < 2 or not below or not _is_broken(above[-1], below[0]):  # noqa: PLR2004 -- the heading is no row
        return above + below
    whole = tuple(
        replace(upper, lines=upper.lines + lower.lines) for upper, lower in zip(above[-1], below[0], strict=True)
    )
    return (*above[:-1], whole, *below[1:])


def _is_broken(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> bool:
    """Tell whether a row goes on: it names nothing in its first cell, or starts in the middle of a sentence."""
    if len(upper) != len(lower):
        return False
    if not lower[0].text.strip():
        return True
    return any(
        one.text.strip() and not one.text.rstrip().endswith(SENTENCE_ENDS) and two.text.strip()[:1].islower()
        for one, two in zip(upper, lower, strict=True)
    )
