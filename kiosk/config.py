"""The terminal's configuration: one frozen value from one TOML file; what nobody reads is an error.

Secrets are not here: they come from the keyring.
"""

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final, get_type_hints
from urllib.parse import urlsplit

from kiosk.bochum_id.catalogue_keys import CatalogueKeyError, CatalogueKeys

DEFAULT_FILE: Final = Path("/etc/bochum-id-kiosk/kiosk.toml")


class ReaderKind(Enum):
    """Where cards lie."""

    PCSC = "pcsc"
    """A reader of this machine, through pcscd."""
    SIMULATED = "simulated"
    """The sandbox's card, inside the process; only in the sandbox."""


class Identity(Enum):
    """How the terminal says who it is (contract 2.1); both use what enrolment stored in the keyring."""

    ASSERTION = "assertion"
    """It signs for each token: for a sandbox, or behind a proxy that ends TLS."""
    CERTIFICATE = "certificate"
    """Its certificate is part of every connection (mTLS): for a city."""


class SlipLine(Enum):
    """How the receipt printer for slips is connected."""

    NONE = "none"
    """There is none: slips go to the A4 printer."""
    NETWORK = "network"
    SERIAL = "serial"
    USB = "usb"
    FILE = "file"
    """A device file such as /dev/usb/lp0, which answers nothing."""


class SecretStore(Enum):
    """Which keyring keeps the terminal's key."""

    SYSTEM = "system"
    """The one of the operating system or of the desktop session."""
    SEALED = "sealed"
    """Files that systemd-creds sealed to this machine; needs no desktop session."""


@dataclass(frozen=True, slots=True)
class Terminal:
    id: str = "SANDBOX-01"
    """The name the city knows this terminal by."""


@dataclass(frozen=True, slots=True)
class BochumId:
    api_url: str = "http://127.0.0.1:8480"
    """Scheme, host and port; https, except in the sandbox on loopback."""
    ca_bundle: str = ""
    """PEM file of the municipal CA, the only one that is trusted then; empty trusts the system's."""
    identity: Identity = Identity.ASSERTION
    catalogue_key: str = ""
    """PEM file of the public key, or keys, the city signs its catalogue with; a sandbox makes its own."""
    cache_dir: str = ""
    """Where the catalogue is kept for an outage; empty takes systemd's CacheDirectory=, else keeps none."""


@dataclass(frozen=True, slots=True)
class Secrets:
    store: SecretStore = SecretStore.SYSTEM
    folder: str = "/etc/credstore.encrypted"
    """Where sealed files lie; systemd looks there for `LoadCredentialEncrypted=` by itself."""


@dataclass(frozen=True, slots=True)
class Card:
    reader: ReaderKind = ReaderKind.PCSC


@dataclass(frozen=True, slots=True)
class Printing:
    queue: str = ""
    """CUPS queue; empty takes the default one."""
    folder: str = ""
    """Where sheets go when there is no printer; empty: nowhere. Only for demonstrations."""
    deadline_seconds: int = 90
    """How long a sheet may take until the screen says that it did not come."""


@dataclass(frozen=True, slots=True)
class SlipPrinter:
    """The receipt printer for waiting numbers and slips, through ESC/POS."""

    line: SlipLine = SlipLine.NONE
    place: str = ""
    """`host:port`, a serial device, `vendor:product` of USB in hexadecimal, or a device file."""
    dots: int = 576
    """Dots in a line, a multiple of 8: 576 for rolls of 80 mm, 384 for 58 mm."""
    deadline_seconds: int = 15
    """How long a slip may take."""


@dataclass(frozen=True, slots=True)
class CardTerminal:
    """The device that takes bank cards, through ZVT over TCP."""

    host: str = ""
    """Name or address in the terminal's own network; empty: no card payments."""
    port: int = 20007
    password: str = field(default="000000", repr=False)
    """Six digits, as set in the device; they open nothing but the till."""
    journal_dir: str = ""
    """Where it is written down that a card is about to be charged; empty takes systemd's StateDirectory=."""
    answer_seconds: int = 5
    """T3: how long the device may take to acknowledge a command."""
    end_seconds: int = 180
    """T4: how long it may say nothing while it works."""


@dataclass(frozen=True, slots=True)
class ScannerDevice:
    """The scanner for papers, through SANE."""

    device: str = ""
    """SANE's name of it, as `scanimage -L` shows it; empty: this terminal has none."""
    source: str = ""
    """Where sheets lie, in the device's own word, such as `Flatbed`; empty: as the device likes."""
    mode: str = "Color"
    """In the device's own word."""
    resolution_dpi: int = 200
    silence_seconds: int = 40
    """How long it may say nothing: lamps warm up."""
    deadline_seconds: int = 120
    """How long a sheet may take in all."""


@dataclass(frozen=True, slots=True)
class Silence:
    """When an untouched screen asks "still there?", and when it ends the visit (WCAG 2.2.1: 20 s or more)."""

    ask_after_seconds: int = 60
    """Untouched for so long, the screen asks."""
    end_after_seconds: int = 90
    """Untouched for so long in all, the visit ends."""


@dataclass(frozen=True, slots=True)
class Watchdog:
    heartbeat_seconds: int = 20
    """How long a visit process may say nothing before it is replaced."""


@dataclass(frozen=True, slots=True)
class Config:
    sandbox: bool = False
    """True allows stand-ins: plain http on loopback, simulated cards, sheets in a folder."""
    terminal: Terminal = field(default_factory=Terminal)
    bochum_id: BochumId = field(default_factory=BochumId)
    secrets: Secrets = field(default_factory=Secrets)
    card: Card = field(default_factory=Card)
    printing: Printing = field(default_factory=Printing)
    slip_printer: SlipPrinter = field(default_factory=SlipPrinter)
    card_terminal: CardTerminal = field(default_factory=CardTerminal)
    scanner: ScannerDevice = field(default_factory=ScannerDevice)
    silence: Silence = field(default_factory=Silence)
    watchdog: Watchdog = field(default_factory=Watchdog)


SANDBOX: Final = Config(sandbox=True, card=Card(ReaderKind.SIMULATED), printing=Printing(folder="out/papers"))
"""What a terminal without a file is: everything simulated."""


class ConfigError(Exception):
    """The file cannot be used; the text says where and what to change."""

    def __init__(self, file: Path, line: int, problem: str, advice: str) -> None:
        super().__init__(f"{file}:{line}: {problem}; {advice}")
        self.line = line


def read_config(file: Path) -> Config:
    """Read a file; ConfigError names file, line and what to change. What it leaves out has its default."""
    config, source = _read_file(file)
    _check(config, source)
    return config


def read_config_before_enrolment(file: Path) -> Config:
    """Read a file some of whose values name files that enrolment will bring; they are not looked at."""
    return _read_file(file)[0]


def _read_file(file: Path) -> "tuple[Config, _Source]":
    try:
        text = file.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(
            file, 1, f"cannot be read ({error.strerror})", "check its path and rights"
        ) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise ConfigError(file, line, f"this is no TOML ({error})", "correct the line") from error
    except UnicodeDecodeError as error:
        raise ConfigError(file, 1, "this is no UTF-8", "save it as UTF-8") from error
    source = _Source(file, text)
    return _read(Config, document, source, ()), source


@dataclass(frozen=True, slots=True)
class _Source:
    file: Path
    text: str = field(repr=False)

    def refuse(self, path: tuple[str, ...], problem: str, advice: str) -> ConfigError:
        return ConfigError(self.file, self._line(path), problem, advice)

    def _line(self, path: tuple[str, ...]) -> int:
        """Find where `path` is set, which tomllib does not tell; where it is left out, its table."""
        return next((line for cut in range(len(path)) if (line := self._line_of(path[: len(path) - cut]))), 1)

    def _line_of(self, path: tuple[str, ...]) -> int | None:
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.text.splitlines(), start=1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
                table = _names(header[1])
                key: tuple[str, ...] = ()
            elif setting := re.match(r"\s*([^=#]+?)\s*=", line):
                key = _names(setting[1])
            else:
                continue
            if (*table, *key)[: len(path)] == path:
                return number
        return None


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))


def _read[T](wanted: type[T], table: Mapping[str, object], source: _Source, path: tuple[str, ...]) -> T:
    hints = get_type_hints(wanted)
    for name in table:
        if name not in hints:
            close = difflib.get_close_matches(name, hints, n=1)
            advice = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(hints)}"
            raise source.refuse((*path, name), f"nobody reads {'.'.join((*path, name))!r}", advice)
    values = {name: _value(hints[name], value, source, (*path, name)) for name, value in table.items()}
    return wanted(**values)


def _value(wanted: type, value: object, source: _Source, path: tuple[str, ...]) -> object:
    if dataclasses.is_dataclass(wanted):
        if not isinstance(value, dict):
            raise source.refuse(path, f"{path[-1]!r} is a table", f"write [{'.'.join(path)}]")
        return _read(wanted, value, source, path)
    if issubclass(wanted, Enum):
        known = [str(each.value) for each in wanted]
        if value not in known:
            raise source.refuse(path, f"{path[-1]!r} cannot be {value!r}", f"use one of {', '.join(known)}")
        return wanted(value)
    if type(value) is not wanted:
        raise source.refuse(path, f"{path[-1]!r} cannot be {value!r}", f"write {_WORDS[wanted]}")
    return value


_WORDS: Final[Mapping[type, str]] = {
    bool: "true or false",
    int: "a whole number",
    str: 'a text in "quotation marks"',
}


def _check(config: Config, source: _Source) -> None:
    """Hold the values against each other."""
    url = urlsplit(config.bochum_id.api_url)
    on_loopback = url.hostname in ("127.0.0.1", "localhost", "::1")
    if url.scheme != "https" and not (config.sandbox and url.scheme == "http" and on_loopback):
        raise source.refuse(
            ("bochum_id", "api_url"), f"{config.bochum_id.api_url!r} is not encrypted", "use https://…"
        )
    _check_catalogue(config, source)
    _check_slip_printer(config.slip_printer, source)
    if config.card.reader is ReaderKind.SIMULATED and not config.sandbox:
        raise source.refuse(
            ("card", "reader"), "simulated cards are for the sandbox", 'set reader = "pcsc" in [card]'
        )
    if config.printing.folder and not config.sandbox:
        raise source.refuse(
            ("printing", "folder"), "citizens' papers do not lie on a terminal's disk", "name a queue instead"
        )
    _check_card_terminal(config, source)
    for path, seconds, least in (
        (("card_terminal", "answer_seconds"), config.card_terminal.answer_seconds, 1),
        (("card_terminal", "end_seconds"), config.card_terminal.end_seconds, 30),
        (("printing", "deadline_seconds"), config.printing.deadline_seconds, 10),
        (("slip_printer", "deadline_seconds"), config.slip_printer.deadline_seconds, 5),
        (("scanner", "silence_seconds"), config.scanner.silence_seconds, 5),
        (("scanner", "deadline_seconds"), config.scanner.deadline_seconds, 10),
        (("silence", "ask_after_seconds"), config.silence.ask_after_seconds, 20),
        (
            ("silence", "end_after_seconds"),
            config.silence.end_after_seconds,
            config.silence.ask_after_seconds + 20,
        ),
        (("watchdog", "heartbeat_seconds"), config.watchdog.heartbeat_seconds, 5),
    ):
        if seconds < least:
            raise source.refuse(
                path, f"{seconds} s are too short for {path[-1]!r}", f"give {least} s or more"
            )


def _check_card_terminal(config: Config, source: _Source) -> None:
    device = config.card_terminal
    if not re.fullmatch(r"[0-9]{6}", device.password):
        raise source.refuse(
            ("card_terminal", "password"), "this is no password of a card terminal", "write six digits"
        )
    if not 0 < device.port < 65536:
        raise source.refuse(
            ("card_terminal", "port"),
            f"there is no port {device.port}",
            "write 20007, or the one in the device",
        )
    if device.journal_dir and not Path(device.journal_dir).is_absolute():
        raise source.refuse(
            ("card_terminal", "journal_dir"),
            f"{device.journal_dir!r} depends on where the terminal is started",
            "write /…",
        )


_PLACES: Final[Mapping[SlipLine, tuple[str, str]]] = {
    SlipLine.NONE: (r"", 'leave it out, or set line = "network" or another'),
    SlipLine.NETWORK: (r"[\w.-]+:\d{1,5}", 'write "host:port", such as "192.0.2.7:9100"'),
    SlipLine.SERIAL: (r"\S+", 'name the device, such as "/dev/ttyUSB0"'),
    SlipLine.USB: (
        r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}",
        'write "vendor:product" as lsusb does, such as "04b8:0e28"',
    ),
    SlipLine.FILE: (r"/\S+", 'name the device file, such as "/dev/usb/lp0"'),
}
"""What a place looks like on each line, and the advice where it does not."""


def _check_slip_printer(printer: SlipPrinter, source: _Source) -> None:
    pattern, advice = _PLACES[printer.line]
    if re.fullmatch(pattern, printer.place) is None:
        raise source.refuse(("slip_printer", "place"), f"'place' cannot be {printer.place!r}", advice)
    if printer.dots % 8 or not 256 <= printer.dots <= 1024:
        raise source.refuse(
            ("slip_printer", "dots"),
            f"'dots' cannot be {printer.dots}",
            "give a multiple of 8 from 256 to 1024",
        )


def _check_catalogue(config: Config, source: _Source) -> None:
    """A terminal that cannot check the catalogue would show any fee that somebody sends it."""
    key, cache_dir = config.bochum_id.catalogue_key, config.bochum_id.cache_dir
    advice = "name the PEM file of the public key that the city signs its catalogue with"
    if not key and not config.sandbox:
        raise source.refuse(("bochum_id", "catalogue_key"), "'catalogue_key' is missing", advice)
    if key:
        try:
            CatalogueKeys.of_file(Path(key))
        except CatalogueKeyError as error:
            raise source.refuse(("bochum_id", "catalogue_key"), str(error), advice) from error
    if cache_dir and not Path(cache_dir).is_absolute():
        raise source.refuse(
            ("bochum_id", "cache_dir"), f"{cache_dir!r} depends on where the terminal is started", "write /…"
        )
