"""The file in a form that a browser sent: multipart/form-data (RFC 7578), read by Python's e-mail parser."""

from dataclasses import dataclass, field
from email.message import EmailMessage, Message
from email.parser import BytesFeedParser
from email.policy import HTTP

_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class FormFile:
    filename: str = field(repr=False)
    """Without control signs and folders, 120 signs at most; "file" when the browser says nothing."""
    content: bytes = field(repr=False)


def file_in_form(content_type: str, body: bytes, name: str) -> FormFile | None:
    """Find the file of the field `name`; None when the form is none, or has no such file."""
    if not content_type.isascii() or not content_type.isprintable():
        return None
    parser = BytesFeedParser(policy=HTTP)
    parser.feed(b"Content-Type: " + content_type.encode() + b"\r\n\r\n")
    parser.feed(body)
    form = parser.close()
    is_form = form.get_content_type() == "multipart/form-data" and form.is_multipart()
    if not (is_form and isinstance(form, EmailMessage)):
        return None
    for part in form.iter_parts():
        if part.get_param("name", header="content-disposition") == name:
            return _file(part)
    return None


def _file(part: Message) -> FormFile | None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or part.is_multipart():
        return None
    said = (part.get_filename() or "").rpartition("/")[2]
    filename = "".join(sign for sign in said if sign.isprintable())[:_NAME_LENGTH].strip()
    return FormFile(filename or "file", content)
