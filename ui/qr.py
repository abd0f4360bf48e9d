"""QR codes as one path, so that QML draws them crisp at any size."""

import segno


def qr_path(text: str) -> tuple[str, int]:
    """Give the dark modules of a code of `text` as an SVG path, and its edge in modules, quiet zone and all.

    The quiet zone is 4 modules wide (ISO/IEC 18004, 6.3.8); error correction is at least M.
    """
    code = segno.make_qr(text, error="m", boost_error=True)
    rows = [bytes(row) for row in code.matrix_iter(border=4)]
    drawn: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                drawn.append(f"M{x} {y}h{length}v1h-{length}z")
            x += max(1, length)
    return "".join(drawn), len(rows)
