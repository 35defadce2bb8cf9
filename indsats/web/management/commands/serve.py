"""Serve the pages and do the background work, until stopped; migrates first where the database is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from indsats.accounts.pages import demo_logins
from indsats.web.services.demo.password import DEMO_PASSWORD
from indsats.web.services.serving import PortTaken, Serving, ServingEnded, serve

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """``indsats serve [--host HOST] [--port PORT]``."""

    help = "Serve the pages and do the background work, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare them."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
        parser.add_argument("--port", type=int, default=settings.INDSATS.port, help="the port (PORT, %(default)s)")
        parser.add_argument("--processes", type=int, default=2, help="web processes (%(default)s)")
        parser.add_argument("--threads", type=int, default=4, help="threads in each (%(default)s)")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- what argparse has read
        """Serve until stopped."""
        plan = Serving(
            host=options["host"],
            port=options["port"],
            processes=options["processes"],
            threads=options["threads"],
            known_as=settings.INDSATS.hosts[0],
        )
        try:
            plan.claim_port()
        except PortTaken as error:
            raise CommandError(str(error)) from error
        self._migrate()
        if settings.INDSATS.mode == "production":
            call_command("collectstatic", interactive=False, verbosity=0)
        try:
            serve(plan, ready=lambda: self._welcome(plan))
        except ServingEnded as error:
            raise CommandError(str(error)) from error

    def _migrate(self) -> None:
        connection = connections[DEFAULT_DB_ALIAS]
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if behind:
            self.stderr.write(f"The database is {len(behind)} steps behind this version; bringing it up to date …")
            call_command("migrate", interactive=False, verbosity=0)
        connections.close_all()

    def _welcome(self, plan: Serving) -> None:
        self.stdout.write(f"indsats is at {plan.url}")
        with translation.override("da"):
            logins = demo_logins()
        if settings.INDSATS.is_demo and logins:
            width = max(len(each.email) for each in logins)
            self.stdout.write(f"Demo logins, all with the password {DEMO_PASSWORD}")
            for each in logins:
                self.stdout.write(f"  {each.email:{width}}  {each.role}, {each.place}")
        self.stdout.write("Stop with Ctrl-C.")
        self.stdout.flush()
        connections.close_all()
