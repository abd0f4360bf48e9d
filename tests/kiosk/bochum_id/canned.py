"""A caller that has one answer to everything, and remembers what it was asked."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.bochum_id.transport import Answer, Call


class Canned:
    """Stands in for the citizen and the terminal."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.calls: list[Call] = []

    def send(self, call: Call) -> Answer:
        self.calls.append(call)
        return Answer(200, {"ETag": '"1"'}, json.dumps(self.document).encode(), "answer")

    def send_once(
        self,
        act: str,  # noqa: ARG002 - the signature of a caller
        path: str,
        make_body: Callable[[], bytes],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,  # noqa: ARG002 - the signature of a caller
    ) -> Answer:
        return self.send(Call("POST", path, make_body(), headers=headers or {}))

    def do_once[T](
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        read: Callable[[Answer], T],
        headers: Mapping[str, str] | None = None,  # noqa: ARG002 - what is sent is the path and the body
        *,
        for_good: bool = False,
    ) -> T:
        return read(self.send_once(act, path, make_body, for_good=for_good))
