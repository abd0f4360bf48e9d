"""The terminal's configuration from the city: signed, read strictly, kept for an outage (contract 10)."""

import logging
import re
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import jwt

from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.catalogue_signature import untrusted
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.reading import Part, garbage, parse
from kiosk.bochum_id.transport import Call
from kiosk.whole_file import write_whole

log = logging.getLogger(__name__)

JOSE = "application/jose"
_PATH = "/v1/terminals/self/config"
_TYPE = "terminal-config+jws"
_LONGEST_WAIT_S = 25
_CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LARGEST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """One span of a week, in the office's own time."""

    weekday: int
    """1 is Monday (ISO 8601)."""
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Telemetry:
    otlp_endpoint: str
    interval_s: float
    sampling: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class FleetConfig:
    """What the city decides for one terminal."""

    version: str
    terminal_id: str
    office: str
    location: str
    arrangement: str
    languages: tuple[str, ...]
    idle_ask_s: float
    idle_end_s: float
    high_contrast: bool
    timezone: str
    """IANA."""
    weekly: tuple[OpeningHours, ...]
    closed_days: frozenset[date]
    features: frozenset[str]
    """Those that are switched on."""
    denied_services: frozenset[str]
    telemetry: Telemetry | None
    update_channel: str
    update_window: tuple[time, time]


@dataclass(frozen=True, slots=True)
class _Signed:
    etag: str | None
    config: FleetConfig


class ConfigFromCity:
    """Fetches it and keeps the last good one; nothing unsigned counts, nor what is for another terminal."""

    def __init__(self, terminal: Caller, terminal_id: str, keys: CatalogueKeys, kept: Path | None) -> None:
        """`kept` is the file of the last good copy; None keeps none."""
        self._terminal = terminal
        self._terminal_id = terminal_id
        self._keys = keys
        self._kept = kept
        self._current: _Signed | None = None

    def fetch(self, wait_s: int = 0) -> FleetConfig:
        """Give the newest; with `wait_s` (up to 25) as soon as there is another than the one known.

        BackendError when it cannot be had or trusted: the last good one, from here or from `kept`, stays.
        """
        wait_s = min(wait_s, _LONGEST_WAIT_S)
        known = self._current
        headers = {"If-None-Match": known.etag} if known and known.etag else {}
        path = f"{_PATH}?wait={wait_s}" if wait_s else _PATH
        answer = self._terminal.send(Call("GET", path, accept=JOSE, headers=headers, wait_s=wait_s))
        if answer.status == 304 and known is not None:
            return known.config
        config = read_config(answer.body, self._keys, self._terminal_id)
        self._current = _Signed(answer.etag(), config)
        self._keep(answer.body)
        return config

    def kept(self) -> FleetConfig | None:
        """Give the last good one without asking anybody; None when there is none."""
        if self._current is None and self._kept is not None:
            try:
                with self._kept.open("rb") as file:
                    signed = file.read(_LARGEST_BYTES)
                self._current = _Signed(None, read_config(signed, self._keys, self._terminal_id))
            except FileNotFoundError:
                return None
            except (OSError, BackendError) as error:
                log.warning("the kept configuration is not used: %s", error)
                return None
        return self._current.config if self._current else None

    def _keep(self, signed: bytes) -> None:
        if self._kept is None:
            return
        try:
            write_whole(self._kept, signed)
        except OSError as error:
            log.warning("the configuration cannot be kept: %s", error.strerror)


def read_config(signed: bytes, keys: CatalogueKeys, terminal_id: str) -> FleetConfig:
    """Check a compact JWS (RFC 7515, ES256) and read what it says.

    BackendError: Untrusted without a signature of the city, Garbage when it is not this terminal's.
    """
    try:
        text = signed.decode("ascii").strip()
        header = jwt.get_unverified_header(text)
        key = keys.by_id.get(str(header.get("kid")))
        if key is None or header.get("typ") != _TYPE:
            raise untrusted("the configuration is signed by nobody this terminal knows")
        payload = jwt.api_jws.decode(text, key, algorithms=["ES256"])
    except (ValueError, RecursionError, jwt.InvalidTokenError) as error:
        raise untrusted("the configuration's signature does not hold") from error
    config = _config(parse(payload, "config"))
    if config.terminal_id != terminal_id:
        raise garbage("config.terminal.id is another terminal's")
    return config


def _config(part: Part) -> FleetConfig:
    terminal, ui, opening = part.member("terminal"), part.member("ui"), part.member("opening")
    update = part.member("update")
    return FleetConfig(
        version=part.member("version").text(),
        terminal_id=terminal.member("id").text(),
        office=terminal.member("office").text(),
        location=terminal.member("location").text(),
        arrangement=terminal.member("arrangement").text(),
        languages=tuple(item.text() for item in ui.member("languages").items()),
        idle_ask_s=ui.member("idleWarn").seconds(),
        idle_end_s=ui.member("idleEnd").seconds(),
        high_contrast=ui.member("highContrastDefault").truth(),
        timezone=opening.member("timezone").text(),
        weekly=tuple(_hours(item) for item in opening.member("weekly").items()),
        closed_days=frozenset(item.day() for item in opening.member("closedDays").items()),
        features=frozenset(name for name, value in part.member("features").members() if value.truth()),
        denied_services=frozenset(item.text() for item in part.member("services").member("deny").items()),
        telemetry=part.maybe("telemetry", _telemetry),
        update_channel=update.member("channel").text(),
        update_window=_window(update.member("window")),
    )


def _hours(part: Part) -> OpeningHours:
    weekday = part.member("weekday")
    number = weekday.whole_number()
    if not 1 <= number <= 7:
        raise garbage(f"{weekday.place} is no day of a week")
    return OpeningHours(number, _clock_time(part.member("from")), _clock_time(part.member("to")))


def _telemetry(part: Part) -> Telemetry:
    sampling = part.member("sampling")
    if sampling.seconds() > 1:
        raise garbage(f"{sampling.place} is more than all")
    return Telemetry(
        otlp_endpoint=part.member("otlpEndpoint").web_address(),
        interval_s=part.member("interval").seconds(),
        sampling=sampling.seconds(),
    )


def _window(part: Part) -> tuple[time, time]:
    begins, _, ends = part.text().partition("-")
    return _clock_time(Part(begins, part.place)), _clock_time(Part(ends, part.place))


def _clock_time(part: Part) -> time:
    text = part.text()
    if not _CLOCK_TIME.fullmatch(text):
        raise garbage(f"{part.place} is not a time of day")
    return time.fromisoformat(text)
