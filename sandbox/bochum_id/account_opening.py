"""Whose account a verified attempt opens: the known one, a new one, or one that gets its new card."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.account_attributes import same_birth_place, take_over, value_of
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.guessing import forgive, name_subject
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.store import account_lock, add_unless_there, also_lock, login_lock
from sandbox.bochum_id.tables import Account, JsonObject, LoginAttempt, Pseudonym
from sandbox.bochum_id.wire import rfc3339


def candidate_for(db: Session, identity: str | None, card: JsonObject) -> str | None:
    """Find the one account that a card nobody knows may belong to; None when there is none or several."""
    if identity is None:
        return None
    same = select(Account).where(Account.identity == identity, Account.transient.is_(False))
    fitting = [account.id for account in db.scalars(same) if same_birth_place(account, card)]
    return fitting[0] if len(fitting) == 1 else None


def open_account(
    db: Session, backend: Backend, attempt: LoginAttempt, body: wire.SessionExchange
) -> str | ProblemError:
    """Find the account, or make one; the attempt survives a wrong mode."""
    objection = _objection(attempt, body)
    if objection is not None:
        return objection
    if body.account_mode == "existing":
        account_id = body.link_to or attempt.account_id or ""
        lock_account(db, account_id)
        account = db.get(Account, account_id)
        if account is None:
            return ProblemError(Code.ACCOUNT_NOT_FOUND)
    else:
        account = _new_account(db, backend, attempt, body)
    if attempt.method == "eid":
        signed_in_by_card(db, backend, attempt, account)
    if not account.transient:
        record_activity(
            db, backend, account.id, "login", terminal_id=attempt.terminal_id, method=attempt.method
        )
    return account.id


def link_card(db: Session, backend: Backend, attempt: LoginAttempt, account: Account) -> None:
    """Let the attempt's card open the account from now on, and tell its owner; nothing if it does already."""
    card = attempt.attributes or {}
    if not _add_card(db, backend, attempt, account):
        return
    record_activity(db, backend, account.id, "cardLinked", terminal_id=attempt.terminal_id)
    tell_owner(db, backend, account, "cardLinked", "Ein neuer Ausweis öffnet jetzt Ihr Bochum-ID-Konto.")
    if card:
        take_over(account, card, backend.clock.now())


def tell_owner(db: Session, backend: Backend, account: Account, template: str, text: str) -> None:
    """Send a notice that something about the account has changed, wherever its owner can be reached."""
    send_out(db, backend, "mailbox", account.id, {"template": template, "text": text})
    email = value_of(account, "email")
    if email is not None:
        send_out(db, backend, "email", email, {"template": template, "text": text})


def _objection(attempt: LoginAttempt, body: wire.SessionExchange) -> ProblemError | None:
    match body.account_mode:
        case "existing" if body.link_to is not None:
            if attempt.link_to != body.link_to:
                return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/linkTo", "const"),))
        case "existing" if attempt.account_match == "ambiguous":
            return ProblemError(Code.ACCOUNT_AMBIGUOUS)
        case "existing" if attempt.account_id is None:
            return ProblemError(Code.ACCOUNT_NOT_FOUND)
        case "create" if attempt.account_id is not None:
            return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/accountMode", "const"),))
        case "create" if body.consents is None:
            return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/consents", "required"),))
        case "transient" if attempt.method != "eid":
            return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/accountMode", "const"),))
        case _:
            pass
    if body.link_to is not None and body.account_mode != "existing":
        return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/linkTo", "not"),))
    return None


def _new_account(db: Session, backend: Backend, attempt: LoginAttempt, body: wire.SessionExchange) -> Account:
    transient = body.account_mode == "transient"
    consents = body.consents.model_dump(by_alias=True) if body.consents and not transient else {}
    now = backend.clock.now()
    account = Account(
        id=backend.ids.new("acc"),
        created_at=now,
        transient=transient,
        consents=consents,
        consents_changed=dict.fromkeys(consents, rfc3339(now)),
    )
    db.add(account)
    db.flush()
    if not transient:
        record_activity(db, backend, account.id, "accountCreated", terminal_id=attempt.terminal_id)
        _add_card(db, backend, attempt, account)
    return account


def signed_in_by_card(db: Session, backend: Backend, attempt: LoginAttempt, account: Account) -> None:
    """Renew what the account knows, and unlock it: who holds card and PIN needs no password."""
    if account.transient:
        return
    if attempt.link_to == account.id:
        link_card(db, backend, attempt, account)
    take_over(account, attempt.attributes or {}, backend.clock.now())
    was_locked = account.locked
    account.locked = False
    if account.username is not None:
        was_locked |= forgive(db, name_subject(account.username))
    if was_locked:
        record_activity(db, backend, account.id, "accountUnlocked", terminal_id=attempt.terminal_id)
        tell_owner(
            db, backend, account, "accountUnlocked", "Ihr Bochum-ID-Konto wurde mit dem Ausweis entsperrt."
        )


def _add_card(db: Session, backend: Backend, attempt: LoginAttempt, account: Account) -> bool:
    card = attempt.attributes or {}
    link = Pseudonym(
        digest=attempt.pseudonym_digest or "",
        account_id=account.id,
        linked_at=backend.clock.now(),
        id=backend.ids.new("lnk"),
        document_type=str(card["DocumentType"]) if "DocumentType" in card else None,
        valid_until=str(card["DateOfExpiry"]) if "DateOfExpiry" in card else None,
    )
    return add_unless_there(db, link)


def lock_account(db: Session, account_id: str) -> None:
    """Let nobody else change the account, or count guesses for it, until the transaction ends."""
    account = db.get(Account, account_id)
    if account is not None and account.username is not None:
        also_lock(db, login_lock(name_subject(account.username)))
    also_lock(db, account_lock(account_id))
    if account is not None:
        db.refresh(account)
