"""One run of the eID client from the token to the way back, as a generator (TR-03124-1 2.5)."""

from dataclasses import dataclass, field
from datetime import date

from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client import refresh
from cardreader.eid_client.dialogue import Dialogue, Received, error_answer, server_abort
from cardreader.eid_client.eac_steps import EacSteps
from cardreader.eid_client.exchange import CloseConnections, Conversation, tell
from cardreader.eid_client.link_store import LinkStore
from cardreader.eid_client.on_site import OnSiteReading
from cardreader.eid_client.outcome import EidAbort, EidFailed, EidFailure, EidOutcome
from cardreader.eid_client.paos_messages import StartPaosResponse, UserAgent, Version
from cardreader.eid_client.tctoken import TcToken, TcTokenError
from cardreader.eid_client.tls_trail import TlsTrail
from cardreader.eid_client.token_fetch import fetch_token
from cardreader.errors import (
    CardError,
    CardGoneError,
    PasswordState,
    PasswordUnusableError,
    ReaderGoneError,
    UnexpectedStatus,
)
from cardreader.secure_messaging import UnprotectedStatusError

_MAX_MESSAGES = 200
_WRONG_LENGTH = 0x6700
_USER_AGENT = UserAgent("Bochum-ID Kiosk", Version(0, 1, 0))


@dataclass(frozen=True, slots=True)
class ClientProfile:
    """What the conformance statement fixes, and the CVCA roots to verify chains with before the PIN.

    Without roots only the card verifies the chain. `links` remembers newer roots from run to run: keep the
    profile as long as the program runs.
    """

    user_agent: UserAgent = _USER_AGENT
    trusted_roots: tuple[CvCertificate, ...] = ()
    links: LinkStore = field(default_factory=LinkStore, repr=False, compare=False)

    @property
    def http_user_agent(self) -> str:
        """The User-Agent of every HTTP request (TR-03124-1 2.2.2.1)."""
        version = self.user_agent.version
        name = self.user_agent.name.replace(" ", "-")
        return f"{name}/{version.major}.{version.minor}.{version.subminor} (TR-03124-1/1.4)"


def authenticate(
    tc_token_url: str, profile: ClientProfile, today: date, *, on_site: OnSiteReading | None = None
) -> Conversation[EidOutcome]:
    """Carry out one authentication; `today` decides on the certificates' validity.

    With `on_site` the card is read with the CAN instead of the PIN: see there for who may do that.

    Yields requests, is sent answers (`exchange`), returns how it ended. EidAbort may be thrown in to end the
    run early: the server is told, the way back is still looked for.
    """
    trail = TlsTrail()
    try:
        token = yield from fetch_token(tc_token_url, trail)
    except EidAbort as abort:
        return EidFailed(None, abort.failure, abort.minor)
    except TcTokenError as error:
        yield from tell(CloseConnections())
        usable = error.refresh_address, error.communication_error_address
        invalid = EidAbort(EidFailure.TOKEN_INVALID)
        return (yield from refresh.leave(*usable, tc_token_url, trail, invalid))
    steps = EacSteps(tc_token_url, profile.trusted_roots, profile.links, today, trail, on_site)
    try:
        problem = yield from _converse(token, steps, profile.user_agent, trail)
    finally:
        if token.psk is not None:
            token.psk.wipe()
    yield from tell(CloseConnections())
    return (
        yield from refresh.leave(
            token.refresh_address, token.communication_error_address, steps.service_url, trail, problem
        )
    )


def _converse(
    token: TcToken, steps: EacSteps, user_agent: UserAgent, trail: TlsTrail
) -> Conversation[EidAbort | None]:
    """Talk to the eID server until it ends the dialogue; return why it did not succeed, if so."""
    dialogue = Dialogue(token, trail)
    try:
        received = yield from dialogue.start(user_agent)
        for _ in range(_MAX_MESSAGES):
            if isinstance(received, StartPaosResponse):
                return server_abort(received, is_complete=steps.is_complete)
            try:
                answer = yield from steps.answer(received)
            except CardError as error:
                return (yield from _report(dialogue, received, abort_of(error)))
            except EidAbort as abort:
                return (yield from _report(dialogue, received, abort))
            received = yield from dialogue.send(answer)
    except EidAbort as abort:
        return abort
    return EidAbort(EidFailure.PROTOCOL)


def _report(dialogue: Dialogue, received: Received, abort: EidAbort) -> Conversation[EidAbort]:
    """Tell the server once why the run ends, and wait for its last word, which changes nothing."""
    answer = error_answer(received, abort.minor)
    if answer is not None:
        try:
            yield from dialogue.send(answer)
        except EidAbort:
            return abort
    return abort


def abort_of(error: CardError) -> EidAbort:
    """Name the failure behind a card's error."""
    match error:
        case CardGoneError():
            return EidAbort(EidFailure.CARD_REMOVED)
        case ReaderGoneError():
            return EidAbort(EidFailure.READER_GONE)
        case PasswordUnusableError(state=PasswordState.SUSPENDED):
            return EidAbort(EidFailure.PIN_SUSPENDED)
        case PasswordUnusableError(state=PasswordState.BLOCKED):
            return EidAbort(EidFailure.PIN_BLOCKED)
        case PasswordUnusableError(state=PasswordState.DEACTIVATED):
            return EidAbort(EidFailure.PIN_DEACTIVATED)
        case UnexpectedStatus(sw=sw) | UnprotectedStatusError(sw=sw) if sw == _WRONG_LENGTH:
            return EidAbort(EidFailure.EXTENDED_LENGTH)
        case _:
            return EidAbort(EidFailure.CARD_PROTOCOL)
