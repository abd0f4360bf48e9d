"""The accounts of the invented people, with their cards, passwords and second factors."""

from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from sandbox.bochum_id.account_attributes import attribute, identity_of_card, take_over
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.eid_outcomes import attributes_of
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.passwords import comparable
from sandbox.bochum_id.sample_accounts import SampleAccount, sample_accounts
from sandbox.bochum_id.second_factors import recovery_digest
from sandbox.bochum_id.tables import Account, JsonObject, LoginFactor, Pseudonym, RecoveryCode
from sandbox.eid_server.data_groups import decode
from sandbox.id_card.data_groups import encode_data_groups
from sandbox.id_card.personas import Holder, load_personas


def sample_account_id(name: str) -> str:
    """Name the account of a table in `simulated_accounts.toml`: the same in every sandbox."""
    return f"acc_{uuid5(NAMESPACE_URL, f'urn:bochum:sandbox:account:{name}')}"


def seed(db: Session, backend: Backend) -> None:
    """Add the accounts that are missing; those that are there stay as they have become."""
    personas = load_personas()
    for name, sample in sample_accounts().items():
        if db.get(Account, sample_account_id(name)) is None:
            _add(db, backend, sample_account_id(name), sample, personas[sample.persona].holder)


def _add(db: Session, backend: Backend, account_id: str, sample: SampleAccount, holder: Holder) -> None:
    now = backend.clock.now()
    said = attributes_of(decode(encode_data_groups(holder)))
    account = Account(
        id=account_id,
        created_at=now,
        transient=False,
        username=comparable(sample.username),
        password_hash=backend.passwords.hash_of_sample(sample.password),
        locked=sample.locked,
        consents={"electronicDelivery": True, "mailboxNotificationEmail": sample.email is not None},
        preferences={"language": sample.language, "largeText": sample.large_text},
    )
    take_over(account, said, now)
    account.identity = identity_of_card(said)
    contacts = {"email": sample.email, "phone": sample.phone}
    account.attributes = {
        **account.attributes,
        **{name: attribute(value, "self", "normal", now) for name, value in contacts.items() if value},
    }
    account.version = 1
    db.add(account)
    _add_card(db, backend, sample, account, said)
    for factor in _factors(sample, account.id):
        db.add(factor)
    for code in sample.recovery_codes:
        db.add(RecoveryCode(digest=recovery_digest(code), account_id=account.id))


def _add_card(
    db: Session, backend: Backend, sample: SampleAccount, account: Account, said: JsonObject
) -> None:
    """Link the persona's card; an older one is nobody's any more, so any name will do for it."""
    pseudonym = backend.cards.get(sample.persona) if sample.card == "linked" else None
    if sample.card == "linked" and pseudonym is None:
        return
    db.add(
        Pseudonym(
            digest=sha256_base64url(pseudonym.hex() if pseudonym else backend.ids.token()),
            account_id=account.id,
            linked_at=account.created_at,
            id=backend.ids.new("lnk"),
            document_type=str(said["DocumentType"]),
            valid_until=str(said["DateOfExpiry"]) if pseudonym else None,
        )
    )


def _factors(sample: SampleAccount, account_id: str) -> list[LoginFactor]:
    factors: list[LoginFactor] = []

    def add(kind: str, hint: str, target: str | None = None, secret: str | None = None) -> None:
        factor_id = f"f{len(factors) + 1}"
        factors.append(
            LoginFactor(
                account_id=account_id, id=factor_id, type=kind, hint=hint, target=target, totp_secret=secret
            )
        )

    if sample.totp_secret is not None:
        add("totp", "Authenticator-App", secret=sample.totp_secret)
    if sample.sms_codes and sample.phone is not None:
        add("smsCode", f"{sample.phone.partition(' ')[0]} *** {sample.phone[-4:]}", sample.phone)
    if sample.email_codes and sample.email is not None:
        add("emailCode", f"{sample.email[0]}***@{sample.email.rpartition('@')[2]}", sample.email)
    if sample.recovery_codes:
        add("recoveryCode", "Wiederherstellungscode")
    return factors
