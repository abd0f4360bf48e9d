"""PACE: published runs replayed byte for byte, the PIN's fate, and every answer a card may give."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import run
from cardreader.elliptic import Curve, PrivateKey, generate_key
from cardreader.errors import (
    CardGoneError,
    PasswordState,
    PasswordUnusableError,
    ProtocolError,
    UnexpectedStatus,
)
from cardreader.pace import (
    KeySource,
    PaceEstablished,
    PaceRejected,
    PasswordId,
    PasswordRejected,
    pace,
)
from cardreader.secret import Secret
from cardreader.security_infos import PaceInfo, SecurityInfos

VECTORS = Path(__file__).parent.parent / "vectors"
BSI = json.loads((VECTORS / "bsi_eac_pace.json").read_text())
ICAO = json.loads((VECTORS / "icao_9303_11_g1_pace.json").read_text())
INFO = PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, 13)
CHAT = bytes.fromhex("7F4C12060904007F0007030102025305000513FF07")
OK = ResponseApdu(b"", 0x9000)


def _bsi(name: str) -> bytes:
    return bytes.fromhex(BSI[name])


def _icao(name: str) -> bytes:
    return bytes.fromhex(ICAO[name])


def _keys(*scalars: bytes) -> KeySource:
    remaining: Iterator[bytes] = iter(scalars)

    def next_key(curve: Curve) -> PrivateKey:
        return PrivateKey.from_bytes(curve, next(remaining))

    return next_key


def _answer(*objects: tuple[int, bytes]) -> ResponseApdu:
    return ResponseApdu(tlv.encode(0x7C, b"".join(tlv.encode(tag, value) for tag, value in objects)), 0x9000)


class ScriptedCard:
    """Gives the BSI example's answers, some of them replaced, and remembers what it was sent."""

    def __init__(self, replaced: dict[int, ResponseApdu] | None = None) -> None:
        self.answers = [
            OK,
            _answer((0x80, _bsi("nonce_enc"))),
            _answer((0x82, _bsi("map_picc_pub_key"))),
            _answer((0x84, _bsi("picc_pub_key"))),
            _answer(
                (0x86, _bsi("authentication_token_picc")), (0x87, b"DECVCAAT00001"), (0x88, b"DECVCAAT00000")
            ),
        ]
        for step, answer in (replaced or {}).items():
            self.answers[step] = answer
        self.sent: list[CommandApdu] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.sent.append(command)
        return self.answers[len(self.sent) - 1]


def _run(
    card: ScriptedCard, password: PasswordId = PasswordId.PIN, chat: bytes | None = CHAT
) -> PaceEstablished | PaceRejected | PasswordRejected:
    keys = _keys(_bsi("map_pcd_priv_key"), _bsi("pcd_priv_key"))
    return run(pace(INFO, password, Secret(b"123456"), chat, key_source=keys), card)


def test_the_bsi_example_byte_for_byte() -> None:
    card = ScriptedCard()
    established = _run(card)
    assert [command.to_bytes().hex() for command in card.sent] == [
        "0022c1a427800a04007f00070202040202830103" + "84010d" + CHAT.hex(),
        "10860000027c0000",
        "10860000457c438141" + BSI["map_pcd_pub_key"] + "00",
        "10860000457c438341" + BSI["pcd_pub_key"] + "00",
        "008600000c7c0a8508" + BSI["authentication_token_pcd"] + "00",
    ]
    assert isinstance(established, PaceEstablished)
    assert established.keys.enc == _bsi("k_enc")
    assert established.keys.mac == _bsi("k_mac")
    assert established.id_picc == _bsi("picc_pub_key")[1:33]
    assert established.car == "DECVCAAT00001"
    assert established.previous_car == "DECVCAAT00000"


def test_icao_9303_11_g1_with_the_mrz() -> None:
    card = ScriptedCard(
        {
            1: _answer((0x80, _icao("encrypted_nonce"))),
            2: _answer((0x82, _icao("chip_mapping_public"))),
            3: _answer((0x84, _icao("chip_ephemeral_public"))),
            4: _answer((0x86, _icao("token_chip"))),
        }
    )
    keys = _keys(_icao("terminal_mapping_private"), _icao("terminal_ephemeral_private"))
    mrz = Secret(ICAO["mrz_information"].encode())
    established = run(pace(INFO, PasswordId.MRZ, mrz, None, key_source=keys), card)
    assert isinstance(established, PaceEstablished)
    assert tlv.fields(tlv.parse_one(card.sent[4].data).value)[0x85] == _icao("token_terminal")
    assert established.keys.enc == _icao("k_enc")
    assert established.keys.mac == _icao("k_mac")


def test_without_chat_the_card_names_no_authority() -> None:
    card = ScriptedCard({4: _answer((0x86, _bsi("authentication_token_picc")))})
    established = _run(card, PasswordId.CAN, chat=None)
    assert card.sent[0].data.hex() == "800a04007f0007020204020283010284010d"
    assert isinstance(established, PaceEstablished)
    assert established.certification_authorities == ()
    assert established.previous_car is None
    with pytest.raises(ProtocolError, match="send a CHAT"):
        _ = established.car


def test_keys_are_fresh_each_time() -> None:
    points = set()
    for _ in range(2):
        card = ScriptedCard({3: ResponseApdu(b"", 0x6A80)})
        with pytest.raises(UnexpectedStatus):
            run(pace(INFO, PasswordId.PIN, Secret(b"123456"), CHAT), card)
        points |= {card.sent[2].data, card.sent[3].data}
    assert len(points) == 4


def test_the_pin_is_wiped_before_the_first_command() -> None:
    pin = Secret(b"123456")
    operation = pace(INFO, PasswordId.PIN, pin, CHAT)
    assert not pin.is_wiped
    next(operation)
    assert pin.is_wiped


def test_the_pin_is_wiped_even_if_pace_cannot_run() -> None:
    pin = Secret(b"123456")
    with pytest.raises(ProtocolError, match="not spoken"):
        next(pace(PaceInfo("0.4.0.127.0.7.2.2.4.1.2", 2, 0), PasswordId.PIN, pin, CHAT))
    assert pin.is_wiped


@pytest.mark.parametrize(
    ("selected", "rejected", "left"),
    [
        (0x9000, 0x63C2, 2),
        (0x63C2, 0x63C1, 1),
        (0x63C1, 0x63C0, 0),
        (0x9000, 0x6300, 2),
        (0x63C2, 0x6300, 1),
        (0x63C1, 0x6300, 0),
    ],
)
def test_a_wrong_pin_tells_the_attempts_left(selected: int, rejected: int, left: int) -> None:
    card = ScriptedCard({0: ResponseApdu(b"", selected), 4: ResponseApdu(b"", rejected)})
    assert _run(card) == PaceRejected(attempts_left=left)


@pytest.mark.parametrize("password", [PasswordId.MRZ, PasswordId.CAN, PasswordId.PUK])
@pytest.mark.parametrize("sw", [0x6300, 0x63C5])
def test_other_passwords_are_rejected_without_a_count(password: PasswordId, sw: int) -> None:
    assert _run(ScriptedCard({4: ResponseApdu(b"", sw)}), password) == PasswordRejected()


@pytest.mark.parametrize(
    ("step", "sw", "state", "commands"),
    [
        (0, 0x63C0, PasswordState.BLOCKED, 1),
        (0, 0x6283, PasswordState.DEACTIVATED, 1),
        (1, 0x6983, PasswordState.BLOCKED, 2),
        (1, 0x6984, PasswordState.DEACTIVATED, 2),
        (1, 0x6985, PasswordState.SUSPENDED, 2),
        (1, 0x63C1, PasswordState.SUSPENDED, 2),
        (2, 0x63C0, PasswordState.BLOCKED, 3),
        (4, 0x6983, PasswordState.BLOCKED, 5),
    ],
)
def test_a_password_that_cannot_be_used(step: int, sw: int, state: PasswordState, commands: int) -> None:
    card = ScriptedCard({step: ResponseApdu(b"", sw)})
    with pytest.raises(PasswordUnusableError, match=state.value) as caught:
        _run(card)
    assert caught.value.state is state
    assert len(card.sent) == commands


def test_authorities_are_named_in_iso_8859_1() -> None:
    """TR-03110-3 A.7.1; an empty name is none."""
    named = _answer((0x86, _bsi("authentication_token_picc")), (0x87, b"DECVC\xc4AT00001"), (0x88, b""))
    established = _run(ScriptedCard({4: named}))
    assert isinstance(established, PaceEstablished)
    assert established.certification_authorities == ("DECVCÄAT00001",)


def test_6982_after_a_warning_means_what_the_warning_said() -> None:
    """TR-03110-3 B.14.2, note: a card may answer 6982 for a suspended password."""
    card = ScriptedCard({0: ResponseApdu(b"", 0x63C1), 1: ResponseApdu(b"", 0x6982)})
    with pytest.raises(PasswordUnusableError) as caught:
        _run(card)
    assert caught.value.state is PasswordState.SUSPENDED


def test_a_suspended_pin_that_the_can_resumed_goes_through() -> None:
    assert isinstance(_run(ScriptedCard({0: ResponseApdu(b"", 0x63C1)})), PaceEstablished)


@pytest.mark.parametrize(
    ("step", "sw"),
    [(0, 0x6A80), (0, 0x6A88), (0, 0x6982), (1, 0x6982), (1, 0x6300), (2, 0x6A80), (4, 0x6700)],
)
def test_other_status_words_are_unexpected(step: int, sw: int) -> None:
    with pytest.raises(UnexpectedStatus, match=f"{sw:04X}") as caught:
        _run(ScriptedCard({step: ResponseApdu(b"", sw)}))
    assert caught.value.sw == sw
    assert caught.value.means_no_extended_length == (sw == 0x6700)


OFF_CURVE = _bsi("map_picc_pub_key")[:-1] + b"\x00"


@pytest.mark.parametrize(
    ("step", "answer", "complaint"),
    [
        (1, ResponseApdu(b"", 0x9000), "malformed"),
        (1, ResponseApdu(b"\x7c\x05\x80", 0x9000), "malformed"),
        (1, ResponseApdu(b"\x7d\x00", 0x9000), "instead of 7C"),
        (1, _answer(), "exactly object 80"),
        (1, _answer((0x80, b"")), "whole blocks"),
        (1, _answer((0x80, bytes(15))), "whole blocks"),
        (1, _answer((0x80, bytes(16)), (0x81, b"")), "exactly object 80"),
        (1, _answer((0x80, bytes(16)), (0x80, bytes(16))), "malformed"),
        (2, _answer((0x81, _bsi("map_picc_pub_key"))), "exactly object 82"),
        (2, _answer((0x82, OFF_CURVE)), "invalid"),
        (2, _answer((0x82, b"\x00")), "invalid"),
        (2, _answer((0x82, b"\x02" + _bsi("map_picc_pub_key")[1:33])), "invalid"),
        (3, _answer((0x84, OFF_CURVE)), "invalid"),
        (3, _answer((0x84, _bsi("pcd_pub_key"))), "terminal's own"),
        (4, _answer((0x87, b"DECVCAAT00001")), "token is wrong"),
        (4, _answer((0x86, bytes(8))), "token is wrong"),
        (4, _answer((0x86, _bsi("authentication_token_pcd"))), "token is wrong"),
        (4, _answer((0x86, _bsi("authentication_token_picc")[:7])), "token is wrong"),
        (4, _answer((0x86, _bsi("authentication_token_picc")), (0x87, b"DE\x00\x01")), "not text"),
    ],
)
def test_answers_that_make_no_sense(step: int, answer: ResponseApdu, complaint: str) -> None:
    with pytest.raises(ProtocolError, match=complaint):
        _run(ScriptedCard({step: answer}))


def test_a_card_that_cancels_the_nonce_is_found_out() -> None:
    """The card's mapping point is −(s/k)·G, so that s·G + k·P would be infinity."""
    mapping = PrivateKey.from_bytes(INFO.curve or pytest.fail("no curve"), _bsi("map_pcd_priv_key"))
    order = mapping.curve.n
    scalar = -int.from_bytes(_bsi("nonce")) * pow(int.from_bytes(_bsi("map_pcd_priv_key")), -1, order) % order
    point = PrivateKey.from_bytes(mapping.curve, scalar.to_bytes(32)).public
    with pytest.raises(ProtocolError, match="do not make a generator"):
        _run(ScriptedCard({2: _answer((0x82, point))}))


def test_a_card_pulled_away_leaves_no_pin_behind() -> None:
    class Pulled:
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            raise CardGoneError(f"at {command.ins:02X}")

    pin = Secret(b"123456")
    with pytest.raises(CardGoneError):
        run(pace(INFO, PasswordId.PIN, pin, CHAT), Pulled())
    assert pin.is_wiped


@pytest.mark.parametrize("outcome", [_run, lambda card: _run(card, PasswordId.CAN)])
def test_nothing_secret_prints(outcome: Callable[[ScriptedCard], object]) -> None:
    printed = repr(outcome(ScriptedCard()))
    for name in ("k_enc", "k_mac"):
        assert BSI[name] not in printed
        assert repr(_bsi(name))[2:-1] not in printed


def test_the_terminal_reads_the_variant_from_the_cards_file() -> None:
    assert SecurityInfos.parse(_bsi("ef_cardaccess")).supported_pace() == INFO


def test_a_key_source_is_asked_for_the_cards_curve_twice() -> None:
    asked: list[Curve] = []

    def source(curve: Curve) -> PrivateKey:
        asked.append(curve)
        return generate_key(curve)

    card = ScriptedCard({4: ResponseApdu(b"", 0x63C2)})
    run(pace(INFO, PasswordId.PIN, Secret(b"000000"), CHAT, key_source=source), card)
    assert [curve.parameter_id for curve in asked] == [13, 13]
