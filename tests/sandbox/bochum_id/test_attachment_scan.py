"""What a file is, by its content; and the form a browser sends it in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_files import (
    ALTERED_PNG,
    ENCRYPTED_PDF,
    INFECTED_PDF,
    JPEG,
    PDF,
    PNG,
    TORN_JPEG,
    TORN_PDF,
    TORN_PNG,
)

from sandbox.bochum_id.attachment_scan import EICAR, media_type_of, objection
from sandbox.bochum_id.form_data import file_in_form

TYPES = ("application/pdf", "image/jpeg", "image/png")


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (PDF, "application/pdf", None),
        (JPEG, "image/jpeg", None),
        (PNG, "image/png", None),
        (PDF, "image/jpeg", "type"),
        (b"MZ\x90", "application/pdf", "type"),
        (b"", "application/pdf", "type"),
        (ENCRYPTED_PDF, "application/pdf", "encrypted"),
        (TORN_PDF, "application/pdf", "unreadable"),
        (TORN_JPEG, "image/jpeg", "unreadable"),
        (TORN_PNG, "image/png", "unreadable"),
        (ALTERED_PNG, "image/png", "unreadable"),
        (INFECTED_PDF, "application/pdf", "malware"),
        (EICAR, "image/png", "malware"),
    ],
)
def test_the_content_decides(content: bytes, media_type: str, reason: str | None) -> None:
    assert objection(content, media_type) == reason


@given(
    st.binary(max_size=400),
    st.sampled_from((b"", b"\xff\xd8\xff", PNG[:8], b"%PDF-")),
    st.sampled_from(TYPES),
)
def test_no_bytes_at_all_bring_it_down(content: bytes, start: bytes, media_type: str) -> None:
    assert objection(start + content, media_type) in {None, "type", "unreadable", "encrypted"}


@given(st.sampled_from((PDF, JPEG, PNG)), st.data())
def test_a_file_cut_short_is_not_taken(whole: bytes, data: st.DataObject) -> None:
    cut = whole[: data.draw(st.integers(0, len(whole) - 8))]
    assert objection(cut, str(media_type_of(whole))) is not None


def form(content: bytes, filename: str = "a.pdf", name: str = "file") -> tuple[str, bytes]:
    boundary = "----kiosk7MA4YWxkTrZu0gW"
    head = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'.encode()
    start = f"--{boundary}\r\n".encode() + head + b"Content-Type: application/pdf\r\n\r\n"
    return f"multipart/form-data; boundary={boundary}", start + content + f"\r\n--{boundary}--\r\n".encode()


@given(st.one_of(st.binary(max_size=2000), st.text(alphabet="\r\n-: a", max_size=200).map(str.encode)))
def test_every_byte_of_a_form_arrives(content: bytes) -> None:
    found = file_in_form(*form(content), "file")
    assert found is not None
    assert found.content == content


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("scan.pdf", "scan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("", "file"),
        ("x" * 300, "x" * 120),
    ],
)
def test_a_file_keeps_its_own_name_and_no_folder(said: str, kept: str) -> None:
    found = file_in_form(*form(b"x", said), "file")
    assert found is not None
    assert found.filename == kept
    assert kept not in repr(found)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("", b""),
        ("text/plain", b"x"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=\x00", b""),
        form(b"x", name="other"),
        ("application/x-www-form-urlencoded", b"file=x"),
    ],
)
def test_what_is_no_form_with_a_file_has_none(content_type: str, body: bytes) -> None:
    assert file_in_form(content_type, body, "file") is None


@given(st.binary(max_size=300))
def test_a_broken_form_is_only_not_a_form(body: bytes) -> None:
    file_in_form("multipart/form-data; boundary=x", b"--x\r\n" + body, "file")
