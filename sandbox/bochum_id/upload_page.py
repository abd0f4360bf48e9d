"""The page a citizen's phone shows to send a file: plain HTML, German or English, no script."""

import base64
import hashlib
from html import escape
from typing import Literal

from fastapi.responses import HTMLResponse

type Outcome = Literal["sent", "unknown", "over", "noFile", "tooLarge", "type"]

_STYLE = (
    "body{font:1.2rem/1.5 sans-serif;margin:1.5rem auto;max-width:32rem;padding:0 1rem;color:#16212b}"
    "input,button{font:inherit;display:block;width:100%;box-sizing:border-box;margin:1rem 0;padding:.8rem}"
    "button{background:#16212b;color:#fff;border:0;border-radius:.5rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>{style}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"""
_FORM = """<form method="post" enctype="multipart/form-data"><label for="file">{label}</label>
<input type="file" id="file" name="file" accept="{accept}" required><button>{button}</button></form>"""
_TITLE = ("Datei an das Terminal senden", "Send a file to the terminal")
_LABEL = (
    "Wählen Sie ein Foto oder eine Datei. Höchstens {size} MB.",
    "Choose a photo or file. Up to {size} MB.",
)
_BUTTON = ("Jetzt senden", "Send now")
_OUTCOMES: dict[Outcome, tuple[int, str, str]] = {
    "sent": (
        200,
        "Die Datei ist da. Gehen Sie zurück zum Terminal.",
        "The file has arrived. Go back to the terminal.",
    ),
    "unknown": (404, "Diesen Link gibt es nicht.", "There is no such link."),
    "over": (
        410,
        "Dieser Link gilt nicht mehr. Am Terminal bekommen Sie einen neuen.",
        "This link is no longer valid. The terminal gives you a new one.",
    ),
    "noFile": (400, "Es kam keine Datei an. Wählen Sie eine aus.", "No file arrived. Choose one."),
    "tooLarge": (413, "Die Datei ist zu groß.", "The file is too large."),
    "type": (
        415,
        "Diese Art Datei geht hier nicht. Senden Sie ein Foto oder eine PDF-Datei.",
        "This type of file is not accepted. Send a photo or a PDF file.",
    ),
}


def form_page(slot_title: str, accept: tuple[str, ...], max_bytes: int, language: str) -> HTMLResponse:
    """Ask for the file; `slot_title` is the form's own name for it."""
    label = _in(language, _LABEL).format(size=max(1, max_bytes // 1_000_000))
    form = _FORM.format(label=escape(label), accept=escape(",".join(accept)), button=_in(language, _BUTTON))
    return _page(200, f"<p>{escape(slot_title)}</p>{form}", language)


def outcome_page(outcome: Outcome, language: str) -> HTMLResponse:
    """Say what became of it; after a file that was not taken, the way back to the form."""
    status, german, english = _OUTCOMES[outcome]
    return _page(status, f"<p>{escape(_in(language, (german, english)))}</p>", language)


def _page(status: int, body: str, language: str) -> HTMLResponse:
    title = _in(language, _TITLE)
    html = _PAGE.format(language=language, title=title, style=_STYLE, body=body)
    return HTMLResponse(html, status, headers={**_HEADERS, "Content-Language": language})


def _in(language: str, words: tuple[str, str]) -> str:
    return words[1] if language == "en" else words[0]
