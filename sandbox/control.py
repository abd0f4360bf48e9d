"""What the sandbox dock turns: the card on the reader, the networks, printer and scanner; loopback only."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, cast

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict

from sandbox.card_terminal.machine import Hand
from sandbox.card_terminal.server import Mode
from sandbox.id_card.personas import Persona

type Availability = Literal["ok", "down"]
type PrinterState = Literal["ok", "jam", "empty", "off"]
type ScannerState = Literal["page", "jam", "empty", "off"]
_LONGEST_WAIT_S = 25.0


class Switch(Protocol):
    """A part of the world that can be cut off and restored."""

    @property
    def available(self) -> bool: ...

    def set_available(self, *, available: bool) -> None: ...


class UnknownPersonaError(KeyError):
    """There is no card of that name."""


@dataclass(frozen=True, slots=True)
class CardOnReader:
    """Whose card lies there, if any, and how often that has changed."""

    version: int
    persona: str | None


class CardSlot:
    """The place for one card; readers elsewhere wait for changes."""

    def __init__(self, known: Mapping[str, Persona]) -> None:
        self._known = known
        self._changed = threading.Condition()
        self._card = CardOnReader(0, None)
        self._closed = False
        self._followers: list[Callable[[str | None], None]] = []

    @property
    def card(self) -> CardOnReader:
        return self._card

    def follow(self, follower: Callable[[str | None], None]) -> None:
        """Tell `follower` of every card placed (persona id) or pulled (None), in the thread that did it."""
        self._followers.append(follower)

    def place(self, persona: str | None) -> CardOnReader:
        """Lay a card down in place of any other, or pull it with None; UnknownPersonaError."""
        if persona is not None and persona not in self._known:
            raise UnknownPersonaError(persona)
        with self._changed:
            self._card = CardOnReader(self._card.version + 1, persona)
            for follower in self._followers:
                follower(persona)
            self._changed.notify_all()
            return self._card

    def wait_beyond(self, version: int, seconds: float) -> CardOnReader:
        """Return as soon as the version is another one, or after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._card.version != version or self._closed, seconds)
            return self._card

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


class PrinterKnob:
    """What the simulated printer shall do next."""

    def __init__(self) -> None:
        self.state: PrinterState = "ok"


class ScannerKnob:
    """What lies on the glass of the simulated scanner, and how many sheets it has taken in."""

    def __init__(self) -> None:
        self.state: ScannerState = "page"
        self.sheets = 0
        self._lock = threading.Lock()

    def take_in(self) -> dict[str, object]:
        """Take in the next sheet, where there is one."""
        with self._lock:
            if self.state == "page":
                self.sheets += 1
            return {"state": self.state, "sheets": self.sheets}


class BankCardDevice(Protocol):
    """The card-payment terminal: who stands there, and what they do."""

    @property
    def mode(self) -> Mode: ...
    @property
    def waits_for_card(self) -> bool: ...
    def set_mode(self, mode: Mode) -> None: ...
    def touch(self, hand: Hand) -> None: ...


@dataclass(frozen=True, slots=True)
class Controls:
    """Everything the dock can turn."""

    slot: CardSlot
    bochum_id: Switch
    eid_server: Switch
    printer: PrinterKnob
    personas: Mapping[str, Persona]
    renew_card: Callable[[str], None]
    """Sets a card's memory back to how it was handed out."""
    card_terminal: BankCardDevice
    scanner: ScannerKnob


class _Order(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CardTerminalOrder(_Order):
    mode: Mode | None = None
    hand: Hand | None = None


class CardOrder(_Order):
    persona: str | None


class NetworkOrder(_Order):
    bochumId: Availability | None = None  # noqa: N815 - the wire's name
    eidServer: Availability | None = None  # noqa: N815 - the wire's name


class PrinterOrder(_Order):
    state: PrinterState


class ScannerOrder(_Order):
    state: ScannerState


class RenewalOrder(_Order):
    persona: str


def control_app(controls: Controls) -> FastAPI:
    """Serve the controls under /control."""
    app = FastAPI(title="Sandbox controls", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.controls = controls
    app.include_router(router)
    return app


def _controls(request: Request) -> Controls:
    return cast("Controls", request.app.state.controls)


ControlsDep = Annotated[Controls, Depends(_controls)]
router = APIRouter(prefix="/control")


@router.get("/card")
def get_card(
    controls: ControlsDep,
    version: int | None = None,
    wait: Annotated[float, Query(ge=0, le=_LONGEST_WAIT_S)] = 0,
) -> dict[str, object]:
    """Answer at once, or with `version` (the last one seen) and `wait` (seconds) on the next change."""
    return _card(controls.slot.card if version is None else controls.slot.wait_beyond(version, wait))


@router.put("/card")
def put_card(order: CardOrder, controls: ControlsDep) -> dict[str, object]:
    try:
        return _card(controls.slot.place(order.persona))
    except UnknownPersonaError as error:
        raise HTTPException(404, _unknown(controls)) from error


@router.post("/card-renewals", status_code=204)
def renew_card(order: RenewalOrder, controls: ControlsDep) -> None:
    """Hand a card out anew: attempts, PIN and trust points as at the beginning."""
    if order.persona not in controls.personas:
        raise HTTPException(404, _unknown(controls))
    controls.renew_card(order.persona)


@router.get("/personas")
def get_personas(controls: ControlsDep) -> list[dict[str, object]]:
    return [_persona(persona) for persona in controls.personas.values()]


@router.put("/network")
def put_network(order: NetworkOrder, controls: ControlsDep) -> dict[str, object]:
    """Break or mend; a part that is not named stays as it is."""
    for switch, wanted in ((controls.bochum_id, order.bochumId), (controls.eid_server, order.eidServer)):
        if wanted is not None:
            switch.set_available(available=wanted == "ok")
    return _network(controls)


@router.get("/printer")
def get_printer(controls: ControlsDep) -> dict[str, object]:
    return {"state": controls.printer.state}


@router.put("/printer")
def put_printer(order: PrinterOrder, controls: ControlsDep) -> dict[str, object]:
    controls.printer.state = order.state
    return {"state": order.state}


@router.put("/scanner")
def put_scanner(order: ScannerOrder, controls: ControlsDep) -> dict[str, object]:
    """Lay paper on the glass (`page`), take it away, have it stick, or switch the scanner off."""
    controls.scanner.state = order.state
    return {"state": order.state}


@router.post("/scanner/sheets")
def post_sheet(controls: ControlsDep) -> dict[str, object]:
    """Scan: answer the state, and how many sheets there were so far with this one."""
    return controls.scanner.take_in()


@router.get("/card-terminal")
def get_card_terminal(controls: ControlsDep) -> dict[str, object]:
    return _card_terminal(controls)


@router.put("/card-terminal")
def put_card_terminal(order: CardTerminalOrder, controls: ControlsDep) -> dict[str, object]:
    """Change who stands there, or do something at the device; what is not named stays as it is."""
    if order.mode is not None:
        controls.card_terminal.set_mode(order.mode)
    if order.hand is not None:
        controls.card_terminal.touch(order.hand)
    return _card_terminal(controls)


@router.get("/state")
def get_state(controls: ControlsDep) -> dict[str, object]:
    return {
        "card": _card(controls.slot.card),
        "network": _network(controls),
        "printer": {"state": controls.printer.state},
        "scanner": {"state": controls.scanner.state},
        "cardTerminal": _card_terminal(controls),
    }


def _card_terminal(controls: Controls) -> dict[str, object]:
    device = controls.card_terminal
    return {"mode": device.mode.value, "waitsForCard": device.waits_for_card}


def _unknown(controls: Controls) -> str:
    return f"there is no such persona; there are: {', '.join(controls.personas) or 'none'}"


def _card(card: CardOnReader) -> dict[str, object]:
    return {"version": card.version, "persona": card.persona}


def _network(controls: Controls) -> dict[str, object]:
    return {
        "bochumId": "ok" if controls.bochum_id.available else "down",
        "eidServer": "ok" if controls.eid_server.available else "down",
    }


def _persona(persona: Persona) -> dict[str, object]:
    """Show the test PIN as well: nobody real has this card."""
    return {
        "id": persona.id,
        "title": persona.title,
        "description": {"de": persona.description_de, "en": persona.description_en},
        "pin": persona.pin,
        "can": persona.can,
    }
