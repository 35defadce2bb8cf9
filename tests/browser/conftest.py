"""A real Chromium against a real server. Every page is watched for console errors and calls to the outside."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils.translation import activate
from playwright.sync_api import sync_playwright

from tests.browser.visit import Visit

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the thread that the tests run in


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.fail("The browser tests need Chromium. Install the package chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """Open windows for people: ``visit(user)`` or ``visit(user, width=375)``; ``visit()`` is a stranger."""
    activate(settings.LANGUAGE_CODE)
    contexts = []
    visits = []

    def open_window(user=None, *, width=1280, height=900, **options):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, locale="da-DK", **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        if user is not None:
            context.add_cookies([_session_cookie(user, live_server.url)])
        window = Visit(context.new_page(), live_server.url)
        visits.append(window)
        return window

    yield open_window
    for context in contexts:
        context.close()
    for window in visits:
        assert window.complaints == []


def _session_cookie(user, url):
    """Sign the person in without the form: the form has tests of its own."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": session.session_key,
        "domain": urlsplit(url).hostname,
        "path": "/",
    }
