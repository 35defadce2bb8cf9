"""indsats' own settings, with Django's admin beside it as a peer and one page that is empty."""

from indsats.web.settings import *  # noqa: F403 -- settings are made to be taken over whole
from indsats.web.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "benchmarks.urls"
SILENCED_SYSTEM_CHECKS = ["admin.E403", "admin.E404", "admin.E408", "admin.E409", "admin.E410", "axes.W006"]
LOGGING_CONFIG = None
