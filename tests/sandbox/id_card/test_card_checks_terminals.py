"""The card believes a chain from its trust point, a fresh signature, and grants what every link allows."""

from datetime import timedelta

import pytest

from cardreader.chat import AccessRight, Chat, Role, TerminalType
from cardreader.errors import UnexpectedStatus
from cardreader.pace import PasswordId
from cardreader.terminal_authentication import get_challenge
from sandbox.id_card.card import IdCard
from tests.sandbox.id_card.authority import EVERYTHING, TODAY, Authority, Holder
from tests.sandbox.id_card.terminal import Terminal

NAMES = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES})


def _terminal(card: IdCard, rights: frozenset[AccessRight] = EVERYTHING) -> Terminal:
    card.power_on()
    terminal = Terminal(card)
    terminal.pin(rights=rights)
    return terminal


def _status(refused: pytest.ExceptionInfo[UnexpectedStatus]) -> tuple[str, str]:
    return refused.value.command, f"{refused.value.sw:04X}"


def test_card_names_its_trust_point_only_to_terminals_that_will_authenticate(authority: Authority) -> None:
    terminal = Terminal(authority.card())
    assert terminal.pin(rights=NAMES).certification_authorities == ("DECVCATEST00001",)
    terminal.card.reset()
    assert Terminal(terminal.card).pin().certification_authorities == ()


def test_granted_rights_are_what_pace_root_verifier_and_terminal_all_allow(authority: Authority) -> None:
    verifier = authority.new_verifier(rights=EVERYTHING - {AccessRight.DATE_OF_BIRTH})
    holder = authority.new_terminal(EVERYTHING - {AccessRight.ADDRESS}, verifier)
    terminal = _terminal(authority.card(), EVERYTHING - {AccessRight.DOCTORAL_DEGREE})
    terminal.verify(verifier.certificate, holder.certificate)
    terminal.authenticate(holder)
    terminal.check_chip(authority)
    terminal.send("00A4040C09E80704007F00070302")
    refused = {number for number in range(1, 23) if terminal.read(number).sw == 0x6982}
    assert refused == {7, 8, 17}
    assert terminal.read(4).sw == 0x9000


def test_unknown_authority_is_not_found(authority: Authority) -> None:
    stranger = Authority()
    stranger_root = stranger.new_root(None, "DESTRANGER00001", TODAY)
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(authority.card()).verify(stranger.new_verifier(stranger_root).certificate)
    assert _status(refused) == ("MSE:Set DST", "6A88")


def test_right_name_with_a_strangers_signature_is_refused(authority: Authority) -> None:
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(authority.card()).verify(Authority().verifier.certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6300")


def test_terminal_certificate_needs_its_verifier_first(authority: Authority) -> None:
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(authority.card()).verify(authority.new_terminal().certificate)
    assert _status(refused) == ("MSE:Set DST", "6A88")


def test_root_does_not_certify_terminals_nor_terminals_anyone(authority: Authority) -> None:
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(authority.card()).verify(authority.new_terminal(issuer=authority.root).certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6A80")
    terminal, holder = _terminal(authority.card()), authority.new_terminal()
    terminal.verify(authority.verifier.certificate, holder.certificate)
    with pytest.raises(UnexpectedStatus) as refused:
        terminal.verify(authority.new_terminal(issuer=holder).certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6A80")


def test_expired_certificates_are_refused_by_the_cards_own_date(authority: Authority) -> None:
    card = authority.card()
    # The verifier, valid from today, sets the card's clock; the terminal's certificate ended yesterday.
    expired = authority.new_terminal(effective=TODAY - timedelta(days=3), days=2)
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(card).verify(authority.verifier.certificate, expired.certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6300")
    assert card.memory.read().current_date == TODAY
    old_verifier = authority.new_verifier(effective=TODAY - timedelta(days=90), days=89)
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(card).verify(old_verifier.certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6300")


@pytest.mark.parametrize(
    ("role", "days_later"), [(Role.DV_OFFICIAL_DOMESTIC, 5), (Role.DV_NON_OFFICIAL_OR_FOREIGN, 0)]
)
def test_only_official_verifiers_terminals_advance_the_date(
    authority: Authority, role: Role, days_later: int
) -> None:
    card = authority.card()
    verifier = authority.new_verifier(role=role)
    later = authority.new_terminal(issuer=verifier, effective=TODAY + timedelta(days=5))
    _terminal(card).verify(verifier.certificate, later.certificate)
    assert card.memory.read().current_date == TODAY + timedelta(days=days_later)


def test_link_certificate_brings_a_new_trust_point_for_good(authority: Authority) -> None:
    card = authority.card()
    link = authority.new_root(authority.root, "DECVCATEST00002", TODAY - timedelta(days=1))
    third = authority.new_root(link, "DECVCATEST00003", TODAY)
    verifier = authority.new_verifier(link)
    holder = authority.new_terminal(issuer=verifier)
    terminal = _terminal(card)
    terminal.verify(link.certificate, verifier.certificate, holder.certificate)
    terminal.authenticate(holder)
    names = _terminal(card).established
    assert names is not None
    assert names.certification_authorities == ("DECVCATEST00002", "DECVCATEST00001")
    _terminal(card).verify(third.certificate)
    names = _terminal(card).established
    assert names is not None
    assert names.certification_authorities == ("DECVCATEST00003", "DECVCATEST00002")


def test_expired_trust_point_verifies_links_but_no_verifiers(authority: Authority) -> None:
    card = authority.card()
    short = authority.new_root(authority.root, "DECVCASHORT0001", TODAY - timedelta(days=9), days=8)
    verifier = authority.new_verifier(short)
    # Another root's verifier moves the card's date beyond the short root's end.
    _terminal(card).verify(authority.verifier.certificate)
    _terminal(card).verify(short.certificate)
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(card).verify(verifier.certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6300")
    _terminal(card).verify(authority.new_root(short, "DECVCASHORT0002", TODAY).certificate)


def test_second_root_of_a_known_name_is_refused(authority: Authority) -> None:
    impostor = authority.new_root(authority.root, "DECVCATEST00001", TODAY)
    with pytest.raises(UnexpectedStatus) as refused:
        _terminal(authority.card()).verify(impostor.certificate)
    assert _status(refused) == ("PSO:Verify Certificate", "6A80")


def test_tampered_certificate_is_refused(authority: Authority) -> None:
    terminal = _terminal(authority.card())
    data = bytearray(authority.verifier.certificate.body + authority.verifier.certificate.signature_object())
    data[-1] ^= 1
    assert terminal.status("002281B6 11 830F" + b"DECVCATEST00001".hex()) == "9000"
    assert terminal.status(f"002A00BE 00 {len(data):04X} {data.hex()}") == "6300"
    assert terminal.status(f"002A00BE 03 {data[:3].hex()}") == "6A80"


def test_another_terminals_signature_is_refused_and_the_challenge_used_up(authority: Authority) -> None:
    terminal, holder = _terminal(authority.card()), authority.new_terminal()
    terminal.verify(authority.verifier.certificate, holder.certificate)
    with pytest.raises(UnexpectedStatus) as refused:
        terminal.authenticate(Holder(holder.certificate, authority.new_terminal().key))
    assert _status(refused) == ("EXTERNAL AUTHENTICATE", "6300")
    assert terminal.status("00820000 40 " + bytes(64).hex()) == "6985"
    terminal.authenticate(holder)  # secure messaging and the imported key have survived


def test_authentication_happens_once_a_session(authority: Authority) -> None:
    terminal, holder = _terminal(authority.card()), authority.new_terminal()
    terminal.verify(authority.verifier.certificate, holder.certificate)
    terminal.authenticate(holder)
    with pytest.raises(UnexpectedStatus) as refused:
        terminal.run(get_challenge())
    assert _status(refused) == ("GET CHALLENGE", "6982")


def test_terminal_type_must_be_the_one_pace_announced(authority: Authority) -> None:
    terminal = _terminal(authority.card())
    holder = authority.new_terminal(rights=(), terminal_type=TerminalType.SIGNATURE)
    terminal.verify(authority.verifier.certificate, holder.certificate)
    with pytest.raises(UnexpectedStatus) as refused:
        terminal.authenticate(holder)
    assert _status(refused) == ("EXTERNAL AUTHENTICATE", "6985")


def test_without_rights_announced_in_pace_nobody_authenticates(authority: Authority) -> None:
    terminal = Terminal(authority.card())
    terminal.pin()
    assert terminal.status("00840000 08") == "6982"


@pytest.mark.parametrize(
    ("password", "rights", "status"),
    [
        (PasswordId.CAN, EVERYTHING, "9000"),
        (PasswordId.CAN, EVERYTHING - {AccessRight.CAN_ALLOWED}, "6A80"),
        (PasswordId.PUK, EVERYTHING, "6A80"),
    ],
)
def test_passwords_good_for_terminals(
    authority: Authority, password: PasswordId, rights: frozenset[AccessRight], status: str
) -> None:
    terminal = Terminal(authority.card())
    chat = Chat(Role.TERMINAL, rights).to_bytes()
    data = bytes.fromhex("800A04007F00070202040202") + bytes([0x83, 1, password]) + chat
    assert terminal.status(f"0022C1A4 {len(data):02X} {data.hex()}") == status


def test_can_reads_only_with_a_certificate_that_allows_it(authority: Authority) -> None:
    for granted, outcome in ((EVERYTHING, "9000"), (EVERYTHING - {AccessRight.CAN_ALLOWED}, "6985")):
        terminal = Terminal(authority.card())
        terminal.pace(PasswordId.CAN, terminal.card.persona.can, EVERYTHING)
        holder = authority.new_terminal(granted)
        terminal.verify(authority.verifier.certificate, holder.certificate)
        if outcome == "9000":
            terminal.authenticate(holder)
            continue
        with pytest.raises(UnexpectedStatus, match=outcome):
            terminal.authenticate(holder)
