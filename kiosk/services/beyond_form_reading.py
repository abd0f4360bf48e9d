"""Read what a service has besides its form, and hold it against how the terminal carries the service."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from kiosk.bochum_id.attachments import AttachmentSource
from kiosk.services.beyond_form import AppointmentNeed, AttachmentSlot, Destination, External, Section
from kiosk.services.condition import ALWAYS, NEVER, Condition
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import KioskMode
from kiosk.services.document import Node

NEEDS = {
    KioskMode.LOCAL_ONLY: "destination",
    KioskMode.EXTERNAL: "external",
    KioskMode.INFO_ONLY: "information",
}
"""The member without which a service of that mode would lead nowhere; others must not have it."""


def refuse_wrong_ends(service: Node, mode: KioskMode) -> None:
    """Refuse a service that leads nowhere, or somewhere else than its mode says."""
    for other, name in NEEDS.items():
        if other is mode:
            service.member(name)
        elif service.has(name):
            raise service.member(name).refuse(
                f"a service of mode {mode.value!r} does not lead here",
                f'write "kioskMode": "{other.value}", or leave this out',
            )


def read_destination(service: Node) -> Destination | None:
    return service.member("destination").one_of(Destination) if service.has("destination") else None


def read_external(service: Node) -> External | None:
    if not service.has("external"):
        return None
    node = service.member("external")
    node.knows("url", "portal")
    address = node.member("url")
    parts = urlsplit(address.text())
    if parts.scheme != "https" or not parts.hostname:
        raise address.refuse("telephones are sent to secure addresses only", "begin it with https://")
    return External(address.text(), node.member("portal").localised(), parts.hostname)


def read_information(service: Node) -> Iterator[Section]:
    for node in service.items_of("information"):
        node.knows("icon", "title", "text", "telephone")
        yield Section(
            icon=node.member("icon").text(),
            title=node.member("title").localised(),
            text=node.member("text").localised(),
            telephone=node.member("telephone").text() if node.has("telephone") else "",
        )


def read_slots(service: Node, schema: DataSchema) -> Iterator[AttachmentSlot]:
    """Read the places for files; every one of them has another name."""
    names: set[str] = set()
    for node in service.items_of("attachments"):
        node.knows(
            *("slot", "title", "help", "accept", "maxBytes", "maxFiles", "sources", "visible", "required")
        )
        name = node.member("slot")
        if name.text() in names:
            raise name.refuse(f"the slot {name.text()!r} stands here twice", "give it another name")
        names.add(name.text())
        yield AttachmentSlot(
            id=name.text(),
            title=node.member("title").localised(),
            help=node.localised_or_none("help"),
            accept=tuple(each.text() for each in node.member("accept").items()),
            max_bytes=node.member("maxBytes").whole_number(),
            max_files=node.member("maxFiles").whole_number(),
            sources=frozenset(each.one_of(AttachmentSource) for each in node.member("sources").items()),
            visible=schema.condition(node, "visible", ALWAYS),
            required=_required(node, schema),
        )


def _required(node: Node, schema: DataSchema) -> Condition:
    """Read `required`: true, false, or when."""
    if node.has("required") and isinstance(node.member("required").value, bool):
        return ALWAYS if node.member("required").truth() else NEVER
    return schema.condition(node, "required", NEVER)


def read_appointment(service: Node, schema: DataSchema) -> AppointmentNeed | None:
    if not service.has("appointment"):
        return None
    node = service.member("appointment")
    node.knows("serviceId", "required", "count")
    count: int | str = 1
    if node.has("count"):
        how_many = node.member("count")
        count = schema.scope(how_many) if isinstance(how_many.value, str) else how_many.whole_number()
    return AppointmentNeed(
        service_id=(node.member("serviceId") if node.has("serviceId") else service.member("id")).text(),
        required=node.has("required") and node.member("required").truth(),
        count=count,
    )
