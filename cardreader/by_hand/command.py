"""`python -m cardreader login` and `listen`: the kiosk's own eID client, held against any server by hand."""

import argparse
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from cardreader.by_hand import activation
from cardreader.by_hand.keyboard import Keyboard, Lines, Unseen
from cardreader.by_hand.sign_in import Note, Wishes, sign_in
from cardreader.chat import AccessRight
from cardreader.cv_certificate import CvCertificate, CvCertificateError
from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.conversation import EidConversation
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidOutcome, EidSucceeded
from cardreader.eid_client.tls import KeySizes
from cardreader.reader import Connection

type _Place = tuple[str, int]
_SUCCEEDED, _FAILED, _CALLED_WRONGLY = 0, 1, 2
_note = partial(print, file=sys.stderr)


def main(
    arguments: Sequence[str],
    connect: Callable[[], Connection] | None = None,
    keyboard: Keyboard | None = None,
    say: Note = print,
    note: Note = _note,
) -> int:
    """Do what is asked; 0 after a sign-in, 1 when it failed, 2 when called wrongly.

    `connect` opens the card, by default through PC/SC; `say` is told where to go on, `note` all else.
    """
    options = _parser().parse_args(arguments)
    try:
        roots = tuple(CvCertificate.from_bytes(path.read_bytes()) for path in options.trust)
    except (OSError, CvCertificateError) as error:
        note(f"No root: {error}")
        return _CALLED_WRONGLY
    profile = ClientProfile(trusted_roots=roots)
    asks = keyboard or (Lines(sys.stdin.buffer) if options.pin_from_stdin else Unseen())
    opens = connect or _pcsc
    wishes = Wishes(frozenset(options.decline), options.cancel)

    def run(url: str) -> EidOutcome:
        transport = HttpTransport(
            profile.http_user_agent,
            dial=_dialling(dict(options.connect)),
            key_sizes=KeySizes(rsa=options.shortest_rsa),
        )
        outcome = sign_in(url, EidConversation(transport, opens, profile), asks, wishes, note)
        note(_ending(outcome))
        return outcome

    if options.verb == "listen":
        return _listen(run, options.port, profile, note)
    url = options.tc_token_url or activation.token_url(options.activation)
    if url is None:
        note("The activation holds no tcTokenURL.")
        return _CALLED_WRONGLY
    outcome = run(url)
    if outcome.refresh_url is not None:
        say(outcome.refresh_url)
    return _SUCCEEDED if isinstance(outcome, EidSucceeded) else _FAILED


def _listen(run: Callable[[str], EidOutcome], port: int, profile: ClientProfile, note: Note) -> int:
    version = profile.user_agent.version
    status = (
        f"Implementation-Title: {profile.user_agent.name}\r\n"
        f"Implementation-Version: {version.major}.{version.minor}.{version.subminor}\r\n"
        "Specification-Title: TR-03124-1\r\nSpecification-Version: 1.4\r\n"
    )
    try:
        server = activation.ActivationServer(run, status, port)
    except OSError as error:
        note(f"Port {port} cannot be had: {error.strerror}.")
        return _FAILED
    with server:
        note(f"Waiting on http://127.0.0.1:{server.server_port}/eID-Client, to the interrupt key.")
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    return _SUCCEEDED


def _ending(outcome: EidOutcome) -> str:
    if isinstance(outcome, EidFailed):
        return f"failed:    {outcome.failure.name}, {outcome.minor}"
    return "signed in; go on at the address"


def _pcsc() -> Connection:
    # pyscard is compiled on the machine; asking for help must work where that went wrong.
    from cardreader.pcsc import PcscReaders  # noqa: PLC0415

    return PcscReaders().connect()


def _dialling(elsewhere: Mapping[_Place, _Place]) -> Callable[[_Place, float], socket.socket]:
    return lambda target, timeout_s: socket.create_connection(elsewhere.get(target, target), timeout_s)


def _redirection(text: str) -> tuple[_Place, _Place]:
    asked, _, meant = text.partition("=")
    return _place(asked), _place(meant)


def _place(text: str) -> _Place:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.lower(), int(port)


def _right(name: str) -> AccessRight:
    try:
        return AccessRight[name]
    except KeyError as error:
        raise argparse.ArgumentTypeError(
            f"{name!r} is none of {', '.join(AccessRight.__members__)}"
        ) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cardreader", description=__doc__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--trust", action="append", default=[], type=Path, metavar="FILE", help="a CVCA root")
    common.add_argument(
        "--connect",
        action="append",
        default=[],
        type=_redirection,
        metavar="HOST:PORT=HOST:PORT",
        help="connect elsewhere for that name",
    )
    common.add_argument(
        "--shortest-rsa", type=int, default=KeySizes().rsa, metavar="BITS", help="for older test beds"
    )
    common.add_argument(
        "--decline", action="append", default=[], type=_right, metavar="RIGHT", help="an optional right"
    )
    common.add_argument("--cancel", action="store_true", help="refuse once it is known who asks")
    common.add_argument("--pin-from-stdin", action="store_true", help="read numbers from stdin, a line each")
    verbs = parser.add_subparsers(required=True, dest="verb")
    login = verbs.add_parser("login", parents=[common], help="carry out one sign-in")
    start = login.add_mutually_exclusive_group(required=True)
    start.add_argument("--tc-token-url", metavar="URL")
    start.add_argument("--activation", metavar="URL", help="the link that a browser would open")
    listen = verbs.add_parser("listen", parents=[common], help="wait for browsers on 127.0.0.1")
    listen.add_argument("--port", type=int, default=activation.PORT)
    return parser
