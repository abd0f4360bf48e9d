"""Examples for the contract, put together from the examples and constraints of each member."""

from typing import Any

type Json = dict[str, Any]

_TEXT_BY_FORMAT = {
    "date-time": "2026-11-23T14:58:00Z",
    "date": "2026-11-26",
    "uri": "https://id.bochum.example/x",
}


ANY_ID = "id_01935a3e-7c1a-7d41-9b0e-5a8f6f2f8c11"
"""What a member shows that is an id of some kind."""
_UUID = "01935a3e-7c1a-7d41-9b0e-5a8f6f2f8c11"
_TEXT_BY_NAME = {
    "serviceId": "svc_meldebescheinigung",
    "applicationId": f"app_{_UUID}",
    "quoteId": f"q_{_UUID}",
    "paymentId": f"pay_{_UUID}",
    "documentId": f"doc_{_UUID}",
    "receiptId": f"rcp_{_UUID}",
    "linkTo": f"acc_{_UUID}",
    "holdId": f"hld_{_UUID}",
    "officeId": "buero-mitte",
    "terminalId": "BB-MITTE-03",
    "slot": "landlordConfirmation",
    "printer": "a4",
    "refreshUrl": "https://id.bochum.example/eid/refresh/9f1c?ResultMajor=ok",
    "tcTokenUrl": "https://id.bochum.example/eid/tctoken/9f1c",
    "displayName": "E. Mustermann",
    "confirmationCode": "48",
    "reference": "BO-2026-0004711",
    "levelUri": "http://bsi.bund.de/eID/LoA/hoch",
    "code": "SplxlOBeZQQYbYS6WxSbIA",
    "accessToken": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln",
}
"""What a member of that name looks like where its own schema says no more than its shape."""


class NoExampleError(ValueError):
    """A member is constrained by a pattern and shows no example; the text names it."""


def example_of(schema: Json, document: Json, name: str = "body") -> Any:
    """Make the example of a schema of `document`; NoExampleError says which member needs `examples`."""
    if "$ref" in schema:
        title = schema["$ref"].rpartition("/")[2]
        return example_of(document["components"]["schemas"][title], document, name)
    says_no_more = schema.get("examples", [ANY_ID]) == [ANY_ID] and "enum" not in schema
    named = _TEXT_BY_NAME.get(name.rpartition(".")[2])
    if named is not None and says_no_more and schema.get("type") == "string":
        return named
    for stated in ("examples", "enum"):
        if stated in schema:
            return schema[stated][0]
    if "const" in schema:
        return schema["const"]
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return example_of(schema[union][0], document, name)
    return _of_type(schema, document, name)


def _of_type(schema: Json, document: Json, name: str) -> Any:
    match schema.get("type"):
        case "object":
            return _object(schema, document, name)
        case "array":
            items = [example_of(each, document, name) for each in schema.get("prefixItems", ())]
            return items or [example_of(schema.get("items", {}), document, name)]
        case "string":
            return _text(schema, name)
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
        case _:
            return {}


def _object(schema: Json, document: Json, name: str) -> Json:
    properties = schema.get("properties", {})
    if properties:
        return {
            key: example_of(each, document, f"{name}.{key}")
            for key, each in properties.items()
            if key in schema.get("required", ()) or "default" not in each
        }
    more = schema.get("additionalProperties")
    return {"de": "Text"} if isinstance(more, dict) and more.get("type") == "string" else {}


def _text(schema: Json, name: str) -> str:
    if schema.get("format") in _TEXT_BY_FORMAT:
        return _TEXT_BY_FORMAT[schema["format"]]
    if "pattern" in schema:
        raise NoExampleError(f"{name} has a pattern and no example: add examples to its Field")
    return name.rpartition(".")[2].ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]
