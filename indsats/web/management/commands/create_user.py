"""Make a person known who can sign in, with a role; the first administrator of an installation is made so.

The password is asked for, or read from the first line of what is piped in.
"""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from indsats.accounts.models import User
from indsats.accounts.services import create_user
from indsats.organisation.models import Mandate, Unit
from indsats.web.services.people import ROLES, region_or_new, welcome

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """``indsats create-user EMAIL --name NAME [--administrator | --role ROLE --unit KEY]``."""

    help = "Make a person known who can sign in, with a role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare them."""
        parser.add_argument("email", metavar="EMAIL", help="the e-mail address to sign in with")
        parser.add_argument("--name", required=True, help="the person's full name")
        parser.add_argument("--administrator", action="store_true", help="administrator of the whole region")
        parser.add_argument("--region", default="", help="the region's name, where the database knows no unit yet")
        parser.add_argument("--role", choices=ROLES, metavar="ROLE", help=f"one of {', '.join(ROLES)}")
        parser.add_argument("--unit", default="", help="the key of the unit where the role holds")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- what argparse has read
        """Make the person known."""
        with translation.override("en"):
            unit = self._unit(options)
            password = self._password(options["email"], options["name"])
            try:
                self._welcome(options, unit, password)
            except ValidationError as error:
                raise CommandError("\n".join(error.messages)) from error
        where = f" as {options['role'] or 'administrator'} of {unit.key}" if unit else ""
        self.stdout.write(f"{options['name']} can sign in{where}.")

    def _welcome(self, options: dict[str, Any], unit: Unit | None, password: str) -> None:
        at, who = timezone.now(), {"email": options["email"], "name": options["name"], "password": password}
        if unit is None:
            create_user(**who, by=None, at=at)
            return
        role = options["role"] or Mandate.Role.ADMINISTRATOR
        welcome(**who, role=role, unit=unit, since=timezone.localdate(), at=at)

    def _unit(self, options: dict[str, Any]) -> Unit | None:
        if options["administrator"]:
            if options["role"] or options["unit"]:
                raise CommandError("Give either --administrator, or --role with --unit.", returncode=2)
            return self._region(options["region"])
        if bool(options["role"]) != bool(options["unit"]):
            raise CommandError("Give --role and --unit together.", returncode=2)
        if not options["unit"]:
            return None
        unit = Unit.objects.filter(key=options["unit"]).first()
        if unit is None:
            raise CommandError(f"There is no unit with the key {options['unit']!r}.", returncode=2)
        return unit

    def _region(self, name: str) -> Unit:
        if not name and not Unit.objects.filter(kind=Unit.Kind.REGION).exists():
            raise CommandError("No region is known yet. Name it: --region 'Region …'.", returncode=2)
        return region_or_new(name=name, since=timezone.localdate(), at=timezone.now())

    def _password(self, email: str, name: str) -> str:
        if sys.stdin.isatty():
            password = getpass.getpass("Password: ")
            if getpass.getpass("Once more: ") != password:
                raise CommandError("The two passwords are not the same.")
        else:
            password = sys.stdin.readline().rstrip("\n")
        try:
            validate_password(password, User(email=email, name=name))
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        return password
