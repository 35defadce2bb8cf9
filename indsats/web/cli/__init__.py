"""The ``indsats`` command. Reading needs no database and no Django; everything else is a management command.

What a command is for is the first sentence of its help, read from its source: ``indsats --help`` starts nothing.
"""

from __future__ import annotations

import ast
import difflib
import os
import sys
from pathlib import Path

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
HOUSE = Path(__file__).resolve().parents[2]
NOT_MANAGED = {
    "read": "Read documents and print what stands in them; nothing is kept.",
    "check-settings": "Print every setting with its value, and what is wrong with it.",
}
FROM_DJANGO = {
    "migrate": "Bring the database up to date with this version.",
    "collectstatic": "Gather what browsers are given, in production, for a proxy that serves it.",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 failed, 2 wrong usage or unreadable input."""
    name, *arguments = (sys.argv[1:] if argv is None else argv) or ["help"]
    try:
        return _run(name, arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left; say nothing at the end
        return DONE


def _run(name: str, arguments: list[str]) -> int:
    if name in ("help", "--help", "-h"):
        return _run(arguments[0], ["--help"]) if arguments else _help()
    if name == "--version":
        from indsats import __version__

        return _say(f"indsats {__version__}")
    if name == "read":
        from indsats.reading.command import main as read

        return read(arguments)
    if name == "check-settings":
        from indsats.web.cli.check_settings import main as check_settings

        return check_settings(arguments)
    return _manage(name, arguments)


def our_commands() -> dict[str, str]:
    """Return the commands of this house with what they are for, by name."""
    found = dict(NOT_MANAGED | FROM_DJANGO)
    for module in HOUSE.rglob("management/commands/[a-z]*.py"):
        found[module.stem.replace("_", "-")] = _first_sentence_of_help(module)
    return dict(sorted(found.items()))


def _first_sentence_of_help(module: Path) -> str:
    """Find ``help = "…"`` in the source of a command."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "help":
            sentence, stop, _ = str(ast.literal_eval(node.value)).partition(". ")
            return sentence + stop.strip()
    return ""


def _help() -> int:
    commands = our_commands()
    width = max(map(len, commands))
    lines = [f"  {name:{width}}  {purpose}" for name, purpose in commands.items()]
    return _say(
        "usage: indsats COMMAND …\n\n"
        "One living portfolio of a hospital region's work on working life.\n\n"
        + "\n".join(lines)
        + "\n\n`indsats COMMAND --help` tells more. Settings are environment variables: `indsats check-settings`."
    )


def _manage(name: str, arguments: list[str]) -> int:
    """Run a management command; what can be expected to go wrong is one clear line, never a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "indsats.web.settings")
    from indsats.web.environment import BadSetting

    try:
        from indsats.web.cli.managed import run

        return run(name, arguments)
    except BadSetting as error:
        return complain(*str(error).splitlines(), status=WRONG_USAGE)
    except UnknownCommand:
        near = difflib.get_close_matches(name, our_commands(), n=1)
        perhaps = f" Did you mean {near[0]!r}?" if near else ""
        return complain(f"There is no command {name!r}.{perhaps} `indsats --help` lists them.", status=WRONG_USAGE)


class UnknownCommand(Exception):
    """Nobody has a command of that name."""


def complain(*lines: str, status: int = FAILED) -> int:
    """Say what is wrong on stderr, one line each, and return the exit status."""
    sys.stderr.writelines(f"indsats: {line}\n" for line in lines)
    return status


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return DONE
