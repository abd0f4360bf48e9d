"""Cards with the habits of other makers: right by TR-03110 or ISO 7816-4, and none the sandbox's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import override

from eid_world import PERSONAS

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.security_infos import PaceInfo, SecurityInfo, SecurityInfos, UnknownInfo
from sandbox.eid_server.pki import Pki
from sandbox.id_card import file_system, keys
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import initial_state
from sandbox.id_card.keys import CardKeys
from sandbox.id_card.memory import CardMemory, RamMemory
from sandbox.id_card.personas import Persona
from sandbox.id_card.session import Session

type Bend = Callable[[CommandApdu, ResponseApdu, Session], ResponseApdu]
"""Given a command, the answer of the sandbox's card and what that knows since it has power: the answer."""
type Infos = Callable[[tuple[SecurityInfo, ...]], tuple[SecurityInfo, ...]]

_SELECT_APPLICATION = (0xA4, 0x04)
_READ, _SET, _AUTHENTICATE = 0xB0, 0x22, 0x86
_PACE = "0.4.0.127.0.7.2.2.4"
_OK = 0x9000


@dataclass(frozen=True)
class CardHabit:
    """What a card does in another way than the sandbox's; `bend` changes its answers inside any channel."""

    bend: Bend = lambda _command, answer, _session: answer
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Constants of the sandbox's file system with other contents."""
    infos: Infos = lambda infos: infos
    padding: bytes = b""
    """Behind EF.CardAccess and EF.CardSecurity."""


class ForeignCard(IdCard):
    """The sandbox's card with a habit."""

    def __init__(self, persona: Persona, card_keys: CardKeys, memory: CardMemory, habit: CardHabit) -> None:
        super().__init__(persona, card_keys, memory)
        self._habit = habit

    @override
    def _execute(self, command: CommandApdu) -> ResponseApdu:
        return self._habit.bend(command, super()._execute(command), self._session)


def make_foreign_card(pki: Pki, persona_id: str, habit: CardHabit) -> ForeignCard:
    """Make the card; call it where `keys` and `file_system` are patched with what the habit changes."""
    persona, card_keys = PERSONAS[persona_id], pki.personalise(persona_id)
    padded = replace(
        card_keys,
        ef_card_access=card_keys.ef_card_access + habit.padding,
        ef_card_security=card_keys.ef_card_security + habit.padding,
    )
    return ForeignCard(persona, padded, RamMemory(initial_state(persona, card_keys)), habit)


def abilities(habit: CardHabit) -> tuple[SecurityInfo, ...]:
    """What a card with this habit says that it can do."""
    return habit.infos(keys._abilities())


def _is_read(command: CommandApdu) -> bool:
    return command.ins == _READ


def _says_end_of_file(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    """Tell every end, though Le asked for as much as there is (ISO 7816-4 11.2.3)."""
    asked = command.le or 0
    is_end = _is_read(command) and answer.sw == _OK and len(answer.data) < min(asked, 0xDF)
    return replace(answer, sw=0x6282) if is_end else answer


def _answers_nothing_behind_the_end(
    command: CommandApdu, answer: ResponseApdu, _session: Session
) -> ResponseApdu:
    return ResponseApdu(b"", _OK) if _is_read(command) and answer.sw == 0x6B00 else answer


def _refuses_behind_the_end(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    """Have a reason of its own for what lies behind the end, which a reader need not look at."""
    return ResponseApdu(b"", 0x6A86) if _is_read(command) and answer.sw == 0x6B00 else answer


def _gives_little(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    return replace(answer, data=answer.data[:100]) if _is_read(command) else answer


def _hides_applications(command: CommandApdu, answer: ResponseApdu, session: Session) -> ResponseApdu:
    is_selection = (command.ins, command.p1) == _SELECT_APPLICATION
    return ResponseApdu(b"", 0x6982) if is_selection and session.messaging is None else answer


def _adds_to_pace(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    """Answer the last step of PACE with one object more, as with chip authentication mapping."""
    if command.ins != _AUTHENTICATE or answer.data[:1] != b"\x7c":
        return answer
    objects = tlv.fields(tlv.parse_one(answer.data).value)
    if 0x86 not in objects:
        return answer
    inner = b"".join(tlv.encode(tag, value) for tag, value in objects.items())
    return replace(answer, data=tlv.encode(0x7C, inner + tlv.encode(0x8A, bytes(32))))


def _turned_pace(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    """Give the objects of an answer in the other order, which a receiver should take (TR-03110-3 B.14)."""
    if command.ins != _AUTHENTICATE or answer.data[:1] != b"\x7c":
        return answer
    objects = tlv.parse_all(tlv.parse_one(answer.data).value)
    inner = b"".join(tlv.encode(each.tag, each.value) for each in reversed(objects))
    return replace(answer, data=tlv.encode(0x7C, inner))


def _calls_a_resumed_pin_ready(command: CommandApdu, answer: ResponseApdu, session: Session) -> ResponseApdu:
    """Inside the CAN's channel say 9000 instead of 63C1; it is the attempt that was resumed."""
    is_pin = (command.ins, command.p1) == (_SET, 0xC1) and tlv.fields(command.data).get(0x83) == b"\x03"
    return (
        ResponseApdu(b"", _OK) if is_pin and session.messaging is not None and answer.sw == 0x63C1 else answer
    )


def _refuses_without_a_number(command: CommandApdu, answer: ResponseApdu, _session: Session) -> ResponseApdu:
    is_refusal = command.ins == _AUTHENTICATE and answer.sw & 0xFFF0 == 0x63C0
    return ResponseApdu(b"", 0x6300) if is_refusal else answer


def _tells_little_of_the_pin(command: CommandApdu, answer: ResponseApdu, session: Session) -> ResponseApdu:
    ready = _calls_a_resumed_pin_ready(command, answer, session)
    return _refuses_without_a_number(command, ready, session)


def _other_pace_first(infos: tuple[SecurityInfo, ...]) -> tuple[SecurityInfo, ...]:
    """List first what is not spoken: integrated mapping, CAM, DH, 3DES, version 1, parameters of its own."""
    return (
        PaceInfo(f"{_PACE}.4.2", 2, 13),
        PaceInfo(f"{_PACE}.6.2", 2, 13),
        PaceInfo(f"{_PACE}.1.2", 2, 2),
        PaceInfo(f"{_PACE}.2.1", 2, 13),
        PaceInfo(f"{_PACE}.2.2", 1, 13),
        PaceInfo(f"{_PACE}.2.2", 2, 77),
        *infos,
    )


def _with_the_rest(infos: tuple[SecurityInfo, ...]) -> tuple[SecurityInfo, ...]:
    """Add what newer cards list: pseudonymous signatures, eIDSecurityInfo, a password type, strange forms."""
    strange = tuple(UnknownInfo(f"0.4.0.127.0.7.2.2.{arc}", tlv.encode(0x30, b"")) for arc in (7, 11, 12, 13))
    return (*strange, UnknownInfo(f"{_PACE}.2", tlv.encode(0x30, tlv.encode(0x06, b"\x2a\x03"))), *infos)


_EID = tlv.encode(0x4F, file_system.EID_APPLICATION)
_PASSPORT = tlv.encode(0x4F, bytes.fromhex("A0000002471001"))
_SIGNATURE = tlv.encode(0x4F, bytes.fromhex("A000000167455349474E"))
_CIA = tlv.encode(0x4F, bytes.fromhex("E828BD080FA000000167455349474E")) + tlv.encode(
    0x50, b"CIA zu DF.eSign"
)
_TEMPLATES = (_CIA + tlv.encode(0x51, b"") + tlv.encode(0x73, _SIGNATURE), _PASSPORT, _EID, _SIGNATURE)
_FULL_DIRECTORY = b"".join(tlv.encode(0x61, inner) for inner in _TEMPLATES)

CARD_HABITS: dict[str, CardHabit] = {
    "every end of a file is told": CardHabit(_says_end_of_file),
    "nothing comes behind the end": CardHabit(_answers_nothing_behind_the_end),
    "behind the end is an error": CardHabit(_refuses_behind_the_end),
    "a hundred bytes at most come at once": CardHabit(_gives_little),
    "files are filled with zeros": CardHabit(padding=bytes(300)),
    "files are filled with FF": CardHabit(padding=b"\xff" * 7),
    "applications hide before PACE": CardHabit(_hides_applications),
    "the directory lists four applications": CardHabit(files={"_DIR_CONTENT": _FULL_DIRECTORY}),
    "the directory has names without templates": CardHabit(files={"_DIR_CONTENT": _PASSPORT + _EID}),
    "the directory is filled with zeros": CardHabit(
        files={"_DIR_CONTENT": tlv.encode(0x61, _EID) + bytes(90)}
    ),
    "infos are sorted the other way": CardHabit(infos=lambda infos: tuple(reversed(infos))),
    "infos are in DER's order": CardHabit(
        infos=lambda infos: tuple(sorted(infos, key=lambda info: SecurityInfos((info,)).encode()[2:]))
    ),
    "other kinds of PACE come first": CardHabit(infos=_other_pace_first),
    "infos of later standards are there": CardHabit(infos=_with_the_rest),
    "PACE answers one object more": CardHabit(_adds_to_pace),
    "objects come in the other order": CardHabit(_turned_pace),
    "a resumed PIN is called ready": CardHabit(_calls_a_resumed_pin_ready),
    "a wrong PIN is refused without a number": CardHabit(_tells_little_of_the_pin),
}
