"""What happens around every request: its language, and how much it may bring."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render
from django.utils import translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

FILES_AT_ONCE = 10


def chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer in the language of the cookie that the language menu sets, or in Danish.

    What the browser itself asks for says little about a Danish workplace.
    """
    known = {code for code, _ in settings.LANGUAGES}

    def answer(request: HttpRequest) -> HttpResponse:
        language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        with translation.override(language if language in known else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return answer


def not_too_much_at_once(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a request that brings more than ten of the largest files, before any of it is read.

    One file that is too large among smaller ones is refused by the form that it came with, so that the others go on.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = FILES_AT_ONCE * settings.INDSATS.max_upload_bytes
        if not length.isdecimal() or int(length) > most:
            context = {"files": FILES_AT_ONCE, "megabytes": settings.INDSATS.max_upload_bytes // (1024 * 1024)}
            return render(request, "413.html", context, status=413)
        return get_response(request)

    return answer


def words_for_what_is_no_page(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give people who open the address of a form a page that says so; Django itself leaves it blank."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            words = render(request, "405.html", status=response.status_code)
            words.headers["Allow"] = response.headers["Allow"]
            return words
        return response

    return answer
