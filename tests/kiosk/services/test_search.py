"""Searching: what people type for what the city calls otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.bochum_id.values import Keywords, Level, LocalisedText, Money, ServiceSummary
from kiosk.services.folding import fold, words_of, words_of_each
from kiosk.services.search import MOST_RESULTS, search
from kiosk.services.search_index import KEPT_INDEX, index_of
from tests import samples


def service(service_id: str, title: dict[str, str], summary: str, **words: tuple[str, ...]) -> ServiceSummary:
    return ServiceSummary(
        id=service_id,
        definition_path="",
        version=1,
        digest="",
        title=LocalisedText.of(title),
        summary=LocalisedText.of({"de": summary}),
        icon="doc",
        fee_from=Money(0),
        fee_to=Money(0),
        fee_note=LocalisedText.of({"de": ""}),
        required_level=Level.NONE,
        keywords=Keywords(tuple(words.items())),
    )


CITY = (
    service(
        "certificate",
        {"de": "Meldebescheinigung", "en": "Certificate of registration"},
        "Nachweis Ihrer Anschrift",
        de=("Wohnsitz", "Adresse"),
        tr=("ikamet", "ikametgâh belgesi"),
    ),
    service(
        "card",
        {"de": "Personalausweis beantragen", "en": "Identity card"},
        "Mit Termin",
        de=("Perso", "Ausweis"),
        tr=("kimlik",),
        ru=("паспорт",),
        ar=("بطاقة الهوية",),
    ),
    service(
        "lost",
        {"de": "Karte verloren", "en": "Lost card"},
        "Sofort sperren",
        de=("Ausweis verloren", "Perso weg"),
    ),
    service("parking", {"de": "Bewohnerparkausweis", "en": "Parking permit"}, "Für Anwohner", de=("Parken",)),
    service("dog", {"de": "Hundesteuer anmelden", "en": "Dog tax"}, "Ein neuer Hund", de=("Hund",)),
    service("dog-end", {"de": "Hundesteuer abmelden"}, "Der Hund ist weg", de=("Hund",)),
    service("move", {"de": "Anmeldung einer Wohnung"}, "Nach dem Umzug", de=("Umzug", "Wohnung")),
    service(
        "waste", {"de": "Mangel melden"}, "Müll, Laternen, Straßen", de=("Müll", "Straße kaputt", "Fußweg")
    ),
    service("pin", {"de": "PIN-Hilfe"}, "Für Ihren Ausweis", de=("PIN-Brief", "PIN vergessen")),
)
INDEX = index_of(CITY)


def found(typed: str, language: str = "de") -> list[str]:
    return [each.id for each in search(INDEX, typed, language)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Meldebescheinigung", "certificate"),
        ("meldeb", "certificate"),
        ("MELDEBESCHEINIGUNG", "certificate"),
        ("Perso", "card"),
        ("ausweis verloren", "lost"),
        ("verloren ausweis", "lost"),
        ("Ausweis-Verloren", "lost"),
        ("ausweisverloren", "lost"),
        ("ich habe meinen Ausweis verloren", "lost"),
        ("ikamet", "certificate"),
        ("ikametgah", "certificate"),
        ("İKAMET", "certificate"),
        ("kimlik", "card"),
        ("паспорт", "card"),
        ("ПАСПОРТ", "card"),
        ("الهويه", "card"),
        ("Müll", "waste"),
        ("Muell", "waste"),
        ("mull", "waste"),
        ("strasse kaputt", "waste"),
        ("Fussweg", "waste"),
        ("pinbrief", "pin"),
        ("pin brief", "pin"),
        ("parkausweis", "parking"),
        ("bewohner parkausweis", "parking"),
        ("Hundeanmeldung", "dog"),
        ("hund", "dog"),
        ("wohnungsanmeldung", "move"),
        ("identity", "card"),
        # slips of the finger
        ("meldebeshceinigung", "certificate"),
        ("meldebescheiniging", "certificate"),
        ("medlebescheinigung", "certificate"),
        ("ausweiss verloren", "lost"),
        ("gundesteuer", "dog"),
        ("hundestuer", "dog"),
        ("peros", "card"),
        ("personalausweiß", "card"),
        ("anwohnerparkausweis", "parking"),
        ("kimlk", "card"),
    ],
)
def test_it_is_found_first(typed: str, first: str) -> None:
    assert found(typed)[:1] == [first]


@pytest.mark.parametrize("typed", ["", " ", "-", "zzzz", "xqxqxqxq", "🙂", "ß" * 500, "a" * 500])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_a_short_word_is_not_forgiven_so_much() -> None:
    assert "dog" not in found("hut")
    assert found("pon") == []


def test_the_visitors_own_words_come_first() -> None:
    both = (
        service("a", {"de": "Anders", "en": "Pass"}, ""),
        service("b", {"de": "Pass", "en": "Other"}, ""),
    )
    index = index_of(both)
    assert [each.id for each in search(index, "pass", "en")] == ["a", "b"]
    assert [each.id for each in search(index, "pass", "de")] == ["b", "a"]
    assert [each.id for each in search(index, "pass", "tr")] == ["b", "a"], "then German ones"


def test_a_title_says_more_than_a_key_word_and_that_more_than_a_summary() -> None:
    same = (
        service("summary", {"de": "Eins"}, "Angeln"),
        service("keyword", {"de": "Zwei"}, "", de=("Angeln",)),
        service("title", {"de": "Angeln"}, ""),
    )
    assert [each.id for each in search(index_of(same), "angeln", "de")] == ["title", "keyword", "summary"]


def test_the_rare_word_decides() -> None:
    assert found("Hund abmelden")[0] == "dog-end"
    assert found("Hund anmelden")[0] == "dog"


def test_there_are_no_more_results_than_anybody_reads() -> None:
    many = index_of([service(str(number), {"de": "Anmeldung"}, "") for number in range(50)])
    results = search(many, "anmeldung", "de")
    assert [each.id for each in results] == [str(number) for number in range(MOST_RESULTS)]


def test_an_empty_catalogue_has_nothing() -> None:
    assert search(index_of(()), "ausweis", "de") == ()


words = some.text(max_size=40)


@given(typed=words, language=some.sampled_from(["de", "en", "ar", "xx"]))
def test_nothing_that_is_typed_breaks_it(typed: str, language: str) -> None:
    results = search(INDEX, typed, language)
    assert len(set(results)) == len(results)
    assert set(results) <= set(CITY)


@given(number=some.integers(0, len(CITY) - 1), upper=some.booleans(), cut=some.integers(0, 3))
def test_every_title_finds_its_service(number: int, upper: bool, cut: int) -> None:  # noqa: FBT001 - generated
    title = CITY[number].title.in_language("de")
    typed = title[: len(title) - cut]
    assert CITY[number].id in found(typed.upper() if upper else typed)


@given(texts=some.lists(words, max_size=6))
def test_many_texts_are_parted_as_each_alone(texts: list[str]) -> None:
    assert words_of_each(texts) == [words_of(text) for text in texts]


@pytest.mark.parametrize(
    "alike",
    [
        ("Müll", "MUELL", "mull", "Mu\u0308ll"),
        ("Straße", "STRASSE", "strasse"),
        ("ıkamet", "İKAMET", "ikamet"),
        ("Łódź", "lodz"),
        ("أحمد", "احمد"),
        ("كِتَاب", "کتاب"),
        ("йод", "ЙОД"),
    ],
)
def test_these_are_compared_as_one(alike: tuple[str, ...]) -> None:
    assert len({fold(each) for each in alike}) == 1


def test_a_catalogue_is_laid_out_once() -> None:
    first = KEPT_INDEX.of(samples.CATALOGUE)
    assert KEPT_INDEX.of(samples.CATALOGUE) is first
    assert first.services == samples.CATALOGUE.services
