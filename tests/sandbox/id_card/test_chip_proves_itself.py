"""Chip authentication, the files it opens, and the protocols that need it."""

import hashlib
from datetime import date

import pytest

from cardreader import tlv
from cardreader.auxiliary_data import DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID, AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.chip_authentication import read_card_security, signed_security_infos
from cardreader.cv_public_key import CvPublicKey
from cardreader.elliptic import BRAINPOOL_P256R1, generate_key
from cardreader.errors import UnexpectedStatus
from cardreader.secure_messaging import UnprotectedStatusError
from tests.sandbox.id_card.authority import EVERYTHING, Authority
from tests.sandbox.id_card.terminal import Terminal

CA = "800A04007F00070202030202"
RI = "800A04007F00070202050203"


def _authenticated(authority: Authority) -> Terminal:
    terminal, holder = Terminal(authority.card()), authority.new_terminal()
    terminal.pin(rights=EVERYTHING)
    terminal.verify(authority.verifier.certificate, holder.certificate)
    terminal.authenticate(holder)
    return terminal


def test_card_security_opens_after_terminal_authentication(authority: Authority) -> None:
    terminal = _authenticated(authority)
    infos = signed_security_infos(terminal.run(read_card_security()))
    key = infos.chip_authentication_public_key(0x29)
    assert key is not None
    assert infos.chip_authentication_public_key(0x2D) is None


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (f"002241A4 0F {CA} 840129", "9000"),
        (f"002241A4 0F {CA} 84012D", "6982"),  # privileged terminals' key
        (f"002241A4 0F {CA} 84012E", "6A88"),  # version 3
        (f"002241A4 0C {CA}", "6A88"),  # which of the keys?
        (f"002241A4 0F {RI} 840102", "6982"),  # chip authentication comes first
        ("002241A4 0C 800A04007F00070202030204", "6A80"),  # AES-256 is not offered
    ],
)
def test_selecting_the_key(authority: Authority, command: str, status: str) -> None:
    assert _authenticated(authority).status(command) == status


def test_chip_authentication_needs_terminal_authentication(authority: Authority) -> None:
    terminal = Terminal(authority.card())
    terminal.pin(rights=EVERYTHING)
    assert terminal.status(f"002241A4 0F {CA} 840129") == "6982"


def test_only_the_key_that_terminal_authentication_covered_is_taken(authority: Authority) -> None:
    terminal = _authenticated(authority)
    terminal.ephemeral = generate_key(BRAINPOOL_P256R1)
    with pytest.raises(UnexpectedStatus, match="6300"):
        terminal.check_chip(authority)


def test_data_groups_open_only_after_chip_authentication(authority: Authority) -> None:
    terminal = _authenticated(authority)
    terminal.send("00A4040C09E80704007F00070302")
    assert terminal.read(4).sw == 0x6982
    terminal.send("00A4000C023F00")
    terminal.check_chip(authority)
    terminal.send("00A4040C09E80704007F00070302")
    assert terminal.read(4).data == bytes.fromhex("64070C054572696B61")


def test_old_keys_are_dead_afterwards(authority: Authority) -> None:
    terminal = _authenticated(authority)
    with_pace_keys = terminal.channel
    terminal.check_chip(authority)
    terminal.channel = with_pace_keys
    with pytest.raises(UnprotectedStatusError, match="6988"):
        terminal.read(4)


@pytest.mark.parametrize(
    ("persona", "born", "valid", "lives", "answers"),
    [
        # Erika, born 1984-08-12, valid until 2033-05-31, Bochum
        ("erika", "19840812", "20330531", "0276050911", ("9000", "9000", "9000")),
        ("erika", "19840811", "20330601", "0276050913", ("6300", "6300", "6300")),
        # of the birth date only 1989 is known: old enough only if born on its last day
        ("no_given_name", "19891230", "20261123", "02760509110000", ("6300", "9000", "9000")),
        ("no_given_name", "19891231", "20261123", "02760509110000", ("9000", "9000", "9000")),
        ("expired", "20261123", "20240701", "02", ("9000", "6300", "9000")),
        ("abroad", "20081123", "20261123", "0276", ("9000", "9000", "6300")),
    ],
)
def test_auxiliary_data_is_answered_with_yes_or_no(
    authority: Authority, persona: str, born: str, valid: str, lives: str, answers: tuple[str, str, str]
) -> None:
    asked = AuxiliaryData.of(
        born_on_or_before=date.fromisoformat(born),
        valid_on=date.fromisoformat(valid),
        municipality_id=bytes.fromhex(lives),
    )
    terminal = Terminal(authority.card(persona))
    terminal.enter(authority, EVERYTHING, auxiliary=asked)
    assert (
        tuple(_verify(terminal, kind) for kind in (DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID)) == answers
    )


def test_auxiliary_answers_need_right_and_commitment(authority: Authority) -> None:
    asked = AuxiliaryData.of(born_on_or_before=date(2008, 1, 1))
    terminal = Terminal(authority.card())
    terminal.enter(authority, {AccessRight.GIVEN_NAMES}, auxiliary=asked)
    assert _verify(terminal, DATE_OF_BIRTH) == "6982"  # no right
    assert _verify(terminal, MUNICIPALITY_ID) == "6982"
    assert _verify(terminal, DATE_OF_EXPIRY) == "6A88"  # everyone may, but nothing was committed to
    assert _verify(terminal, "0.4.0.127.0.7.3.1.4.9") == "6A88"
    assert terminal.status("00208000 02 0604") == "6E00"  # not the proprietary class
    assert terminal.status("80200000 02 0604") == "6A86"


def test_unknown_auxiliary_data_does_no_harm_and_the_last_of_two_counts(authority: Authority) -> None:
    def entry(kind: str, value: bytes) -> bytes:
        return tlv.encode(0x73, tlv.encode(0x06, tlv.oid_bytes(kind)) + tlv.encode(0x53, value))

    raw = tlv.encode(
        0x67,
        entry("0.4.0.127.0.7.3.1.4.99", b"?")
        + entry(DATE_OF_BIRTH, b"19000101")
        + entry(DATE_OF_BIRTH, b"20080101"),
    )
    terminal = Terminal(authority.card())
    terminal.enter(authority, EVERYTHING, auxiliary=raw)
    assert _verify(terminal, DATE_OF_BIRTH) == "9000"
    assert terminal.status(f"80208000 09 {tlv.oid_bytes(DATE_OF_BIRTH).hex()}") == "9000"  # without its tag


def test_pseudonyms_are_the_same_within_a_sector_and_unlike_between(authority: Authority) -> None:
    first, second = _sector(), _sector()
    assert _pseudonym(authority, "erika", first) == _pseudonym(authority, "erika", first)
    distinct = {
        _pseudonym(authority, "erika", first),
        _pseudonym(authority, "erika", second),
        _pseudonym(authority, "erika", first, key_id=1),
        _pseudonym(authority, "hannelore", first),
    }
    assert len(distinct) == 4
    assert {len(pseudonym) for pseudonym in distinct} == {32}


def test_pseudonym_needs_the_right_the_revocation_token_does_not(authority: Authority) -> None:
    sector = _sector()
    terminal = Terminal(authority.card())
    terminal.enter(authority, {AccessRight.GIVEN_NAMES}, sectors=[hashlib.sha256(sector).digest()])
    assert terminal.status(f"002241A4 0F {RI} 840102") == "6982"
    assert terminal.status(f"002241A4 0F {RI} 840109") == "6A88"
    assert terminal.status(f"002241A4 0F {RI} 840101") == "9000"


def test_sector_of_others_is_refused(authority: Authority) -> None:
    terminal = Terminal(authority.card())
    terminal.enter(authority, EVERYTHING, sectors=[hashlib.sha256(_sector()).digest()])
    assert terminal.status(f"002241A4 0F {RI} 840102") == "9000"
    request = tlv.encode(0x7C, tlv.encode(0xA0, tlv.parse_one(_sector()).value))
    assert terminal.status(f"00860000 00 {len(request):04X} {request.hex()} 0000") == "6A80"


def _verify(terminal: Terminal, kind: str) -> str:
    data = tlv.encode(0x06, tlv.oid_bytes(kind))
    return terminal.status(f"80208000 {len(data):02X} {data.hex()}")


def _sector() -> bytes:
    key = generate_key(BRAINPOOL_P256R1).openssl.public_key()
    return CvPublicKey.of(key, "0.4.0.127.0.7.2.2.5.2.3", with_domain_parameters=True).to_bytes()


def _pseudonym(authority: Authority, persona: str, sector: bytes, key_id: int = 2) -> bytes:
    terminal = Terminal(authority.card(persona))
    terminal.enter(authority, EVERYTHING, sectors=[hashlib.sha256(sector).digest()])
    assert terminal.status(f"002241A4 0F {RI} 8401{key_id:02X}") == "9000"
    request = tlv.encode(0x7C, tlv.encode(0xA0, tlv.parse_one(sector).value))
    answer = terminal.send(f"00860000 00 {len(request):04X} {request.hex()} 0000")
    assert answer.sw == 0x9000
    return tlv.fields(tlv.parse_one(answer.data).value)[0x81]
