"""EF.CardSecurity: CMS SignedData over a card's SecurityInfos (TR-03110-3 A.1.2.5, RFC 5652 5)."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from sandbox.eid_server.x509_identity import X509Identity
from sandbox.id_card.keys import SECURITY_OBJECT_OID

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}

# What asn1crypto and cryptography raise, first at parsing, else when a part is first looked at.
_MALFORMED = (ValueError, TypeError, KeyError, UnsupportedAlgorithm, x509.InvalidVersion)


class CardSecurityError(ValueError):
    """The file is not signed by a document signer of a trusted country signer: the card is not genuine."""


def sign(security_infos: bytes, signer: X509Identity) -> bytes:
    """Return the contents of EF.CardSecurity over the DER of SecurityInfos, ECDSA with SHA-256."""
    if not isinstance(signer.private_key, ec.EllipticCurvePrivateKey):
        raise TypeError("the document signer signs with ECDSA")
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": [SECURITY_OBJECT_OID]},
            {"type": "message_digest", "values": [hashlib.sha256(security_infos).digest()]},
        ]
    )
    signature = signer.private_key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
    certificate = cms.CertificateChoices.load(signer.certificate_der)
    signed = cms.SignedData(
        {
            "version": "v3",  # the content type is not id-data (RFC 5652 5.1)
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {"content_type": SECURITY_OBJECT_OID, "content": security_infos},
            "certificates": [certificate],
            "signer_infos": [
                {
                    "version": "v1",
                    "sid": {
                        "issuer_and_serial_number": {
                            "issuer": certificate.chosen.issuer,
                            "serial_number": certificate.chosen.serial_number,
                        }
                    },
                    "digest_algorithm": {"algorithm": "sha256"},
                    "signed_attrs": attributes,
                    "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                    "signature": signature,
                }
            ],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def verify(ef_card_security: bytes, trusted: Iterable[x509.Certificate], now: datetime) -> bytes:
    """Return the signed SecurityInfos after passive authentication (TR-03110-2 2.3.3).

    Raises CardSecurityError unless one document signer, issued by one of the `trusted` country signers and
    valid `now`, signed exactly this content.
    """
    content, document_signer = verify_signature(ef_card_security)
    for authority in trusted:
        if _issued(document_signer, authority) and _is_valid(authority, now):
            break
    else:
        raise CardSecurityError("no trusted country signer issued the document signer's certificate")
    if not _is_valid(document_signer, now):
        raise CardSecurityError("the document signer's certificate is not valid now")
    if not _may_sign(document_signer):
        raise CardSecurityError("the document signer's certificate is not for signatures")
    return content


def verify_signature(ef_card_security: bytes) -> tuple[bytes, x509.Certificate]:
    """Return content and the enclosed certificate that signed it; says nothing about trust in that one."""
    try:
        return _checked_content(ef_card_security)
    except CardSecurityError:
        raise
    except InvalidSignature as error:
        raise CardSecurityError("the signature of EF.CardSecurity is wrong") from error
    except _MALFORMED as error:
        raise CardSecurityError("EF.CardSecurity is not well-formed CMS SignedData") from error


def _checked_content(ef_card_security: bytes) -> tuple[bytes, x509.Certificate]:
    outer = cms.ContentInfo.load(ef_card_security, strict=True)
    if outer["content_type"].native != "signed_data":
        raise CardSecurityError("EF.CardSecurity is not CMS SignedData")
    signed = outer["content"]
    if signed["encap_content_info"]["content_type"].dotted != SECURITY_OBJECT_OID:
        raise CardSecurityError("EF.CardSecurity does not hold a security object")
    signers = list(signed["signer_infos"])
    if len(signers) != 1 or len(signers[0]["unsigned_attrs"]) > 0:
        raise CardSecurityError("EF.CardSecurity has exactly one signer and no unsigned attributes")
    content: bytes = signed["encap_content_info"]["content"].native
    return content, _verified_signer(signers[0], signed["certificates"], content)


def _verified_signer(
    signer: cms.SignerInfo, certificates: cms.CertificateSet, content: bytes
) -> x509.Certificate:
    algorithm = _HASHES[signer["digest_algorithm"]["algorithm"].native]
    attributes = {entry["type"].native: list(entry["values"]) for entry in signer["signed_attrs"]}
    digest = hashes.Hash(algorithm)
    digest.update(content)
    if [value.native for value in attributes["message_digest"]] != [digest.finalize()]:
        raise CardSecurityError("the digest in EF.CardSecurity does not fit its content")
    if [value.dotted for value in attributes["content_type"]] != [SECURITY_OBJECT_OID]:
        raise CardSecurityError("the signed content type of EF.CardSecurity is wrong")
    certificate = _named_by(signer["sid"], certificates)
    # Signed is the SET OF, not the field's own implicit tag (RFC 5652 5.4).
    _verify(certificate, signer, signer["signed_attrs"].untag().dump())
    return certificate


def _named_by(identifier: cms.SignerIdentifier, certificates: cms.CertificateSet) -> x509.Certificate:
    for candidate in certificates:
        if identifier.name == "issuer_and_serial_number":
            named = (identifier.chosen["issuer"], identifier.chosen["serial_number"].native)
            fits = named == (candidate.chosen.issuer, candidate.chosen.serial_number)
        else:
            fits = identifier.chosen.native == candidate.chosen.key_identifier
        if fits:
            return x509.load_der_x509_certificate(candidate.dump())
    raise CardSecurityError("the document signer's certificate is not enclosed")


def _verify(certificate: x509.Certificate, signer: cms.SignerInfo, signed_bytes: bytes) -> None:
    algorithm = signer["signature_algorithm"]
    key = certificate.public_key()
    match algorithm.signature_algo:
        case "ecdsa" if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signer["signature"].native, signed_bytes, ec.ECDSA(_HASHES[algorithm.hash_algo]))
        case "rsassa_pss" if isinstance(key, rsa.RSAPublicKey):
            hash_algorithm = _HASHES[algorithm.hash_algo]
            mask = padding.MGF1(hash_algorithm)
            key.verify(
                signer["signature"].native,
                signed_bytes,
                padding.PSS(mask, algorithm["parameters"]["salt_length"].native),
                hash_algorithm,
            )
        case other:
            raise CardSecurityError(f"a document signer does not sign with {other} and this key")


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _is_valid(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.digital_signature
