"""CV certificates: the BSI's published chain, our own issuing, and everything that must be refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from cardreader import tlv
from cardreader.chat import AccessRight, Chat, Role, TerminalType
from cardreader.cv_certificate import CvCertificate, CvCertificateError, issue
from cardreader.cv_public_key import ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512, CvPublicKeyError
from cardreader.elliptic import CURVES, Curve

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_terminal_chip.json").read_text())
KEY = ec.generate_private_key(ec.BrainpoolP256R1())
OTHER_KEY = ec.generate_private_key(ec.BrainpoolP256R1())
CVCA_CHAT = Chat(Role.CVCA, frozenset(AccessRight))
DESCRIPTION_HASH = bytes(range(32))


def _bsi(name: str) -> CvCertificate:
    return CvCertificate.from_bytes(bytes.fromhex(BSI[name]))


def _root() -> CvCertificate:
    return issue(
        issuer_key=KEY,
        authority="DECVCA00001",
        holder="DECVCA00001",
        public_key=KEY.public_key(),
        chat=CVCA_CHAT,
        effective=date(2026, 1, 1),
        expiration=date(2028, 12, 31),
        with_domain_parameters=True,
    )


def _terminal() -> CvCertificate:
    return issue(
        issuer_key=KEY,
        authority="DECVCA00001",
        holder="DETERM00001",
        public_key=OTHER_KEY.public_key(),
        chat=Chat(Role.TERMINAL, frozenset({AccessRight.ADDRESS})),
        effective=date(2026, 2, 28),
        expiration=date(2026, 3, 2),
        description_hash=DESCRIPTION_HASH,
        sector_key_hashes=[b"\x01" * 32, b"\x02" * 32],
    )


ROOT, TERMINAL = _root(), _terminal()


def test_published_ecdsa_chain_verifies_from_the_root_down() -> None:
    root, verifier, terminal = _bsi("cvca_cert"), _bsi("dv_cert"), _bsi("ta_cert")
    root_key = root.verifying_key()
    assert root_key.curve.name == "brainpoolP512r1"
    assert root.is_signed_by(root_key)
    assert verifier.is_signed_by(root_key)
    verifier_key = verifier.verifying_key(root_key.curve)
    assert terminal.is_signed_by(verifier_key)
    assert not terminal.is_signed_by(root_key)
    assert not root.is_signed_by(verifier_key)


def test_published_certificates_say_what_the_example_prints() -> None:
    root, verifier, terminal = _bsi("cvca_cert"), _bsi("dv_cert"), _bsi("ta_cert")
    assert (root.car, root.chr, root.is_self_signed) == ("DECVCAAT00001", "DECVCAAT00001", True)
    assert (verifier.car, verifier.chr) == ("DECVCAAT00001", "DETESTDVDE019")
    assert (terminal.car, terminal.chr) == ("DETESTDVDE019", "DETESTATDE019")
    assert (terminal.effective, terminal.expiration) == (date(2010, 9, 30), date(2010, 10, 30))
    assert terminal.chat.role is Role.TERMINAL
    assert terminal.chat.rights == {AccessRight.CAN_ALLOWED, AccessRight.DOCUMENT_TYPE}
    assert verifier.chat.role is Role.DV_OFFICIAL_DOMESTIC
    assert terminal.hash_name == "sha512"
    assert terminal.description_hash is None


@pytest.mark.parametrize("name", ["cvca_cert", "dv_cert", "ta_cert", "dh_cvca", "dh_dv_cert", "dh_ta_cert"])
def test_published_certificates_are_written_as_they_were_read(name: str) -> None:
    assert _bsi(name).to_bytes().hex() == BSI[name]


def test_rsa_certificates_are_read_but_their_keys_not_used() -> None:
    root = _bsi("dh_cvca")
    assert root.chat.terminal_type is TerminalType.INSPECTION
    with pytest.raises(CvPublicKeyError, match="not supported"):
        root.verifying_key()
    with pytest.raises(CvPublicKeyError, match="not supported"):
        _ = root.hash_name


def test_changed_body_or_signature_does_not_verify() -> None:
    terminal = _bsi("ta_cert")
    key = _bsi("dv_cert").verifying_key(_bsi("cvca_cert").verifying_key().curve)
    assert not key.is_signed(terminal.body + b"\0", terminal.signature)
    assert not key.is_signed(terminal.body, terminal.signature[:-1] + bytes([terminal.signature[-1] ^ 1]))
    assert not key.is_signed(terminal.body, terminal.signature[:-1])
    assert not key.is_signed(terminal.body, b"")
    assert not key.is_signed(terminal.body, bytes(128))
    assert not key.is_signed(terminal.body, b"\xff" * 128)


def test_issued_certificates_read_back_and_verify() -> None:
    root, terminal = ROOT, TERMINAL
    assert CvCertificate.from_bytes(root.to_bytes()) == root
    assert CvCertificate.from_bytes(terminal.to_bytes()) == terminal
    assert root.is_signed_by(root.verifying_key())
    assert terminal.is_signed_by(root.verifying_key())
    assert terminal.verifying_key(root.verifying_key().curve).key == OTHER_KEY.public_key()
    assert terminal.description_hash == DESCRIPTION_HASH
    assert terminal.sector_key_hashes == (b"\x01" * 32, b"\x02" * 32)
    assert root.description_hash is None
    assert root.sector_key_hashes == ()


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: str(curve.name))
@pytest.mark.parametrize("algorithm", [ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512])
def test_every_curve_and_hash_can_be_a_root(curve: Curve, algorithm: str) -> None:
    key = ec.generate_private_key(curve.openssl)
    root = issue(
        issuer_key=key,
        authority="R",
        holder="R",
        public_key=key.public_key(),
        chat=CVCA_CHAT,
        effective=date(2026, 1, 1),
        expiration=date(2026, 1, 1),
        with_domain_parameters=True,
        algorithm=algorithm,
    )
    read = CvCertificate.from_bytes(root.to_bytes()).verifying_key()
    assert read.curve.name == curve.openssl.name
    assert root.is_signed_by(read)


def test_link_between_hashes_uses_the_issuers_hash_for_the_signature() -> None:
    link = issue(
        issuer_key=KEY,
        authority="DECVCA00001",
        holder="DECVCA00002",
        public_key=OTHER_KEY.public_key(),
        chat=CVCA_CHAT,
        effective=date(2026, 1, 1),
        expiration=date(2026, 12, 1),
        with_domain_parameters=True,
        algorithm=ECDSA_SHA_512,
        issuer_algorithm=ECDSA_SHA_256,
    )
    assert link.hash_name == "sha512"
    assert link.is_signed_by(ROOT.verifying_key())


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (date(2026, 2, 27), False),
        (date(2026, 2, 28), True),
        (date(2026, 3, 2), True),
        (date(2026, 3, 3), False),
    ],
)
def test_both_dates_belong_to_the_validity(day: date, *, valid: bool) -> None:
    assert TERMINAL.is_valid_on(day) is valid


def test_key_without_domain_parameters_inherits_or_is_refused() -> None:
    with pytest.raises(CvPublicKeyError, match="inherits none"):
        TERMINAL.verifying_key()
    with pytest.raises(CvPublicKeyError, match="not on the curve"):
        TERMINAL.verifying_key(ec.SECP256R1())


def test_domain_parameters_of_no_known_curve_are_refused() -> None:
    raw = bytearray(ROOT.to_bytes())
    prime = raw.index(bytes.fromhex("A9FB57DBA1EEA9BC3E660A909D838D72"))
    raw[prime] ^= 1
    with pytest.raises(CvPublicKeyError, match="no supported curve"):
        CvCertificate.from_bytes(bytes(raw)).verifying_key()


@pytest.mark.parametrize("year", [1999, 2100])
def test_dates_that_the_format_cannot_hold_are_not_issued(year: int) -> None:
    with pytest.raises(CvCertificateError, match="2000 to 2099"):
        issue(
            issuer_key=KEY,
            authority="A",
            holder="B",
            public_key=KEY.public_key(),
            chat=CVCA_CHAT,
            effective=date(year, 1, 1),
            expiration=date(year, 1, 1),
        )


@pytest.mark.parametrize("holder", ["", "A" * 17])
def test_references_have_one_to_sixteen_characters(holder: str) -> None:
    with pytest.raises(CvCertificateError, match="1 to 16"):
        issue(
            issuer_key=KEY,
            authority="A",
            holder=holder,
            public_key=KEY.public_key(),
            chat=CVCA_CHAT,
            effective=date(2026, 1, 1),
            expiration=date(2026, 1, 1),
        )


def _body_parts() -> list[tlv.Tlv]:
    return list(tlv.parse_all(tlv.parse_one(TERMINAL.body).value))


def _rebuilt(parts: list[tlv.Tlv]) -> bytes:
    body = tlv.encode(0x7F4E, b"".join(tlv.encode(part.tag, part.value) for part in parts))
    return tlv.encode(0x7F21, body + TERMINAL.signature_object())


def test_rebuilding_changes_nothing_by_itself() -> None:
    assert CvCertificate.from_bytes(_rebuilt(_body_parts())) == TERMINAL


@pytest.mark.parametrize("index", range(7))
def test_missing_object_is_refused(index: int) -> None:
    parts = _body_parts()
    del parts[index]
    with pytest.raises(CvCertificateError, match="missing"):
        CvCertificate.from_bytes(_rebuilt(parts))


@pytest.mark.parametrize("index", range(8))
def test_repeated_object_is_refused(index: int) -> None:
    parts = _body_parts()
    parts.insert(index, parts[index])
    with pytest.raises(CvCertificateError):
        CvCertificate.from_bytes(_rebuilt(parts))


@pytest.mark.parametrize(
    ("index", "value"),
    [
        (0, "01"),
        (1, ""),
        (5, "020600020a08"),
        (5, "02060103"),
        (5, "020600020300"),
        (6, "020601030302"),
        (7, "7305060304"),
        (7, "73020400"),
    ],
)
def test_impossible_value_is_refused(index: int, value: str) -> None:
    parts = _body_parts()
    parts[index] = tlv.Tlv(parts[index].tag, bytes.fromhex(value))
    with pytest.raises(CvCertificateError):
        CvCertificate.from_bytes(_rebuilt(parts))


@pytest.mark.parametrize("tag", [0x7F22, 0x7F4E])
def test_what_is_no_certificate_is_refused(tag: int) -> None:
    with pytest.raises(CvCertificateError, match="expected tag 7F21"):
        CvCertificate.from_bytes(tlv.encode(tag, b""))


def test_two_extensions_of_one_type_are_refused() -> None:
    parts = _body_parts()
    parts[7] = tlv.Tlv(0x65, parts[7].value * 2)
    with pytest.raises(CvCertificateError, match="two extensions"):
        CvCertificate.from_bytes(_rebuilt(parts))


def test_nothing_of_keys_or_signatures_is_printed() -> None:
    assert TERMINAL.signature.hex() not in repr(TERMINAL)
    assert len(repr(TERMINAL)) < 600


@given(st.binary(max_size=80))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    with pytest.raises(CvCertificateError):
        CvCertificate.from_bytes(data)


WHOLE, ROOT_KEY = TERMINAL.to_bytes(), ROOT.verifying_key()


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_no_single_changed_byte_goes_unnoticed(position: int, change: int) -> None:
    raw = bytearray(WHOLE)
    raw[position] ^= change
    try:
        certificate = CvCertificate.from_bytes(bytes(raw))
    except CvCertificateError:
        return
    assert not certificate.is_signed_by(ROOT_KEY)
