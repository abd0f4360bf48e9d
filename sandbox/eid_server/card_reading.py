"""What the server does on a card once both sides have proved themselves: read, compare, ask its pseudonym.

A reading is a generator: it yields batches of plain commands and is sent the plain answers, one a command.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

from cardreader import auxiliary_data, tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight
from cardreader.eid_client.paos_messages import CARD_APPLICATION
from sandbox.eid_server import data_groups, restricted_identification
from sandbox.eid_server.restricted_identification import PseudonymKey

type Batch = tuple[CommandApdu, ...]
type Answers = tuple[ResponseApdu, ...]
type Reading[T] = Generator[Batch, Answers, T]

_SELECT_EID = CommandApdu(0x00, 0xA4, 0x04, 0x0C, CARD_APPLICATION)
_MAX_DATA_GROUP_BYTES = 16_384
_OK, _END_OF_FILE = 0x9000, 0x6282
_FAILED_VERIFICATION = 0x6300
_NOT_FOUND = frozenset({0x6A82, 0x6A88})
_VERIFICATIONS = {
    AccessRight.AGE_VERIFICATION: auxiliary_data.DATE_OF_BIRTH,
    AccessRight.COMMUNITY_VERIFICATION: auxiliary_data.MUNICIPALITY_ID,
}


class CardReadingError(Exception):
    """The card answered the server something that is not possible; the text holds no data of the card."""


@dataclass(frozen=True, slots=True)
class CardContents:
    """What the card gave away.

    `data_groups` are whole, by number; `verified` says yes or no for each comparison the card could make;
    rights in neither and without a pseudonym are not on the chip.
    """

    data_groups: Mapping[int, bytes] = field(repr=False)
    verified: Mapping[AccessRight, bool]
    is_document_valid: bool
    pseudonym: bytes | None = field(repr=False)


def read_card(
    rights: frozenset[AccessRight], pseudonym_key: PseudonymKey | None, sector_public_key: bytes
) -> Reading[CardContents]:
    """Use `rights`, the effective ones, in as few rounds as the card allows; CardReadingError."""
    numbers = sorted(right.data_group for right in rights if right.data_group in data_groups.READABLE)
    comparisons = [right for right in _VERIFICATIONS if right in rights]
    batch = [_SELECT_EID, _verify(auxiliary_data.DATE_OF_EXPIRY)]
    batch += [_verify(_VERIFICATIONS[right]) for right in comparisons]
    batch += [_read_by_short_id(number) for number in numbers]
    key = pseudonym_key if AccessRight.RESTRICTED_IDENTIFICATION in rights else None
    if key is not None:
        batch += restricted_identification.commands(key, sector_public_key)
    answers = iter((yield tuple(batch)))
    if next(answers).sw != _OK:
        raise CardReadingError("the card has no eID application")
    is_valid = _verdict(next(answers))
    if is_valid is None:
        raise CardReadingError("the card does not say whether it is still valid")
    verdicts = {right: _verdict(next(answers)) for right in comparisons}
    beginnings = {number: next(answers) for number in numbers}
    return CardContents(
        data_groups=(yield from _complete(beginnings)),
        verified={right: verdict for right, verdict in verdicts.items() if verdict is not None},
        is_document_valid=is_valid,
        pseudonym=_pseudonym(next(answers), next(answers)) if key is not None else None,
    )


def _complete(beginnings: Mapping[int, ResponseApdu]) -> Reading[dict[int, bytes]]:
    whole: dict[int, bytes] = {}
    for number, answer in beginnings.items():
        if answer.sw in _NOT_FOUND:
            continue
        if answer.sw not in {_OK, _END_OF_FILE}:
            raise CardReadingError(f"reading data group {number} was answered with {answer.sw:04X}")
        whole[number] = yield from _read_on(number, answer.data)
    return whole


def _read_on(number: int, content: bytes) -> Reading[bytes]:
    """Read what a card with short answers left out, then cut at the end of the object."""
    total = _announced_bytes(number, content)
    while (missing := total - len(content)) > 0:
        offset = len(content)
        rest = CommandApdu(0x00, 0xB0, offset >> 8, offset & 0xFF, le=missing)
        # The short identifier makes the file the current one, to which the offset applies.
        selected, answer = yield (_read_by_short_id(number, le=1), rest)
        if selected.sw not in {_OK, _END_OF_FILE} or answer.sw not in {_OK, _END_OF_FILE} or not answer.data:
            raise CardReadingError(f"data group {number} ends before its announced length")
        content += answer.data
    return content[:total]


def _announced_bytes(number: int, content: bytes) -> int:
    """How long the object is as a whole: a tag of one byte, a length of one to three, the value."""
    length_bytes = content[1] & 0x7F if len(content) > 1 and content[1] >= 0x80 else 0
    value_start = 2 + length_bytes
    if length_bytes > 2 or len(content) < value_start or content[1] == 0x80:
        raise CardReadingError(f"data group {number} does not begin with a tag and a length")
    total = value_start + (int.from_bytes(content[2:value_start]) if length_bytes else content[1])
    if total > _MAX_DATA_GROUP_BYTES:
        raise CardReadingError(f"data group {number} announces {total} bytes, more than any real one has")
    return total


def _verify(kind: str) -> CommandApdu:
    """VERIFY authenticated auxiliary data; its class is proprietary (TR-03110-3 B.14.10)."""
    return CommandApdu(0x80, 0x20, 0x80, 0x00, tlv.encode(0x06, tlv.oid_bytes(kind)))


def _verdict(answer: ResponseApdu) -> bool | None:
    if answer.sw in _NOT_FOUND:
        return None
    if answer.sw not in {_OK, _FAILED_VERIFICATION}:
        raise CardReadingError(f"a comparison was answered with {answer.sw:04X}")
    return answer.sw == _OK


def _pseudonym(selected: ResponseApdu, answer: ResponseApdu) -> bytes:
    if selected.sw != _OK:
        raise CardReadingError(f"choosing the pseudonym's key was answered with {selected.sw:04X}")
    try:
        return restricted_identification.pseudonym(answer)
    except restricted_identification.PseudonymError as error:
        raise CardReadingError(str(error)) from error


def _read_by_short_id(number: int, le: int = 65536) -> CommandApdu:
    return CommandApdu(0x00, 0xB0, 0x80 | number, 0x00, le=le)
