"""Acting for an organisation, and for oneself again (contract 3)."""

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.callers import BackendDep, KnownDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.representation import acting_for
from sandbox.bochum_id.sessions import session_view
from sandbox.bochum_id.tables import CitizenSession

router = APIRouter(prefix="/v1/session")


@router.post(
    "/acting-for", status_code=200, response_model=wire.SessionView, responses=refusals(Code.NOT_FOUND)
)
def act_for(
    body: wire.ActingForChoice, backend: BackendDep, caller: KnownDep, keyed: CitizenKeyed
) -> Response:
    """Act for an organisation from now on, or with null for oneself; what is seen is whose one acts for."""

    def choose(db: Session) -> Reply:
        chosen = body.organisation_id
        mandate = acting_for(db, chosen, caller.account_id, backend.clock.now()) if chosen else None
        if chosen is not None and mandate is None:
            raise ProblemError(Code.NOT_FOUND)
        session = db.get_one(CitizenSession, caller.session_id)
        if session.acting_for != chosen:
            session.acting_for = chosen
            record_activity(
                db,
                backend,
                caller.account_id,
                "actingFor",
                terminal_id=caller.terminal_id,
                reference=chosen,
            )
        return json_reply(200, session_view(db, backend, session))

    return keyed.run(choose)
