"""SecurityInfos: published files, the order of real cards, unknown infos, and nonsense."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.elliptic import BRAINPOOL_P256R1
from cardreader.key_derivation import AES_128
from cardreader.security_infos import (
    ChipAuthenticationDomainParameterInfo,
    ChipAuthenticationInfo,
    ChipAuthenticationPublicKeyInfo,
    PaceInfo,
    SecurityInfo,
    SecurityInfos,
    SecurityInfosError,
    TerminalAuthenticationInfo,
    UnknownInfo,
)

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_pace.json").read_text())
EF_CARD_ACCESS = bytes.fromhex(BSI["ef_cardaccess"])
PACE_128 = "0.4.0.127.0.7.2.2.4.2.2"
CA_128 = "0.4.0.127.0.7.2.2.3.2.2"


def test_card_access_of_the_bsi_example() -> None:
    infos = SecurityInfos.parse(EF_CARD_ACCESS)
    assert infos.pace == (PaceInfo(PACE_128, 2, 13),)
    assert infos.chip_authentication == (ChipAuthenticationInfo(CA_128, 2, 1),)
    assert infos.terminal_authentication == (TerminalAuthenticationInfo(2),)
    assert ChipAuthenticationDomainParameterInfo(13, 1) in infos.infos
    assert [info.protocol for info in infos.infos if isinstance(info, UnknownInfo)] == [
        "0.4.0.127.0.7.2.2.6",
        "0.4.0.127.0.7.2.2.8",
    ]


@pytest.mark.parametrize("name", ["ef_cardaccess", "security_infos_in_ef_cardsecurity"])
def test_published_files_are_written_back_to_the_byte(name: str) -> None:
    data = bytes.fromhex(BSI[name])
    assert SecurityInfos.parse(data).encode() == data


def test_card_security_of_the_bsi_example_holds_the_chip_key() -> None:
    infos = SecurityInfos.parse(bytes.fromhex(BSI["security_infos_in_ef_cardsecurity"]))
    key = infos.chip_authentication_public_key(1)
    assert key is not None
    assert key.parameter_id == 13
    assert key.public_key[:5].hex() == "04a44ebe54"
    assert infos.chip_authentication_public_key(2) is None
    assert infos.chip_authentication_public_key(None) is None


def test_pace_of_the_bsi_example_is_supported() -> None:
    info = SecurityInfos.parse(EF_CARD_ACCESS).supported_pace()
    assert info is not None
    assert info.cipher is AES_128
    assert info.curve is BRAINPOOL_P256R1


def test_chip_authentication_version_2_is_found_behind_version_3() -> None:
    """Real cards list version 3 first, and a second key for privileged terminals."""
    infos = SecurityInfos(
        (
            ChipAuthenticationInfo(CA_128, 3, 0x29),
            ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.1.2", 2, 0x2A),
            ChipAuthenticationInfo(CA_128, 2, 0x29),
            ChipAuthenticationInfo(CA_128, 2, 0x2D),
        )
    )
    read = SecurityInfos.parse(infos.encode())
    assert [(info.version, info.key_id) for info in read.chip_authentication] == [
        (3, 0x29),
        (2, 0x2A),
        (2, 0x29),
        (2, 0x2D),
    ]
    assert read.chip_authentication_version_2() == ChipAuthenticationInfo(CA_128, 2, 0x29)
    assert SecurityInfos(infos.infos[:2]).chip_authentication_version_2() is None


@pytest.mark.parametrize(
    "info",
    [
        PaceInfo("0.4.0.127.0.7.2.2.4.1.2", 2, 0),
        PaceInfo("0.4.0.127.0.7.2.2.4.2.1", 2, 13),
        PaceInfo("0.4.0.127.0.7.2.2.4.4.2", 2, 13),
        PaceInfo(PACE_128, 1, 13),
        PaceInfo(PACE_128, 2, 14),
        PaceInfo(PACE_128, 2, 32),
        PaceInfo(PACE_128, 2, None),
    ],
)
def test_variants_of_pace_not_spoken_are_passed_over(info: PaceInfo) -> None:
    good = PaceInfo(PACE_128, 2, 13)
    assert not info.is_supported
    assert SecurityInfos((info,)).supported_pace() is None
    assert SecurityInfos.parse(SecurityInfos((info, good)).encode()).supported_pace() == good


KEY_IDS = st.one_of(st.none(), st.integers(0, 0x1FF))
INFOS: st.SearchStrategy[SecurityInfo] = st.one_of(
    st.builds(PaceInfo, st.sampled_from([PACE_128, "0.4.0.127.0.7.2.2.4.1.2"]), st.integers(1, 3), KEY_IDS),
    st.builds(ChipAuthenticationInfo, st.just(CA_128), st.integers(1, 3), KEY_IDS),
    st.builds(ChipAuthenticationDomainParameterInfo, st.integers(0, 255), KEY_IDS),
    st.builds(
        ChipAuthenticationPublicKeyInfo, st.integers(0, 255), st.binary(min_size=1, max_size=133), KEY_IDS
    ),
    st.builds(TerminalAuthenticationInfo, st.integers(1, 2)),
    st.builds(UnknownInfo, st.sampled_from(["0.4.0.127.0.7.2.2.6", "1.2.3"]), st.just(b"\x16\x01x")),
)


@given(st.lists(INFOS, max_size=8))
def test_what_is_written_is_read_back_in_order(infos: list[SecurityInfo]) -> None:
    assert SecurityInfos.parse(SecurityInfos(tuple(infos)).encode()) == SecurityInfos(tuple(infos))


@pytest.mark.parametrize(
    ("protocol", "content"),
    [
        (PACE_128, ""),
        (PACE_128, "0401 02"),
        (PACE_128, "0201 02 0401 0d"),
        (PACE_128, "0201 02 0201 0d 0500"),
        (CA_128, "3000"),
        ("0.4.0.127.0.7.2.2.2", "0200"),
        ("0.4.0.127.0.7.2.2.2", "0201 02 0401 00"),
        ("0.4.0.127.0.7.2.2.3.2", "300c 0607 04007f00070101 0201 0d"),
        ("0.4.0.127.0.7.2.2.3.2", "3009 0607 2a8648ce3d0201"),
        ("0.4.0.127.0.7.2.2.1.2", "300e 300c 0607 04007f00070102 0201 0d"),
        ("0.4.0.127.0.7.2.2.1.2", "3012 300c 0607 04007f00070102 0201 0d 0302 01 04"),
    ],
)
def test_a_known_protocol_in_a_strange_form_is_kept_as_unknown(protocol: str, content: str) -> None:
    """A card of tomorrow may say more than we read; it must not stop us from using what we do."""
    strange = UnknownInfo(protocol, bytes.fromhex(content))
    infos = SecurityInfos((strange, PaceInfo(PACE_128, 2, 13)))
    assert SecurityInfos.parse(infos.encode()) == infos


@pytest.mark.parametrize(
    "data",
    [
        "",
        "30 00",
        "31 02 3000",
        "31 03 020101",
        "31 05 3003020101",
        "31 06 3004 0602 2a86",
        "31 00 00",
        "31 01",
    ],
)
def test_nonsense_is_refused(data: str) -> None:
    with pytest.raises(SecurityInfosError, match="not SecurityInfos"):
        SecurityInfos.parse(bytes.fromhex(data))


@given(st.binary(max_size=80))
def test_garbage_is_refused_or_written_back(data: bytes) -> None:
    try:
        infos = SecurityInfos.parse(data)
    except SecurityInfosError:
        return
    assert SecurityInfos.parse(infos.encode()) == infos
