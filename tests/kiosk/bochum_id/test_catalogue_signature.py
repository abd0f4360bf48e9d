"""The catalogue's signature: what the city signed is read, whatever was changed afterwards is not."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from signed import CITY, STRANGER, document, jws, keys, protected, signed
from signed import canonical as signed_form

from kiosk.bochum_id import catalogue_signature
from kiosk.bochum_id.catalogue import read_catalogue
from kiosk.bochum_id.catalogue_keys import CatalogueKeyError, CatalogueKeys
from kiosk.bochum_id.errors import BackendError, Untrusted
from sandbox.bochum_id import catalogue_signature as of_the_sandbox
from sandbox.bochum_id.key_file import public_pem


def why_not(content: bytes, known: CatalogueKeys | None = None) -> str:
    with pytest.raises(BackendError) as caught:
        read_catalogue(content, known or keys())
    assert isinstance(caught.value.fault, Untrusted)
    return caught.value.fault.what


def with_signature(signature: object, **changed: object) -> bytes:
    return json.dumps({**document(), **changed, "signature": signature}).encode()


def test_what_the_city_signed_is_read_however_it_is_written_down() -> None:
    content = signed()
    read = read_catalogue(content, keys())
    assert [service.id for service in read.services] == ["svc_meldebescheinigung"]
    whole: dict[str, Any] = json.loads(content)
    backwards = json.dumps(dict(reversed(whole.items())), indent=4).encode()
    assert read_catalogue(backwards, keys()) == read


def test_while_the_city_changes_its_key_both_are_good() -> None:
    both = keys(CITY, STRANGER)
    assert read_catalogue(signed(), both) == read_catalogue(signed(key=STRANGER), both)


def places(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every leaf of the document, by the way to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*way, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*way, index))
    else:
        yield way


@pytest.mark.parametrize("way", list(places(document())), ids=lambda way: "/".join(map(str, way)))
def test_no_title_fee_digest_or_anything_else_can_be_changed(way: tuple[str | int, ...]) -> None:
    whole: Any = json.loads(signed())
    inner = whole
    for step in way[:-1]:
        inner = inner[step]
    before = inner[way[-1]]
    inner[way[-1]] = before + 1 if isinstance(before, int) else f"{before} "
    assert why_not(json.dumps(whole).encode()) == "the catalogue's signature does not hold"


def test_nothing_can_be_added_or_left_out() -> None:
    whole: dict[str, Any] = json.loads(signed())
    for name in document():
        less = {key: value for key, value in whole.items() if key != name}
        assert why_not(json.dumps(less).encode()) == "the catalogue's signature does not hold"
    assert why_not(json.dumps({**whole, "news": []}).encode())


PAYLOAD = signed_form(document())
ATTACHED = jws(PAYLOAD).replace("..", ".e30.")


@pytest.mark.parametrize(
    ("signature", "says"),
    [
        (None, "no signature"),
        ({"jws": "x"}, "no signature"),
        ("", "nobody can check"),
        ("a.b", "nobody can check"),
        ("ä..ö", "nobody can check"),
        ("e30..AAAA", "a key this terminal does not know"),
        (jws(PAYLOAD, STRANGER), "a key this terminal does not know"),
        (jws(PAYLOAD, head=protected(kid=None)), "a key this terminal does not know"),
        (jws(PAYLOAD, STRANGER, protected(CITY)), "does not hold"),
        (ATTACHED, "nobody can check"),
        (jws(PAYLOAD, head=protected(crit=None)), "does not hold"),
        (jws(PAYLOAD, head=protected(b64=True)), "does not hold"),
        (jws(PAYLOAD, head=protected(b64=None, crit=None)), "does not hold"),
        (jws(PAYLOAD, head=protected(crit=["b64", "exp"], exp=1)), ""),
        (jws(PAYLOAD, head=protected(alg="none")), "does not hold"),
        (jws(PAYLOAD, head=protected(alg="HS256")), "does not hold"),
        (jws(PAYLOAD)[:-1], "nobody can check"),
        (jws(PAYLOAD)[:-6], "does not hold"),
        (jws(PAYLOAD).partition("..")[0] + "..", "does not hold"),
        (jws(PAYLOAD + b" "), "does not hold"),
    ],
)
def test_a_signature_of_another_form_is_none(signature: object, says: str) -> None:
    assert says in why_not(with_signature(signature))


@pytest.mark.parametrize("number", [0.5, 2**53])
def test_a_number_that_readers_differ_on_is_not_read(number: float) -> None:
    assert "nobody can check" in why_not(with_signature(jws(b""), version=number))


@pytest.mark.parametrize("value", ["\ud800", {"\udfff": 1}, float("inf"), float("nan")])
def test_what_is_no_interoperable_json_has_no_canonical_form(value: Any) -> None:
    for side in (catalogue_signature, of_the_sandbox):
        with pytest.raises(ValueError, match=r"number|surrogates"):
            side.canonical(value)


def test_a_signature_that_holds_does_not_make_nonsense_a_catalogue() -> None:
    with pytest.raises(BackendError, match=r"catalogue\.office is missing"):
        read_catalogue(signed({"version": "1"}), keys())
    with pytest.raises(BackendError, match="is not an object"):
        read_catalogue(b"[]", keys())


# ---------------------------------------------------------------- the canonical form

whole_numbers = some.integers(-(2**53) + 1, 2**53 - 1)
documents = some.recursive(
    some.none() | some.booleans() | whole_numbers | some.text(some.characters(exclude_categories=["Cs"])),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(some.text(some.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(value=documents)
def test_both_sides_write_the_same_form_which_reads_as_what_was_written(value: Any) -> None:
    written = catalogue_signature.canonical(value)
    assert written == of_the_sandbox.canonical(value)
    assert json.loads(written) == value
    assert catalogue_signature.canonical(json.loads(written)) == written


@pytest.mark.parametrize("canonical", [catalogue_signature.canonical, of_the_sandbox.canonical])
def test_the_form_is_the_one_of_the_standard(canonical: Callable[[Any], bytes]) -> None:
    """Names and literals of RFC 8785 3.2.2 and 3.2.3, as far as whole numbers go."""
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical(value)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]
    text = {
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
        "literals": [None, True, False, -0],
    }
    assert (
        canonical(text)
        == b'{"literals":[null,true,false,0],"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


# ---------------------------------------------------------------- the keys


def test_a_key_is_named_alike_on_both_sides() -> None:
    (name,) = keys().by_id
    assert name == of_the_sandbox.key_id(CITY.public_key())


def test_a_key_file_may_hold_several_keys_and_words(tmp_path: Path) -> None:
    file = tmp_path / "city.pem"
    file.write_text(f"the key of 2026\n{public_pem(CITY)}\nthe key of 2027\n{public_pem(STRANGER)}")
    assert CatalogueKeys.of_file(file).by_id.keys() == keys(CITY, STRANGER).by_id.keys()
    assert "PublicKey" not in repr(CatalogueKeys.of_file(file))


def test_a_private_key_is_no_key_to_check_with(tmp_path: Path) -> None:
    file = tmp_path / "city.pem"
    file.write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    with pytest.raises(CatalogueKeyError, match="holds no public key"):
        CatalogueKeys.of_file(file)
