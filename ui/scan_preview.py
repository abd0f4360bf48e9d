"""A scanned page for the screen: cut, turned and small, as an address that QML reads without any file."""

from PySide6.QtCore import QBuffer, QByteArray, QRect, Qt
from PySide6.QtGui import QImage, QTransform

from kiosk.scanning.page import WHOLE, ScannedPage

LONGEST_SIDE_PX = 1400
_QUALITY = 80


def preview(page: ScannedPage) -> str:
    """Give a `data:` address of the page as it will be sent."""
    whole = QImage.fromData(QByteArray(page.picture))
    cut = page.cut
    part = whole.copy(
        QRect(
            whole.width() * cut.left // WHOLE,
            whole.height() * cut.top // WHOLE,
            whole.width() * (cut.right - cut.left) // WHOLE,
            whole.height() * (cut.bottom - cut.top) // WHOLE,
        )
    )
    if max(part.width(), part.height()) > LONGEST_SIDE_PX:
        part = part.scaled(
            LONGEST_SIDE_PX,
            LONGEST_SIDE_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    shown = part.transformed(QTransform().rotate(90 * page.turns))
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    shown.save(content, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return "data:image/jpeg;base64," + bytes(content.data().toBase64().data()).decode("ascii")
