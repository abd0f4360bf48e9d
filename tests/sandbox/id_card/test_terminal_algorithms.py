"""Terminal authentication with each curve and each hash of TR-03110-3 A.6.4.2 that is not given up."""

from datetime import timedelta

import pytest

from cardreader.chat import Chat, Role
from cardreader.cv_certificate import issue
from cardreader.cv_public_key import ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512
from cardreader.elliptic import CURVES, Curve, generate_key
from tests.sandbox.id_card.authority import EVERYTHING, TODAY, Authority, Holder
from tests.sandbox.id_card.terminal import Terminal

ECDSA_SHA_224 = ECDSA_SHA_256.removesuffix(".3") + ".2"
HASHES = {
    "SHA-224": ECDSA_SHA_224,
    "SHA-256": ECDSA_SHA_256,
    "SHA-384": ECDSA_SHA_384,
    "SHA-512": ECDSA_SHA_512,
}


class CurvedAuthority(Authority):
    """An authority whose keys lie on one curve, and whose certificates are signed with one hash."""

    def __init__(self, curve: Curve, algorithm: str) -> None:
        self.curve, self.algorithm = curve, algorithm
        super().__init__()
        self.root = self._certified("DECVCATEST00001", None, Role.CVCA)
        self.verifier = self._certified("DETESTDV00001", self.root, Role.DV_OFFICIAL_DOMESTIC)

    def terminal(self) -> Holder:
        return self._certified("DETESTAT00001", self.verifier, Role.TERMINAL)

    def _certified(self, name: str, issuer: Holder | None, role: Role) -> Holder:
        key = generate_key(self.curve).openssl
        return Holder(
            issue(
                issuer_key=issuer.key if issuer else key,
                authority=issuer.certificate.chr if issuer else name,
                holder=name,
                public_key=key.public_key(),
                chat=Chat(role, EVERYTHING),
                effective=TODAY,
                expiration=TODAY + timedelta(days=2),
                with_domain_parameters=issuer is None,
                algorithm=self.algorithm,
            ),
            key,
        )


@pytest.mark.parametrize("algorithm", HASHES.values(), ids=HASHES.keys())
@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.name)
def test_card_and_terminal_agree(curve: Curve, algorithm: str) -> None:
    authority = CurvedAuthority(curve, algorithm)
    card = authority.card()
    terminal = Terminal(card)
    holder = authority.terminal()
    terminal.pin(rights=EVERYTHING)
    terminal.verify(authority.verifier.certificate, holder.certificate)
    terminal.authenticate(holder)
    terminal.check_chip(authority)
    assert terminal.status("00A4040C09E80704007F00070302") == "9000"
    assert terminal.read(4).data == bytes.fromhex("64070C054572696B61")
