"""PACE and secure messaging against libeac, which plays the card."""

from collections.abc import Iterator

import pytest
from libeac import LIBRARY, Channel, Context, Libeac

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import run
from cardreader.elliptic import BRAINPOOL_P256R1, CURVES, Curve
from cardreader.key_derivation import AES_128, AES_192, AES_256
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, PasswordRejected, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureChannel, SecureMessagingError
from cardreader.security_infos import (
    ChipAuthenticationDomainParameterInfo,
    ChipAuthenticationInfo,
    PaceInfo,
    SecurityInfos,
    TerminalAuthenticationInfo,
)

pytestmark = pytest.mark.third_party

CAR = "DECVCAEID00001"
CHAT = bytes.fromhex("7F4C12060904007F0007030102025305000513FF07")
PACE_ECDH_GM = "0.4.0.127.0.7.2.2.4.2"
SUITE_ARCS = {AES_128.name: 2, AES_192.name: 3, AES_256.name: 4}


@pytest.fixture(scope="module")
def libeac() -> Libeac:
    try:
        return Libeac()
    except OSError as error:
        pytest.skip(f"{LIBRARY} cannot be loaded ({error}); install Debian's libeac3")


class LibeacCard:
    """A card whose PACE and secure messaging are libeac's; it answers `content` to any command with Le."""

    content = b"what the card keeps " * 11

    def __init__(self, library: Libeac, infos: SecurityInfos, passwords: dict[PasswordId, bytes]) -> None:
        self.ef_card_access = infos.encode()
        self.context = Context(library, self.ef_card_access)
        self.passwords = passwords
        self.selected: PasswordId | None = None
        self.is_secure = False
        self.verdicts: list[bool] = []
        self.received: list[CommandApdu] = []
        self.own_point = b""
        self._their_point = b""

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        command = CommandApdu.from_bytes(command.to_bytes())
        response = self._secured(command) if self.is_secure else self._plain(command)
        return ResponseApdu.from_bytes(response.to_bytes())

    def _plain(self, command: CommandApdu) -> ResponseApdu:
        if command.ins == 0x22:
            self.selected = PasswordId(tlv.fields(command.data)[0x83][0])
            return ResponseApdu(b"", 0x9000)
        assert command.ins == 0x86
        objects = tlv.fields(tlv.parse_one(command.data).value)
        assert (command.cla == 0x10) == (0x85 not in objects)
        return self._pace_step(objects)

    def _pace_step(self, objects: dict[int, bytes]) -> ResponseApdu:
        if 0x85 in objects:
            return self._mutual_authentication(objects[0x85])
        if 0x83 in objects:
            self._their_point = objects[0x83]
            self.own_point = self.context.buffer("PACE_STEP3B_generate_ephemeral_key")
            self.context.ok("PACE_STEP3B_compute_shared_secret", self._their_point)
            return _answer(0x84, self.own_point)
        if 0x81 in objects:
            own_mapping_point = self.context.buffer("PACE_STEP3A_generate_mapping_data")
            self.context.ok("PACE_STEP3A_map_generator", objects[0x81])
            return _answer(0x82, own_mapping_point)
        assert self.selected is not None
        password = self.passwords[self.selected]
        return _answer(0x80, self.context.encrypted_nonce(password, self.selected))

    def _mutual_authentication(self, token: bytes) -> ResponseApdu:
        self.context.ok("PACE_STEP3C_derive_keys")
        self.verdicts.append(self.context.is_token_right(token))
        if not self.verdicts[-1]:
            return ResponseApdu(b"", 0x63C2 if self.selected is PasswordId.PIN else 0x6300)
        own_token = self.context.buffer("PACE_STEP3D_compute_authentication_token", self._their_point)
        self.context.use_channel(Channel.PACE)
        self.is_secure = True
        objects = tlv.encode(0x86, own_token) + tlv.encode(0x87, CAR.encode())
        return ResponseApdu(tlv.encode(0x7C, objects), 0x9000)

    def _secured(self, command: CommandApdu) -> ResponseApdu:
        """Take the protected command apart and protect the answer, both by libeac's cipher and checksum."""
        self.context.step_counter()
        assert command.cla & 0x0C == 0x0C
        objects = tlv.parse_all(command.data)
        covered = b"".join(tlv.encode(item.tag, item.value) for item in objects[:-1])
        signed = self.context.pad(command.header) + (self.context.pad(covered) if covered else b"")
        assert objects[-1] == tlv.Tlv(0x8E, self.context.checksum(signed))
        values = {item.tag: item.value for item in objects}
        data = b""
        if 0x87 in values:
            assert values[0x87][0] == 0x01
            data = self.context.unpad(self.context.decrypt(values[0x87][1:]))
        le = None
        if 0x97 in values:
            le = int.from_bytes(values[0x97]) or 256 ** len(values[0x97])
        self.received.append(CommandApdu(command.cla & ~0x0C, command.ins, command.p1, command.p2, data, le))
        self.context.step_counter()
        answer = b"" if le is None else self.content[:le]
        body = tlv.encode(0x87, b"\x01" + self.context.encrypt(self.context.pad(answer))) if answer else b""
        body += tlv.encode(0x99, b"\x90\x00")
        return ResponseApdu(body + tlv.encode(0x8E, self.context.checksum(self.context.pad(body))), 0x9000)


def _answer(tag: int, value: bytes) -> ResponseApdu:
    return ResponseApdu(tlv.encode(0x7C, tlv.encode(tag, value)), 0x9000)


def _infos(curve: Curve, suite: str) -> SecurityInfos:
    chip_authentication = "0.4.0.127.0.7.2.2.3.2.2"
    return SecurityInfos(
        (
            PaceInfo(f"{PACE_ECDH_GM}.{SUITE_ARCS[suite]}", 2, curve.parameter_id),
            TerminalAuthenticationInfo(2),
            ChipAuthenticationInfo(chip_authentication, 2, 0x29),
            ChipAuthenticationDomainParameterInfo(curve.parameter_id, 0x29),
        )
    )


# libeac takes the whole machine-readable zone and picks its numbers itself; we are given the numbers
# (document number, dates of birth and expiry, each with its check digit: ICAO 9303-11 G.1).
MACHINE_READABLE_ZONE = (
    b"I<UTOT220001293<<<<<<<<<<<<<<<6408125F1010318UTO<<<<<<<<<<<8MUSTERMANN<<ERIKA<<<<<<<<<<<<<"
)
PASSWORDS = {
    PasswordId.MRZ: b"T22000129364081251010318",
    PasswordId.CAN: b"500540",
    PasswordId.PIN: b"123456",
    PasswordId.PUK: b"9876543210",
}


@pytest.fixture
def card(libeac: Libeac, request: pytest.FixtureRequest) -> Iterator[LibeacCard]:
    curve, suite = getattr(request, "param", (BRAINPOOL_P256R1, AES_128.name))
    passwords = PASSWORDS | {PasswordId.MRZ: MACHINE_READABLE_ZONE}
    simulated = LibeacCard(libeac, _infos(curve, suite), passwords)
    yield simulated
    simulated.context.close()


EVERY_CURVE = pytest.mark.parametrize("card", [(curve, AES_128.name) for curve in CURVES], indirect=True)
EVERY_SUITE = pytest.mark.parametrize(
    "card", [(BRAINPOOL_P256R1, suite) for suite in SUITE_ARCS], indirect=True
)
EVERY_PASSWORD = pytest.mark.parametrize("password", list(PasswordId))


def _run_pace(
    card: LibeacCard, password: PasswordId, characters: bytes
) -> PaceEstablished | PaceRejected | PasswordRejected:
    # libeac read this EF.CardAccess; so do we, from the same bytes.
    info = SecurityInfos.parse(card.ef_card_access).supported_pace()
    assert info is not None
    return run(pace(info, password, Secret(characters), CHAT), card)


def _exchange_protected(card: LibeacCard, established: PaceEstablished) -> None:
    channel = SecureChannel(card, established.keys)
    sent = [
        CommandApdu(0x00, 0x70, 0x01, 0x02),
        CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=223),
        CommandApdu(0x00, 0xB0, 0x00, 0xDF, le=65536),
        *(
            CommandApdu(0x00, 0xD6, 0x00, 0x00, bytes(range(size % 256)) + b"." * (size // 256 * 256))
            for size in (1, 15, 16, 17, 200, 255, 256, 1000)
        ),
        CommandApdu(0x00, 0x86, 0x00, 0x00, b"\x7c\x00", 256),
    ]
    for command in sent:
        response = channel.transmit(command)
        assert response == ResponseApdu(card.content[: command.le or 0], 0x9000)
    assert card.received == sent


@EVERY_CURVE
def test_right_pin_gives_the_same_keys_on_both_sides(card: LibeacCard) -> None:
    established = _run_pace(card, PasswordId.PIN, b"123456")
    assert isinstance(established, PaceEstablished)
    assert card.verdicts == [True]
    assert established.car == CAR
    assert established.previous_car is None
    _exchange_protected(card, established)


@EVERY_SUITE
def test_every_cipher_suite_agrees(card: LibeacCard) -> None:
    established = _run_pace(card, PasswordId.PIN, b"123456")
    assert isinstance(established, PaceEstablished)
    _exchange_protected(card, established)


@EVERY_PASSWORD
def test_every_kind_of_password_agrees(card: LibeacCard, password: PasswordId) -> None:
    established = _run_pace(card, password, PASSWORDS[password])
    assert isinstance(established, PaceEstablished)
    assert card.verdicts == [True]


@EVERY_CURVE
def test_wrong_pin_is_rejected_by_both_sides(card: LibeacCard) -> None:
    assert _run_pace(card, PasswordId.PIN, b"123457") == PaceRejected(attempts_left=2)
    assert card.verdicts == [False]
    assert not card.is_secure


def test_wrong_can_is_rejected_without_a_count(card: LibeacCard) -> None:
    assert _run_pace(card, PasswordId.CAN, b"500541") == PasswordRejected()
    assert card.verdicts == [False]


def test_session_name_is_the_compressed_key_libeac_sent(card: LibeacCard) -> None:
    established = _run_pace(card, PasswordId.PIN, b"123456")
    assert isinstance(established, PaceEstablished)
    assert established.id_picc == card.own_point[1:33]


def test_an_answer_changed_on_the_way_ends_the_session(card: LibeacCard) -> None:
    established = _run_pace(card, PasswordId.PIN, b"123456")
    assert isinstance(established, PaceEstablished)

    class Tampering:
        def transmit(self, command: CommandApdu) -> ResponseApdu:
            response = card.transmit(command)
            return ResponseApdu(response.data[:-1] + bytes([response.data[-1] ^ 1]), response.sw)

    channel = SecureChannel(Tampering(), established.keys)
    with pytest.raises(SecureMessagingError, match="checksum"):
        channel.transmit(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=8))
    with pytest.raises(SecureMessagingError, match="ended"):
        channel.transmit(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=8))
