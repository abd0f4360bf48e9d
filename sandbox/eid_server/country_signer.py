"""The country signer (CSCA) and the document signer it certifies: they vouch for the cards' public keys."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from sandbox.eid_server import x509_identity
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.eid_server.x509_identity import X509Identity

_COUNTRY_LIFE = timedelta(days=15 * 365)
_DOCUMENT_LIFE = timedelta(days=13 * 365)  # outlives every card it signs: a card is valid for ten years


@dataclass(frozen=True, slots=True)
class CountrySigner:
    """Both identities, on brainpoolP256r1 (ICAO 9303-12, TR-03110-3 A.1.2.5)."""

    authority: X509Identity
    document_signer: X509Identity


def open_country_signer(state: StateDirectory, now: datetime) -> CountrySigner:
    """Return the signers, made at the first start; PkiStateError when they do not belong together."""
    authority = x509_identity.load(state, "csca") or _make_authority(state, now)
    document_signer = x509_identity.load(state, "document-signer")
    if document_signer is None:
        document_signer = _make_document_signer(state, authority, now)
    try:
        document_signer.certificate.verify_directly_issued_by(authority.certificate)
    except Exception as error:  # cryptography raises ValueError, TypeError or InvalidSignature
        raise state.damaged("document-signer.crt.pem", "the country signer did not issue it") from error
    return CountrySigner(authority, document_signer)


def _make_authority(state: StateDirectory, now: datetime) -> X509Identity:
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    subject = x509_identity.name("Country Signer", "Sandbox CSCA")
    builder = (
        x509_identity.builder(subject, subject, key, now, _COUNTRY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509_identity.key_usage(key_cert_sign=True, crl_sign=True), critical=True)
    )
    return x509_identity.keep(state, "csca", builder, key)


def _make_document_signer(state: StateDirectory, authority: X509Identity, now: datetime) -> X509Identity:
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    subject = x509_identity.name("Document Signer", "Sandbox Document Signer")
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.private_key.public_key())
    builder = (
        x509_identity.builder(subject, authority.certificate.subject, key, now, _DOCUMENT_LIFE)
        .add_extension(issuer, critical=False)
        .add_extension(x509_identity.key_usage(digital_signature=True), critical=True)
    )
    return x509_identity.keep(state, "document-signer", builder, key, authority.private_key)
