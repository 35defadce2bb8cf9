"""What one request does is one operation in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.foundation.audit.services import one_operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def one_operation_a_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give all events of a request the same operation number."""

    def answer(request: HttpRequest) -> HttpResponse:
        with one_operation():
            return get_response(request)

    return answer
