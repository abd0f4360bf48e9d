"""The contract as a document: the checked-in copy is what the code says, its examples keep its rules."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from sandbox.bochum_id.apps import contract_document
from sandbox.bochum_id.openapi import operations
from sandbox.bochum_id.problem_codes import Code

PATH = Path(__file__).parents[3] / "docs" / "bochum-id-openapi.json"
DOCUMENT = contract_document()


def bodies() -> Iterator[Any]:
    """Walk every JSON body of every operation, with its example and schema."""
    for operation in operations(DOCUMENT):
        described = [("request", operation.get("requestBody", {}))]
        described += [(status, response) for status, response in operation["responses"].items()]
        for where, body in described:
            for media_type, media in body.get("content", {}).items():
                if not media_type.endswith("json"):
                    continue
                examples = [media["example"]] if "example" in media else []
                examples += [each["value"] for each in media.get("examples", {}).values()]
                yield pytest.param(media["schema"], examples, id=f"{operation['operationId']} {where}")


def test_the_checked_in_contract_is_what_the_code_says() -> None:
    text = json.dumps(DOCUMENT, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_DOCS"):
        PATH.write_text(text, encoding="utf-8")
    assert PATH.read_text(encoding="utf-8") == text, "run this test with UPDATE_DOCS=1"


@pytest.mark.parametrize(("schema", "examples"), list(bodies()))
def test_every_body_has_an_example_that_fits(schema: dict[str, Any], examples: list[Any]) -> None:
    whole = {**schema, "components": DOCUMENT["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole)
    assert examples
    for example in examples:
        assert [(list(e.instance_path), e.message) for e in validator.iter_errors(example)] == []


def test_every_operation_says_in_a_sentence_what_it_does_and_has_a_name_of_its_own() -> None:
    names = [operation["operationId"] for operation in operations(DOCUMENT)]
    assert len(names) == len(set(names))
    for operation in operations(DOCUMENT):
        assert len(operation["summary"].split()) >= 3, operation["operationId"]


def test_every_problem_code_is_an_answer_of_some_operation() -> None:
    answered = {
        slug
        for operation in operations(DOCUMENT)
        for response in operation["responses"].values()
        for slug in response.get("content", {}).get("application/problem+json", {}).get("examples", {})
    }
    of_any_request = {Code.METHOD_NOT_ALLOWED, Code.INTERNAL_ERROR, Code.UNSUPPORTED_MEDIA_TYPE}
    assert {code.slug for code in Code} - answered <= {code.slug for code in of_any_request}
