"""How long pages of ten thousand initiatives take: ``python -m benchmarks.pages --help``.

Everything is measured in one run, in this process, through Django's test client: the page with its queries, beside the
least that it could take (the same rows by one hand-written query; an empty page with the same frame) and what one would
use in its place (Django's admin with the same question; an Excel sheet of the same initiatives).
"""

import argparse
import json
import os
import sys
import tempfile
import time

TARGET_MS = 200


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description="Measure pages of many initiatives."
    )
    parser.add_argument("--initiatives", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--runs", type=int, default=30, help="runs of each page (30)")
    parser.add_argument(
        "--database-url", default=os.environ.get("DATABASE_URL", ""), help="an empty PostgreSQL database"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help=f"fail when a page's median is above {TARGET_MS} ms")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="indsats-benchmark-") as folder:
        _set_up(folder, options.database_url)
        return _run(options, folder)


def _set_up(folder, database_url):
    os.environ |= {
        "INDSATS_MODE": "demo",
        "INDSATS_DATA": folder,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _run(options, folder):
    from django.db import connection

    from benchmarks.questions import questions
    from benchmarks.region import build_region
    from benchmarks.timing import measured
    from indsats.initiatives.models import Initiative

    if Initiative.objects.exists():
        sys.stderr.write("The database holds initiatives already. Give an empty one.\n")
        return 2
    start = time.perf_counter()
    officer = build_region(options.initiatives)
    built = time.perf_counter() - start
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum does within a minute on a server that is in use
    asked = questions(officer, folder)
    found = [
        (one, one.queries(), *(measured(what, options.runs) if what else None for what in one.timed)) for one in asked
    ]
    if options.json:
        sys.stdout.write(json.dumps([_as_data(row) for row in found], indent=1) + "\n")
    else:
        _tell(options, found, built, connection.vendor)
    missed = [row[0].name for row in found if row[0].is_page and row[2].median > TARGET_MS]
    return 1 if options.check and missed else 0


def _as_data(row):
    one, queries, *times = row
    names = ("page", "limit", "peer")
    return {
        "name": one.name,
        "queries": queries,
        **{name: vars(time) if time else None for name, time in zip(names, times, strict=True)},
    }


def _tell(options, found, built, vendor):
    from benchmarks.timing import ratio, table

    rows = []
    for one, queries, page, limit, peer in found:
        rows.append(
            (
                one.name,
                f"{page.median:.0f}",
                f"{page.p95:.0f}",
                f"{page.work:.0f}",
                queries,
                f"{limit.median:.1f}" if limit else "",
                ratio(page.median, limit.median) if limit else "",
                f"{peer.median:.0f}" if peer else "",
                one.peer_name,
                ratio(peer.median, page.median) if peer else "",
                ("yes" if page.median <= TARGET_MS else "NO") if one.is_page else "",
            )
        )
    headings = (
        "page",
        "median ms",
        "p95 ms",
        "work ms",
        "queries",
        "limit ms",
        "x limit",
        "peer ms",
        "peer",
        "peer / page",
        f"<= {TARGET_MS}",
    )
    print(
        f"{options.initiatives} initiatives on {vendor}, built and indexed in {built:.0f} s; {options.runs} runs each\n"
    )
    print(table(list(headings), rows))
    print(
        "\nwork: this process's own time, without waiting for other programs. limit: the same rows by one hand-written"
    )
    print(
        "query. The empty page is the frame that every page has. Programs that wait for a processor now: "
        f"{os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
