"""The way back: checking the refresh address, and putting the result into it (TR-03124-1 2.5.4)."""

from cardreader.eid_client.addresses import redirect_target, same_origin
from cardreader.eid_client.exchange import (
    Conversation,
    FetchPage,
    HttpFailed,
    Page,
    PeekCertificate,
    PeerCertificate,
    ask,
)
from cardreader.eid_client.outcome import EidAbort, EidFailed, EidFailure, EidOutcome, EidSucceeded
from cardreader.eid_client.result import BrowserMinor, browser_minor, with_result
from cardreader.eid_client.tls_trail import TlsTrail
from cardreader.eid_client.token_fetch import MAX_HOPS, REDIRECTS


def find_refresh_url(refresh_address: str, service_url: str, trail: TlsTrail) -> Conversation[str]:
    """Return the address to go to, whose server is known; EidAbort if the walk there breaks a rule.

    An address of the service's own origin is only looked at. Any other must redirect, over https, until one
    of the service's own origin has answered: what that one names is final.
    """
    url = refresh_address
    if same_origin(url, service_url):
        yield from _peek(url, trail)
        return url
    for _ in range(MAX_HOPS):
        page = yield from ask(FetchPage(url), Page, HttpFailed)
        if isinstance(page, HttpFailed):
            raise EidAbort(EidFailure.REFRESH_INVALID)
        trail.note(page.certificate)
        target = redirect_target(url, page.location or "") if page.status in REDIRECTS else None
        if target is None:
            raise EidAbort(EidFailure.REFRESH_INVALID)
        if same_origin(url, service_url):
            yield from _peek(target, trail)
            return target
        url = target
    raise EidAbort(EidFailure.REFRESH_INVALID)


def leave(
    refresh_address: str | None,
    error_address: str | None,
    service_url: str,
    trail: TlsTrail,
    abort: EidAbort | None,
) -> Conversation[EidOutcome]:
    """End the run: to the refresh address with its result, or to the error address, or nowhere."""
    if refresh_address is None:
        return _lost(error_address, abort or EidAbort(EidFailure.REFRESH_INVALID))
    try:
        url = yield from find_refresh_url(refresh_address, service_url, trail)
    except EidAbort as refused:
        return _lost(error_address, abort or EidAbort(EidFailure.REFRESH_INVALID, refused.minor))
    if abort is None:
        return EidSucceeded(with_result(url, None))
    minor = browser_minor(abort.minor, from_server=abort.reported_by_server)
    return EidFailed(with_result(url, minor), abort.failure, abort.minor)


def _peek(url: str, trail: TlsTrail) -> Conversation[None]:
    answer = yield from ask(PeekCertificate(url), PeerCertificate, HttpFailed)
    if isinstance(answer, HttpFailed):
        raise EidAbort(EidFailure.REFRESH_INVALID)
    trail.note(answer.certificate)


def _lost(error_address: str | None, abort: EidAbort) -> EidFailed:
    url = with_result(error_address, BrowserMinor.COMMUNICATION_ERROR) if error_address else None
    return EidFailed(url, abort.failure, abort.minor)
