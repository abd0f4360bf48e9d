"""The measures of the drawings, for QML: words inside a picture are placed in the drawing's own units."""

from PySide6.QtCore import QByteArray, QObject, QRectF, Slot
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtSvg import QSvgRenderer

from kiosk.session.preferences import Contrast
from ui.art import drawing

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Art(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QRectF] = {}

    @Slot(str, result=QRectF)
    def box(self, name: str) -> QRectF:
        """Give the view box of a drawing, in its own units; raises ArtMissingError when there is none."""
        if name not in self._boxes:
            self._boxes[name] = QSvgRenderer(QByteArray(drawing(name, Contrast.DEFAULT))).viewBoxF()
        return self._boxes[name]
