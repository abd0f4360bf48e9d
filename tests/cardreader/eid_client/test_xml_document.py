"""The XML reader: what it takes apart, what it refuses, and what it writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.eid_client.xml_document import (
    MAX_BYTES,
    MAX_DEPTH,
    Element,
    XmlError,
    element,
    elements,
    parse,
)


def test_local_names_attributes_and_text() -> None:
    root = parse(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<a:root xmlns:a="urn:x" xmlns:xsi="urn:i">'
        b'<a:b xsi:type="a:T"> one <!-- no --> two </a:b><b/><c>&lt;&#65;</c></a:root>'
    )
    assert root.name == "root"
    first, second = root.named("b")
    assert (first.text, dict(first.attributes)) == ("one  two", {"type": "a:T"})
    assert second == Element("b")
    assert [found.name for found in root.walk()] == ["root", "b", "b", "c"]
    assert root.named("c")[0].text == "<A"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_declared_encodings_are_understood(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a>Gräfin</a>'
    assert parse(text.encode(encoding)).text == "Gräfin"


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b" ",
        b"text",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"<a>&unknown;</a>",
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b"<a b='1' b='2'/>",
        b"<a>\x00</a>",
        b"<x:a/>",
    ],
)
def test_anything_doubtful_is_refused(document: bytes) -> None:
    with pytest.raises(XmlError):
        parse(document)


def test_bounds() -> None:
    deepest = b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH
    assert len(list(parse(deepest).walk())) == MAX_DEPTH
    with pytest.raises(XmlError, match="too deep"):
        parse(b"<a>" + deepest + b"</a>")
    with pytest.raises(XmlError, match="too many elements"):
        parse(b"<a>" + b"<b/>" * 20_000 + b"</a>")
    with pytest.raises(XmlError, match="longer than"):
        parse(b"<a>" + b"x" * MAX_BYTES + b"</a>")


@pytest.mark.parametrize("document", [b"<secret>12345", b"<a>&secret;</a>"])
def test_error_does_not_repeat_the_document(document: bytes) -> None:
    with pytest.raises(XmlError) as caught:
        parse(document)
    assert "secret" not in str(caught.value)


def test_writing_escapes_and_leaves_out_what_is_none() -> None:
    made = element("a", "1 < 2", None, *elements("b", ["x", "&"]), attributes={"c": 'say "hi"'})
    assert made.to_xml() == '<a c="say &quot;hi&quot;">1 &lt; 2<b>x</b><b>&amp;</b></a>'


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])).map(str.strip)


@given(TEXTS, TEXTS)
def test_what_is_written_reads_back(text: str, attribute: str) -> None:
    made = element("a", element("b", text, attributes={"c": attribute}))
    (read,) = parse(made.to_xml().encode()).named("b")
    assert (read.text, read.attributes["c"]) == (text, attribute)


@given(st.binary(max_size=100) | st.text("<>ab/&;!?=' \"", max_size=60).map(str.encode))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    try:
        parse(data)
    except XmlError:
        return
