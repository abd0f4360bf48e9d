"""The texts of the screens in the visitor's language; `.qm` files are made from `.ts` when they are stale."""

import os
import subprocess
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.session.preferences import Language
from ui.resources import TRANSLATIONS


class TranslationMissingError(RuntimeError):
    """A language has no texts that Qt can load."""


class Translations:
    """One translator a language, loaded at start; exactly one is installed."""

    def __init__(self, directory: Path = TRANSLATIONS) -> None:
        self._loaded = {language: _load(directory, language) for language in Language}
        self._installed: QTranslator | None = None

    def speak(self, language: Language) -> None:
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
        self._installed = self._loaded[language]
        QCoreApplication.installTranslator(self._installed)

    def remove(self) -> None:
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None


def _load(directory: Path, language: Language) -> QTranslator:
    source = directory / f"kiosk_{language.value}.ts"
    compiled = source.with_suffix(".qm")
    if source.exists() and (not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime):
        release(source, compiled)
    translator = QTranslator()
    if not translator.load(str(compiled)):
        raise TranslationMissingError(f"{compiled} cannot be loaded; run packaging/translate.sh")
    return translator


def release(source: Path, compiled: Path) -> None:
    """Compile one language with Qt's lrelease; TranslationMissingError when the tool fails or is missing."""
    package = Path(PySide6.__file__).parent
    tool = next((path for path in (package / "lrelease", package / "lrelease.exe") if path.exists()), None)
    if tool is None:
        raise TranslationMissingError(f"{compiled} is stale and lrelease is not installed beside {package}")
    # Written aside first: several processes may start at once.
    fresh = compiled.with_suffix(f".{os.getpid()}.qm")
    done = subprocess.run(
        [tool, "-silent", source, "-qm", fresh], capture_output=True, text=True, check=False, timeout=60
    )
    if done.returncode != 0:
        raise TranslationMissingError(f"lrelease {source}: {done.stderr.strip() or done.stdout.strip()}")
    fresh.replace(compiled)
