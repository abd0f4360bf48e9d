"""A provider's description, cut so that it can be read on a screen."""

from hypothesis import given
from hypothesis import strategies as some

from ui.pages.provider_terms import LONGEST_PURPOSE, LONGEST_TEXT, Section, sections, short_purpose

TERMS = """\
Name, Anschrift und E-Mail-Adresse des Diensteanbieters:
Stadt Bochum
44777 Bochum

Geschäftszweck:
Anmeldung bei Bochum-ID

Zuständige Datenschutzbehörde:
40213 Düsseldorf
"""


def test_the_purpose_stands_below_its_heading() -> None:
    assert short_purpose(TERMS) == "Anmeldung bei Bochum-ID"
    assert short_purpose("Purpose: to sign in") == "to sign in"


def test_short_terms_without_headings_are_the_purpose() -> None:
    assert short_purpose("Anmeldung\nund Antrag") == "Anmeldung und Antrag"


def test_a_long_purpose_is_none() -> None:
    assert short_purpose("Geschäftszweck:\n" + "so weiter " * 40) == ""
    assert short_purpose("so weiter " * 40) == ""


def test_sections_keep_their_lines() -> None:
    assert sections(TERMS)[0] == Section(
        "Name, Anschrift und E-Mail-Adresse des Diensteanbieters:", "Stadt Bochum\n44777 Bochum"
    )


def test_a_heading_with_nothing_below_stays_text() -> None:
    assert sections("Hinweis:") == [Section("", "Hinweis:")]


@given(some.text(max_size=2000))
def test_nothing_gets_lost_and_nothing_is_too_long(terms: str) -> None:
    found = sections(terms)
    assert "".join("".join((each.heading + each.text).split()) for each in found) == "".join(terms.split())
    assert all(len(each.text) <= LONGEST_TEXT for each in found)
    assert len(short_purpose(terms)) <= LONGEST_PURPOSE
