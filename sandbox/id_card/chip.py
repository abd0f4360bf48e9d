"""The permanent inside of one card: whose it is, its keys, its files and its memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardreader.cv_certificate import CvCertificate
from cardreader.elliptic import BRAINPOOL_P256R1, PrivateKey
from sandbox.id_card.data_groups import encode_data_groups
from sandbox.id_card.keys import PSEUDONYM_KEY_ID, REVOCATION_KEY_ID, CardKeys
from sandbox.id_card.memory import CardMemory, CardState
from sandbox.id_card.personas import Persona

CURVE = BRAINPOOL_P256R1
"""The curve of PACE, chip authentication and restricted identification on this card."""


@dataclass(frozen=True, slots=True)
class Chip:
    """Everything that survives power loss, except that the memory's state changes."""

    persona: Persona
    memory: CardMemory
    ef_card_access: bytes
    ef_card_security: bytes
    chip_key: PrivateKey
    sector_keys: Mapping[int, PrivateKey]
    data_groups: Mapping[int, bytes] = field(repr=False)

    @classmethod
    def personalised(cls, persona: Persona, keys: CardKeys, memory: CardMemory) -> Self:
        """Put together what the PKI made for this persona; ValueError unless its key is brainpoolP256r1."""
        key = load_der_private_key(keys.ca_private_key_der, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != CURVE.openssl.name:
            raise ValueError(f"the chip authentication key must lie on {CURVE.name}")
        chip_key = PrivateKey(CURVE, key)
        return cls(
            persona=persona,
            memory=memory,
            ef_card_access=keys.ef_card_access,
            ef_card_security=keys.ef_card_security,
            chip_key=chip_key,
            sector_keys={
                key_id: _sector_key(chip_key, persona.id, key_id)
                for key_id in (REVOCATION_KEY_ID, PSEUDONYM_KEY_ID)
            },
            data_groups=encode_data_groups(persona.holder),
        )


def initial_state(persona: Persona, keys: CardKeys) -> CardState:
    """Return the memory of the card as it is handed out; its date is the trust point's (TR-03110-3 2.6)."""
    return CardState(
        pin=persona.pin,
        pin_attempts=persona.attempts_left,
        pin_active=persona.eid_active,
        puk_uses=persona.puk_uses_left,
        trust_points=(keys.cvca_certificate,),
        current_date=CvCertificate.from_bytes(keys.cvca_certificate).effective,
    )


def _sector_key(chip_key: PrivateKey, persona_id: str, key_id: int) -> PrivateKey:
    """Derive a key of restricted identification, so that pseudonyms outlive the process."""
    info = f"restricted identification {key_id} {persona_id}".encode()
    material = HKDF(hashes.SHA512(), 64, None, info).derive(chip_key.to_bytes())
    scalar = int.from_bytes(material) % (CURVE.n - 1) + 1
    return PrivateKey.from_bytes(CURVE, scalar.to_bytes(CURVE.size_bytes))
