"""Certificate descriptions: the explicit tagging of real ones, all three kinds of terms, and garbage."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader import tlv
from cardreader.certificate_description import (
    CertificateDescription,
    CertificateDescriptionError,
    TermsType,
)

PLAIN = "06 0a 04007f00070301030101"
FULL = CertificateDescription.of(
    issuer_name="Bundesdruckerei D-Trust GmbH",
    issuer_url="https://www.d-trust.net",
    subject_name="Stadt Bochum",
    subject_url="https://service.bochum.example",
    terms="Zweck: Anmeldung — für Bürger",
    redirect_url="https://www.bochum.example",
    tls_certificate_hashes=[b"\x02" * 32, b"\x01" * 32, b"\x02" * 32],
)


def _sequence(*objects: str) -> bytes:
    return tlv.encode(0x30, bytes.fromhex("".join(objects)))


def test_fields_are_explicitly_tagged() -> None:
    raw = _sequence(PLAIN, "a1030c0149", "a203130155", "a3030c0153", "a403130157", "a5030c0154")
    read = CertificateDescription.from_bytes(raw)
    assert (read.issuer_name, read.issuer_url, read.subject_name, read.subject_url) == ("I", "U", "S", "W")
    assert (read.terms_text, read.redirect_url, read.tls_certificate_hashes) == ("T", "", frozenset())
    assert read.to_bytes() == raw


def test_made_description_reads_back() -> None:
    read = CertificateDescription.from_bytes(FULL.to_bytes())
    assert read == FULL
    assert read.subject_name == "Stadt Bochum"
    assert read.terms_text == "Zweck: Anmeldung — für Bürger"
    assert read.redirect_url == "https://www.bochum.example"
    assert read.tls_certificate_hashes == {b"\x01" * 32, b"\x02" * 32}


def test_hash_covers_the_bytes_as_received() -> None:
    assert FULL.hash("sha256") == hashlib.sha256(FULL.raw).digest()
    assert FULL.hash("sha512") == hashlib.sha512(FULL.raw).digest()


@pytest.mark.parametrize(
    ("last_arc", "terms", "kind"), [("02", "1601 3c", TermsType.HTML), ("03", "0402 2550", TermsType.PDF)]
)
def test_terms_that_are_no_text_are_kept_but_not_shown(last_arc: str, terms: str, kind: TermsType) -> None:
    value = bytes.fromhex(terms)
    raw = _sequence(f"060a04007f000703010301{last_arc}", "a1030c0149", "a3030c0153")
    raw = tlv.encode(0x30, tlv.parse_one(raw).value + tlv.encode(0xA5, value))
    read = CertificateDescription.from_bytes(raw)
    assert (read.terms_type, read.terms_text, read.terms) == (kind, "", value[2:])


@pytest.mark.parametrize(
    "objects",
    [
        [],
        [PLAIN],
        [PLAIN, "a1030c0149", "a5030c0154"],
        [PLAIN, "a3030c0153", "a5030c0154"],
        [PLAIN, "a1030c0149", "a3030c0153"],
        [PLAIN, "a1030c0149", "a1030c0149", "a3030c0153", "a5030c0154"],
        [PLAIN, "a3030c0153", "a1030c0149", "a5030c0154"],
        [PLAIN, "a1030c0149", "a3030c0153", "a503130154"],
        [PLAIN, "a1030c01ff", "a3030c0153", "a5030c0154"],
        [PLAIN, "a1030c0149", "a3030c0153", "a5030c01ff"],
        [PLAIN, "a103040149", "a3030c0153", "a5030c0154"],
        [PLAIN, "a1030c0149", "a3030c0153", "a5030c0154", "a8030c0154"],
        [PLAIN, "a1030c0149", "a3030c0153", "a5030c0154", "a705310302 0101"],
        [PLAIN, "a1030c0149", "a3030c0153", "a5030c0154", "a70530030401 01"],
        ["060a04007f00070301030104", "a1030c0149", "a3030c0153", "a5030c0154"],
        ["a1030c0149", "a3030c0153", "a5030c0154"],
    ],
)
def test_malformed_descriptions_are_refused(objects: list[str]) -> None:
    with pytest.raises(CertificateDescriptionError):
        CertificateDescription.from_bytes(_sequence(*objects))


@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda tail: tlv.encode(0x30, tail)))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    with pytest.raises(CertificateDescriptionError):
        CertificateDescription.from_bytes(data)


@given(st.integers(0, len(FULL.raw) - 1), st.integers(0, 255))
def test_damaged_description_is_refused_or_has_another_hash(position: int, value: int) -> None:
    damaged = bytearray(FULL.raw)
    damaged[position] = value
    try:
        read = CertificateDescription.from_bytes(bytes(damaged))
    except CertificateDescriptionError:
        return
    assert (read.hash("sha256") == FULL.hash("sha256")) == (bytes(damaged) == FULL.raw)
