"""Looking into a file: what it is by its content, whether it can be read, whether it is harmless."""

import re
import zlib
from collections.abc import Callable, Mapping
from typing import Final, Literal

type Reason = Literal["malware", "type", "unreadable", "encrypted"]

EICAR: Final = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless text that every virus scanner takes for a virus (eicar.org)."""
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PDF_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_PDF_START_WITHIN = 1024
"""PDF readers look for the header in the first 1024 bytes (ISO 32000-1 annex H.3.4.1)."""


def media_type_of(content: bytes) -> str | None:
    """Name the media type by the file's first bytes; None for anything the city does not take."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(_PNG_START):
        return "image/png"
    if b"%PDF-" in content[:_PDF_START_WITHIN]:
        return "application/pdf"
    return None


def objection(content: bytes, media_type: str) -> Reason | None:
    """Say why a file that was announced as `media_type` is not taken; None when it is.

    The sandbox knows one virus, EICAR's. A real scanner knows more; the answers are the same.
    """
    if EICAR in content:
        return "malware"
    if media_type_of(content) != media_type:
        return "type"
    return _READERS[media_type](content)


def _pdf(content: bytes) -> Reason | None:
    if b"startxref" not in content[-2048:] or b"%%EOF" not in content[-1024:]:
        return "unreadable"
    return "encrypted" if _PDF_ENCRYPTED.search(content) else None


def _jpeg(content: bytes) -> Reason | None:
    """Walk the segments up to the picture itself, and demand its end (ITU-T T.81 B.1)."""
    place, has_frame = 2, False
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xDA:  # start of scan: entropy-coded data follows
            whole = has_frame and b"\xff\xd9" in content[-64:]
            return None if whole else "unreadable"
        has_frame |= 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return "unreadable"


def _png(content: bytes) -> Reason | None:
    """Walk the chunks to the last one and check every sum (PNG 5.3)."""
    place = len(_PNG_START)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        end = place + 12 + length
        kind_and_data = content[place + 4 : end - 4]
        if end > len(content) or zlib.crc32(kind_and_data) != int.from_bytes(content[end - 4 : end], "big"):
            return "unreadable"
        if kind_and_data[:4] == b"IEND":
            return None
        place = end
    return "unreadable"


_READERS: Final[Mapping[str, Callable[[bytes], Reason | None]]] = {
    "application/pdf": _pdf,
    "image/jpeg": _jpeg,
    "image/png": _png,
}
