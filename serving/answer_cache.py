"""Caches the answers to callbacks by the body they answer; what Dash, pydantic and orjson do for one costs 2 ms of
processor time, and a room that follows a facilitator asks the same again and again."""

import hashlib

from flask import Flask, Response, g, request

from components.cache import Store
from components.render.dash_internals import CALLBACKS
from serving.page_cache import FAILED

LIMIT = 6_000_000  # bytes of answers as they are before compression: about 60


def cache_answers(server: Flask) -> None:
    """Answer a callback whose body was answered before with the same bytes: an answer is a function of its body as long
    as the process lives.

    Flask runs after-request functions from the last to the first: this one is registered after the compression of
    answers, so that it sees them before that does. It is registered after the guard of callback bodies, which looks at
    each body first."""
    answers: Store[bytes] = Store(LIMIT, weigh=len)
    server.extensions["answer_cache"] = answers

    @server.before_request
    def answer_from_cache() -> Response | None:
        if request.path != CALLBACKS or request.method != "POST":
            return None
        key = hashlib.blake2b(request.get_data(cache=True), digest_size=32).digest()
        answer = answers.get(key)
        if answer is not None:
            return Response(answer, mimetype="application/json")
        g.answer_key = key
        return None

    @server.after_request
    def fill_cache(answer: Response) -> Response:
        key: bytes | None = g.pop("answer_key", None)
        if key and answer.status_code == 200 and FAILED not in answer.get_data():
            answers.put(key, answer.get_data())
        return answer
