"""No text of a value stands in a repr, a log or a crash unless somebody has said that it is nobody's."""

import dataclasses
import importlib
import pkgutil
from typing import get_type_hints

import pytest

import kiosk.bochum_id

_NOBODYS = (
    # names that the city or the contract gave to things
    "id service_id service_ids office_id document_id receipt_id application_id terminal_id device_id boot_id "
    "Attribute.name Answer.name Office.name definition_path config_path path link_to place pointer locked "
    "version etag config_etag catalogue_etag digest "
    # words of the contract and of HTTP
    "code keyword reason missing methods kind method content_type accept media_type source slot actor state "
    "detail cause what currency currency_number trace_id software resources counters features components "
    "denied_services languages timezone arrangement update_channel "
    # what everybody may read: offices, services, prices
    "title summary icon fee_note legal_basis office authority location Office.address bring waiting_area "
    "entries provider_name purpose reference otlp_endpoint AcceptedDeclaration.text "
    # what a card reader and a machine say of themselves
    "result_code trace_number receipt_number contract_number BatchTotal.card_name model serial bios_uuid "
    "confirmation_code"
)
NOBODYS = frozenset(_NOBODYS.split())
"""Names of fields, of one class where the name alone does not say it."""


def values() -> list[type]:
    found = []
    for module in pkgutil.iter_modules(kiosk.bochum_id.__path__):
        loaded = importlib.import_module(f"kiosk.bochum_id.{module.name}")
        found += [
            each
            for each in vars(loaded).values()
            if isinstance(each, type)
            and dataclasses.is_dataclass(each)
            and each.__module__ == loaded.__name__
        ]
    return found


@pytest.mark.parametrize("value", values(), ids=lambda value: value.__qualname__)
def test_every_text_that_shows_is_nobodys(value: type) -> None:
    hints = get_type_hints(value)
    for field in dataclasses.fields(value):
        kind = str(hints[field.name])
        if field.repr and any(word in kind for word in ("str", "bytes", "Json")):
            names = {field.name, f"{value.__name__}.{field.name}"}
            assert names & NOBODYS, f"{names}: is it nobody's? Else repr=False"


def test_there_are_values_to_look_at() -> None:
    assert len(values()) > 50
