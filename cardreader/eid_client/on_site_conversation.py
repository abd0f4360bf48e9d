"""Driving a run that reads on site with the CAN; see `on_site` for who may begin one."""

from collections.abc import Callable
from dataclasses import dataclass

from cardreader.chat import AccessRight
from cardreader.eid_client.client import ClientProfile, authenticate
from cardreader.eid_client.conversation import EidConversation, OnProgress, Transport
from cardreader.eid_client.exchange import AskCanAgain, AskOnSite, AuthorizationRequest, ConsentOnSite
from cardreader.eid_client.on_site import OnSiteReading
from cardreader.eid_client.outcome import EidFailed, EidSucceeded
from cardreader.reader import Connection
from cardreader.secret import Secret


@dataclass(frozen=True, slots=True)
class WhoAsksOnSite:
    """The holder is to agree, and the CAN is to be read off the card."""

    request: AuthorizationRequest


@dataclass(frozen=True, slots=True)
class CanRejected:
    """The CAN was wrong, which costs nothing; `read` may be called again."""


class OnSiteConversation(EidConversation):
    """One run on site. `begin` and `read` take the place of `start` and `proceed`; the rest is the same."""

    def __init__(
        self,
        on_site: OnSiteReading,
        transport: Transport,
        connect: Callable[[], Connection],
        profile: ClientProfile | None = None,
    ) -> None:
        super().__init__(transport, connect, profile)
        self._on_site = on_site

    def begin(self, tc_token_url: str) -> WhoAsksOnSite | EidFailed:
        """Fetch the token, hear who asks, and look at the card; may be called once."""
        run = authenticate(tc_token_url, self._profile, self._today(), on_site=self._on_site)
        match self._begin(run):
            case AskOnSite(request):
                return WhoAsksOnSite(request)
            case EidFailed() as failed:
                return failed
            case unexpected:
                raise AssertionError(f"the run began with {type(unexpected).__name__}")

    def read(
        self, chosen_optional: frozenset[AccessRight], can: Secret, on_progress: OnProgress
    ) -> EidSucceeded | CanRejected | EidFailed:
        """Go on with the holder's choice and the CAN (its digits in ASCII), which is wiped in every case."""
        try:
            match self._advance(ConsentOnSite(chosen_optional, can), on_progress):
                case AskCanAgain():
                    return CanRejected()
                case EidSucceeded() | EidFailed() as outcome:
                    return outcome
                case unexpected:
                    raise AssertionError(f"the run went on with {type(unexpected).__name__}")
        finally:
            can.wipe()
