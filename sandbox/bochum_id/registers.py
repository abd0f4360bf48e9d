"""Registers that answer at once: service id to the document that comes back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from sandbox.bochum_id.applications import title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.certificate import certificate_sheet
from sandbox.bochum_id.tables import Application, Document, JsonObject

type Register = Callable[[Backend, Application, datetime], Document]


def _registration_certificate(backend: Backend, application: Application, now: datetime) -> Document:
    """Make the certificate, its pages the copies asked for, in the language the citizen submitted in."""
    code = backend.ids.verification_code()
    sheet = certificate_sheet(
        application.data,
        language=str((application.submission or {}).get("language", "de")),
        issued_at=now,
        reference=application.reference or "",
        code=code,
        url=f"{backend.origins.eservice}/pruefen/{code}",
    )
    title: JsonObject = dict(title_of(backend, application))
    return Document(
        id=backend.ids.new("doc"),
        account_id=application.account_id,
        application_id=application.id,
        title=title,
        pages=sheet.copies,
        content=backend.papers.certificate(sheet),
        verification_code=code,
        issued_at=now,
    )


REGISTERS: Final[Mapping[str, Register]] = {"svc_meldebescheinigung": _registration_certificate}
"""All other services wait for an office."""
