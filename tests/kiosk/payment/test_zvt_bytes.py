"""ZVT byte by byte: examples of the specification (PA00P015) and of devices, and what none may do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.payment.zvt import bcd, bitmaps, commands, messages, tlv
from kiosk.payment.zvt.apdu import Apdu, Frames, negative
from kiosk.payment.zvt.card_number import truncated, without_card_number
from kiosk.payment.zvt.errors import ZvtError


def one_frame(written: str) -> Apdu:
    (frame,) = Frames().feed(bytes.fromhex(written))
    return frame


def heard(written: str) -> messages.Message:
    return messages.parse(one_frame(written))


# ---------------------------------------------------------------- frames


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("04 0F 01 6C", 1),
        ("04 0F FF 01 00 6C", 1),
        ("06 D3 FF 00 01" + 256 * "20", 256),
        ("80 00 00", 0),
    ],
)
def test_a_frame_has_a_length_of_one_byte_or_of_three(written: str, length: int) -> None:
    assert len(one_frame(written).data) == length


@pytest.mark.parametrize(("length", "head"), [(254, "0601FE"), (255, "0601FFFF00"), (256, "0601FF0001")])
def test_from_255_bytes_on_the_length_takes_two_more_bytes_the_low_one_first(length: int, head: str) -> None:
    assert bytes(Apdu(0x0601, bytes(length))).hex().upper().startswith(head)


@given(control=some.integers(0, 0xFFFF), data=some.binary(max_size=700), cuts=some.lists(some.integers(1, 9)))
def test_what_is_written_is_read_in_whatever_portions_it_comes(
    control: int, data: bytes, cuts: list[int]
) -> None:
    stream = bytes(Apdu(control, data)) * 2
    frames, found = Frames(), list[Apdu]()
    for cut in [*cuts, len(stream)]:
        portion, stream = stream[:cut], stream[cut:]
        found += frames.feed(portion)
    assert found == [Apdu(control, data)] * 2


def test_a_frame_that_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(ZvtError):
        list(Frames(longest_data=100).feed(bytes.fromhex("040FFFFFFF")))
    with pytest.raises(ValueError, match="do not fit"):
        bytes(Apdu(0x0601, bytes(0x10000)))


# ---------------------------------------------------------------- commands


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (commands.Register("000000"), "06 00 0E 00 00 00 BE 09 78 06 06 26 04 0A 02 06 D3"),
        (commands.Register("123456"), "06 00 0E 12 34 56 BE 09 78 06 06 26 04 0A 02 06 D3"),
        (commands.Authorise(100), "06 01 0A 04 00 00 00 00 01 00 49 09 78"),
        (commands.Authorise(999_999_999_999), "06 01 0A 04 99 99 99 99 99 99 49 09 78"),
        (commands.LogOff(), "06 02 00"),
        (commands.RepeatReceipt("000000"), "06 20 05 00 00 00 03 03"),
        (
            commands.Reverse("000000", 117, 1800),
            "06 30 10 00 00 00 87 01 17 04 00 00 00 00 18 00 49 09 78",
        ),
        (commands.EndOfDay("000000"), "06 50 03 00 00 00"),
        (commands.Diagnose(), "06 70 00"),
        (commands.EnquireStatus("000000"), "05 01 03 00 00 00"),
        (commands.Abort(), "06 B0 00"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_commands_as_the_specification_writes_them(command: commands.Command, written: str) -> None:
    assert bytes(commands.to_apdu(command)) == bytes.fromhex(written)


@pytest.mark.parametrize("password", ["", "12345", "1234567", "12345a", "１２３４５６"])
def test_a_password_that_is_not_six_digits_is_refused_without_being_told(password: str) -> None:
    with pytest.raises(ValueError, match="six digits") as refused:
        commands.to_apdu(commands.EndOfDay(password))
    assert not password or password not in str(refused.value)
    assert "654321" not in repr(commands.Reverse("654321", 1, 1))


@pytest.mark.parametrize("command", [commands.Authorise(10**12), commands.Reverse("000000", 10_000, 1)])
def test_a_number_that_does_not_fit_is_refused(command: commands.Command) -> None:
    with pytest.raises(ValueError, match="digits"):
        commands.to_apdu(command)


def test_acknowledgements() -> None:
    assert bytes(negative(0x83)) == bytes.fromhex("848300")
    assert heard("80 00 00") == messages.Acknowledged()
    assert heard("84 00 00") == messages.Acknowledged()
    assert heard("84 9C 00") == messages.NotDone(0x9C)


# ---------------------------------------------------------------- messages


@pytest.mark.parametrize(
    ("written", "message"),
    [
        # registration with and without an answer's details (chapter 5.1)
        (
            "06 0F 12 19 00 29 65 00 00 28 49 09 78 06 06 26 04 0A 02 06 D3",
            messages.Completed(0),
        ),
        ("06 0F 00", messages.Completed(0)),
        # status enquiry (2.56.5): with a version before the code, and without
        ("06 0F 01 DC", messages.Completed(0xDC)),
        ("06 0F 08 F0 F0 F4 31 2E 30 37 9C", messages.Completed(0x9C)),
        ("06 1E 01 6C", messages.Aborted(0x6C)),
        ("04 FF 01 0E", messages.IntermediateStatus(0x0E)),
        # a status with T4 and texts for a display, which are not shown
        ("04 FF 19 17 03 06 15 24 0D 07 0B 30 30 20 41 70 70 72 6F 76 65 64 1F 73 03 00 00 08",) * 1
        + (messages.IntermediateStatus(0x17),),
        ("04 01 05 AA 21 04 09 0C", messages.Unknown()),
    ],
)
def test_messages_as_devices_send_them(written: str, message: messages.Message) -> None:
    assert heard(written) == message


def test_a_payment_that_was_aborted() -> None:
    told = heard("04 0F 07 27 6C 29 29 00 10 06")
    assert told == messages.StatusInformation(result_code=0x6C, terminal_id="29001006")
    assert not told.is_approved


def test_a_card_that_was_declined_with_a_text_for_the_merchant() -> None:
    told = heard(
        "04 0F 31 27 05 29 29 00 10 06 3C F0 F1 F5 4B 61 72 74 65 20 61 62 67 65 6C 65 68 6E 74"
        " 8A 0D 06 13 24 11 07 0F 4B 61 72 74 65 20 61 62 67 65 6C 65 68 6E 74"
    )
    assert told == messages.StatusInformation(result_code=0x05, terminal_id="29001006")


APPROVED = (
    "27 00 04 00 00 00 00 18 00 49 09 78 19 70 0B 00 04 21 0C 14 32 07 0D 11 23 87 01 17 29 65 43 21 01"
    " 22 F0 F8 67 29 89 EE EE EE 47 11 2A 34 35 35 36 30 30 30 30 30 30 30 31 20 20 20"
    " 8B F0 F9 67 69 72 6F 63 61 72 64 00 06 09 43 07 A0 00 00 03 59 10 10"
)


def test_a_payment_that_was_approved() -> None:
    data = bytes.fromhex(APPROVED)
    told = messages.parse(Apdu(0x040F, data))
    assert told == messages.StatusInformation(
        result_code=0,
        amount_cents=1800,
        trace_number="000421",
        receipt_number=117,
        terminal_id="65432101",
        contract_number="455600000001",
        card_name="girocard",
        pan_truncated="************4711",
        application_id="A0000003591010",
    )
    assert told.is_approved
    assert "672989" not in repr(told)
    assert "4711" not in repr(told)
    assert "672989" not in repr(Apdu(0x040F, data))


def test_a_reversal_names_the_trace_of_the_payment() -> None:
    told = messages.parse(Apdu(0x040F, bytes.fromhex("27 00 37 00 04 21")))
    assert isinstance(told, messages.StatusInformation)
    assert told.original_trace == "000421"


def test_an_end_of_day_has_totals_by_kind_of_card() -> None:
    nothing, visa = "00 00 00 00 00 00 00", "01 00 00 00 00 09 00"
    sums = f"00 01 00 07 02 00 00 00 00 36 00 {nothing} {nothing} {nothing} {visa} {nothing} {nothing}"
    told = messages.parse(Apdu(0x040F, bytes.fromhex(f"27 00 04 00 00 00 00 45 00 60 F0 F5 F3 {sums}")))
    assert isinstance(told, messages.StatusInformation)
    assert told.amount_cents == 4500
    assert told.totals == (messages.CardTotal("girocard", 2, 3600), messages.CardTotal("VISA", 1, 900))


def test_lines_of_a_receipt_one_by_one_and_in_a_block() -> None:
    assert heard("06 D1 06 00 48 61 6C 6C 6F") == messages.ReceiptLines(None, ("Hallo",))
    assert heard("06 D1 01 00") == messages.ReceiptLines(None, ("",))
    block = "06 D3 17 06 15 1F 07 01 02 25 0F 07 04 C4 5A 81 20 07 00 07 02 31 32 09 01 81"
    assert heard(block) == messages.ReceiptLines(messages.ReceiptKind.CUSTOMER, ("─Zü", "", "12"))


@pytest.mark.parametrize(
    "written",
    [
        "04 FF 00",
        "06 1E 00",
        "04 0F 01 27",
        "04 0F 02 FE 00",
        "04 0F 03 04 00 00",
        "04 0F 04 22 F0 31 47",
        "04 0F 07 04 00 00 00 00 AB 00",
        "04 0F 03 87 0A 00",
        "04 0F 03 06 81 05",
        "04 0F 04 06 02 1F FF",
        "04 0F 08 60 F0 F0 F4 00 01 00 02",
        "06 0F 02 F0 31",
        "06 D3 04 06 80 07 00",
    ],
)
def test_what_breaks_the_protocol_is_refused_by_name(written: str) -> None:
    with pytest.raises(ZvtError):
        heard(written)


@given(
    control=some.sampled_from([0x040F, 0x04FF, 0x060F, 0x061E, 0x06D1, 0x06D3, 0x8000, 0x84A0, 0x0401]),
    data=some.binary(max_size=80),
)
def test_garbage_never_raises_anything_else(control: int, data: bytes) -> None:
    with suppress(ZvtError):
        messages.parse(Apdu(control, data))


@given(digits=some.text("0123456789", min_size=13, max_size=19), name=some.binary(max_size=8))
def test_no_card_number_gets_through(digits: str, name: bytes) -> None:
    filled = digits + "F" * (len(digits) % 2)
    value = bitmaps.encode({bitmaps.Bmp.PAN: bytes.fromhex(filled), bitmaps.Bmp.CARD_NAME: name})
    told = messages.parse(Apdu(0x040F, value))
    assert isinstance(told, messages.StatusInformation)
    assert told.pan_truncated == "*" * min(13, len(digits) - 4) + digits[-4:]
    assert digits not in str([getattr(told, each) for each in told.__slots__])
    assert digits not in without_card_number(f"Karte {digits} EUR")


# ---------------------------------------------------------------- fields


@given(some.integers(0, 10**12 - 1))
def test_decimals_come_back(number: int) -> None:
    assert bcd.decode(bcd.encode(number, 6)) == number


@given(some.dictionaries(some.sampled_from([0x22, 0x3C, 0x8B, 0x06, 0x60]), some.binary(max_size=99)))
def test_bitmaps_come_back(found: dict[int, bytes]) -> None:
    assert bitmaps.parse(bitmaps.encode(found)) == found


@given(some.lists(some.tuples(some.sampled_from([0x07, 0x43, 0x1F07, 0x1F8101]), some.binary(max_size=300))))
def test_objects_come_back(written: list[tuple[int, bytes]]) -> None:
    objects = tuple(tlv.Tlv(tag, value) for tag, value in written)
    assert tlv.parse(b"".join(map(bytes, objects))) == objects


@pytest.mark.parametrize(
    ("length", "written"),
    [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100"), (65535, "82FFFF")],
)
def test_lengths_of_objects(length: int, written: str) -> None:
    assert tlv.length_field(length).hex().upper() == written
    assert tlv.read_length(bytes.fromhex(written), 0) == (length, len(written) // 2)


def test_objects_that_nest_too_deep_are_refused() -> None:
    nested = b""
    for _ in range(20):
        nested = bytes(tlv.Tlv(0x25, nested))
    with pytest.raises(ZvtError, match="too deep"):
        list(tlv.walk(tlv.parse(nested)))


@pytest.mark.parametrize(
    ("value", "bitmap"),
    [(bytes(5), 0x04), (bytes(100), 0x22), (bytes(1000), 0x3C), (b"", 0xFE)],
)
def test_a_value_that_does_not_fit_its_bitmap_is_refused(value: bytes, bitmap: int) -> None:
    with pytest.raises(ValueError, match="bitmap"):
        bitmaps.encode({bitmap: value})


@pytest.mark.parametrize(
    ("pan", "shown"),
    [
        ("67298900000004711F", "*************4711"),
        ("EEEEEEEEEEEE4711", "************4711"),
        ("4711", "****4711"),
        ("EEEEEEEEEEEEEEEE", None),
        ("672989D24", "****" + "2989"),
        ("47", None),
        ("", None),
    ],
)
def test_of_a_card_number_the_last_four_digits_are_shown(pan: str, shown: str | None) -> None:
    assert truncated(bytes.fromhex(pan + "F" * (len(pan) % 2))) == shown


def test_numbers_on_a_receipt_that_are_no_card_numbers_stay() -> None:
    line = "VU-Nr 455600000001 Beleg 0117 TA 000421"
    assert without_card_number(line) == line
    assert without_card_number("4111 1111 1111 1111") == "************1111"
