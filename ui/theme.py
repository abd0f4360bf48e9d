"""Measures and colours of the screen: terminal, text size, contrast and direction turned into pixels."""

from PySide6.QtCore import Property, QObject, QSizeF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.session.preferences import Contrast, Preferences, TextSize
from ui.fonts import FAMILIES
from ui.tokens import tokens

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MARGIN_MM = 12.0
MARGIN_LARGEST_MM = 8.0
SIZE_NAMES = {TextSize.SMALL: "S", TextSize.MEDIUM: "M", TextSize.LARGE: "L", TextSize.LARGEST: "XL"}
FRAME_LARGEST_LANDSCAPE = {"bar": 0.74, "question": 0.83}


def _colour(name: str, changed: Signal) -> Property:
    return Property(QColor, lambda theme: theme.colour(name), notify=changed)


@QmlElement
@QmlSingleton
class Theme(QObject):
    """QML reads lengths as `12 * Theme.mm`, colours as `Theme.ink`, font sizes as `Theme.bodyPx`."""

    changed = Signal()
    keyboardUsedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens()
        self._window = QSizeF(1080, 1920)
        self._preferences = Preferences()
        self._rtl = False
        self._motion = True
        self._keyboard_used = False
        probe = QFont()
        probe.setFamilies(FAMILIES)
        probe.setPixelSize(100)
        self._line = QFontMetricsF(probe).height() / 100
        self._measure()

    # ------------------------------------------------------------ what it is made from

    def set_window(self, width_px: float, height_px: float) -> None:
        """Fit the terminal model of the same orientation into a window; a smaller window scales all of it."""
        window = QSizeF(max(width_px, 1), max(height_px, 1))
        if window != self._window:
            self._window = window
            self._measure()

    def set_preferences(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self._measure()

    def set_right_to_left(self, rtl: bool) -> None:
        self._rtl = rtl
        self.changed.emit()

    def set_motion(self, motion: bool) -> None:
        """False shows end states only."""
        self._motion = motion
        self.changed.emit()

    def set_keyboard_used(self, used: bool) -> None:
        """The focus ring shows once someone moves by keys, and goes with the next touch."""
        if used != self._keyboard_used:
            self._keyboard_used = used
            self.keyboardUsedChanged.emit()

    def colour(self, name: str) -> QColor:
        return self._colours[name]

    # ------------------------------------------------------------ the terminal

    @Property(bool, notify=changed)
    def landscape(self) -> bool:
        return self._landscape

    @Property(float, notify=changed)
    def mm(self) -> float:
        """Pixels of one millimetre on the terminal."""
        return self._mm

    @Property(bool, notify=changed)
    def low(self) -> bool:
        """Every control in the lower half; on a landscape terminal all of them are within reach anyway."""
        return self._preferences.low_position and not self._landscape

    @Property(bool, notify=changed)
    def rtl(self) -> bool:
        return self._rtl

    @Property(bool, notify=changed)
    def motion(self) -> bool:
        return self._motion

    @Property(bool, notify=keyboardUsedChanged)
    def keyboardUsed(self) -> bool:
        return self._keyboard_used

    @Property(bool, notify=changed)
    def largest(self) -> bool:
        return self._preferences.text_size is TextSize.LARGEST

    @Property(bool, notify=changed)
    def crowded(self) -> bool:
        """So much text on so low a screen that little stands beside the question."""
        return self._landscape and self._preferences.text_size in (TextSize.LARGE, TextSize.LARGEST)

    @Property(str, notify=changed)
    def textSize(self) -> str:
        """S, M, L or XL."""
        return SIZE_NAMES[self._preferences.text_size]

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self._preferences.contrast.value

    @Property(bool, notify=changed)
    def plain(self) -> bool:
        """Form alone carries the state: black on white and white on black."""
        return self._preferences.contrast in (Contrast.BLACK_ON_WHITE, Contrast.WHITE_ON_BLACK)

    # ------------------------------------------------------------ lengths, in pixels

    @Property(float, notify=changed)
    def margin(self) -> float:
        largest = self._preferences.text_size is TextSize.LARGEST
        return float(round(self._mm * (MARGIN_LARGEST_MM if largest else MARGIN_MM)))

    @Property(float, notify=changed)
    def gap(self) -> float:
        """Between answers: room for the focus ring of 3 mm."""
        return float(round(self._mm * (3.4 if self._landscape else 5.0)))

    @Property(float, notify=changed)
    def control(self) -> float:
        """Border of what can be pressed."""
        return self._border(0.6)

    @Property(float, notify=changed)
    def strong(self) -> float:
        """Border of what is selected."""
        return self._border(1.2)

    @Property(float, notify=changed)
    def hairline(self) -> float:
        return self._border(0.3)

    @Property(float, notify=changed)
    def radius(self) -> float:
        return self._mm * 3

    # ------------------------------------------------------------ letters

    @Property(int, notify=changed)
    def bodyPx(self) -> int:
        return self._fonts["body"]

    @Property(int, notify=changed)
    def barPx(self) -> int:
        return self._fonts["bar"]

    @Property(int, notify=changed)
    def answerPx(self) -> int:
        return self._fonts["answer"]

    @Property(int, notify=changed)
    def questionPx(self) -> int:
        return self._fonts["question"]

    @Property(int, notify=changed)
    def numeralPx(self) -> int:
        return self._fonts["numeral"]

    @Property(int, notify=changed)
    def greetingPx(self) -> int:
        return self._fonts["greeting"]

    @Property(float, notify=changed)
    def capital(self) -> float:
        """Height of a capital of body text, in pixels."""
        return self._preferences.text_size.value / 10 * self._mm

    @Property(float, constant=True)
    def naturalLine(self) -> float:
        """Line height of the typeface itself, relative to the font size."""
        return self._line

    # ------------------------------------------------------------ colours

    sky = _colour("sky", changed)
    ground = _colour("ground", changed)
    surface = _colour("surface", changed)
    bar = _colour("bar", changed)
    ink = _colour("ink", changed)
    inkSoft = _colour("inkSoft", changed)
    line = _colour("line", changed)
    hair = _colour("hair", changed)
    go = _colour("go", changed)
    goText = _colour("onGo", changed)  # `onGo` would be a signal handler in QML
    goPressed = _colour("goPressed", changed)
    pressed = _colour("pressed", changed)
    pressedText = _colour("onPressed", changed)
    lamp = _colour("lamp", changed)
    lampText = _colour("onLamp", changed)
    clay = _colour("clay", changed)
    clayText = _colour("onClay", changed)
    error = _colour("error", changed)
    errorGround = _colour("errorGround", changed)
    ok = _colour("ok", changed)
    okGround = _colour("okGround", changed)
    focusOuter = _colour("focusOuter", changed)
    focusInner = _colour("focusInner", changed)
    disabledText = _colour("disabledText", changed)
    disabledLine = _colour("disabledLine", changed)
    disabledGround = _colour("disabledGround", changed)
    cover = _colour("cover", changed)

    # ------------------------------------------------------------ how

    def _measure(self) -> None:
        """Work out once what hundreds of bindings of every screen read."""
        self._landscape = self._window.width() > self._window.height()
        model = self._tokens.landscape if self._landscape else self._tokens.portrait
        self._mm = min(self._window.width() / model.width_mm, self._window.height() / model.height_mm)
        shades = self._tokens.colours[self._preferences.contrast]
        self._colours = {name: QColor(shade) for name, shade in shades.items()}
        self._fonts = {role: self._font(role) for role in self._tokens.roles}
        self.changed.emit()

    def _border(self, millimetres: float) -> float:
        # Whole pixels keep borders crisp; never none at all.
        return max(1.0, float(round(millimetres * self._mm)))

    def _font(self, role: str) -> int:
        """Size of the font in pixels such that its capitals are as high as the preference says."""
        kind = self._tokens.roles[role]
        size = self._preferences.text_size
        scale = kind.scale_landscape if self._landscape else kind.scale
        if size is TextSize.LARGE:
            scale = min(scale, kind.scale_large)
        elif size is TextSize.LARGEST:
            scale = min(scale, kind.scale_largest)
            if self._landscape:
                # So much text on so low a screen: what frames it gives way first.
                scale *= FRAME_LARGEST_LANDSCAPE.get(role, 1.0)
        capital = size.value / 10 * self._mm * scale
        return max(1, round(capital / self._tokens.cap_ratio))
