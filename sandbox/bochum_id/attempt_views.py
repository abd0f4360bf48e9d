"""What the terminal sees of a login attempt: its state, its success, why it failed."""

from typing import cast

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.problem_codes import code_of
from sandbox.bochum_id.problems import Extension, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import LoginAttempt


def attempt_view(attempt: LoginAttempt, start: wire.EidStart | None = None) -> wire.LoginAttemptView:
    problem = None
    if attempt.problem is not None:
        code = code_of(cast("str", attempt.problem["code"]))
        problem = {
            **attempt.problem,
            "title": code.title(attempt.ui_language),
            "status": code.status,
            "retryable": code.retryable,
        }
    return wire.LoginAttemptView(
        id=attempt.id,
        method="eid" if attempt.method == "eid" else "password",
        state=attempt.state,
        expires_at=attempt.expires_at,
        confirmation_code=attempt.confirmation_code,
        eid=start,
        problem=cast("dict[str, object] | None", problem),
    )


def verified_reply(attempt: LoginAttempt) -> Reply:
    """Hand out the code; the same one as long as the attempt is verified."""
    match attempt.account_match:
        case "existing":
            account = wire.AccountMatch(match="existing")
        case "ambiguous":
            account = wire.AccountMatch(match="ambiguous", link_to=attempt.link_to)
        case _:
            account = wire.AccountMatch(match="none")
    return json_reply(200, wire.VerifiedAttempt(id=attempt.id, code=attempt.code or "", account=account))


def stored_refusal(attempt: LoginAttempt) -> ProblemError:
    """Repeat why a failed attempt failed."""
    stored = dict(attempt.problem or {})
    code = code_of(cast("str", stored.pop("code")))
    return ProblemError(code, extensions=cast("dict[str, Extension]", stored))
