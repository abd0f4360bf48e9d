"""Check the city's signature over the catalogue: a detached JWS over its canonical form."""

import json
from collections.abc import Iterable
from typing import Final

import jwt

from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.errors import BackendError, Untrusted
from kiosk.bochum_id.values import JsonObject, JsonValue

_LARGEST_EXACT: Final = 2**53 - 1
_TEXT_ALONE: Final = frozenset((str,))


def untrusted(what: str) -> BackendError:
    return BackendError(Untrusted(what))


def check_signature(document: JsonObject, keys: CatalogueKeys) -> None:
    """Hold `document` against its own `signature` member; BackendError (Untrusted) unless it holds.

    ES256, RFC 7515 appendix F, RFC 7797; the payload is the document without `signature` in the form of
    RFC 8785, so that titles, fees and the digests of the definitions are all covered.
    """
    signature = document.get("signature")
    if not isinstance(signature, str):
        raise untrusted("the catalogue has no signature")
    try:
        payload = canonical({name: value for name, value in document.items() if name != "signature"})
        header = jwt.api_jws.get_unverified_header(signature)
    except (ValueError, RecursionError, jwt.InvalidTokenError) as error:
        raise untrusted("the catalogue has a signature that nobody can check") from error
    key = keys.by_id.get(str(header.get("kid")))
    if key is None:
        raise untrusted("the catalogue is signed with a key this terminal does not know")
    try:
        jwt.api_jws.decode(signature, key, algorithms=["ES256"], detached_payload=payload)
    except (ValueError, jwt.InvalidTokenError) as error:
        raise untrusted("the catalogue's signature does not hold") from error


def canonical(value: JsonValue) -> bytes:
    """Write JSON in its one canonical form (RFC 8785); ValueError for what no catalogue has.

    That is any number but a whole one that every JSON reader keeps exactly, and halves of surrogate pairs.
    """
    if _sorts_like_text(value):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return _written(value).encode()


def _sorts_like_text(value: JsonValue) -> bool:
    """Tell whether all names are ASCII, as every catalogue's are; ValueError for a number without a form."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        inner: Iterable[JsonValue]
        if isinstance(found, dict):
            if not "".join(found).isascii():
                return False
            inner = found.values()
        elif isinstance(found, list):
            inner = found
        else:
            _refuse_inexact(found)
            continue
        if not _TEXT_ALONE.issuperset(map(type, inner)):  # most hold nothing else, and are done
            waiting += [each for each in inner if type(each) is not str]
    return True


def _written(value: JsonValue) -> str:
    match value:
        case dict():
            names = sorted(value, key=lambda name: name.encode("utf-16-be"))  # RFC 8785 3.2.3
            return "{" + ",".join(f"{_text(name)}:{_written(value[name])}" for name in names) + "}"
        case list():
            return "[" + ",".join(_written(each) for each in value) + "]"
        case str():
            return _text(value)
        case _:
            _refuse_inexact(value)
            return json.dumps(value)


def _refuse_inexact(value: JsonValue) -> None:
    if isinstance(value, float) or (isinstance(value, int) and abs(value) > _LARGEST_EXACT):
        raise ValueError("a number that is not whole, or too large")


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
