"""One-time links by which a phone fetches one receipt (contract section 7)."""

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.tables import Receipt, ReceiptLink


def make_link(db: Session, backend: Backend, receipt: Receipt, language: str) -> str:
    """Make a link; return its token, which is stored as a digest alone."""
    token = backend.ids.token()
    db.add(
        ReceiptLink(
            token_digest=sha256_base64url(token),
            receipt_id=receipt.id,
            account_id=receipt.account_id,
            language=language,
            expires_at=backend.clock.now() + backend.lifetimes.receipt_link,
        )
    )
    return token


def owner_of(db: Session, token: str) -> str | None:
    """Tell whose lock a use of the link needs; None for a link that never was."""
    link = db.get(ReceiptLink, sha256_base64url(token))
    return link.account_id if link else None


def open_link(db: Session, backend: Backend, token: str) -> ReceiptLink | None:
    """Look a link up that works right now: it ends with its use and with its time, not with the visit."""
    link = db.get(ReceiptLink, sha256_base64url(token))
    if link is None or link.used_at is not None or backend.clock.now() >= link.expires_at:
        return None
    return link


def use_link(db: Session, backend: Backend, link: ReceiptLink) -> Receipt | None:
    """Use a link up and give its receipt."""
    link.used_at = backend.clock.now()
    return db.get(Receipt, link.receipt_id)
