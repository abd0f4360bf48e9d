"""Small files of each kind, whole ones and broken ones."""

import struct
import zlib

from sandbox.bochum_id.attachment_scan import EICAR

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
ENCRYPTED_PDF = PDF.replace(b"<</Root", b"<</Encrypt 5 0 R/Root")
TORN_PDF = PDF[:-20]
INFECTED_PDF = PDF + b"%" + EICAR + b"\nstartxref\n9\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x37\xff\xd9"
)
TORN_JPEG = JPEG[:-2]


def png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b"")


PNG = png()
TORN_PNG = PNG[:-13]
ALTERED_PNG = PNG.replace(b"IHDR", b"IHDS")
