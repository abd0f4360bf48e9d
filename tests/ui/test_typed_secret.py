"""A typed secret: characters in, one Secret out, and nothing left in the buffer."""

from hypothesis import given
from hypothesis import strategies as some

from ui.pages.typed_secret import TypedSecret

LETTERS = some.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"))


def held(secret: TypedSecret) -> bytes:
    """Whatever the buffer holds, wherever."""
    return bytes(secret._buffer).replace(b"\0", b"")


@given(some.lists(LETTERS | some.none(), max_size=40))
def test_what_is_typed_and_taken_back_is_what_is_handed_over(keys: list[str | None]) -> None:
    secret, expected = TypedSecret(20), ""
    for key in keys:
        if key is None:
            secret.delete_last()
            expected = expected[:-1]
        else:
            assert secret.put(key) == (len(expected) < 20)
            expected = (expected + key)[:20]
        assert len(secret) == len(expected)
        assert held(secret) == expected.encode()
    with secret.take().opened() as text:
        assert bytes(text) == expected.encode()
    assert (len(secret), held(secret)) == (0, b"")


def test_the_buffer_never_grows_and_is_wiped() -> None:
    secret = TypedSecret(3)
    buffer = secret._buffer
    for character in "€𝄞ßx":
        secret.put(character)
    assert secret._buffer is buffer
    assert held(secret) == "€𝄞ß".encode()
    secret.wipe()
    assert not any(buffer)


def test_what_does_not_print_is_not_taken() -> None:
    secret = TypedSecret(5)
    assert not secret.put("\n")
    assert not secret.put("")
    assert secret.put(" ")
    assert len(secret) == 1


def test_it_does_not_print_itself() -> None:
    secret = TypedSecret(5)
    secret.put("abc")
    assert "abc" not in repr(secret)
