"""A secret does not print, copy or outlive its wiping."""

import copy
import pickle

import pytest

from cardreader.secret import Secret, SecretWipedError

PIN = b"123456"


@pytest.mark.parametrize("value", [PIN, bytearray(PIN), memoryview(PIN)])
def test_it_gives_back_what_went_in(value: bytes | bytearray | memoryview) -> None:
    with Secret(value).opened() as view:
        assert bytes(view) == PIN


def test_it_keeps_a_buffer_of_its_own() -> None:
    typed = bytearray(PIN)
    secret = Secret(typed)
    typed[:] = bytes(6)
    assert bytes(secret.reveal()) == PIN
    secret.wipe()
    assert typed == bytes(6)


def test_wiping_reaches_views_handed_out_before() -> None:
    secret = Secret(PIN)
    view = secret.reveal()
    secret.wipe()
    assert bytes(view) == bytes(6)
    assert secret.is_wiped


def test_a_wiped_secret_is_refused_and_may_be_wiped_again() -> None:
    secret = Secret(PIN)
    secret.wipe()
    secret.wipe()
    with pytest.raises(SecretWipedError):
        secret.reveal()


def test_nobody_writes_through_the_view() -> None:
    view = Secret(PIN).reveal()
    with pytest.raises(TypeError):
        view[0] = 0


def test_it_does_not_print() -> None:
    secret = Secret(PIN)
    assert repr(secret) == str(secret) == f"{secret}" == "<Secret>"


@pytest.mark.parametrize("copying", [copy.copy, copy.deepcopy, pickle.dumps])
def test_it_is_neither_copied_nor_pickled(copying: object) -> None:
    assert callable(copying)
    with pytest.raises(TypeError):
        copying(Secret(PIN))


def test_equal_only_to_itself() -> None:
    secret = Secret(PIN)
    assert secret != Secret(PIN)
    assert len({secret, secret, Secret(PIN)}) == 2


def test_length() -> None:
    assert len(Secret(PIN)) == 6


def test_dropping_it_wipes_it() -> None:
    secret = Secret(PIN)
    view = secret.reveal()
    del secret
    assert bytes(view) == bytes(6)


def test_what_cannot_be_a_secret_leaves_nothing_behind() -> None:
    with pytest.raises(TypeError):
        Secret(None)  # type: ignore[arg-type]  # a caller's bug
