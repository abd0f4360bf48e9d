"""One eID session, from the message after StartPAOS to the one before StartPAOSResponse."""

from cardreader.chat import AccessRight
from cardreader.eid_client.result import OK, Result, ResultMinor, failed
from sandbox.eid_server import access_control, card_reading, data_groups, transmission
from sandbox.eid_server.card_reading import CardContents, CardReadingError
from sandbox.eid_server.chip_check import ChipCheckError
from sandbox.eid_server.data_groups import DataGroupError
from sandbox.eid_server.eid_interface import (
    EXPIRED_DOCUMENT,
    INVALID_DOCUMENT,
    EidError,
    EidResult,
    Operation,
)
from sandbox.eid_server.session_plan import Conversation, SessionEndedError, SessionPlan

type Outcome = EidResult | EidError


def converse(plan: SessionPlan) -> Conversation[Outcome]:
    """Run the session; every failure is an outcome."""
    try:
        access = yield from access_control.gain_access(plan)
        reading = card_reading.read_card(
            access.rights, access.chip.pseudonym_key, plan.terminal.sector_public_key
        )
        contents = yield from transmission.transmit_all(reading, access.chip.keys)
        if not contents.is_document_valid:
            return EidError(EXPIRED_DOCUMENT)
        return _result(plan, access.rights, contents)
    except SessionEndedError as error:
        return EidError(error.minor)
    except (ChipCheckError, DataGroupError):
        return EidError(INVALID_DOCUMENT)
    except CardReadingError:
        return EidError(ResultMinor.INTERNAL_ERROR)


def result_for_client(outcome: Outcome) -> Result:
    """Say in StartPAOSResponse how the session ended; a minor that is no eCard code becomes internalError."""
    match outcome:
        case EidResult():
            return OK
        case EidError(minor):
            known = next((known for known in ResultMinor if known == minor), ResultMinor.INTERNAL_ERROR)
            return failed(known)


def _result(plan: SessionPlan, granted: frozenset[AccessRight], contents: CardContents) -> EidResult:
    return EidResult(
        personal_data=data_groups.decode(contents.data_groups),
        operations={right: _operation(right, granted, contents) for right in plan.requested},
        restricted_id=contents.pseudonym,
        fulfils_age_verification=contents.verified.get(AccessRight.AGE_VERIFICATION),
        fulfils_place_verification=contents.verified.get(AccessRight.COMMUNITY_VERIFICATION),
    )


def _operation(right: AccessRight, granted: frozenset[AccessRight], contents: CardContents) -> Operation:
    if right not in granted:
        return Operation.PROHIBITED
    if right is AccessRight.RESTRICTED_IDENTIFICATION:
        is_there = contents.pseudonym is not None
    else:
        is_there = right.data_group in contents.data_groups or right in contents.verified
    return Operation.ALLOWED if is_there else Operation.NOT_ON_CHIP
