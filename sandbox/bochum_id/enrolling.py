"""How a terminal becomes known: a code, a certificate for its key, the next one (contract 2.1)."""

from datetime import timedelta
from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import update
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_enrolment as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.connections import thumbprint_of
from sandbox.bochum_id.device_ca import RENEW_AFTER, TERMINAL_LIFE, CsrError
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import EnrolmentCode, JsonObject, Terminal, TerminalCertificate
from sandbox.bochum_id.wire import rfc3339

CODE_LIFE: Final = timedelta(minutes=30)
WRONG_TRIES: Final = 5
CONFIG_URL: Final = "/v1/terminals/self/config"


def register(db: Session, backend: Backend, terminal_id: str, code_hash: str) -> EnrolmentCode:
    """Let a terminal enrol with a code, within half an hour; an older code is worth nothing any more."""
    code = EnrolmentCode(
        terminal_id=terminal_id,
        code_hash=code_hash,
        expires_at=backend.clock.now() + CODE_LIFE,
        wrong_tries=0,  # said, or a merge keeps the old count
    )
    return db.merge(code)


def usable_code(db: Session, backend: Backend, terminal_id: str) -> EnrolmentCode | None:
    code = db.get(EnrolmentCode, terminal_id)
    if code is None or code.wrong_tries >= WRONG_TRIES or backend.clock.now() >= code.expires_at:
        return None
    return code


def enrol(
    db: Session, backend: Backend, body: wire.NewEnrolment, fitting_hash: str | None
) -> Reply | ProblemError:
    """Spend the code and certify the key; a wrong code is counted, so the caller commits either way.

    `fitting_hash` is that of the code which was found to fit, outside of the transaction.
    """
    code = usable_code(db, backend, body.terminal_id)
    if code is None:
        return ProblemError(Code.ENROLMENT_REFUSED)
    if fitting_hash is None or code.code_hash != fitting_hash:
        code.wrong_tries += 1
        return ProblemError(Code.ENROLMENT_REFUSED)
    terminal = db.get(Terminal, body.terminal_id)
    if terminal is None:
        terminal = Terminal(id=body.terminal_id, public_key_pem="")
        db.add(terminal)
    db.execute(
        update(TerminalCertificate).where(TerminalCertificate.terminal_id == terminal.id).values(revoked=True)
    )
    issued = _certify(db, backend, terminal, body.csr)
    terminal.hardware = _about(body)
    db.delete(code)
    view = wire.EnrolmentView(
        certificate_chain=issued,
        ca_bundle=backend.device_ca.bundle,
        catalogue_key=backend.catalogue_key,
        config_url=CONFIG_URL,
    )
    return json_reply(201, view)


def renew(db: Session, backend: Backend, terminal_id: str, csr: str) -> Reply:
    """Certify the next key, from day 60 of the newest certificate on; the old one stays until its end."""
    terminal = db.get_one(Terminal, terminal_id)
    newest = (
        db.query(TerminalCertificate)
        .where(TerminalCertificate.terminal_id == terminal_id, TerminalCertificate.revoked.is_(False))
        .order_by(TerminalCertificate.not_after.desc())
        .first()
    )
    if newest is None:
        raise ProblemError(Code.NOT_READY, extensions={"missing": ["enrolment"]})
    renewable_from = newest.not_after - TERMINAL_LIFE + RENEW_AFTER
    if backend.clock.now() < renewable_from:
        raise ProblemError(
            Code.NOT_READY, extensions={"missing": ["day60"], "renewableFrom": rfc3339(renewable_from)}
        )
    return json_reply(201, wire.RenewalView(certificate_chain=_certify(db, backend, terminal, csr)))


def _certify(db: Session, backend: Backend, terminal: Terminal, csr: str) -> list[str]:
    """Give the terminal a certificate; its key signs the assertions of profile J from now on, too."""
    try:
        certificate = backend.device_ca.certify(csr, terminal.id, backend.clock.now())
    except CsrError as error:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/csr", "format"),)) from error
    key = certificate.public_key()
    terminal.public_key_pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    db.add(
        TerminalCertificate(
            thumbprint=thumbprint_of(certificate.public_bytes(Encoding.DER)),
            terminal_id=terminal.id,
            not_after=certificate.not_valid_after_utc,
        )
    )
    return [certificate.public_bytes(Encoding.PEM).decode(), backend.device_ca.bundle]


def _about(body: wire.NewEnrolment) -> JsonObject:
    about: JsonObject = {}
    if body.hardware is not None:
        about["hardware"] = body.hardware.model_dump(by_alias=True)
    if body.attestation is not None:
        about["attestation"] = body.attestation.model_dump(by_alias=True)
    return about
