"""The page a citizen's phone shows to fetch a receipt: plain HTML, German or English, no script."""

import base64
import hashlib
from html import escape

from fastapi.responses import HTMLResponse

_STYLE = (
    "body{font:1.2rem/1.5 sans-serif;margin:1.5rem auto;max-width:32rem;padding:0 1rem;color:#16212b}"
    "button{font:inherit;display:block;width:100%;margin:1rem 0;padding:.8rem}"
    "button{background:#16212b;color:#fff;border:0;border-radius:.5rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>{style}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"""
_TITLE = ("Ihr Beleg", "Your receipt")
_WORDS = ("Sie können ihn einmal laden.", "You can load it once.")
_BUTTON = ("Jetzt laden", "Load now")
_OVER = (
    "Dieser Link gilt nicht mehr. Am Terminal bekommen Sie einen neuen.",
    "This link is no longer valid. The terminal gives you a new one.",
)


def offer_page(language: str) -> HTMLResponse:
    """Offer the receipt behind a button: what only looks at the link does not use it up."""
    words, button = _in(language, _WORDS), _in(language, _BUTTON)
    form = f'<p>{escape(words)}</p><form method="post"><button>{escape(button)}</button></form>'
    return _page(200, form, language)


def over_page(language: str) -> HTMLResponse:
    """Say that the link is used up, too old, or never was; which of them is nobody's business."""
    return _page(410, f"<p>{escape(_in(language, _OVER))}</p>", language)


def _page(status: int, body: str, language: str) -> HTMLResponse:
    title = _in(language, _TITLE)
    lang = "en" if language == "en" else "de"
    content = _PAGE.format(language=lang, title=escape(title), style=_STYLE, body=body)
    return HTMLResponse(content, status, headers={**HEADERS, "Content-Security-Policy": _POLICY})


def _in(language: str, words: tuple[str, str]) -> str:
    return words[1] if language == "en" else words[0]
