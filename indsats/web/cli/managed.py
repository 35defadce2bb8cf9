"""Running one of Django's management commands as a command of ours: its errors are lines, its status has a meaning."""

from __future__ import annotations

import django
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError, handle_default_options
from django.db import DatabaseError, OperationalError, connections

from indsats.web.cli import DONE, UnknownCommand, complain


def run(name: str, arguments: list[str]) -> int:
    """Run the command and return its exit status.

    Raises:
        UnknownCommand: nobody has one of that name.
    """
    django.setup()
    known = get_commands()
    module = next((each for each in (name, name.replace("-", "_")) if each in known), None)
    if module is None:
        raise UnknownCommand(name)
    app = known[module]
    command = app if isinstance(app, BaseCommand) else load_command_class(app, module)
    try:
        return _execute(command, name, arguments)
    except CommandError as error:
        return complain(*str(error).splitlines(), status=error.returncode)
    except ValidationError as error:
        return complain(*error.messages)
    except (PermissionDenied, ImproperlyConfigured, OSError) as error:
        return complain(str(error) or type(error).__name__)
    except DatabaseError as error:
        return complain(_about_the_database(error))
    finally:
        connections.close_all()


def _execute(command: BaseCommand, name: str, arguments: list[str]) -> int:
    command._called_from_command_line = True  # type: ignore[attr-defined]  # as Django does: wrong usage exits by itself
    parser = command.create_parser("indsats", name)
    parsed = parser.parse_args(arguments)
    handle_default_options(parsed)
    options = vars(parsed)
    positional = options.pop("args", ())
    command.execute(*positional, **options)
    return DONE


def _about_the_database(error: DatabaseError) -> str:
    reason = str(error).strip().partition("\n")[0]
    if "no such table" in reason or "does not exist" in reason:
        return f"The database is not set up for this version: {reason}. Run: indsats migrate"
    if isinstance(error, OperationalError):
        return f"The database cannot be used: {reason}. See DATABASE_URL and INDSATS_DATA in `indsats check-settings`."
    raise error
