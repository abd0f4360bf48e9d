"""How a terminal gets its certificate, and the next one (contract 2.1)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_enrolment as wire
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.enrolling import enrol, renew, usable_code
from sandbox.bochum_id.idempotency import BareKey, BodyDep, TerminalKeyed, keyed_by
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply

router = APIRouter(prefix="/v1/terminals")


@router.post(
    "/enrolments",
    status_code=201,
    response_model=wire.EnrolmentView,
    responses=refusals(Code.ENROLMENT_REFUSED),
)
def enrol_terminal(
    body: wire.NewEnrolment, request: Request, raw: BodyDep, key: BareKey, backend: BackendDep
) -> Response:
    """Trade a technician's code for a certificate; five wrong tries close the code.

    Without a token, since nobody is known yet. A repetition with the same key gets the same answer.
    """
    with backend.store.transaction() as db:
        registered = usable_code(db, backend, body.terminal_id)
    typed = "".join(sign for sign in body.code.upper() if sign.isalnum())
    code_hash = registered.code_hash if registered else None
    fitting_hash = code_hash if backend.passwords.fits(typed, code_hash) else None  # slow, so under no lock

    def certify(db: Session) -> Reply | ProblemError:
        return enrol(db, backend, body, fitting_hash)

    return keyed_by(request, backend, key, raw, body.terminal_id).run(certify)


@router.post(
    "/self/certificate",
    status_code=201,
    response_model=wire.RenewalView,
    responses=refusals(Code.NOT_READY),
)
def renew_certificate(body: wire.RenewalRequest, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Get the next certificate for another key, from day 60 on; the present one stays valid until its end."""
    return keyed.run(lambda db: renew(db, backend, keyed.terminal_id, body.csr))
