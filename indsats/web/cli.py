"""The ``indsats`` command. Reading needs no database and no Django; everything else is a management command."""

from __future__ import annotations

import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 failed, 2 wrong usage or unreadable input."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["read"]:
        from indsats.reading.command import main as read

        return read(arguments[1:])
    return _manage(arguments)


def _manage(arguments: list[str]) -> int:
    """Hand over to Django; a wrong setting is one clear line, never a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "indsats.web.settings")
    from indsats.web.environment import BadSetting

    try:
        from django.core.management import execute_from_command_line

        execute_from_command_line(["indsats", *(arguments or ["help"])])
    except BadSetting as error:
        sys.stderr.write(f"indsats: {error}\n")
        return 2
    return 0
