"""The two web applications of the sandbox backend: the API and the eService origin."""

from typing import Any, override

from fastapi import FastAPI

from sandbox.bochum_id import (
    eservice,
    routes_account,
    routes_anonymous,
    routes_applications,
    routes_appointments,
    routes_attachments,
    routes_authority,
    routes_card_payments,
    routes_cash_desk,
    routes_cosignatures,
    routes_enrolment,
    routes_fleet,
    routes_login,
    routes_mailbox,
    routes_organisations,
    routes_papers,
    routes_password,
    routes_pay_page,
    routes_payments,
    routes_receipt_page,
    routes_receipts,
    routes_registration,
    routes_sandbox,
    routes_session,
    routes_submission,
    routes_terminal,
    routes_timeline,
    routes_upload,
)
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.maintenance import ClosedForMaintenance
from sandbox.bochum_id.openapi import contract
from sandbox.bochum_id.rate_limits import RateLimitHeaders
from sandbox.bochum_id.replies import install
from sandbox.bochum_id.scenarios import Scenarios

API_MODULES = (
    routes_cosignatures,
    routes_organisations,
    routes_terminal,
    routes_fleet,
    routes_enrolment,
    routes_session,
    routes_anonymous,
    routes_login,
    routes_password,
    routes_account,
    routes_applications,
    routes_submission,
    routes_timeline,
    routes_attachments,
    routes_mailbox,
    routes_payments,
    routes_card_payments,
    routes_papers,
    routes_appointments,
    routes_receipts,
)
"""What the API consists of; each has a `router`."""

_DESCRIPTION = (
    "Everything a terminal of the city of Bochum needs of Bochum-ID. In words: `docs/bochum-id.md`. "
    "Errors are problem details (RFC 9457) with a stable `code`."
)


class _Api(FastAPI):
    """Describes itself as the contract."""

    @override
    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = contract(self, API_MODULES)
        return self.openapi_schema


def contract_document() -> dict[str, Any]:
    """Give the contract as an OpenAPI 3.1 document; no backend is needed for it."""
    return _routed_api().openapi()


def _routed_api() -> FastAPI:
    app = _Api(
        title="Bochum-ID terminal API",
        summary="Sign-in, applications, payment and paper at public self-service terminals",
        description=_DESCRIPTION,
        version="1.0.0",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for module in API_MODULES:
        app.include_router(module.router)
    return app


def api_app(backend: Backend) -> FastAPI:
    """Everything under /v1."""
    app = _routed_api()
    app.state.backend = backend
    install(app)
    app.add_middleware(Scenarios, plan=backend.faults)
    app.add_middleware(RateLimitHeaders)
    app.add_middleware(ClosedForMaintenance, maintenance=backend.maintenance)
    for module in (routes_sandbox, routes_cash_desk, routes_authority, routes_registration):
        app.include_router(module.router)
    return app


def eservice_app(backend: Backend) -> FastAPI:
    """Everything an eID client or a browser sees."""
    app = FastAPI(
        title="Bochum-ID eService", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.backend = backend
    install(app)
    app.add_middleware(Scenarios, plan=backend.faults)
    app.include_router(eservice.router)
    app.include_router(routes_pay_page.router)
    app.include_router(routes_upload.router)
    app.include_router(routes_receipt_page.router)
    return app
