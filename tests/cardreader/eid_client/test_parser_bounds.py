"""The worst a server or a card can send within the limits costs no second and no heap of memory."""

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import tlv
from cardreader.apdu import CommandApdu
from cardreader.certificate_description import CertificateDescription, CertificateDescriptionError
from cardreader.chat import Chat, Role
from cardreader.cv_certificate import CvCertificate, issue
from cardreader.eid_client import paos, tctoken, xml_document
from cardreader.eid_client.certificate_chain import chain_from
from cardreader.eid_client.paos import PaosError
from cardreader.eid_client.paos_messages import DidAuthenticate, Eac2Input, EacAdditionalInput, Envelope
from cardreader.eid_client.tctoken import TcTokenError
from cardreader.eid_client.xml_document import MAX_ATTRIBUTES, MAX_BYTES, XmlError
from cardreader.errors import CardError
from cardreader.security_infos import SecurityInfos
from cardreader.terminal_authentication import authenticate
from sandbox.eid_server.pki import Pki

MAX_CPU_S = 1.0
MAX_MEMORY = 64 << 20
HALF = "u" * (MAX_BYTES // 2)


def _xml(inner: str, attributes: str = "") -> bytes:
    document = f"<TCTokenType {attributes}>{inner}</TCTokenType>".encode()
    assert len(document) <= MAX_BYTES
    return document


WORST_XML = {
    "a long namespace for every element": _xml("<n:c/>" * 19_000, f'xmlns:n="{HALF}"'),
    "a long namespace for every attribute": _xml(
        f"<x {' '.join(f'n:a{i}=""' for i in range(MAX_ATTRIBUTES))}/>" * 300, f'xmlns:n="{HALF}"'
    ),
    "thousands of attributes": _xml("<x " + " ".join(f'a{i}=""' for i in range(40_000)) + "/>"),
    "namespaces declared by every element": _xml('<x xmlns:n="u"/>' * 19_000),
    "elements as many as are allowed": _xml("<RefreshAddress/>" * 19_000),
    "text in many pieces": _xml("x<!---->" * 100_000),
    "one long address": _xml(f"<RefreshAddress>https://{HALF}</RefreshAddress>"),
    "hexadecimal without an end": _xml(f"<PSK>{'0' * 900_000}</PSK>"),
}


@pytest.mark.parametrize("name", WORST_XML)
@pytest.mark.parametrize(
    ("read", "refusal"), [(tctoken.parse, TcTokenError), (paos.parse_server_message, PaosError)]
)
def test_xml_stays_cheap(name: str, read: Callable[[bytes], object], refusal: type[Exception]) -> None:
    _judge(read, WORST_XML[name], refusal)


WORST_TLV = {
    "many empty objects": b"\x04\x00" * 250_000,
    "many empty objects in one": tlv.encode(0x30, b"\x04\x00" * 250_000),
    "an object identifier without an end": tlv.encode(
        0x31, tlv.encode(0x30, tlv.encode(0x06, b"\xff" * 60_000))
    ),
    "a number without an end": tlv.encode(
        0x31,
        tlv.encode(
            0x30,
            tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.2.2.4.2.2"))
            + b"\x02\x01\x02"
            + tlv.encode(0x02, b"\x7f" * 60_000),
        ),
    ),
}


def _choose_pace(data: bytes) -> object:
    return SecurityInfos.parse(data).supported_pace()


@pytest.mark.parametrize("name", WORST_TLV)
@pytest.mark.parametrize(
    ("read", "refusal"),
    [
        (tlv.parse_all, tlv.TlvError),
        (CertificateDescription.from_bytes, CertificateDescriptionError),
        (_choose_pace, CardError),
    ],
)
def test_tlv_stays_cheap(name: str, read: Callable[[bytes], object], refusal: type[Exception]) -> None:
    _judge(read, WORST_TLV[name], refusal)


def _judge(read: Callable[[bytes], object], data: bytes, refusal: type[Exception]) -> None:
    started = time.process_time()
    with suppress(refusal):
        read(data)
    spent = time.process_time() - started
    assert spent < MAX_CPU_S
    tracemalloc.start()
    try:
        with suppress(refusal):
            read(data)
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < MAX_MEMORY


KEY = ec.generate_private_key(ec.BrainpoolP256R1())


def _named(car: str, chr_: str, role: Role = Role.CVCA) -> CvCertificate:
    return issue(
        issuer_key=KEY,
        authority=car,
        holder=chr_,
        public_key=KEY.public_key(),
        chat=Chat(role),
        effective=date(2026, 1, 1),
        expiration=date(2026, 12, 31),
    )


def test_names_in_a_ring_do_not_multiply_the_ways() -> None:
    terminal = _named("DEA", "DET", Role.TERMINAL)
    ring = [_named("DEB", "DEA") for _ in range(40)] + [_named("DEA", "DEB") for _ in range(40)]
    started = time.process_time()
    assert chain_from({"DEROOT"}.__contains__, terminal, ring) is None
    assert time.process_time() - started < MAX_CPU_S
    way = (_named("DEROOT", "DEB"),)
    found = chain_from({"DEROOT"}.__contains__, terminal, [*ring, *way])
    assert found is not None
    assert [each.chr for each in found] == ["DEB", "DEA", "DET"]


@pytest.mark.parametrize(
    "message",
    [
        Eac2Input(b"\x04" + bytes(134), bytes(64)),
        Eac2Input(b"\x04" + bytes(64), bytes(1025)),
        EacAdditionalInput(bytes(1025)),
    ],
    ids=["point", "signature", "late signature"],
)
def test_what_fits_no_command_for_the_card_is_no_message(message: Eac2Input | EacAdditionalInput) -> None:
    sent = paos.build_server_message(Envelope("1", None, DidAuthenticate(message)))
    with pytest.raises(PaosError, match="are allowed"):
        paos.parse_server_message(sent)


def test_the_longest_that_is_allowed_fits_a_command(pki: Pki) -> None:
    message = Eac2Input(b"\x04" + bytes(132), bytes(1024))
    sent = paos.build_server_message(Envelope("1", None, DidAuthenticate(message)))
    assert paos.parse_server_message(sent).message == DidAuthenticate(message)
    terminal = pki.issue_terminal("https://service.example").certificate
    command = next(authenticate(terminal, message.ephemeral_public_key, bytes(1024), bytes(1024)))
    assert CommandApdu.from_bytes(command.to_bytes()) == command


@pytest.mark.parametrize(
    "document",
    [
        b"<a b:c=''/>",
        b"<a xmlns:b='u'><b:/></a>",
        b"<a xmlns:b='u'><:c/></a>",
        b"<a xmlns:b='u'><b:c:d/></a>",
        b"<a><c xmlns:b='u'/><b:d/></a>",
        b"<a xmlns:b='u' type='1' b:type='2'/>",
    ],
)
def test_names_without_a_clear_meaning_are_refused(document: bytes) -> None:
    with pytest.raises(XmlError):
        xml_document.parse(document)


def test_a_prefix_holds_until_its_element_ends() -> None:
    root = xml_document.parse(b"<n:a xmlns:n='1'><n:b xmlns:n='2'><n:c/></n:b><n:d n:e='x'/></n:a>")
    assert [each.name for each in root.walk()] == ["a", "b", "c", "d"]
    assert root.named("d")[0].attributes == {"e": "x"}


@pytest.mark.parametrize("space", ["a\rb", "a\nb", "a\tb"])
def test_white_space_is_written_as_it_was(space: str) -> None:
    made = xml_document.element("a", space, attributes={"b": space})
    read = xml_document.parse(made.to_xml().encode())
    assert (read.text, read.attributes["b"]) == (space, space)
