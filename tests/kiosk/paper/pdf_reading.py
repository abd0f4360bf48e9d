"""What poppler says of a PDF: its facts and its text."""

import subprocess
from pathlib import Path


def facts(pdf: bytes, tmp_path: Path) -> dict[str, str]:
    """The lines of `pdfinfo` by their names, such as "Tagged" and "Pages"."""
    lines = _read("pdfinfo", pdf, tmp_path).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def words(pdf: bytes, tmp_path: Path) -> str:
    """All text in reading order, on one line."""
    return " ".join(_read("pdftotext", pdf, tmp_path, "-").split())


def structure(pdf: bytes, tmp_path: Path) -> str:
    """The tree of tags with its text, as `pdfinfo -struct-text` prints it."""
    file = tmp_path / "read.pdf"
    file.write_bytes(pdf)
    return _run("pdfinfo", "-struct-text", str(file))


def _read(program: str, pdf: bytes, tmp_path: Path, *after: str) -> str:
    file = tmp_path / "read.pdf"
    file.write_bytes(pdf)
    return _run(program, str(file), *after)


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
