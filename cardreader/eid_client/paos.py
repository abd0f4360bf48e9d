"""The PAOS envelope: building requests, and finding the one message inside a received body."""

import uuid
from collections.abc import Mapping

from cardreader.eid_client import paos_reading, paos_writing, xml_document
from cardreader.eid_client.paos_messages import ClientMessage, Envelope, ServerMessage
from cardreader.eid_client.paos_reading import PaosError
from cardreader.eid_client.xml_document import Element, element

__all__ = [
    "HTTP_HEADERS",
    "PaosError",
    "build_client_message",
    "build_server_message",
    "new_message_id",
    "parse_client_message",
    "parse_server_message",
]

CONTENT_TYPE = "application/vnd.paos+xml; charset=UTF-8"
_PAOS = "urn:liberty:paos:2006-08"
HTTP_HEADERS: Mapping[str, str] = {
    "Content-Type": CONTENT_TYPE,
    "Accept": "text/html; application/vnd.paos+xml",
    "PAOS": f'ver="{_PAOS}"',
}
_NAMESPACES = {
    "xmlns:soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "xmlns:wsa": "http://www.w3.org/2005/03/addressing",
    "xmlns:paos": _PAOS,
    "xmlns:dss": "urn:oasis:names:tc:dss:1.0:core:schema",
    "xmlns:ecard": "http://www.bsi.bund.de/ecard/api/1.1",
    "xmlns:iso": "urn:iso:std:iso-iec:24727:tech:schema",
    "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_CAPABILITY = element(
    "paos:PAOS",
    element("paos:Version", _PAOS),
    element(
        "paos:EndpointReference",
        element("paos:Address", "http://www.projectliberty.org/2006/01/role/paos"),
        element(
            "paos:MetaData",
            element("paos:ServiceType", "http://www.bsi.bund.de/ecard/api/1.1/PAOS/GetNextCommand"),
        ),
    ),
    attributes={
        "soap:mustUnderstand": "1",
        "soap:actor": "http://schemas.xmlsoap.org/soap/actor/next",
    },
)
_REPLY_TO = element("wsa:ReplyTo", element("wsa:Address", "http://www.projectliberty.org/2006/02/role/paos"))


def new_message_id() -> str:
    """Return a fresh `urn:uuid:…`."""
    return uuid.uuid4().urn


def build_client_message(envelope: Envelope[ClientMessage]) -> bytes:
    """Write a client's message with the PAOS header (TR-03112-7 2.4)."""
    return _envelope(envelope, paos_writing.client_body(envelope.message), _CAPABILITY, _REPLY_TO)


def build_server_message(envelope: Envelope[ServerMessage]) -> bytes:
    """Write a server's message."""
    return _envelope(envelope, paos_writing.server_body(envelope.message))


def parse_server_message(data: bytes) -> Envelope[ServerMessage]:
    """Read what an eID server sent; PaosError if it is not exactly one well-formed known message."""
    addressing, body = _open(data)
    message = paos_reading.server_message(body, addressing.message_id)
    return Envelope(addressing.message_id, addressing.relates_to, message)


def parse_client_message(data: bytes) -> Envelope[ClientMessage]:
    """Read what an eID client sent; PaosError if it is not exactly one well-formed known message."""
    addressing, body = _open(data)
    message = paos_reading.client_message(body, addressing.message_id)
    return Envelope(addressing.message_id, addressing.relates_to, message)


def _envelope[M](envelope: Envelope[M], body: Element, *header: Element) -> bytes:
    relates_to = element("wsa:RelatesTo", envelope.relates_to) if envelope.relates_to else None
    document = element(
        "soap:Envelope",
        element("soap:Header", *header, relates_to, element("wsa:MessageID", envelope.message_id)),
        element("soap:Body", body),
        attributes=_NAMESPACES,
    )
    return b'<?xml version="1.0" encoding="UTF-8"?>' + document.to_xml().encode()


def _open(data: bytes) -> tuple[Envelope[None], Element]:
    try:
        root = xml_document.parse(data)
    except xml_document.XmlError as error:
        raise PaosError(str(error)) from error
    if root.name != "Envelope":
        raise PaosError("the document is not a SOAP envelope")
    headers, bodies = root.named("Header"), root.named("Body")
    if len(headers) > 1 or len(bodies) != 1 or len(bodies[0].children) != 1:
        raise PaosError("an envelope holds one header and one body with one message")
    ids = [part.text for header in headers for part in header.named("MessageID")]
    related = [part.text for header in headers for part in header.named("RelatesTo")]
    if len(ids) > 1 or len(related) > 1:
        raise PaosError("the header repeats MessageID or RelatesTo")
    message_id = ids[0] if ids else ""
    return Envelope(message_id, related[0] if related else None, None), bodies[0].children[0]
