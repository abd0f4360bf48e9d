"""Waiting for a change without holding a thread or a transaction (contract section 1, `?wait=25`)."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Header, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from sandbox.bochum_id.replies import Reply

LOOK_EVERY_S = 0.25
type WaitQuery = Annotated[
    int, Query(ge=0, le=25, description="Seconds to wait for a change before answering 304.")
]
type KnownHeader = Annotated[
    str | None,
    Header(alias="If-None-Match", max_length=200, description="The ETag of the version the caller has seen."),
]
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "Nothing changed."}}
"""For the `responses` of a route that answers with `when_changed`."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How waiting is done; tests put in a clock of their own."""

    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    steady: Callable[[], float] = time.monotonic
    """Seconds."""


async def when_changed(
    look: Callable[[], Reply], named: str | None, wait_s: int, patience: Patience
) -> Response:
    """Answer as soon as the resource is another one than the caller `named` in `If-None-Match`.

    Without that header: another one than at the first look. 304 when nothing changed in time and the caller
    named what it knows, else the resource as it is. `look` runs in a thread, briefly, once a look.
    """
    reply = await run_in_threadpool(look)
    known = named or (reply.headers["ETag"] if wait_s else None)
    until = patience.steady() + wait_s
    while reply.headers["ETag"] == known and patience.steady() < until:
        await patience.pause(LOOK_EVERY_S)
        reply = await run_in_threadpool(look)
    if reply.headers["ETag"] == named:
        return Response(status_code=304, headers={"ETag": named})
    return reply.as_response()
