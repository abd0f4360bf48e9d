"""How often a terminal may call, and telling it so (RateLimit-* header fields, 429)."""

from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request
from sqlalchemy import case
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.bochum_id.ports import Clock
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import RateWindow

_STATE = "rate_limit_headers"


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Calls in a window of so many seconds."""

    terminal_calls: int = 6000
    """By one terminal with its own token: a hundred a second on average, far more than any visit makes."""
    window: timedelta = timedelta(seconds=60)


def count_terminal_call(
    db: Session, request: Request, limits: RateLimits, terminal_id: str, clock: Clock
) -> None:
    """Count a call, in the transaction that lets it in; ProblemError too-many-attempts for one too many."""
    now_s, length_s = clock.now().timestamp(), int(limits.window.total_seconds())
    window = int(now_s // length_s)
    dialect = sqlite if db.get_bind().dialect.name == "sqlite" else postgresql
    first = dialect.insert(RateWindow).values(subject=f"terminal {terminal_id}", window=window, calls=1)
    counting = first.on_conflict_do_update(
        index_elements=[RateWindow.subject],
        set_={
            "calls": case((RateWindow.window == window, RateWindow.calls + 1), else_=1),
            "window": window,
        },
    ).returning(RateWindow.calls)
    calls: int = db.execute(counting).scalar_one()
    reset_s = max(1, int((window + 1) * length_s - now_s))
    headers = {
        "RateLimit-Limit": str(limits.terminal_calls),
        "RateLimit-Remaining": str(max(0, limits.terminal_calls - calls)),
        "RateLimit-Reset": str(reset_s),
    }
    request.scope.setdefault("state", {})[_STATE] = headers
    if calls > limits.terminal_calls:
        raise ProblemError(Code.TOO_MANY_ATTEMPTS, extensions={"retryAfter": reset_s})


class RateLimitHeaders:
    """Adds to every answer what is left of the caller's limit."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_limits(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(scope.get("state", {}).get(_STATE, {}))
            await send(message)

        await self._app(scope, receive, send_with_limits)
