"""Tables that repeat what the code says are made from the code; UPDATE_DOCS=1 writes them anew."""

import os
import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from cardreader.eid_client import checks
from cardreader.eid_client.outcome import MINOR_BY_FAILURE, EidFailure
from cardreader.eid_client.result import browser_minor
from kiosk import failures
from kiosk.services.definition import KioskMode, StepKind, TimeUnit, Widget
from sandbox import control
from sandbox.bochum_id import (
    eservice,
    routes_authority,
    routes_cash_desk,
    routes_pay_page,
    routes_registration,
    routes_sandbox,
    routes_upload,
)
from sandbox.bochum_id.problem_codes import Code
from sandbox.id_card.personas import load_personas
from tests.docs import contract_tables
from tests.docs.contract_tables import table

DOCS = Path(__file__).resolve().parents[2] / "docs"
ESERVICE: tuple[APIRouter, ...] = (eservice.router, routes_pay_page.router, routes_upload.router)
CONTROLS: tuple[APIRouter, ...] = (
    control.router,
    routes_sandbox.router,
    routes_cash_desk.router,
    routes_authority.router,
    routes_registration.router,
)
_REQUEST = re.compile(r"(GET|POST|PUT|PATCH|DELETE) /")


def personas() -> str:
    rows = (
        (f"`{each.id}`", each.title, each.pin, str(each.attempts_left), each.description_en)
        for each in load_personas().values()
    )
    return table(("id", "who", "PIN", "attempts", "what for"), rows)


def eid_failures() -> str:
    rows = (
        (
            f"`{failure.name}`",
            MINOR_BY_FAILURE[failure].rpartition("#")[2],
            str(browser_minor(MINOR_BY_FAILURE[failure], from_server=False)),
            failures.of_eid(failure).value,
        )
        for failure in EidFailure
    )
    return table(("failure", "told to the eID server", "told to the service", "on the screen"), rows)


def problems() -> str:
    rows = (
        (
            f"`{code.slug}`",
            str(code.status),
            "yes" if code.retryable else "no",
            failures.of_problem(code.slug).value,
        )
        for code in Code
    )
    return table(("code", "status", "retryable", "on the screen"), rows)


TABLES: dict[tuple[str, str], Callable[[], str]] = {
    ("sandbox.md", "personas"): personas,
    ("eid-client.md", "failures"): eid_failures,
    ("bochum-id.md", "problems"): problems,
    ("bochum-id.md", "calls"): contract_tables.calls,
    ("bochum-id.md", "lifetimes"): contract_tables.lifetimes,
    ("bochum-id.md", "limits"): contract_tables.limits,
    ("bochum-id.md", "application-states"): contract_tables.application_states,
    ("bochum-id.md", "payment-states"): contract_tables.payment_states,
    ("terminal-identity.md", "configuration"): contract_tables.configuration,
}


@pytest.mark.parametrize(("document", "name"), TABLES, ids=[name for _, name in TABLES])
def test_table_is_what_the_code_says(document: str, name: str) -> None:
    path = DOCS / document
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
    text = path.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    written, closed, after = rest.partition(end)
    assert found, f"{document} lacks the line {begin.strip()}"
    assert closed, f"{document} lacks the line {end.strip()}"
    wanted = TABLES[document, name]() + "\n"
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(before + begin + wanted + end + after, encoding="utf-8")
        return
    assert written == wanted, "run this test with UPDATE_DOCS=1"


def quoted(document: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (DOCS / document).read_text(encoding="utf-8")))


def routes(router: APIRouter) -> set[str]:
    return {
        f"{method} {route.path}"
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }


def test_every_call_that_is_named_exists_and_every_page_is_described() -> None:
    pages = set().union(*map(routes, ESERVICE))
    there = {f"{method} {path}" for method, path, _ in contract_tables.operations()} | pages
    described = {each for each in quoted("bochum-id.md") if _REQUEST.match(each)}
    assert described - there == set()
    assert pages - described == set()


def test_every_control_of_the_sandbox_is_described() -> None:
    described = {each for each in quoted("sandbox.md") if _REQUEST.match(each)}
    assert described == set().union(*map(routes, CONTROLS))


def test_every_check_before_the_pin_is_described() -> None:
    returning = {
        name
        for name, function in vars(checks).items()
        if not name.startswith("_") and getattr(function, "__annotations__", {}).get("return") is checks.Check
    }
    assert "is_valid_today" in returning
    assert returning - quoted("eid-client.md") == set()


@pytest.mark.parametrize("choices", [Widget, StepKind, KioskMode, TimeUnit])
def test_every_word_of_a_service_definition_is_described(choices: type[Enum]) -> None:
    assert {str(choice.value) for choice in choices} - quoted("services.md") == set()
