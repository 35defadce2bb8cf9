"""Build the demo region from the sample documents; building again loses and doubles nothing."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from indsats.accounts.rules import demo_logins_exist
from indsats.web.services.demo.documents import NotRead
from indsats.web.services.demo.password import DEMO_PASSWORD
from indsats.web.services.demo.region import build_demo

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """``indsats demo [--samples FOLDER]``."""

    help = "Build the demo region from the sample documents; building again loses and doubles nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare them."""
        parser.add_argument("--samples", type=Path, default=settings.ROOT / "samples", help="the folder of samples")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- what argparse has read
        """Build it and print how to sign in."""
        if not demo_logins_exist():
            raise CommandError("The demo is built only where INDSATS_MODE is demo.")
        started = time.monotonic()
        call_command("migrate", interactive=False, verbosity=0)
        with translation.override("da"):
            try:
                region = build_demo(samples=options["samples"], at=timezone.now(), say=self._say)
            except (NotRead, FileNotFoundError) as error:
                raise CommandError(str(error)) from error
        seconds = round(time.monotonic() - started)
        self.stdout.write(
            f"The demo region has {region.documents} editions of documents and {region.initiatives} initiatives "
            f"({seconds} s). Every demo login has the password: {DEMO_PASSWORD}"
        )

    def _say(self, line: str) -> None:
        self.stderr.write(f"  {line}")
        self.stderr.flush()
