"""The sandbox's public key infrastructure: made at the first start, kept in a directory, reopened after."""

import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from cardreader.cv_certificate import CvCertificate
from sandbox.eid_server import card_security, restricted_identification, terminal, tls_identity
from sandbox.eid_server.country_signer import open_country_signer
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.eid_server.terminal import Terminal
from sandbox.eid_server.verification_authority import VerificationAuthority, open_verification_authority
from sandbox.eid_server.x509_identity import X509Identity, key_from_pem, key_to_pem
from sandbox.id_card.keys import CardKeys, card_security_infos, ef_card_access


def utc_now() -> datetime:
    return datetime.now(UTC)


class Pki:
    """Every key and certificate of the sandbox. Open it with `Pki.open`.

    eid_server_tls, eservice_tls: the two TLS identities; their PEM files are for uvicorn and the like.
    authority: CVCA and document verifier. sector_public_key: see `restricted_identification`.
    """

    def __init__(
        self, state: StateDirectory, clock: Callable[[], datetime], hostnames: tuple[str, ...]
    ) -> None:
        now = clock()
        self.clock = clock
        self._state = state
        self._lock = threading.Lock()
        self._country_signer = open_country_signer(state, now)
        self.authority: VerificationAuthority = open_verification_authority(state, now.date())
        self.sector_public_key = restricted_identification.open_sector_public_key(state)
        self.eid_server_tls: X509Identity = tls_identity.eid_server_identity(state, hostnames, now)
        self.eservice_tls: X509Identity = tls_identity.eservice_identity(state, hostnames, now)

    @classmethod
    def open(
        cls,
        state_dir: Path,
        clock: Callable[[], datetime] = utc_now,
        *,
        tls_hostnames: tuple[str, ...] = ("localhost", "127.0.0.1"),
    ) -> Self:
        """Open the PKI in `state_dir`, a directory of its own; what is missing or about to expire is made.

        `clock` returns the time with its zone. Raises PkiStateError, which says what to do, when a file is
        damaged, does not fit the others or cannot be written.
        """
        return cls(StateDirectory(state_dir), clock, tls_hostnames)

    @property
    def trusted_country_signers(self) -> tuple[x509.Certificate, ...]:
        return (self._country_signer.authority.certificate,)

    def issue_terminal(self, eservice_origin: str) -> Terminal:
        """Issue a fresh authorisation certificate for the eService at this origin (https://host:port)."""
        with self._lock:
            today = self.clock().date()
            self.authority = open_verification_authority(self._state, today)
            return terminal.issue_terminal(
                self.authority.document_verifier,
                self.sector_public_key,
                eservice_origin,
                (self.eid_server_tls.certificate_der, self.eservice_tls.certificate_der),
                today,
            )

    def personalise(self, persona_id: str) -> CardKeys:
        """Return the keys and signed files of this persona's card: always the same key and trust point."""
        if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", persona_id) is None:
            raise ValueError("a persona's id is lower-case letters, digits, - and _")
        with self._lock:
            key, trust_point = self._card(persona_id)
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        infos = card_security_infos(point)
        return CardKeys(
            ca_private_key_der=key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
            ef_card_access=ef_card_access(),
            ef_card_security=card_security.sign(infos, self._country_signer.document_signer),
            cvca_certificate=trust_point.to_bytes(),
        )

    def _card(self, persona_id: str) -> tuple[ec.EllipticCurvePrivateKey, CvCertificate]:
        key_file, trust_file = f"card-{persona_id}.key.pem", f"card-{persona_id}.cvc"
        key = self._state.load(key_file, key_from_pem)
        trust_point = self._state.load(trust_file, CvCertificate.from_bytes)
        if key is None and trust_point is None:
            key = ec.generate_private_key(ec.BrainpoolP256R1())
            trust_point = self.authority.roots[-1].certificate
            self._state.write(key_file, key_to_pem(key))
            self._state.write(trust_file, trust_point.to_bytes())
        if trust_point is None or not isinstance(key, ec.EllipticCurvePrivateKey):
            raise self._state.damaged(key_file if trust_point else trust_file, "it is missing")
        return key, trust_point
