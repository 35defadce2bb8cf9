"""Reading in a process of its own, with limits on time and memory: a file that breaks a parser breaks nothing else.

``read_isolated`` starts ``python -m indsats.reading.isolated``, hands it one file on standard input and gets JSON back.
A file can make a parser loop, fill the memory or crash; the child is then stopped, and the file is an
``UnreadableFile`` like any other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indsats.reading.errors import UnreadableFile
from indsats.reading.knowledge import Knowledge

if TYPE_CHECKING:
    from indsats.reading.errors import UnreadableCode
    from indsats.reading.model import SourceDocument

TOO_LONG = "Filen tager for lang tid at læse. Del den op i mindre filer, eller gem den igen uden billeder."
TOO_MUCH = "Filen kræver for meget hukommelse at læse. Del den op i mindre filer, eller gem den igen uden billeder."
BROKEN = "Filen får læseren til at gå i stå. Gem den igen i det program, den er lavet i, og prøv med den nye fil."
PACKAGE_PARENT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the child may take, and how much memory."""

    seconds: int = 120
    memory_mb: int = 1024


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """A page's lines as ``(number, text)``, cells of one spreadsheet row joined."""

    number: int
    lines: tuple[tuple[int, str], ...]
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class IsolatedReading:
    """What the child found: the reading as the contract prints it, and the pages to show beside it."""

    reading: dict[str, Any]
    pages: tuple[LaidOutPage, ...]


def read_isolated(
    data: bytes, file: str, knowledge: Knowledge | None = None, limits: Limits | None = None
) -> IsolatedReading:
    """Read a file in a child process. Raises ``UnreadableFile``, also where the child was stopped or broke down."""
    limits = limits or Limits()
    organisations = dict(knowledge.organisations) if knowledge else {}
    order = {"file": file, "limits": [limits.seconds, limits.memory_mb], "organisations": organisations}
    try:
        child = subprocess.run(
            [sys.executable, "-m", "indsats.reading.isolated"],
            input=json.dumps(order).encode() + b"\n" + data,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PACKAGE_PARENT), os.environ.get("PYTHONPATH", "")])},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(file, "took_too_long", TOO_LONG) from error
    return _answer(child.stdout, file)


def _answer(output: bytes, file: str) -> IsolatedReading:
    try:
        answer = json.loads(output)
    except ValueError as error:
        raise UnreadableFile(file, "broke_the_reader", BROKEN) from error
    if "refused" in answer:
        raise UnreadableFile(file, *answer["refused"])
    pages = tuple(
        LaidOutPage(page["number"], tuple((number, text) for number, text in page["lines"]), page["is_image"])
        for page in answer["pages"]
    )
    return IsolatedReading(answer["reading"], pages)


def main() -> None:
    """Be the child: read the order and the file from standard input, write the answer to standard output."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answer:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a parser that prints must not spoil the answer
        order = json.loads(sys.stdin.buffer.readline())
        data = sys.stdin.buffer.read()
        _limit(*order["limits"])
        answer.write(json.dumps(_read(data, order), ensure_ascii=False).encode("utf-8", "replace"))


def _limit(seconds: int, memory_mb: int) -> None:
    """Bind this process: the parent's clock counts waiting too, this one ends a child whose parent was killed."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 1024 * 1024,) * 2)


def _read(data: bytes, order: dict[str, Any]) -> dict[str, Any]:
    from indsats.reading.reader import lay_out_and_read

    try:
        document, reading = lay_out_and_read(data, order["file"], Knowledge(order["organisations"]))
        return {"reading": reading.as_json(), "pages": _pages(document)}
    except UnreadableFile as error:
        return {"refused": _refusal(error)}
    except MemoryError:
        return {"refused": ("took_too_much_memory", TOO_MUCH)}


def _refusal(error: UnreadableFile) -> tuple[UnreadableCode, str]:
    """Tell a file that is wrong from one that merely ran into the limit while it was read."""
    cause = error.__cause__ or error.__context__
    return ("took_too_much_memory", TOO_MUCH) if isinstance(cause, MemoryError) else (error.code, error.reason)


def _pages(document: SourceDocument) -> list[dict[str, Any]]:
    """Give every page's lines by number; a table that goes on over pages is one, so each line says its own page."""
    lines: dict[int, dict[int, list[str]]] = {page.number: {} for page in document.pages}
    for line in document.lines():
        lines.setdefault(line.page, {}).setdefault(line.number, []).append(line.text)
    images = {page.number for page in document.pages if page.is_image}
    return [
        {
            "number": number,
            "lines": [[each, " · ".join(filter(str.strip, texts))] for each, texts in sorted(on_page.items())],
            "is_image": number in images,
        }
        for number, on_page in sorted(lines.items())
    ]


if __name__ == "__main__":
    main()
