"""The caller's account: found, shown, its contact details changed."""

from typing import Final, cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_account as wire
from sandbox.bochum_id.account_attributes import attribute
from sandbox.bochum_id.account_opening import tell_owner
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.conditional import etag_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.representation import mandates_of
from sandbox.bochum_id.tables import Account

CONTACTS: Final = ("email", "phone", "postalContact")


def own_account(db: Session, caller: CitizenCaller) -> Account:
    """Find the caller's account; a one-off use has none to speak of."""
    account = db.get(Account, caller.account_id)
    if account is None or account.transient:
        raise ProblemError(Code.ACCOUNT_NOT_FOUND)
    return account


def shown(db: Session, backend: Backend, account: Account) -> Reply:
    """Answer with the whole account and its ETag."""
    acting_for = [
        wire.RepresentedView(
            id=mandate.organisation.id,
            name=str(mandate.organisation.attributes["name"]),
            scope=mandate.reach.value,
            since=mandate.since,
        )
        for mandate in mandates_of(db, account.id, backend.clock.now())
    ]
    view = wire.AccountView(
        id=account.id,
        username=account.username,
        attributes={
            name: wire.AttributeView.model_validate(each) for name, each in account.attributes.items()
        },
        preferences=wire.Preferences.model_validate(account.preferences),
        acting_for=acting_for,
    )
    return json_reply(200, view, {"ETag": etag_of(account.version)})


def change(db: Session, backend: Backend, account: Account, patch: wire.AccountPatch) -> None:
    """Merge what the citizen says (RFC 7396); whoever could be reached before is told of another address."""
    said = patch.model_dump(by_alias=True, exclude_unset=True)
    attributes = dict(account.attributes)
    now = backend.clock.now()
    if "email" in said and "email" in attributes:
        text = "Die E-Mail-Adresse Ihres Bochum-ID-Kontos wurde geändert."
        tell_owner(db, backend, account, "emailChanged", text)
    for name in CONTACTS:
        if name not in said:
            continue
        if said[name] is None:
            attributes.pop(name, None)
        else:
            attributes[name] = attribute(said[name], "self", "normal", now)
    account.attributes = attributes
    if "preferences" in said:
        wanted = cast("dict[str, str | bool | None]", said["preferences"] or {})
        kept = {} if said["preferences"] is None else account.preferences
        account.preferences = {name: value for name, value in {**kept, **wanted}.items() if value is not None}
    account.version += 1
