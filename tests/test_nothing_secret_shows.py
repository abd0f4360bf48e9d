"""No text of a value stands in a repr, a log or a crash unless somebody has said that it is nobody's.

Every value class of `cardreader` and `kiosk` is made with a marker wherever a text or a secret can stand.
"""

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from enum import Enum
from types import ModuleType

import pytest

import cardreader
import kiosk
from cardreader.secret import Secret
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.terminal_certificate import TerminalCertificate
from kiosk.bochum_id.terminal_key import PemTerminalKey
from tests import made_up

_NOBODYS = (
    # names that the city or the contract gave to things
    "id service_id service_ids office_id document_id receipt_id application_id terminal_id device_id boot_id "
    "Attribute.name Answer.name Office.name definition_path config_path path link_to place pointer locked "
    "version etag config_etag catalogue_etag digest topic_id entry_id paper_id consent_id organisation_id "
    "factor_id file_id payment_id session_id visit_id step_id scope target known default_delivery "
    "delivery_channels payment_channels life_situations Option.value Known.shown objections "
    # words of the contract and of HTTP
    "code keyword reason missing methods kind method content_type accept media_type source slot actor state "
    "detail cause what currency currency_number trace_id software resources counters features components "
    "denied_services languages language timezone arrangement update_channel quantity count params "
    "problem advice "
    # what everybody may read: offices, services, prices, streets
    "title summary icon fee_note legal_basis office authority location Office.address bring waiting_area "
    "entries provider_name purpose reference otlp_endpoint AcceptedDeclaration.text url telephone notice "
    "postcodes_of SearchIndex.words SearchIndex.backwards SearchIndex.text Standing.language "
    # what a card reader, a printer and a machine say of themselves, and how a technician set them up
    "result_code trace_number original_trace receipt_number contract_number card_name model serial bios_uuid "
    "confirmation_code vendor host server api api_url eservice eid_server control control_url ca_bundle "
    "cache_dir catalogue_key folder file queue printer journal_dir device mode program command channel "
    "CupsPrinter.name EmptyReader.name CardPresent.name Reader.name SlotState.name atr "
    # what the journal and the supervisor say: names of classes and codes
    "before event after overlay failure effect "
    # certificates, and the words of the protocol's standards
    "oid protocol algorithm Curve.name CipherSuite.name car chr trust_points certification_authorities "
    "authority_references issuer_name issuer_url subject_name subject_url redirect_url provider_url "
    "server_address ef_card_access id_picc ephemeral_key ephemeral_public_key signature accepted_eid_types "
    "acceptable_status_codes did_name did_names slot_handle message_id relates_to request major minor "
    "Result.message UserAgent.name Element.name Places.at Field.default Limits.default"
)
NOBODYS = frozenset(_NOBODYS.split())
"""Names of fields, of one class where the name alone does not say it."""


def is_nobodys(value: type, field: str) -> bool:
    return bool(NOBODYS & {field, f"{value.__name__}.{field}"})


def modules() -> Iterator[ModuleType]:
    for package in (cardreader, kiosk):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


CLASSES = [
    each
    for module in modules()
    for each in vars(module).values()
    if isinstance(each, type) and each.__module__ == module.__name__
]
VALUES = [each for each in CLASSES if dataclasses.is_dataclass(each)]
KEEPERS = [each for each in VALUES if made_up.holds_secret(each)]


def _name(value: type) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def told_by(value: type) -> list[str]:
    """The fields whose text shows, and what else the whole says of its own accord."""
    made = made_up.instance(value, is_nobodys)
    shown = [each.name for each in dataclasses.fields(value) if each.repr]
    told = [name for name in shown if made_up.shows_marker(repr(getattr(made, name)))]
    return told or (["in words of its own"] if made_up.shows_marker(f"{made} {made!r}") else [])


def test_no_text_shows_that_is_somebodys() -> None:
    told = {_name(value): fields for value in VALUES if (fields := told_by(value))}
    assert not told, "are these nobody's? Else repr=False"


@pytest.mark.parametrize("copying", [copy.deepcopy, pickle.dumps, dataclasses.asdict])
@pytest.mark.parametrize("value", KEEPERS, ids=_name)
def test_no_secret_is_copied_with_what_holds_it(value: type, copying: Callable[[object], object]) -> None:
    with pytest.raises(TypeError) as caught:
        copying(made_up.instance(value, is_nobodys))
    assert not made_up.shows_marker(str(caught.value))


def test_there_are_values_to_look_at() -> None:
    assert len(VALUES) > 500
    assert len(KEEPERS) > 10


def test_the_marker_is_seen_in_whatever_shows() -> None:
    """Were one of these to come true, nothing here could fail."""

    @dataclasses.dataclass
    class Careless:
        inside: dict[int, tuple[bytes | None, ...]]
        hidden: str = dataclasses.field(repr=False)

    @dataclasses.dataclass
    class Talkative(Careless):
        inside: dict[int, tuple[bytes | None, ...]] = dataclasses.field(repr=False)

        def __str__(self) -> str:
            return self.hidden

    assert told_by(Careless) == ["inside"]
    assert told_by(Talkative) == ["in words of its own"]
    assert made_up.shows_marker(made_up.MARKER.encode().hex())
    assert made_up.shows_marker(str(list(made_up.MARKER.encode())))


# ---------------------------------------------------------------- what is no data class

OWN_WORDS = {Secret, DpopKey, TerminalCertificate, PemTerminalKey}
"""What has words of its own: always the same, but for a terminal's name."""


def test_nothing_else_has_words_of_its_own() -> None:
    """What neither is a data class nor an exception shows its address and nothing more."""
    for each in set(CLASSES) - set(VALUES) - OWN_WORDS:
        if not issubclass(each, BaseException | Enum):
            for method in ("__repr__", "__str__", "__format__"):
                assert method not in vars(each), f"{each.__qualname__} may show what it holds"


def test_own_words_are_the_same_whatever_is_inside() -> None:
    assert repr(Secret(made_up.MARKER.encode())) == repr(Secret(b""))
    assert repr(DpopKey()) == repr(DpopKey())


def test_exceptions_say_nothing_of_what_they_are_not_told() -> None:
    """An exception's text is what its raiser wrote: none of them carries a secret or a value along."""
    for each in CLASSES:
        if issubclass(each, BaseException):
            hints = dict(getattr(each.__init__, "__annotations__", {}))
            assert Secret not in hints.values(), each
            assert not {"bytes", "Secret", bytes, bytearray} & set(hints.values()), each
