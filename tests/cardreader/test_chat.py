"""Holder authorisation templates: published bit positions, both ways, and garbage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.chat import AccessRight, Chat, ChatError, Role, TerminalType

OID_AT = "060904007f000703010202"


def _template(bits: str) -> bytes:
    return bytes.fromhex(f"7f4c12{OID_AT}5305{bits}")


@pytest.mark.parametrize(
    ("bits", "right"),
    [
        ("0000000001", AccessRight.AGE_VERIFICATION),
        ("0000000002", AccessRight.COMMUNITY_VERIFICATION),
        ("0000000004", AccessRight.RESTRICTED_IDENTIFICATION),
        ("0000000010", AccessRight.CAN_ALLOWED),
        ("0000000020", AccessRight.PIN_MANAGEMENT),
        ("0000000100", AccessRight.DOCUMENT_TYPE),
        ("0000000800", AccessRight.GIVEN_NAMES),
        ("0000001000", AccessRight.FAMILY_NAMES),
        ("0000004000", AccessRight.DOCTORAL_DEGREE),
        ("0000008000", AccessRight.DATE_OF_BIRTH),
        ("0001000000", AccessRight.ADDRESS),
        ("0020000000", AccessRight.EMAIL_ADDRESS),
        ("0100000000", AccessRight.WRITE_EMAIL_ADDRESS),
        ("2000000000", AccessRight.WRITE_ADDRESS),
    ],
)
def test_each_right_is_the_bit_of_the_standard(bits: str, right: AccessRight) -> None:
    chat = Chat.from_bytes(_template(bits))
    assert chat == Chat(Role.TERMINAL, frozenset({right}))
    assert chat.to_bytes() == _template(bits)


def test_data_group_numbers() -> None:
    assert AccessRight.reading(17) is AccessRight.ADDRESS
    assert [AccessRight.reading(group).data_group for group in range(1, 23)] == list(range(1, 23))
    assert AccessRight.AGE_VERIFICATION.data_group is None
    assert AccessRight.WRITE_ADDRESS.data_group is None
    with pytest.raises(ValueError, match="data group 23"):
        AccessRight.reading(23)


@pytest.mark.parametrize(
    ("first_byte", "role"),
    [
        ("00", Role.TERMINAL),
        ("40", Role.DV_NON_OFFICIAL_OR_FOREIGN),
        ("80", Role.DV_OFFICIAL_DOMESTIC),
        ("c0", Role.CVCA),
    ],
)
def test_role_is_the_top_two_bits(first_byte: str, role: Role) -> None:
    assert Chat.from_bytes(_template(f"{first_byte}00000000")).role is role


def test_reserved_bit_survives_encoding_but_is_never_granted() -> None:
    chat = Chat.from_bytes(_template("0080000001"))
    assert chat.unnamed_bits == 1 << 31
    assert chat.to_bytes() == _template("0080000001")
    assert chat.restricted_to(AccessRight).to_bytes() == _template("0000000001")


def test_restriction_removes_rights() -> None:
    chat = Chat(Role.TERMINAL, frozenset({AccessRight.ADDRESS, AccessRight.GIVEN_NAMES}))
    assert chat.restricted_to([AccessRight.ADDRESS, AccessRight.SEX]).rights == {AccessRight.ADDRESS}


def test_inspection_systems_have_one_byte_and_no_rights_here() -> None:
    raw = bytes.fromhex("7f4c0e060904007f0007030102015301c3")
    chat = Chat.from_bytes(raw)
    assert (chat.role, chat.terminal_type, chat.rights) == (Role.CVCA, TerminalType.INSPECTION, frozenset())
    assert chat.to_bytes() == raw


@pytest.mark.parametrize(
    "raw",
    [
        "",
        f"7f4c11{OID_AT}530400000000",
        f"7f4c13{OID_AT}5306000000000000",
        f"7f4d12{OID_AT}53050000000000",
        "7f4c12060904007f00070301020953050000000000",
        f"7f4c0b{OID_AT}",
        f"7f4c1253050000000000{OID_AT}",
        f"7f4c12{OID_AT}5305000000000000",
        f"7f4c08{OID_AT}"[:12],
        "7f4c03060904",
        "7f4c0a06018053050000000000",
    ],
)
def test_malformed_templates_are_refused(raw: str) -> None:
    with pytest.raises(ChatError):
        Chat.from_bytes(bytes.fromhex(raw))


@given(role=st.sampled_from(Role), rights=st.frozensets(st.sampled_from(AccessRight)))
def test_round_trip(role: Role, rights: frozenset[AccessRight]) -> None:
    chat = Chat(role, rights)
    assert Chat.from_bytes(chat.to_bytes()) == chat


@given(st.binary(max_size=40) | st.binary(max_size=20).map(lambda tail: b"\x7f\x4c" + tail))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    try:
        chat = Chat.from_bytes(data)
    except ChatError:
        return
    assert chat.to_bytes() == data
