"""eID servers and services with the habits of other makers: the same messages, written in other ways."""

import re
from collections.abc import Callable

from eid_world import ERROR_ADDRESS, PSK, REFRESH, SERVER

from cardreader.eid_client.paos_messages import ServerMessage, Transmit

type Writing = Callable[[str], str | bytes]
"""Given a message as the sandbox's server writes it, the same one as another server would."""

_ISO = "urn:iso:std:iso-iec:24727:tech:schema"
_ECARD = "http://www.bsi.bund.de/ecard/api/1.1"
_HEX = re.compile(r">([0-9A-F]{16,})<")


def _default_namespace(text: str) -> str:
    """Write the message without prefixes, in a default namespace of its own."""
    bare = re.sub(r"(</?)(?:iso|ecard|dss):", r"\1", text).replace('"iso:', '"')
    return bare.replace("<soap:Body><", f'<soap:Body xmlns="{_ISO}"><')


def _other_prefixes(text: str) -> str:
    for ours, theirs in (("soap", "SOAP-ENV"), ("iso", "ns4"), ("xsi", "ns7"), ("wsa", "ns5"), ("dss", "d")):
        text = re.sub(rf'(</?|[ "]|xmlns:){ours}(?=[:=])', rf"\1{theirs}", text)
    return text


def _declared_inside(text: str) -> str:
    """Declare the namespaces at the message itself and, needlessly, a dozen others."""
    needless = "".join(f' xmlns:n{number}="urn:needless:{number}"' for number in range(12))
    declared = f' xmlns:iso="{_ISO}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{needless}'
    without = re.sub(r' xmlns:(iso|xsi)="[^"]*"', "", text)
    return re.sub(r"(<soap:Body><[\w:]+)", rf"\1{declared}", without, count=1)


def _indented(text: str) -> str:
    """Stand each element on a line of its own, and each text as well."""
    apart = re.sub(r">(?=[^<])", ">\n\t\t", text.replace("><", ">\r\n  <"))
    return re.sub(r"(?<=[^>\s])</", "\n\t</", apart)


def _commented(text: str) -> str:
    return re.sub(r"(<iso:\w+>)", r"<!-- next --><?next element?>\1<!---->", text)


def _in_cdata(text: str) -> str:
    return _HEX.sub(r"><![CDATA[\1]]><", text)


def _small_hex(text: str) -> str:
    return _HEX.sub(lambda found: f">{found[1].lower()}<", text)


def _wrapped_hex(text: str) -> str:
    """Break long values into lines."""
    return _HEX.sub(lambda found: f">\n{'\n    '.join(re.findall('.{1,64}', found[1]))}\n<", text)


def _attributes_turned(text: str) -> str:
    return re.sub(r'(Protocol="[^"]*") (xsi:type="[^"]*")', r"\2 \1", text)


def _type_without_prefix(text: str) -> str:
    return text.replace('xsi:type="iso:', 'xsi:type="')


def _old_protocol(text: str) -> str:
    return text.replace("urn:oid:1.3.162.15480.3.0.14.2", "urn:oid:1.0.24727.3.0.0.7.2")


def _full_header(text: str) -> str:
    more = (
        "<wsa:ReplyTo><wsa:Address>http://www.projectliberty.org/2006/02/role/paos\n\t</wsa:Address></wsa:ReplyTo>"
        f"<wsa:Action>{_ECARD}/PAOS/GetNextCommand</wsa:Action>"
        '<paos:PAOS soap:mustUnderstand="1"><paos:Version>urn:liberty:paos:2006-08</paos:Version></paos:PAOS>'
    )
    return text.replace("</soap:Header>", f"{more}</soap:Header>")


def _other_message_id(text: str) -> str:
    return re.sub(r"urn:uuid:([\w-]+)</wsa:MessageID>", r"\n  uuid-\1-7\n</wsa:MessageID>", text)


def _no_header(text: str) -> str:
    return re.sub(r"<soap:Header>.*?</soap:Header>", "", text)


def _full_handle(text: str) -> str:
    handle = (
        '<iso:ConnectionHandle xsi:type="iso:ConnectionHandleType"><iso:ContextHandle>4A</iso:ContextHandle>'
        "<iso:IFDName>Reader 1</iso:IFDName><iso:SlotIndex>0</iso:SlotIndex>"
        "<iso:CardApplication>E80704007F00070302</iso:CardApplication><iso:SlotHandle>00</iso:SlotHandle>"
        "<iso:RecognitionInfo><iso:CardType>http://bsi.bund.de/cif/npa.xml</iso:CardType></iso:RecognitionInfo>"
        "</iso:ConnectionHandle><iso:DIDScope>global</iso:DIDScope>"
    )
    return re.sub(r"<iso:ConnectionHandle>.*?</iso:ConnectionHandle>", handle, text)


def _request_attributes(text: str) -> str:
    """Give the message what every eCard request may have (TR-03112-1, RequestType)."""
    return re.sub(r"(<soap:Body><[\w:]+)", r'\1 RequestID="id-1"', text)


def _unknown_elements(text: str) -> str:
    permission = '<iso:RequiredPermission type="x">00</iso:RequiredPermission>'
    for end in ("iso:AuthenticationProtocolData", "iso:Transmit", "dss:Result"):
        text = text.replace(f"</{end}>", f"{permission}<x:Own xmlns:x='urn:x'><x:Own/></x:Own></{end}>")
    return text


def _empty_optionals(text: str) -> str:
    """Write elements without a value where others leave them out."""
    empty = "<iso:AcceptedEIDType/><iso:Signature></iso:Signature>"
    if 'type="iso:EAC1InputType"' in text:
        text = text.replace("</iso:AuthenticationProtocolData>", f"{empty}</iso:AuthenticationProtocolData>")
    text = re.sub(r"<iso:TransactionInfo>[^<]*<", "<iso:TransactionInfo><", text)
    return text.replace("</iso:InputAPDU>", "</iso:InputAPDU><iso:AcceptableStatusCode/>")


def _certificates_turned(text: str) -> str:
    found = re.findall(r"<iso:Certificate>[^<]*</iso:Certificate>", text)
    return text.replace("".join(found), "".join(reversed(found))) if found else text


def _bare_point(text: str) -> str:
    """Leave out the first byte of the server's point, as some do."""
    return text.replace("<iso:EphemeralPublicKey>04", "<iso:EphemeralPublicKey>")


def _result_with_message(text: str) -> str:
    message = '<dss:ResultMinor></dss:ResultMinor><dss:ResultMessage xml:lang="de">fertig</dss:ResultMessage>'
    return text.replace("</dss:ResultMajor>", f"</dss:ResultMajor>{message}")


def _soap_1_2(text: str) -> str:
    return text.replace(
        "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"
    )


def _undeclared(text: str) -> str:
    return text.removeprefix('<?xml version="1.0" encoding="UTF-8"?>')


def _utf_16(text: str) -> bytes:
    return text.replace("UTF-8", "UTF-16", 1).encode("utf-16")


def _latin_1(text: str) -> bytes:
    return text.replace("UTF-8", "ISO-8859-1", 1).encode("latin-1")


SERVER_HABITS: dict[str, Writing] = {
    "a default namespace instead of prefixes": _default_namespace,
    "other prefixes": _other_prefixes,
    "namespaces declared inside": _declared_inside,
    "indented": _indented,
    "comments and instructions between": _commented,
    "values in CDATA": _in_cdata,
    "small hexadecimal digits": _small_hex,
    "hexadecimal digits in lines": _wrapped_hex,
    "attributes in the other order": _attributes_turned,
    "type without a prefix": _type_without_prefix,
    "the protocol's old name": _old_protocol,
    "a full header": _full_header,
    "a message id of its own kind": _other_message_id,
    "no header": _no_header,
    "a full connection handle": _full_handle,
    "attributes of a request": _request_attributes,
    "unknown elements": _unknown_elements,
    "empty elements": _empty_optionals,
    "certificates in the other order": _certificates_turned,
    "a point without its first byte": _bare_point,
    "a result with a message": _result_with_message,
    "SOAP 1.2": _soap_1_2,
    "no XML declaration": _undeclared,
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": _utf_16,
    "ISO 8859-1": _latin_1,
}


def with_status_codes(message: ServerMessage, *codes: str) -> ServerMessage:
    """Have a batch accept only these status words."""
    if not isinstance(message, Transmit):
        return message
    infos = tuple(type(info)(info.apdu, codes) for info in message.apdus)
    return Transmit(infos, message.slot_handle)


_FIELDS = {
    "ServerAddress": SERVER.replace("&", "&amp;"),
    "SessionIdentifier": "session-1",
    "RefreshAddress": REFRESH,
    "CommunicationErrorAddress": ERROR_ADDRESS,
    "Binding": "urn:liberty:paos:2006-08",
    "PathSecurity-Protocol": "urn:ietf:rfc:4279",
}
_KEY = f"<PathSecurity-Parameters><PSK>{PSK}</PSK></PathSecurity-Parameters>"


def _written(fields: dict[str, str], key: str = _KEY) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return f"<TCTokenType>{inner}{key}</TCTokenType>"


TOKEN_HABITS: dict[str, bytes] = {
    "as the standard's example": _written({name: f" {value} " for name, value in _FIELDS.items()}).encode(),
    "elements in the other order": _written(dict(reversed(_FIELDS.items()))).encode(),
    "indented, with a prolog": _indented(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + _written(_FIELDS)
    ).encode(),
    "a namespace": _written(_FIELDS).replace("<TCTokenType>", f'<TCTokenType xmlns="{_ISO}">', 1).encode(),
    "prefixes": re.sub(r"(</?)(?=\w)", r"\1t:", _written(_FIELDS))
    .replace("<t:TCTokenType>", '<t:TCTokenType xmlns:t="urn:x">', 1)
    .encode(),
    "another root": _written(_FIELDS).replace("TCTokenType", "TCToken").encode(),
    "a byte order mark": b"\xef\xbb\xbf" + _written(_FIELDS).encode(),
    "small digits in the key": _written(_FIELDS, _KEY.replace(PSK, PSK.lower())).encode(),
    "capital digits in the key": _written(_FIELDS, _KEY.replace(PSK, PSK.upper())).encode(),
    "another name of TLS with a key": _written(
        _FIELDS | {"PathSecurity-Protocol": "urn:ietf:rfc:5487"}
    ).encode(),
    "no name of TLS with a key": _written(_FIELDS | {"PathSecurity-Protocol": ""}).encode(),
    "no error address": _written(
        {name: value for name, value in _FIELDS.items() if name != "CommunicationErrorAddress"}
    ).encode(),
    "elements of its own, twice": _written(
        _FIELDS, f"{_KEY}<Hint>a</Hint><Hint>b</Hint><x:Y xmlns:x='urn:x'/>"
    ).encode(),
    "an attached server with the name of TLS": _written(
        _FIELDS | {"PathSecurity-Protocol": "urn:ietf:rfc:5246"}, ""
    ).encode(),
    "an attached server with empty parameters": _written(_FIELDS, "<PathSecurity-Parameters/>").encode(),
}
