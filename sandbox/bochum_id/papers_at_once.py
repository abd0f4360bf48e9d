"""The papers that come back at once, by what a definition's `register` member calls them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sandbox.bochum_id.applications import title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.certificate import certificate_sheet
from sandbox.bochum_id.confirmation import confirmation_sheet
from sandbox.bochum_id.tables import Application, Document, JsonObject


@dataclass(frozen=True, slots=True)
class Issuing:
    """A paper on its way: about which application, under which code, where that can be checked."""

    backend: Backend
    application: Application
    definition: JsonObject
    now: datetime
    code: str

    @property
    def language(self) -> str:
        """The language the citizen submitted in."""
        return str((self.application.submission or {}).get("language", "de"))

    @property
    def url(self) -> str:
        return f"{self.backend.origins.eservice}/pruefen/{self.code}"


def paper_of(
    backend: Backend, application: Application, definition: JsonObject, now: datetime
) -> Document | None:
    """Set the paper that a definition promises; None where it promises none.

    KeyError when nobody knows how to set a paper of that name.
    """
    name = cast("JsonObject", definition.get("register", {})).get("paper")
    if name is None:
        return None
    issuing = Issuing(backend, application, definition, now, backend.ids.verification_code())
    pages, content = _PAPERS[str(name)](issuing)
    title: JsonObject = dict(title_of(backend, application))
    return Document(
        id=backend.ids.new("doc"),
        account_id=application.account_id,
        application_id=application.id,
        title=title,
        pages=pages,
        content=content,
        verification_code=issuing.code,
        issued_at=now,
    )


def _registration_certificate(issuing: Issuing) -> tuple[int, bytes]:
    """Make the certificate of registration, its pages the copies asked for."""
    sheet = certificate_sheet(
        issuing.application.data,
        language=issuing.language,
        issued_at=issuing.now,
        reference=issuing.application.reference or "",
        code=issuing.code,
        url=issuing.url,
    )
    return sheet.copies, issuing.backend.papers.certificate(sheet)


def _confirmation(issuing: Issuing) -> tuple[int, bytes]:
    """Confirm what was declared, in the definition's own words."""
    sheet = confirmation_sheet(
        issuing.definition,
        issuing.application.data,
        language=issuing.language,
        issued_at=issuing.now,
        reference=issuing.application.reference or "",
        code=issuing.code,
        url=issuing.url,
    )
    return 1, issuing.backend.papers.confirmation(sheet)


_PAPERS: Final[Mapping[str, Callable[[Issuing], tuple[int, bytes]]]] = {
    "registrationCertificate": _registration_certificate,
    "confirmation": _confirmation,
}
"""Name to what makes it: pages and PDF."""
