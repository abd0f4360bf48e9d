"""The languages of the terminal, each in its own name: never translated, no flags."""

from kiosk.session.preferences import Language

OWN_NAMES = {
    Language.GERMAN: "Deutsch",
    Language.ENGLISH: "English",
}


def language_rows(spoken: Language) -> list[dict[str, object]]:
    """Rows for QML: `code`, `name`, `chosen`."""
    return [
        {"code": language.value, "name": OWN_NAMES[language], "chosen": language is spoken}
        for language in Language
    ]
