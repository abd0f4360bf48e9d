"""What anyone can see of the card without a password, and what not."""

import pytest

from cardreader.card import IdCard as DetectedCard
from cardreader.card import PinReady, detect, read_retry_counter
from sandbox.id_card.card import ATR
from tests.sandbox.id_card.authority import Authority
from tests.sandbox.id_card.terminal import PACE, Terminal


@pytest.fixture
def terminal(authority: Authority) -> Terminal:
    return Terminal(authority.card())


def test_answer_to_reset_is_the_german_cards_with_a_right_check_byte(authority: Authority) -> None:
    # ATR of German identity cards on PC/SC readers; TCK makes the XOR of all bytes from T0 zero (ISO 7816-3).
    assert authority.card().power_on().hex() == "3b8a80018031f873f741e082900075"
    check = 0
    for byte in ATR[1:]:
        check ^= byte
    assert check == 0


def test_terminal_recognises_it(terminal: Terminal) -> None:
    found = terminal.run(detect())
    assert isinstance(found, DetectedCard)
    assert found.pace_info == PACE
    assert terminal.run(read_retry_counter(PACE)) == PinReady(3)


def test_chip_authentication_version_3_stands_before_version_2(terminal: Terminal) -> None:
    found = terminal.run(detect())
    assert isinstance(found, DetectedCard)
    listed = [(info.version, info.key_id) for info in found.security_infos.chip_authentication]
    assert listed == [(3, 0x2E), (2, 0x29)]
    version_2 = found.security_infos.chip_authentication_version_2()
    assert version_2 is not None
    assert version_2.key_id == 0x29


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("00A4040C 09 E80704007F00070302", "9000"),
        ("00A4040C 07 A0000002471001", "6A82"),  # passport
        ("00A4040C 07 F04E66E75C02D8", "6A82"),  # PersoSim
        ("00A4000C 02 3F00", "9000"),
        ("00A4000C", "9000"),
        ("00A4020C 02 011C", "9000"),
        ("00A4020C 02 0101", "6A82"),  # a data group is not in the master file
        ("00A4020C 01 01", "6700"),
        ("00A4090C 02 3F00", "6A86"),
        ("00A40007 02 3F00", "6A86"),
        ("00B09C00 00", "9000"),
        ("00B09E00 00", "9000"),
        ("00B08100 00", "9000"),
        ("00B09D00 00", "6982"),  # EF.CardSecurity before terminal authentication
        ("00B09F00 00", "6A82"),
        ("00B00000 00", "6986"),  # no current file yet
        ("00B09CFF 00", "6B00"),  # beyond the end
        ("00B0BC00 00", "6A86"),
        ("00B09C00", "6700"),
        ("00B09C00 01 00 00", "6700"),
        ("00840000 08", "6982"),  # no challenge before PACE
        ("002281B6 0A 8308 4445435643413031", "6982"),
        ("00860000 02 7C00 00", "6985"),  # nothing selected
        ("002C0303", "6982"),
        ("00220000 00", "6A86"),
        ("00120000", "6D00"),
        ("01A4000C 02 3F00", "6E00"),
        ("80A4000C 02 3F00", "6E00"),
        ("10A4000C 02 3F00", "6884"),
        ("0CA4000C 02 3F00", "6988"),  # secure messaging without a session
        ("FF9A0103 00", "6E00"),
    ],
)
def test_status_words(terminal: Terminal, command: str, status: str) -> None:
    assert terminal.status(command) == status


@pytest.mark.parametrize(
    "command", ["", "00", "00A404", "00A4040C05AABB", "00A4040C0000", "00B0000000000001"]
)
def test_malformed_commands_have_a_wrong_length(authority: Authority, command: str) -> None:
    assert authority.card().process(bytes.fromhex(command)).hex() == "6700"


def test_data_groups_are_closed(terminal: Terminal) -> None:
    assert terminal.status("00A4040C09E80704007F00070302") == "9000"
    assert {f"{terminal.read(number).sw:04X}" for number in (1, 4, 5, 8, 17)} == {"6982"}
    assert f"{terminal.read(12).sw:04X}" == "6A82"  # not on the card


def test_reading_by_offset_joins_up(terminal: Terminal) -> None:
    whole = terminal.send("00B09C00000000").data  # extended length
    assert whole[0] == 0x31
    parts = terminal.send("00B09C00 64").data
    while len(parts) < len(whole):
        answer = terminal.send(f"00B0{len(parts):04X} 64")
        parts += answer.data
    assert parts == whole
    assert answer.sw == 0x6282  # fewer bytes than asked for: the end
    assert terminal.status(f"00B0{len(whole):04X} 00") == "6B00"


def test_file_control_information_names_what_is_selected(terminal: Terminal) -> None:
    assert terminal.send("00A40400 09 E80704007F00070302 00").data.hex() == "6f0e8201388409e80704007f00070302"
    assert terminal.send("00A40004 02 3F00 00").data.hex() == "620782013883023f00"
