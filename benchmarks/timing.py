"""Measuring, and the tables that show it."""

import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Several runs in milliseconds: wall time, and the median of this process's own work."""

    median: float
    p95: float
    work: float


def measured(what, runs):
    """Run once to warm up, then so many times."""
    what()
    times, work = [], []
    for _ in range(runs):
        start, started = time.perf_counter(), time.process_time()
        what()
        times.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - started) * 1000)
    times.sort()
    return Measured(
        statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.95))], statistics.median(work)
    )


def table(headings, rows):
    """Return the rows as a plain table; numbers to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[at]) for line in (headings, *cells)) for at in range(len(headings))]
    lines = [headings, ["-" * width for width in widths], *cells]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def ratio(one, other):
    """Return how many times as much, readable."""
    return f"{one / other:.1f}" if other else "-"
