"""The typefaces the terminal brings along; nothing on the screen depends on fonts of the system."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from ui.resources import FONTS

FAMILIES = ["Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic"]
"""In this order: the first that has a letter draws it."""


class FontMissingError(RuntimeError):
    """A typeface cannot be loaded."""


def install_fonts() -> None:
    """Load every typeface under resources/fonts and make the first family the application's own.

    Raises FontMissingError naming the file that Qt cannot read or the family that is not there.
    """
    for file in sorted(FONTS.rglob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(f"{file} is no typeface that Qt can read; fetch it again")
    missing = [family for family in FAMILIES if family not in QFontDatabase.families()]
    if missing:
        raise FontMissingError(f"{', '.join(missing)}: not found under {FONTS}; fetch the fonts again")
    QFont.insertSubstitutions(FAMILIES[0], FAMILIES[1:])
    font = QFont()
    font.setFamilies(FAMILIES)
    QGuiApplication.setFont(font)
