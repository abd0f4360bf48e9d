"""Questions before any password: which card, which file, which retry counter."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import (
    EID_APPLICATION,
    IdCard,
    NotAnIdCard,
    PinBlocked,
    PinDeactivated,
    PinReady,
    PinSuspended,
    RetryCounter,
    detect,
    read_card_access,
    read_file,
    read_retry_counter,
)
from cardreader.channel import run
from cardreader.errors import CardGoneError, ProtocolError, UnexpectedStatus
from cardreader.security_infos import PaceInfo, SecurityInfos, UnknownInfo

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_pace.json").read_text())
EF_CARD_ACCESS = bytes.fromhex(BSI["ef_cardaccess"])
PACE_INFO = PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, 13)
PASSPORT = bytes.fromhex("A0000002471001")
PERSOSIM = bytes.fromhex("F04E66E75C02D8")


def _directory(*applications: bytes) -> bytes:
    return b"".join(tlv.encode(0x61, tlv.encode(0x4F, application)) for application in applications)


@dataclass
class FileCard:
    """Applications and transparent files, read as ISO 7816-4 says; ends of files are told in three ways."""

    applications: dict[bytes, int] = field(default_factory=lambda: {EID_APPLICATION: 0x9000})
    files: dict[int, bytes] = field(
        default_factory=lambda: {0x1E: _directory(PASSPORT, EID_APPLICATION), 0x1C: EF_CARD_ACCESS}
    )
    master_file_sw: int = 0x9000
    end: str = "empty"
    chunk_max: int = 256
    sent: list[bytes] = field(default_factory=list)
    selected: int | None = None

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.sent.append(command.to_bytes())
        if command.ins == 0xA4:
            if command.p1 == 0x04:
                return ResponseApdu(b"", self.applications.get(command.data, 0x6A82))
            return ResponseApdu(b"", self.master_file_sw if command.data == b"\x3f\x00" else 0x6A82)
        assert command.ins == 0xB0
        return self._read(command)

    def _read(self, command: CommandApdu) -> ResponseApdu:
        offset = command.p1 << 8 | command.p2
        if command.p1 & 0x80:
            self.selected, offset = command.p1 & 0x1F, command.p2
        content = self.files.get(self.selected or 0)
        if content is None:
            return ResponseApdu(b"", 0x6A82)
        assert command.le is not None
        data = content[offset : offset + min(command.le, self.chunk_max)]
        at_end = offset + len(data) >= len(content)
        if self.end == "6B00" and not data:
            return ResponseApdu(b"", 0x6B00)
        return ResponseApdu(data, 0x6282 if self.end == "6282" and at_end else 0x9000)


def test_an_identity_card_is_told_by_directory_and_card_access() -> None:
    card = FileCard()
    found = run(detect(), card)
    assert isinstance(found, IdCard)
    assert found.ef_card_access == EF_CARD_ACCESS
    assert found.pace_info == PACE_INFO
    assert found.security_infos == SecurityInfos.parse(EF_CARD_ACCESS)
    assert [command.hex() for command in card.sent[:3]] == [
        "00a4040c09e80704007f00070302",
        "00a4000c023f00",
        "00b09e0000",
    ]


@pytest.mark.parametrize("sw", [0x9000, 0x6982, 0x6D00])
def test_an_application_that_hides_before_pace_still_counts(sw: int) -> None:
    assert isinstance(run(detect(), FileCard(applications={EID_APPLICATION: sw})), IdCard)


def test_a_phone_that_plays_persosim_is_an_identity_card() -> None:
    assert isinstance(run(detect(), FileCard(applications={PERSOSIM: 0x9000})), IdCard)


@pytest.mark.parametrize(
    "card",
    [
        FileCard(applications={}),
        FileCard(applications={PASSPORT: 0x9000}),
        FileCard(applications={EID_APPLICATION: 0x6A82, PERSOSIM: 0x6999}),
        FileCard(master_file_sw=0x6A82),
        FileCard(files={}),
        FileCard(files={0x1E: _directory(EID_APPLICATION)}),
        FileCard(files={0x1E: _directory(PASSPORT), 0x1C: EF_CARD_ACCESS}),
        FileCard(files={0x1E: b"", 0x1C: EF_CARD_ACCESS}),
        FileCard(
            files={
                0x1E: _directory(EID_APPLICATION),
                0x1C: SecurityInfos((PaceInfo("0.4.0.127.0.7.2.2.4.1.2", 2, 0),)).encode(),
            }
        ),
    ],
)
def test_other_cards_are_not_identity_cards(card: FileCard) -> None:
    assert run(detect(), card) == NotAnIdCard()


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({0x1E: b"\x61\x05\x4f", 0x1C: EF_CARD_ACCESS}, "EF.DIR"),
        ({0x1E: _directory(EID_APPLICATION), 0x1C: b"\x31\x81"}, "EF.CardAccess"),
        ({0x1E: _directory(EID_APPLICATION), 0x1C: b""}, "EF.CardAccess"),
        ({0x1E: _directory(EID_APPLICATION), 0x1C: EF_CARD_ACCESS[:-3]}, "EF.CardAccess"),
        ({0x1E: _directory(EID_APPLICATION), 0x1C: b"\x04\x00"}, "not SecurityInfos"),
    ],
)
def test_a_card_that_contradicts_itself(files: dict[int, bytes], complaint: str) -> None:
    with pytest.raises(ProtocolError, match=complaint):
        run(detect(), FileCard(files=files))


def test_a_card_that_vanishes_is_not_taken_for_another_card() -> None:
    class Vanishing(FileCard):
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            if command.ins == 0xB0:
                raise CardGoneError("it was taken away")
            return super().transmit(command)

    with pytest.raises(CardGoneError):
        run(detect(), Vanishing())


@pytest.mark.parametrize("padding", [b"", bytes(200)])
def test_nothing_is_read_behind_what_is_whole(padding: bytes) -> None:
    """What cards answer behind the end differs; and each command takes its time."""
    files = {0x1E: _directory(PASSPORT, EID_APPLICATION) + padding, 0x1C: EF_CARD_ACCESS + padding}
    card = FileCard(files=files)
    run(detect(), card)
    reads = [command.hex() for command in card.sent if command[1] == 0xB0]
    assert reads == ["00b09e0000", "00b09c0000"]


@pytest.mark.parametrize("chunk_max", [1, 7, 30])
def test_directory_whose_names_stand_by_themselves(chunk_max: int) -> None:
    directory = tlv.encode(0x4F, PASSPORT) + tlv.encode(0x4F, EID_APPLICATION)
    card = FileCard(files={0x1E: directory, 0x1C: EF_CARD_ACCESS}, chunk_max=chunk_max)
    assert isinstance(run(detect(), card), IdCard)


@pytest.mark.parametrize("end", ["empty", "6282", "6B00"])
@pytest.mark.parametrize("size", [1, 255, 256, 257, 276, 511, 512, 513, 1024])
def test_files_are_read_to_their_end_however_the_card_tells_it(end: str, size: int) -> None:
    content = bytes(index * 7 % 256 for index in range(size))
    card = FileCard(files={0x1D: content}, end=end)
    assert run(read_file(0x1D, "EF.CardSecurity"), card) == content


@pytest.mark.parametrize("end", ["empty", "6282"])
def test_an_empty_file_is_empty(end: str) -> None:
    assert run(read_file(0x1D, "EF.CardSecurity"), FileCard(files={0x1D: b""}, end=end)) == b""


@pytest.mark.parametrize("chunk_max", [1, 100, 223])
def test_a_card_may_give_less_than_asked(chunk_max: int) -> None:
    card = FileCard(chunk_max=chunk_max)
    assert run(read_file(0x1C, "EF.CardAccess"), card) == EF_CARD_ACCESS


def test_a_long_file_in_one_command() -> None:
    content = bytes(2023)
    card = FileCard(files={0x1D: content}, chunk_max=65536, end="6282")
    assert run(read_file(0x1D, "EF.CardSecurity", chunk_bytes=65536), card) == content
    assert [command.hex() for command in card.sent] == ["00b09d00000000"]


def test_the_offset_follows_the_short_identifier() -> None:
    card = FileCard(files={0x1C: bytes(600)})
    run(read_file(0x1C, "EF.CardAccess"), card)
    assert [command.hex() for command in card.sent] == [
        "00b09c0000",
        "00b0010000",
        "00b0020000",
        "00b0025800",
    ]


def test_reading_stops_where_offsets_end() -> None:
    class Endless(FileCard):
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            assert command.ins == 0xB0
            return ResponseApdu(bytes(command.le or 0), 0x9000)

    assert len(run(read_file(0x1C, "EF.CardAccess"), Endless())) == 0x8000


@pytest.mark.parametrize("sw", [0x6A82, 0x6982, 0x6B00])
def test_a_file_that_must_not_be_read(sw: int) -> None:
    class Refusing:
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            assert command.p1 == 0x9D
            return ResponseApdu(b"", sw)

    with pytest.raises(UnexpectedStatus, match="CardSecurity") as caught:
        run(read_file(0x1D, "EF.CardSecurity"), Refusing())
    assert caught.value.sw == sw


def test_a_read_that_breaks_off_in_the_middle_is_an_error() -> None:
    answers = iter([ResponseApdu(bytes(256), 0x9000), ResponseApdu(b"", 0x6F00)])

    class Breaking:
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            assert command.ins == 0xB0
            return next(answers)

    with pytest.raises(UnexpectedStatus, match="6F00"):
        run(read_file(0x1C, "EF.CardAccess"), Breaking())


@pytest.mark.parametrize("padding", [b"", b"\x00", b"\xff" * 100])
def test_padding_after_card_access_is_cut_off(padding: bytes) -> None:
    """The eID server signs over the file: padding of the card's memory is no part of it."""
    card = FileCard(files={0x1C: EF_CARD_ACCESS + padding})
    assert run(read_card_access(), card) == EF_CARD_ACCESS


def test_card_access_longer_than_a_short_answer() -> None:
    long = SecurityInfos((PACE_INFO, UnknownInfo("1.2.3", tlv.encode(0x04, bytes(300))))).encode()
    assert run(read_card_access(), FileCard(files={0x1C: long})) == long


class SelectingCard:
    def __init__(self, sw: int) -> None:
        self.sw = sw
        self.sent: list[str] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.sent.append(command.to_bytes().hex())
        return ResponseApdu(b"", self.sw)


@pytest.mark.parametrize(
    ("sw", "counter"),
    [
        (0x9000, PinReady(3)),
        (0x63C2, PinReady(2)),
        (0x63C1, PinSuspended()),
        (0x63C0, PinBlocked()),
        (0x6283, PinDeactivated()),
    ],
)
def test_the_retry_counter_costs_one_selection_and_no_attempt(sw: int, counter: RetryCounter) -> None:
    card = SelectingCard(sw)
    assert run(read_retry_counter(PACE_INFO), card) == counter
    assert card.sent == ["0022c1a412800a04007f0007020204020283010384010d"]


@pytest.mark.parametrize("sw", [0x6A80, 0x6A88, 0x6300, 0x63C3, 0x6700])
def test_other_answers_about_the_retry_counter_are_unexpected(sw: int) -> None:
    with pytest.raises(UnexpectedStatus, match="for the PIN"):
        run(read_retry_counter(PACE_INFO), SelectingCard(sw))
