"""The CVCA and the document verifier: whom cards trust to say what a terminal may read (TR-03110-3 2)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import cv_certificate
from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate
from cardreader.cv_public_key import CvPublicKey
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.eid_server.x509_identity import key_from_pem, key_to_pem

_CVCA_MNEMONIC = "DECVCASBX"
_DV_MNEMONIC = "DEDVSBX"
_CVCA_LIFE = timedelta(days=3 * 365)
_CVCA_RENEWAL = timedelta(days=180)
_DV_LIFE = timedelta(days=90)
_DV_RENEWAL = timedelta(days=14)
_ALL_RIGHTS = frozenset(AccessRight)


@dataclass(frozen=True, slots=True)
class CvIdentity:
    """A CV certificate and its private key."""

    certificate: CvCertificate
    private_key: ec.EllipticCurvePrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class VerificationAuthority:
    """The CVCA's generations, oldest first, the link certificates between them, and the document verifier.

    `links[i]` leads from `roots[i]` to `roots[i + 1]`; the document verifier hangs on the newest root.
    """

    roots: tuple[CvIdentity, ...]
    links: tuple[CvCertificate, ...]
    document_verifier: CvIdentity

    def links_from(self, reference: str) -> tuple[CvCertificate, ...] | None:
        """Return what a card needs that trusts the root `reference`; None if that is not one of ours."""
        for index, root in enumerate(self.roots):
            if root.certificate.chr == reference:
                return self.links[index:]
        return None


def open_verification_authority(state: StateDirectory, today: date) -> VerificationAuthority:
    """Read all keys and certificates; make the first ones, and new ones before the old run out."""
    roots, links = _load_roots(state)
    if not roots:
        roots.append(_make_root(state, 1, today))
    newest = roots[-1]
    if newest.certificate.effective > today:
        raise state.damaged(
            _root_name(len(roots)) + ".cvc",
            f"it begins on {newest.certificate.effective} but the clock says {today}",
        )
    if newest.certificate.expiration - _CVCA_RENEWAL < today:
        roots.append(_make_root(state, len(roots) + 1, today))
        links.append(_make_link(state, len(roots), newest, roots[-1]))
    return VerificationAuthority(tuple(roots), tuple(links), _document_verifier(state, roots[-1], today))


def _load_roots(state: StateDirectory) -> tuple[list[CvIdentity], list[CvCertificate]]:
    roots: list[CvIdentity] = []
    links: list[CvCertificate] = []
    while (root := _load(state, _root_name(len(roots) + 1))) is not None:
        if roots:
            link = state.load(f"{_root_name(len(roots) + 1)}.link.cvc", CvCertificate.from_bytes)
            if link is None:
                raise state.damaged(f"{_root_name(len(roots) + 1)}.link.cvc", "it is missing")
            links.append(link)
        roots.append(root)
    return roots, links


def _document_verifier(state: StateDirectory, root: CvIdentity, today: date) -> CvIdentity:
    kept = _load(state, "dv")
    number = 1
    if kept is not None:
        certificate = kept.certificate
        if certificate.car == root.certificate.chr and certificate.expiration - _DV_RENEWAL >= today:
            if not certificate.is_signed_by(root.certificate.verifying_key()):
                raise state.damaged("dv.cvc", "the CVCA did not sign it")
            return kept
        number = int(certificate.chr[-5:]) + 1
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    certificate = cv_certificate.issue(
        issuer_key=root.private_key,
        authority=root.certificate.chr,
        holder=f"{_DV_MNEMONIC}{number:05}",
        public_key=key.public_key(),
        chat=Chat(Role.DV_OFFICIAL_DOMESTIC, _ALL_RIGHTS),
        effective=today,
        expiration=min(today + _DV_LIFE, root.certificate.expiration),
    )
    return _keep(state, "dv", CvIdentity(certificate, key))


def _make_root(state: StateDirectory, number: int, today: date) -> CvIdentity:
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    name = f"{_CVCA_MNEMONIC}{number:05}"
    certificate = cv_certificate.issue(
        issuer_key=key,
        authority=name,
        holder=name,
        public_key=key.public_key(),
        chat=Chat(Role.CVCA, _ALL_RIGHTS),
        effective=today,
        expiration=today + _CVCA_LIFE,
        with_domain_parameters=True,
    )
    return _keep(state, _root_name(number), CvIdentity(certificate, key))


def _make_link(state: StateDirectory, number: int, old: CvIdentity, new: CvIdentity) -> CvCertificate:
    link = cv_certificate.issue(
        issuer_key=old.private_key,
        authority=old.certificate.chr,
        holder=new.certificate.chr,
        public_key=new.private_key.public_key(),
        chat=new.certificate.chat,
        effective=new.certificate.effective,
        expiration=new.certificate.expiration,
        with_domain_parameters=True,
    )
    state.write(f"{_root_name(number)}.link.cvc", link.to_bytes())
    return link


def _root_name(number: int) -> str:
    return f"cvca-{number:05}"


def _load(state: StateDirectory, name: str) -> CvIdentity | None:
    certificate = state.load(f"{name}.cvc", CvCertificate.from_bytes)
    key = state.load(f"{name}.key.pem", key_from_pem)
    if certificate is None and key is None:
        return None
    if certificate is None or not isinstance(key, ec.EllipticCurvePrivateKey):
        raise state.damaged(f"{name}.{'cvc' if certificate is None else 'key.pem'}", "it is missing")
    own = CvPublicKey.of(key.public_key(), with_domain_parameters=False)
    if own.parts[0] not in certificate.public_key.parts:
        raise state.damaged(f"{name}.key.pem", "it does not belong to the certificate beside it")
    return CvIdentity(certificate, key)


def _keep(state: StateDirectory, name: str, identity: CvIdentity) -> CvIdentity:
    state.write(f"{name}.key.pem", key_to_pem(identity.private_key))
    state.write(f"{name}.cvc", identity.certificate.to_bytes())
    return identity
