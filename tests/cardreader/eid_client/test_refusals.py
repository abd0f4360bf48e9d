"""What parsers and checks refuse, reason by reason, where no other test comes by."""

import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from eid_world import NAMES, SERVICE

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import run
from cardreader.chat import Chat, ChatError, Role
from cardreader.chip_authentication import authenticate_chip, signed_security_infos
from cardreader.cv_certificate import CvCertificate, CvCertificateError, Extension, issue
from cardreader.cv_public_key import CvPublicKey, CvPublicKeyError
from cardreader.eid_client import addresses, checks, paos
from cardreader.eid_client.client import abort_of
from cardreader.eid_client.deadline import DeadlineSocket
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.paos import PaosError
from cardreader.eid_client.tls_trail import TlsTrail
from cardreader.elliptic import BRAINPOOL_P256R1, generate_key
from cardreader.errors import PasswordState, PasswordUnusableError, ProtocolError
from cardreader.key_derivation import cmac
from cardreader.pace import PasswordId, set_authentication_template
from cardreader.secure_messaging import SecureMessaging, SecureMessagingError, SessionKeys
from cardreader.security_infos import ChipAuthenticationInfo, PaceInfo, SecurityInfos, UnknownInfo
from sandbox.eid_server.pki import Pki

KEY = ec.generate_private_key(ec.BrainpoolP256R1())
RSA = "0.4.0.127.0.7.2.2.2.1.2"
CA_AES_128 = "0.4.0.127.0.7.2.2.3.2.2"


def _card_security(
    infos: SecurityInfos, *, content: int = 0xA0, octets: int = 0x04, signed: int = 0xA0
) -> bytes:
    inner = tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.3.2.1"))
    inner += tlv.encode(content, tlv.encode(octets, infos.encode()))
    signed_data = tlv.encode(0x30, b"\x02\x01\x03\x31\x00" + tlv.encode(0x30, inner) + b"\x31\x00")
    kind = tlv.encode(0x06, tlv.oid_bytes("1.2.840.113549.1.7.2"))
    return tlv.encode(0x30, kind + tlv.encode(signed, signed_data))


INFOS = SecurityInfos((ChipAuthenticationInfo(CA_AES_128, 2),))


@pytest.mark.parametrize(
    "file",
    [
        tlv.encode(0x31, _card_security(INFOS)[2:]),
        _card_security(INFOS, signed=0xA1),
        _card_security(INFOS, content=0xA1),
        _card_security(INFOS, octets=0x0C),
    ],
)
def test_card_security_of_another_form_is_refused(file: bytes) -> None:
    with pytest.raises(ProtocolError, match="malformed"):
        signed_security_infos(file)


class _OneKey:
    """A card after terminal authentication that has one key and does not number it."""

    def __init__(self) -> None:
        self.selected = b""

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        match command.ins:
            case 0xB0:
                return ResponseApdu(_card_security(INFOS), 0x6282)
            case 0x22:
                self.selected = command.data
                return ResponseApdu(b"", 0x9000)
            case _:
                answer = tlv.encode(0x81, bytes(8)) + tlv.encode(0x82, bytes(8))
                return ResponseApdu(tlv.encode(0x7C, answer), 0x9000)


def test_a_card_that_does_not_number_its_key_is_asked_for_none() -> None:
    card = _OneKey()
    run(authenticate_chip(generate_key(BRAINPOOL_P256R1).public), card)
    assert tlv.fields(card.selected).keys() == {0x80}


@pytest.mark.parametrize(
    ("version", "key_id"),
    [
        ("0200", ""),
        ("020102", "0200"),
        ("020102", "0201FF"),
        ("020102", "02020029"),
        ("020102", "02057FFFFFFFFF"),
    ],
    ids=["cut off", "empty", "negative", "zeros in front", "too long"],
)
def test_numbers_that_mean_nothing_stay_unknown_and_as_they_were(version: str, key_id: str) -> None:
    protocol = tlv.encode(0x06, tlv.oid_bytes(CA_AES_128))
    parts = bytes.fromhex(version + key_id)
    file = tlv.encode(0x31, tlv.encode(0x30, protocol + parts))
    infos = SecurityInfos.parse(file)
    assert infos.infos == (UnknownInfo(CA_AES_128, parts),)
    assert infos.encode() == file


def _certificate(key: CvPublicKey | None = None) -> CvCertificate:
    made = issue(
        issuer_key=KEY,
        authority="DEROOT",
        holder="DETERM",
        public_key=KEY.public_key(),
        chat=Chat(Role.TERMINAL, NAMES),
        effective=date(2026, 1, 1),
        expiration=date(2026, 12, 31),
        description_hash=bytes(32),
        sector_key_hashes=[bytes(32)],
    )
    return made if key is None else replace(made, public_key=key)


def test_the_description_is_found_behind_other_extensions() -> None:
    made = _certificate()
    assert made.description_hash == bytes(32)
    assert replace(made, extensions=made.extensions[::-1]).description_hash == bytes(32)
    assert replace(made, extensions=(Extension("1.2.3", ()),)).description_hash is None


def test_body_and_signature_come_in_this_order() -> None:
    made = _certificate()
    with pytest.raises(CvCertificateError, match="followed by"):
        CvCertificate.from_body_and_signature(made.signature_object() + made.body)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (b"", "begins with its algorithm"),
        (tlv.encode(0x86, b"\x04"), "begins with its algorithm"),
        (b"\x06", "not well-formed"),
        (tlv.encode(0x06, b"\x2a") + b"\x86\x00\x86\x00", "repeated"),
        (tlv.encode(0x06, b"\x2a") + b"\x88\x00", "unknown"),
    ],
)
def test_public_keys_of_another_form_are_refused(value: bytes, complaint: str) -> None:
    with pytest.raises(CvPublicKeyError, match=complaint):
        CvPublicKey.from_value(value)


def test_no_domain_parameters_are_made_up() -> None:
    key = ec.generate_private_key(ec.SECP256K1()).public_key()
    with pytest.raises(CvPublicKeyError, match="secp256k1"):
        CvPublicKey.of(key, with_domain_parameters=True)


def test_keys_of_unknown_algorithms_fail_the_checks(pki: Pki) -> None:
    unusable = CvPublicKey(RSA, ())
    terminal = pki.issue_terminal(SERVICE)
    root = pki.authority.roots[-1].certificate
    verifier = replace(terminal.verifier, public_key=unusable)
    today = pki.clock().date()
    failed = [
        checks.chain_is_trusted(terminal.certificate, [verifier], (root,), today),
        checks.description_belongs_to(
            replace(terminal.certificate, public_key=unusable), terminal.description
        ),
        checks.tls_certificates_are_listed(terminal.description, verifier, [b""]),
    ]
    assert [each and each.failure for each in failed] == [EidFailure.CERTIFICATE_INVALID] * 3


@pytest.mark.parametrize(
    "host", ["[::g]", "[fe80::1%25eth0]", "[::1", "[v1.a:b]", "a..b", "-" * 64, "a_b." * 80]
)
def test_hosts_that_no_resolver_takes_are_refused(host: str) -> None:
    assert not addresses.is_https(f"https://{host}/")
    assert addresses.redirect_target(SERVICE, f"//{host}/") is None


@pytest.mark.parametrize(
    ("state", "failure"),
    [
        (PasswordState.SUSPENDED, EidFailure.PIN_SUSPENDED),
        (PasswordState.BLOCKED, EidFailure.PIN_BLOCKED),
        (PasswordState.DEACTIVATED, EidFailure.PIN_DEACTIVATED),
    ],
)
def test_unusable_passwords_have_failures_of_their_own(state: PasswordState, failure: EidFailure) -> None:
    assert abort_of(PasswordUnusableError(state)).failure is failure


def _body(inner: str) -> bytes:
    return f'<Envelope xmlns:x="u"><Body>{inner}</Body></Envelope>'.encode()


START = "<UserAgent><Name>n</Name><VersionMajor>1</VersionMajor><VersionMinor>2</VersionMinor></UserAgent>"
OK = "<Result><ResultMajor>ok</ResultMajor></Result>"


@pytest.mark.parametrize(
    ("parse", "inner", "complaint"),
    [
        (paos.parse_server_message, "<StartPAOSResponse/>", "Result is missing"),
        (paos.parse_server_message, f"<StartPAOSResponse>{OK}{OK}</StartPAOSResponse>", "comes twice"),
        (
            paos.parse_server_message,
            "<StartPAOSResponse><Result><ResultMajor/></Result></StartPAOSResponse>",
            "ResultMajor is empty",
        ),
        (
            paos.parse_server_message,
            "<Transmit><InputAPDUInfo><InputAPDU/></InputAPDUInfo></Transmit>",
            "InputAPDU is empty",
        ),
        (
            paos.parse_client_message,
            f"<StartPAOS>{START.replace('>2<', '>two<')}</StartPAOS>",
            "VersionMinor is not a number",
        ),
        (
            paos.parse_client_message,
            f"<StartPAOS><SessionIdentifier>1</SessionIdentifier>{START}</StartPAOS>",
            "ConnectionHandle is missing",
        ),
        (
            paos.parse_client_message,
            (
                f"<DIDAuthenticateResponse>{OK}<AuthenticationProtocolData x:type='x:Other'><a/>"
                "</AuthenticationProtocolData></DIDAuthenticateResponse>"
            ),
            "unknown type",
        ),
    ],
)
def test_messages_with_parts_missing_or_meaningless_are_refused(
    parse: Callable[[bytes], object], inner: str, complaint: str
) -> None:
    with pytest.raises(PaosError, match=complaint):
        parse(_body(inner))


@pytest.mark.parametrize("size", [0, 4, 6])
def test_rights_of_another_length_than_the_terminals_kind_has_are_refused(size: int) -> None:
    oid = tlv.encode(0x06, tlv.oid_bytes(Chat(Role.TERMINAL).terminal_type.oid))
    with pytest.raises(ChatError, match=f"5 bytes, found {size}"):
        Chat.from_value(oid + tlv.encode(0x53, bytes(size)))


def test_pace_without_standardised_parameters_names_none() -> None:
    command = set_authentication_template(PaceInfo("0.4.0.127.0.7.2.2.4.2.2"), PasswordId.PIN, None)
    assert tlv.fields(command.data).keys() == {0x80, 0x83}


def test_a_protected_length_has_one_byte_or_two() -> None:
    keys = SessionKeys(bytes(16), bytes(16))
    sealed = SecureMessaging(keys).protect(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=8))
    body = tlv.encode(0x97, bytes(3))
    padded = sealed.header + b"\x80" + bytes(11) + body + b"\x80" + bytes(10)
    forged = tlv.encode(0x8E, cmac(keys.mac, (1).to_bytes(16) + padded))
    with pytest.raises(SecureMessagingError, match="neither one nor two"):
        SecureMessaging(keys).unprotect_command(replace(sealed, data=body + forged))


def test_a_deadline_that_has_passed_ends_what_comes_next() -> None:
    one, other = socket.socketpair()
    with one, other, pytest.raises(TimeoutError, match="too long"):
        DeadlineSocket(one, timeout_s=-1.0).sendall(b"x")


def test_certificates_are_not_judged_before_the_description_is_known(pki: Pki) -> None:
    trail = TlsTrail()
    trail.note(b"a certificate nobody lists")
    trail.check_all()
    terminal = pki.issue_terminal(SERVICE)
    trail.set_description(terminal.description, terminal.verifier)
    with pytest.raises(EidAbort, match="TLS_UNTRUSTED"):
        trail.check_all()
