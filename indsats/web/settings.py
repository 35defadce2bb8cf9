"""Django's settings. What a user of indsats can set stands in ``environment.py``; the rest is decided here."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from indsats.web.environment import read_environment

ROOT = Path(__file__).resolve().parents[2]
INDSATS = read_environment()

SECRET_KEY = INDSATS.secret_key
DEBUG = False
ALLOWED_HOSTS = [*INDSATS.hosts, "testserver"] if INDSATS.mode == "test" else list(INDSATS.hosts)
ROOT_URLCONF = "indsats.web.urls"
WSGI_APPLICATION = "indsats.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": INDSATS.database}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "template_partials.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "indsats.foundation.access",
    "indsats.foundation.audit",
    "indsats.foundation.files",
    "indsats.foundation.tasks",
    "indsats.foundation.charts",
    "indsats.foundation.documents",
    "indsats.foundation.ui",
    "indsats.accounts",
    "indsats.organisation",
    "indsats.initiatives",
    "indsats.catalogue",
    "indsats.intake",
    "indsats.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "indsats.web.middleware.chosen_language",
    "indsats.web.middleware.not_too_much_at_once",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "indsats.foundation.access.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "indsats.web.middleware.words_for_what_is_no_page",
    "indsats.foundation.audit.middleware.one_operation_a_request",
    "axes.middleware.AxesMiddleware",
]

_TEMPLATE_FINDERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                ("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", _TEMPLATE_FINDERS)])
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "indsats.web.navigation.navigation",
            ],
        },
    }
]

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "indsats.accounts.services.identity.LocalIdentity"]
ACCOUNTS_ROLES_OF = "indsats.web.pages.roles.roles_of"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "web:front"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
AXES_FAILURE_LIMIT = INDSATS.login_failures
AXES_COOLOFF_TIME = timedelta(minutes=INDSATS.lockout_minutes)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "indsats.accounts.services.identity.address_as_kept"
AXES_LOCKOUT_CALLABLE = "indsats.accounts.views.locked_out"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the wait that the page promises does not grow
AXES_DISABLE_ACCESS_LOG = True  # our own audit log has it, without people's addresses on the net
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "next"]
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W006",  # a hospital sits behind one address: locking by address would lock every ward out for one mistake
]
AXES_RESET_ON_SUCCESS = True
SESSION_COOKIE_AGE = INDSATS.session_hours * 3600
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = INDSATS.https
CSRF_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if INDSATS.https else None
SECURE_HSTS_SECONDS = 31_536_000 if INDSATS.https else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Language and time
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"
USE_THOUSAND_SEPARATOR = True

# Lists
DJANGO_TABLES2_TEMPLATE = "ui/table.html"
FILTERS_EMPTY_CHOICE_LABEL = ""

# Files
STATIC_URL = "/static/"
STATICFILES_DIRS = [folder for folder in (ROOT / "build" / "assets",) if folder.is_dir()]
# Production gathers them at every start of `indsats serve`, compressed; else they are served from where they lie.
# Their names carry no hash, for then a page could fail over a file that nobody gathered; browsers ask every minute.
_GATHERED = INDSATS.mode == "production"
STATIC_ROOT = INDSATS.data / "static" if _GATHERED else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # originals are kept by foundation.files
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"
        if _GATHERED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not _GATHERED
WHITENOISE_AUTOREFRESH = INDSATS.mode == "test"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Work in the background. Tests run it at once; a running server has a worker beside it.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if INDSATS.mode == "test"
        else "django_tasks_db.DatabaseBackend"
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
