"""The table of conformance names every case, and every case that applies has a test that passed."""

import os

import pytest

from tests.conformance.table import DOCUMENT, cases, expected, marked_tests


def test_there_are_all_cases_once() -> None:
    ids = [case.id for case in cases()]
    assert len(set(ids)) == len(ids)
    assert sum(each.startswith("EID_CLIENT") for each in ids) == 128


def test_every_case_that_applies_has_a_test() -> None:
    assert [case.id for case in cases() if not case.exempt and case.id not in marked_tests()] == []


def test_every_mark_is_a_case() -> None:
    assert marked_tests().keys() - {case.id for case in cases()} == set()


def test_a_case_with_a_test_is_not_said_not_to_apply() -> None:
    assert [case.id for case in cases() if case.exempt and case.id in marked_tests()] == []


@pytest.mark.skipif("UPDATE_DOCS" in os.environ, reason="the document is being written")
def test_the_document_is_what_the_tests_say() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")
    assert written == expected(), "run `make test ARGS=\"-m 'tr03124 or tr03105' -n 0\" UPDATE_DOCS=1`"
