"""A small authority for tests of the card: CVCA, document verifier, terminals, and what they personalise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from cardreader import tlv
from cardreader.chat import AccessRight, Chat, Role, TerminalType
from cardreader.cv_certificate import CvCertificate, issue
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import initial_state
from sandbox.id_card.keys import SECURITY_OBJECT_OID, CardKeys, card_security_infos, ef_card_access
from sandbox.id_card.memory import CardMemory, CardState, RamMemory
from sandbox.id_card.personas import Persona, load_personas

TODAY = date(2026, 11, 23)
EVERYTHING = frozenset(right for right in AccessRight if right < 38)
PERSONAS = load_personas()


@dataclass(frozen=True, slots=True)
class Holder:
    """A certificate and its private key."""

    certificate: CvCertificate
    key: ec.EllipticCurvePrivateKey


class Authority:
    """Root, one verifier, and any terminal a test asks for."""

    def __init__(self, today: date = TODAY) -> None:
        self.today = today
        self.chip_key = ec.generate_private_key(ec.BrainpoolP256R1())
        self.root = self.new_root(None, "DECVCATEST00001", today - timedelta(days=100))
        self.verifier = self.new_verifier()

    def new_root(self, previous: Holder | None, name: str, effective: date, days: int = 1000) -> Holder:
        """Make a self-signed root, or with `previous` the link certificate of the next one."""
        key = _new_key()
        certificate = issue(
            issuer_key=previous.key if previous else key,
            authority=previous.certificate.chr if previous else name,
            holder=name,
            public_key=key.public_key(),
            chat=Chat(Role.CVCA, EVERYTHING),
            effective=effective,
            expiration=effective + timedelta(days=days),
            with_domain_parameters=True,
        )
        return Holder(certificate, key)

    def new_verifier(
        self,
        issuer: Holder | None = None,
        *,
        role: Role = Role.DV_OFFICIAL_DOMESTIC,
        rights: Iterable[AccessRight] = EVERYTHING,
        effective: date | None = None,
        days: int = 90,
    ) -> Holder:
        issuer = issuer or self.root
        return self._issue(issuer, "DETESTDV00001", Chat(role, frozenset(rights)), effective, days)

    def new_terminal(
        self,
        rights: Iterable[AccessRight] = EVERYTHING,
        issuer: Holder | None = None,
        *,
        effective: date | None = None,
        days: int = 2,
        sectors: Iterable[bytes] = (),
        terminal_type: TerminalType = TerminalType.AUTHENTICATION,
    ) -> Holder:
        chat = Chat(Role.TERMINAL, frozenset(rights), terminal_type)
        return self._issue(issuer or self.verifier, "DETESTAT00001", chat, effective, days, sectors)

    def _issue(
        self,
        issuer: Holder,
        name: str,
        chat: Chat,
        effective: date | None,
        days: int,
        sectors: Iterable[bytes] = (),
    ) -> Holder:
        key = _new_key()
        effective = effective or self.today
        certificate = issue(
            issuer_key=issuer.key,
            authority=issuer.certificate.chr,
            holder=name,
            public_key=key.public_key(),
            chat=chat,
            effective=effective,
            expiration=effective + timedelta(days=days),
            sector_key_hashes=sectors,
        )
        return Holder(certificate, key)

    def personalise(self, _persona_id: str = "") -> CardKeys:
        point = self.chip_key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return CardKeys(
            ca_private_key_der=self.chip_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
            ef_card_access=ef_card_access(),
            ef_card_security=_unsigned_card_security(card_security_infos(point)),
            cvca_certificate=self.root.certificate.to_bytes(),
        )

    def initial_state(self, persona: str | Persona) -> CardState:
        return initial_state(_persona(persona), self.personalise())

    def card(self, persona: str | Persona = "erika", memory: CardMemory | None = None) -> IdCard:
        """Issue a card, with a memory of its own unless one is given, and give it power."""
        card = IdCard(_persona(persona), self.personalise(), memory or RamMemory(self.initial_state(persona)))
        card.power_on()
        return card


def _persona(persona: str | Persona) -> Persona:
    return PERSONAS[persona] if isinstance(persona, str) else persona


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.BrainpoolP256R1())


def _unsigned_card_security(security_infos: bytes) -> bytes:
    """Wrap SecurityInfos in CMS SignedData without signers: neither card nor terminal checks signatures."""
    content = tlv.encode(0x06, tlv.oid_bytes(SECURITY_OBJECT_OID))
    content += tlv.encode(0xA0, tlv.encode(0x04, security_infos))
    nobody = tlv.encode(0x31, b"")
    signed = tlv.encode(0x02, b"\x03") + nobody + tlv.encode(0x30, content) + nobody
    signed_data = tlv.encode(0x06, tlv.oid_bytes("1.2.840.113549.1.7.2"))
    return tlv.encode(0x30, signed_data + tlv.encode(0xA0, tlv.encode(0x30, signed)))
