"""Chip authentication against libeac: it holds the card's key and derives the card's session keys."""

import ctypes
from collections.abc import Iterator
from ctypes import c_char_p

import pytest
from libeac import LIBRARY, Channel, Context, Libeac, LibeacError, _BufferPointer

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import run
from cardreader.chip_authentication import (
    ChipAuthenticated,
    authenticate_chip,
    chip_authentication_info,
    derive_keys,
    is_token_of_card,
)
from cardreader.elliptic import BRAINPOOL_P256R1, CURVES, SECP256R1, Curve, PrivateKey, generate_key
from cardreader.secure_messaging import SecureChannel
from cardreader.security_infos import (
    ChipAuthenticationDomainParameterInfo,
    ChipAuthenticationInfo,
    ChipAuthenticationPublicKeyInfo,
    PaceInfo,
    SecurityInfos,
    TerminalAuthenticationInfo,
)

pytestmark = pytest.mark.third_party

KEY_ID = 0x29
CA_ECDH = "0.4.0.127.0.7.2.2.3.2"
SUITE_ARCS = (2, 3, 4)
CONTENT = b"a name, an address"


@pytest.fixture(scope="module")
def libeac() -> Libeac:
    try:
        return Libeac()
    except OSError as error:
        pytest.skip(f"{LIBRARY} cannot be loaded ({error}); install Debian's libeac3")


class LibeacChip:
    """A card after terminal authentication, whose chip authentication is libeac's."""

    def __init__(self, library: Libeac, curve: Curve, suite_arc: int) -> None:
        self.curve = curve
        self.key = generate_key(curve)
        self._infos = (
            PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, curve.parameter_id),
            TerminalAuthenticationInfo(2),
            ChipAuthenticationInfo(f"{CA_ECDH}.{suite_arc}", 2, KEY_ID),
            ChipAuthenticationDomainParameterInfo(curve.parameter_id, KEY_ID),
        )
        self.library = library
        self.context = Context(library, SecurityInfos(self._infos).encode())
        scalar, point = self.key.to_bytes(), self.key.public
        self.context.ok("CA_set_key", c_char_p(scalar), len(scalar), c_char_p(point), len(point))

    @property
    def card_security(self) -> bytes:
        """Return EF.CardSecurity without a signature, which is the server's to check."""
        key_info = ChipAuthenticationPublicKeyInfo(self.curve.parameter_id, self.key.public, KEY_ID)
        content = tlv.encode(0xA0, tlv.encode(0x04, SecurityInfos((*self._infos, key_info)).encode()))
        security_object = tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.3.2.1"))
        signed_data = bytes.fromhex("0201033100") + tlv.encode(0x30, security_object + content) + b"\x31\x00"
        signed_data_type = tlv.encode(0x06, tlv.oid_bytes("1.2.840.113549.1.7.2"))
        return tlv.encode(0x30, signed_data_type + tlv.encode(0xA0, tlv.encode(0x30, signed_data)))

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        match command.ins:
            case 0xB0:
                offset = 0 if command.p1 & 0x80 else command.p1 << 8 | command.p2
                rest = self.card_security[offset:]
                return ResponseApdu(rest, 0x9000 if rest else 0x6B00)
            case 0x22:
                assert tlv.fields(command.data)[0x84] == bytes([KEY_ID])
                return ResponseApdu(b"", 0x9000)
            case 0x86:
                their_point = tlv.fields(tlv.parse_one(command.data).value)[0x80]
                nonce, token = self._agree(their_point)
                objects = tlv.encode(0x81, nonce) + tlv.encode(0x82, token)
                return ResponseApdu(tlv.encode(0x7C, objects), 0x9000)
            case _:
                raise AssertionError(f"unexpected instruction {command.ins:02X}")

    def _agree(self, their_point: bytes) -> tuple[bytes, bytes]:
        self.context.ok("CA_STEP4_compute_shared_secret", their_point)
        nonce, token = _BufferPointer(), _BufferPointer()
        self.context.ok("CA_STEP5_derive_keys", their_point, ctypes.byref(nonce), ctypes.byref(token))
        taken = tuple(self.library.take(pointer, "CA_STEP5_derive_keys") for pointer in (nonce, token))
        self.context.use_channel(Channel.CHIP_AUTHENTICATION)
        return taken[0], taken[1]


class SecuredByLibeac:
    """The same card afterwards: it takes protected commands apart and protects its answers."""

    def __init__(self, chip: LibeacChip) -> None:
        self._context = chip.context
        self.received: list[bytes] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        context = self._context
        context.step_counter()
        objects = tlv.parse_all(command.data)
        covered = b"".join(tlv.encode(part.tag, part.value) for part in objects[:-1])
        assert objects[-1].value == context.checksum(context.pad(command.header) + context.pad(covered))
        values = {part.tag: part.value for part in objects}
        if 0x87 in values:
            self.received.append(context.unpad(context.decrypt(values[0x87][1:])))
        context.step_counter()
        body = tlv.encode(0x87, b"\x01" + context.encrypt(context.pad(CONTENT))) + b"\x99\x02\x90\x00"
        return ResponseApdu(body + tlv.encode(0x8E, context.checksum(context.pad(body))), 0x9000)


@pytest.fixture
def chip(libeac: Libeac, request: pytest.FixtureRequest) -> Iterator[LibeacChip]:
    curve, suite_arc = getattr(request, "param", (BRAINPOOL_P256R1, 2))
    simulated = LibeacChip(libeac, curve, suite_arc)
    yield simulated
    simulated.context.close()


def _authenticate(chip: LibeacChip) -> tuple[PrivateKey, ChipAuthenticated, str]:
    server_key = generate_key(chip.curve)
    outcome = run(authenticate_chip(server_key.public), chip)
    return server_key, outcome, chip_authentication_info(outcome.ef_card_security).protocol


@pytest.mark.parametrize(
    "chip",
    [*((curve, 2) for curve in CURVES), *((BRAINPOOL_P256R1, arc) for arc in SUITE_ARCS[1:])],
    indirect=True,
)
def test_both_sides_have_the_same_keys(chip: LibeacChip) -> None:
    server_key, outcome, protocol = _authenticate(chip)
    keys = derive_keys(server_key, chip.key.public, outcome.nonce, protocol)
    assert is_token_of_card(keys, outcome.token, server_key.public, protocol)
    secured = SecuredByLibeac(chip)
    channel = SecureChannel(secured, keys)
    assert channel.transmit(CommandApdu(0x00, 0xB0, 0x84, 0x00, le=200)).data == CONTENT
    assert channel.transmit(CommandApdu(0x00, 0x20, 0x80, 0x00, b"an age", 200)).data == CONTENT
    assert secured.received == [b"an age"]


def test_a_clone_without_the_cards_key_is_found_out(chip: LibeacChip) -> None:
    server_key, outcome, protocol = _authenticate(chip)
    genuine = generate_key(chip.curve).public
    keys = derive_keys(server_key, genuine, outcome.nonce, protocol)
    assert not is_token_of_card(keys, outcome.token, server_key.public, protocol)


def test_another_nonce_or_token_is_found_out(chip: LibeacChip) -> None:
    server_key, outcome, protocol = _authenticate(chip)
    nonce = bytes(8) if outcome.nonce != bytes(8) else b"\x01" * 8
    keys = derive_keys(server_key, chip.key.public, nonce, protocol)
    assert not is_token_of_card(keys, outcome.token, server_key.public, protocol)
    keys = derive_keys(server_key, chip.key.public, outcome.nonce, protocol)
    assert not is_token_of_card(keys, outcome.token[::-1], server_key.public, protocol)


def test_libeac_refuses_a_key_on_another_curve(chip: LibeacChip) -> None:
    stranger = generate_key(SECP256R1)
    with pytest.raises(LibeacError):
        run(authenticate_chip(stranger.public), chip)
