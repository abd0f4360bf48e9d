"""The two web applications of the sandbox backend: the API and the eService origin."""

from fastapi import FastAPI

from sandbox.bochum_id import (
    eservice,
    routes_applications,
    routes_login,
    routes_papers,
    routes_payments,
    routes_session,
    routes_submission,
    routes_terminal,
    routes_timeline,
)
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.replies import install
from sandbox.bochum_id.scenarios import Scenarios


def api_app(backend: Backend) -> FastAPI:
    """Everything under /v1."""
    app = FastAPI(
        title="Bochum-ID terminal API",
        version="1.0",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.backend = backend
    install(app)
    app.add_middleware(Scenarios, plan=backend.faults)
    for module in (
        routes_terminal,
        routes_session,
        routes_login,
        routes_applications,
        routes_submission,
        routes_timeline,
        routes_payments,
        routes_papers,
    ):
        app.include_router(module.router)
    return app


def eservice_app(backend: Backend) -> FastAPI:
    """Everything an eID client or a browser sees."""
    app = FastAPI(
        title="Bochum-ID eService", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.backend = backend
    install(app)
    app.include_router(eservice.router)
    return app
