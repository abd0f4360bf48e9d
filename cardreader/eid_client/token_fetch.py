"""Fetching the TC token, over redirects that stay https (TR-03124-1 2.5.1)."""

from cardreader.eid_client import tctoken
from cardreader.eid_client.addresses import is_https, redirect_target
from cardreader.eid_client.exchange import Conversation, FetchPage, HttpFailed, HttpProblem, Page, ask
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.tctoken import TcToken
from cardreader.eid_client.tls_trail import TlsTrail

REDIRECTS = frozenset({302, 303, 307})
MAX_HOPS = 10
_TLS_PROBLEMS = frozenset({HttpProblem.TLS_REFUSED, HttpProblem.CERTIFICATE_REFUSED, HttpProblem.NOT_RESUMED})


def fetch_token(tc_token_url: str, trail: TlsTrail) -> Conversation[TcToken]:
    """Return the token; raises EidAbort if none can be had, TcTokenError if what came breaks a rule."""
    url = tc_token_url
    if not is_https(url):
        raise EidAbort(EidFailure.TOKEN_UNREACHABLE)
    for _ in range(MAX_HOPS):
        answer = yield from ask(FetchPage(url), Page, HttpFailed)
        if isinstance(answer, HttpFailed):
            raise EidAbort(failure_of(answer, otherwise=EidFailure.TOKEN_UNREACHABLE))
        trail.note(answer.certificate)
        if answer.status == 200:
            return tctoken.parse(answer.body)
        target = redirect_target(url, answer.location or "") if answer.status in REDIRECTS else None
        if target is None:
            raise EidAbort(EidFailure.TOKEN_UNREACHABLE)
        url = target
    raise EidAbort(EidFailure.TOKEN_UNREACHABLE)


def failure_of(answer: HttpFailed, *, otherwise: EidFailure) -> EidFailure:
    """Tell trouble with TLS from all other trouble with a server."""
    return EidFailure.TLS_UNTRUSTED if answer.problem in _TLS_PROBLEMS else otherwise
