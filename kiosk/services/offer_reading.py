"""Read how a service is offered: for whom, under which words, for how much, where among others."""

from kiosk.bochum_id.values import Audience, Keywords, Money
from kiosk.services.document import Node, nearest

_LAST = 1000
"""Where a service stands among others if it does not say."""
_AVAILABILITY = ("open", "closed")


def read_order(node: Node) -> int:
    return node.member("order").whole_number() if node.has("order") else _LAST


def read_keywords(node: Node) -> Keywords:
    if not node.has("keywords"):
        return Keywords()
    by_language = node.member("keywords").members()
    return Keywords(
        tuple((code, tuple(each.text() for each in words.items())) for code, words in by_language)
    )


def read_fee_range(node: Node) -> tuple[Money, Money]:
    """Read the least and the most; a service without fees may leave them out."""
    if not node.has("fee"):
        for fee in node.items_of("fees"):
            raise fee.refuse("nobody is told what this costs", 'add "fee": {"from": …, "to": …}')
        return Money(0), Money(0)
    fee = node.member("fee")
    fee.knows("from", "to")
    least, most = fee.member("from").money(), fee.member("to").money()
    if least.amount_cents > most.amount_cents:
        raise fee.refuse("from is more than to", "swap them")
    return least, most


def read_is_open(node: Node) -> bool:
    if not node.has("available"):
        return True
    state = node.member("available").member("state")
    if state.text() not in _AVAILABILITY:
        raise state.refuse(f"{state.text()!r} is not known here", nearest(state.text(), _AVAILABILITY))
    return state.text() == "open"


def read_audience(node: Node) -> frozenset[Audience]:
    if not node.has("audience"):
        return frozenset({Audience.CITIZEN})
    return frozenset(each.one_of(Audience) for each in node.member("audience").items())
