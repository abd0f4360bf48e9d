"""Where the pictures, fonts, colours and texts lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
ART = RESOURCES / "art"
STREETS = RESOURCES / "streets" / "bochum.csv"
FONTS = RESOURCES / "fonts"
TOKENS = RESOURCES / "theme" / "tokens.json"
TRANSLATIONS = ROOT / "translations"
VIEW = ROOT / "ui"
