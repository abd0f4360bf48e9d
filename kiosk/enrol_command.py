"""`kiosk enrol` and `renew`: a technician makes this machine a terminal; a timer keeps it one."""

import argparse
import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from kiosk.bochum_id import enrolment
from kiosk.bochum_id.enrolment import Enrolment, Hardware
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.terminal_certificate import TerminalCertificate, certificate_from_keyring
from kiosk.bochum_id.terminal_key import KEYRING_SERVICE, TerminalKeyError, key_from_keyring
from kiosk.bochum_id.terminal_profiles import AssertedTerminal, CertifiedTerminal
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import Transport
from kiosk.config import (
    DEFAULT_FILE,
    Config,
    ConfigError,
    Identity,
    read_config,
    read_config_before_enrolment,
)
from kiosk.enrol_advice import advice
from kiosk.secrets.choice import open_keyring

VERBS = ("enrol", "renew")
_VERSION = "0.1.0"
_FIRMWARE = Path("/sys/class/dmi/id")
_CA_FILE, _CATALOGUE_KEY_FILE = "municipal-ca.pem", "catalogue-key.pem"


class _Refusal(Exception):  # noqa: N818 - words for a technician, not a programming error
    """Ends the command; the text says what to do."""


def main(arguments: Sequence[str], say: Callable[[str], None], timing: Timing | None = None) -> int:
    """Run one of the two; 0 when it is done, 1 when it could not be, 2 when it was asked wrongly."""
    options = _parser().parse_args(arguments)
    timing = timing or Timing()
    try:
        if options.verb == "enrol":
            _enrol(options, timing, say)
        else:
            _renew(options, timing, say)
    except (_Refusal, ConfigError) as refusal:
        say(str(refusal))
        return 1
    except BackendError as error:
        say(advice(error.fault))
        return 1
    except TerminalKeyError as error:
        say(f"{error}.")
        return 1
    return 0


def _enrol(options: argparse.Namespace, timing: Timing, say: Callable[[str], None]) -> None:
    file = options.config or DEFAULT_FILE
    config = read_config_before_enrolment(file) if options.config or file.exists() else Config()
    ring = open_keyring(config.secrets, os.environ)
    ca_file = Path(config.bochum_id.ca_bundle or file.parent / _CA_FILE)
    key_file = Path(config.bochum_id.catalogue_key or file.parent / _CATALOGUE_KEY_FILE)
    _try_out(ring)
    for folder in {ca_file.parent, key_file.parent}:
        _try_out_folder(folder)
    transport = _line(options.api or config.bochum_id.api_url, options.ca or _existing(ca_file), timing, None)
    try:
        enrolled = enrolment.enrol(transport, options.terminal, options.code, this_machine())
    finally:
        transport.close()
    _keep(ring, enrolled.certificate)
    _write_public(enrolled, ca_file, key_file)
    until = f"{enrolled.certificate.not_after:%Y-%m-%d}"
    say(f"{options.terminal} is enrolled; its certificate is good until {until}.")
    say(f"{file} has to say, each line in its table:")
    say(f'[terminal]\nid = "{options.terminal}"\n[bochum_id]\nca_bundle = "{ca_file}"')
    say(f'catalogue_key = "{key_file}"\nidentity = "certificate"')


def _renew(options: argparse.Namespace, timing: Timing, say: Callable[[str], None]) -> None:
    config = read_config(options.config or DEFAULT_FILE)
    ring = open_keyring(config.secrets, os.environ)
    current = certificate_from_keyring(config.terminal.id, ring)
    if current.has_expired(datetime.fromtimestamp(timing.now(), UTC)):
        raise _Refusal(f"The certificate ended on {current.not_after:%Y-%m-%d}. Enrol again with a new code.")
    by_certificate = config.bochum_id.identity is Identity.CERTIFICATE
    ca_bundle = Path(config.bochum_id.ca_bundle) if config.bochum_id.ca_bundle else None
    transport = _line(config.bochum_id.api_url, ca_bundle, timing, current if by_certificate else None)
    terminal = (
        CertifiedTerminal(transport, current.terminal_id)
        if by_certificate
        else AssertedTerminal(transport, key_from_keyring(current.terminal_id, ring))
    )
    try:
        renewed = enrolment.renew(terminal, current, datetime.fromtimestamp(transport.now(), UTC))
    finally:
        transport.close()
    if renewed is None:
        say(f"Nothing to do: the certificate is good until {current.not_after:%Y-%m-%d}.")
        return
    _keep(ring, renewed)
    say(f"Renewed until {renewed.not_after:%Y-%m-%d}. Restart the terminal to use the new certificate.")


def this_machine(firmware: Path = _FIRMWARE) -> Hardware:
    """Read which machine this is from Linux's view of its firmware."""

    def read(name: str) -> str:
        try:
            return (firmware / name).read_text(encoding="utf-8", errors="replace").strip()[:100] or "unknown"
        except OSError:
            return "unknown"

    return Hardware(read("product_name"), read("product_serial"), read("product_uuid"))


def _line(api: str, ca: Path | None, timing: Timing, identity: TerminalCertificate | None) -> Transport:
    try:
        return Transport(api, software_version=_VERSION, ca_bundle=ca, timing=timing, identity=identity)
    except ValueError as error:
        raise _Refusal(f"{error}. Give another one with --api.") from error
    except OSError as error:
        raise _Refusal(f"{ca} cannot be used as CA: {error}. Give the PEM file with --ca.") from error


def _existing(file: Path) -> Path | None:
    return file if file.exists() else None


def _try_out(ring: KeyringBackend) -> None:
    """See whether the keyring takes a secret, before the code is spent."""
    try:
        ring.set_password(KEYRING_SERVICE, "trial", "trial")
        ring.delete_password(KEYRING_SERVICE, "trial")
    except KeyringError as error:
        raise _Refusal(
            f"The keyring takes no secrets: {_bare(error)}. Nothing was sent, and the code is still good. "
            'Check [secrets] in the configuration; without a desktop session it needs store = "sealed".'
        ) from error


def _try_out_folder(folder: Path) -> None:
    """See whether files can be written there, before the code is spent."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise _Refusal(
            f"{folder} cannot be written: {error.strerror}. Nothing was sent, and the code is still good. "
            "Run this as root, or name other files in the configuration."
        ) from error


def _keep(ring: KeyringBackend, certificate: TerminalCertificate) -> None:
    try:
        enrolment.store(ring, certificate)
    except KeyringError as error:
        raise _Refusal(
            f"The certificate could not be kept: {_bare(error)}. Enrol again with a new code."
        ) from error


def _bare(error: KeyringError) -> str:
    return str(error).rstrip(".")


def _write_public(enrolled: Enrolment, ca_file: Path, key_file: Path) -> None:
    """Write what is no secret."""
    for file, text in ((ca_file, enrolled.ca_bundle), (key_file, enrolled.catalogue_key)):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise _Refusal(
                f"{file} cannot be written: {error.strerror}. Run this as root, and again with a new code."
            ) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    enrol = verbs.add_parser("enrol", help="make this machine a terminal")
    enrol.add_argument("--terminal", required=True, metavar="ID", help="as it was registered: BB-MITTE-03")
    enrol.add_argument("--code", required=True, help="from the registration; good for 30 minutes, once")
    enrol.add_argument("--api", metavar="URL", help="Bochum-ID's address; else the configuration's")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="whom to trust (PEM); else the system's")
    renew = verbs.add_parser("renew", help="get the next certificate, from day 60 of 90 on")
    for verb in (enrol, renew):
        verb.add_argument("--config", type=Path, metavar="FILE", help=f"configuration; else {DEFAULT_FILE}")
    return parser
