"""The rules one by one: addresses, results, rights, chains, names in TLS certificates."""

from datetime import UTC, date, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate, issue
from cardreader.eid_client import checks, rights, tls
from cardreader.eid_client.addresses import (
    is_https,
    is_web,
    origin,
    redirect_target,
    request_target,
    same_origin,
)
from cardreader.eid_client.certificate_chain import chain_from
from cardreader.eid_client.outcome import MINOR_BY_FAILURE, EidFailure
from cardreader.eid_client.result import BrowserMinor, ResultMinor, browser_minor, with_result

TODAY = date(2026, 6, 1)


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "https://a",
        "https://a:1/b?c#d",
        "https://[::1]:8443/",
        "HTTPS://A.example/",
        "https://127.0.0.1/",
        f"https://{'a' * 63}.xn--b-1ga_.example/",
        f"https://{'a.' * 126}b/",
    ],
)
def test_https_addresses(url: str) -> None:
    assert is_https(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://a",
        "https:",
        "https://",
        "https:///x",
        "https://a..b/",
        "https://.a/",
        "https://a./",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 127}b/",
        "https://a%00b/",
        "https://*/",
        "https://[fe80::1%25eth0]/",
        "https://a:b",
        "https://a:70000",
        "https://a:0",
        "https://user@a",
        "https://user:password@a",
        "https://a/\r\nHost: b",
        "https://a/ b",
        "https://ä.example",
        "https://[::1",
        "//a",
        "javascript:alert(1)",
        "https://a/" + "x" * 9000,
    ],
)
def test_addresses_that_are_not_https(url: str) -> None:
    assert not is_https(url)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://a/x", "https://a/y?z", True),
        ("https://a", "https://a:443", True),
        ("https://A", "https://a", True),
        ("https://a", "https://a:8443", False),
        ("https://a", "https://b", False),
        ("https://a", "https://a.b", False),
        ("https://a", "http://a", False),
        ("http://a", "http://a", False),
        ("", "", False),
    ],
)
def test_same_origin(first: str, second: str, *, same: bool) -> None:
    assert same_origin(first, second) is same


def test_parts_of_an_address() -> None:
    assert origin("https://[::1]:8443/a") == ("::1", 8443)
    assert origin("https://a") == ("a", 443)
    assert request_target("https://a") == "/"
    assert request_target("https://a?b=c#d") == "/?b=c"
    with pytest.raises(ValueError, match="https"):
        origin("http://a")


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://b/c", "https://b/c"),
        ("/c?d", "https://a:1/c?d"),
        ("c", "https://a:1/x/c"),
        ("//b/c", "https://b/c"),
        ("?q", "https://a:1/x/y?q"),
        ("", None),
        ("   ", None),
        ("http://a:1/", None),
        ("https:///c", None),
        ("javascript:alert(1)", None),
    ],
)
def test_redirect_targets(location: str, target: str | None) -> None:
    assert redirect_target("https://a:1/x/y", location) == target


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_not(text: str) -> None:
    if is_https(text):
        origin(text)
    redirect_target("https://a/", text)


# Results


def test_every_failure_has_a_code() -> None:
    assert set(MINOR_BY_FAILURE) == set(EidFailure)


@pytest.mark.parametrize(
    ("minor", "from_server", "told"),
    [
        (ResultMinor.CANCELLATION_BY_USER, False, BrowserMinor.CANCELLATION_BY_USER),
        (ResultMinor.TRUSTED_CHANNEL_FAILED, False, BrowserMinor.TRUSTED_CHANNEL_FAILED),
        (ResultMinor.COMMUNICATION_ERROR, False, BrowserMinor.COMMUNICATION_ERROR),
        (ResultMinor.DP_COMMUNICATION_ERROR, True, BrowserMinor.COMMUNICATION_ERROR),
        (ResultMinor.INTERNAL_ERROR, False, BrowserMinor.CLIENT_ERROR),
        (ResultMinor.INTERNAL_ERROR, True, BrowserMinor.SERVER_ERROR),
        ("anything", True, BrowserMinor.SERVER_ERROR),
    ],
)
def test_what_the_browser_is_told(minor: str, told: BrowserMinor, *, from_server: bool) -> None:
    assert browser_minor(minor, from_server=from_server) is told


@pytest.mark.parametrize(
    ("address", "with_ok"),
    [
        ("https://a", "https://a?ResultMajor=ok"),
        ("https://a/b?c=d&e", "https://a/b?c=d&e&ResultMajor=ok"),
        ("https://a/b?c=%20#d", "https://a/b?c=%20&ResultMajor=ok#d"),
    ],
)
def test_result_is_added_to_the_query(address: str, with_ok: str) -> None:
    assert with_result(address, None) == with_ok


# Rights

TERMINAL = Chat(
    Role.TERMINAL,
    frozenset(
        {
            AccessRight.GIVEN_NAMES,
            AccessRight.ADDRESS,
            AccessRight.AGE_VERIFICATION,
            AccessRight.COMMUNITY_VERIFICATION,
            AccessRight.CAN_ALLOWED,
            AccessRight.WRITE_ADDRESS,
        }
    ),
)
EVERYTHING = Chat(Role.TERMINAL, frozenset(AccessRight))
AGE = AuxiliaryData.of(born_on_or_before=date(2008, 1, 1))
PLACE = AuxiliaryData.of(municipality_id=b"\x02\x76")


@pytest.mark.parametrize(
    ("auxiliary_data", "extra"),
    [
        (None, frozenset()),
        (AGE, frozenset({AccessRight.AGE_VERIFICATION})),
        (PLACE, frozenset({AccessRight.COMMUNITY_VERIFICATION})),
    ],
)
def test_checks_need_a_value_to_compare_with(
    auxiliary_data: AuxiliaryData | None, extra: frozenset[AccessRight]
) -> None:
    asked = rights.asked(TERMINAL, EVERYTHING, None, auxiliary_data)
    plain = {AccessRight.GIVEN_NAMES, AccessRight.ADDRESS, AccessRight.WRITE_ADDRESS}
    assert asked.required == plain | extra
    assert asked.optional == frozenset()


def test_required_is_not_optional_too() -> None:
    required = Chat(Role.TERMINAL, frozenset({AccessRight.ADDRESS}))
    asked = rights.asked(TERMINAL, required, EVERYTHING, None)
    assert asked.required == {AccessRight.ADDRESS}
    assert asked.optional == {AccessRight.GIVEN_NAMES, AccessRight.WRITE_ADDRESS}


@given(st.frozensets(st.sampled_from(AccessRight)), st.frozensets(st.sampled_from(AccessRight)))
def test_nothing_is_granted_that_was_not_asked(
    wanted: frozenset[AccessRight], chosen: frozenset[AccessRight]
) -> None:
    asked = rights.asked(TERMINAL, None, Chat(Role.TERMINAL, wanted), AGE)
    granted = asked.granted(chosen)
    assert granted.role is Role.TERMINAL
    assert granted.rights <= wanted & chosen & TERMINAL.rights
    assert AccessRight.CAN_ALLOWED not in granted.rights


# Chains

KEYS = [ec.generate_private_key(ec.BrainpoolP256R1()) for _ in range(4)]


def _certificate(
    issuer: int, authority: str, subject: int, holder: str, role: Role, expiration: date = date(2027, 1, 1)
) -> CvCertificate:
    return issue(
        issuer_key=KEYS[issuer],
        authority=authority,
        holder=holder,
        public_key=KEYS[subject].public_key(),
        chat=Chat(role),
        effective=date(2026, 1, 1),
        expiration=expiration,
        with_domain_parameters=role is Role.CVCA,
    )


ROOT_1 = _certificate(0, "CVCA1", 0, "CVCA1", Role.CVCA, date(2026, 2, 1))
LINK_2 = _certificate(0, "CVCA1", 1, "CVCA2", Role.CVCA)
ROOT_2 = _certificate(1, "CVCA2", 1, "CVCA2", Role.CVCA)
VERIFIER = _certificate(1, "CVCA2", 2, "DV1", Role.DV_OFFICIAL_DOMESTIC)
END = _certificate(2, "DV1", 3, "AT1", Role.TERMINAL)
OTHER_END = _certificate(2, "DV1", 3, "AT2", Role.TERMINAL)
CIRCLE = [
    _certificate(0, "CVCA8", 1, "CVCA9", Role.CVCA),
    _certificate(0, "CVCA9", 1, "CVCA8", Role.CVCA),
    _certificate(0, "CVCA8", 1, "DV1", Role.DV_OFFICIAL_DOMESTIC),
]


@pytest.mark.parametrize(
    ("trusted", "received", "chain"),
    [
        ({"CVCA2"}, [END, VERIFIER], (VERIFIER, END)),
        ({"CVCA2"}, [VERIFIER, END], (VERIFIER, END)),
        ({"CVCA1"}, [END, LINK_2, VERIFIER], (LINK_2, VERIFIER, END)),
        ({"CVCA1"}, [VERIFIER, END], None),
        ({"CVCA1"}, [END, ROOT_2, ROOT_1, VERIFIER], None),
        ({"CVCA1", "CVCA2"}, [END, LINK_2, VERIFIER], (VERIFIER, END)),
        ({"DV1"}, [], (END,)),
        (set(), [END, LINK_2, VERIFIER, ROOT_1], None),
        ({"CVCA2"}, [*CIRCLE, OTHER_END, VERIFIER], (VERIFIER, END)),
        ({"CVCA3"}, CIRCLE, None),
        ({"CVCA2"}, [END, _certificate(1, "CVCA2", 2, "DV1", Role.TERMINAL)], None),
    ],
)
def test_path_from_a_trust_point(
    trusted: set[str], received: list[CvCertificate], chain: tuple[CvCertificate, ...] | None
) -> None:
    assert chain_from(trusted.__contains__, END, received) == chain


@pytest.mark.parametrize(
    ("received", "roots", "today", "trusted"),
    [
        ([END, VERIFIER], (), TODAY, True),
        ([END, VERIFIER], (ROOT_2,), TODAY, True),
        ([END, VERIFIER, LINK_2], (ROOT_1,), TODAY, True),
        ([END, VERIFIER], (ROOT_1,), TODAY, False),
        ([END, VERIFIER], (ROOT_2,), date(2027, 1, 2), False),
        ([END, VERIFIER], (ROOT_2,), date(2025, 12, 31), False),
        ([END, _certificate(0, "CVCA2", 2, "DV1", Role.DV_OFFICIAL_DOMESTIC)], (ROOT_2,), TODAY, False),
        ([END, VERIFIER, _certificate(3, "CVCA1", 1, "CVCA2", Role.CVCA)], (ROOT_1,), TODAY, False),
    ],
    ids=[
        "no roots of our own",
        "direct",
        "old root out of date behind a link",
        "link missing",
        "too late",
        "too early",
        "verifier signed by another key",
        "link signed by another key",
    ],
)
def test_pre_verification(
    received: list[CvCertificate], roots: tuple[CvCertificate, ...], today: date, *, trusted: bool
) -> None:
    assert (checks.chain_is_trusted(END, received, roots, today) is None) is trusted


# Names in TLS certificates


@pytest.mark.parametrize(
    ("pattern", "host", "matches"),
    [
        ("a.example", "a.example", True),
        ("A.Example", "a.eXample", True),
        ("*.b.example", "a.b.example", True),
        ("*.b.example", "b.example", False),
        ("*.b.example", "x.a.b.example", False),
        ("*.example", "a.example", False),
        ("*", "localhost", False),
        ("*.", "localhost.", False),
        ("a*.example", "ab.example", False),
        ("b.example", "a.b.example", False),
        ("127.0.0.1", "127.0.0.1", False),
    ],
)
def test_names_of_hosts(pattern: str, host: str, *, matches: bool) -> None:
    names = x509.SubjectAlternativeName([x509.DNSName(pattern)])
    assert tls._names_host(names, host) is matches


@given(st.binary(max_size=80))
def test_garbage_as_tls_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(tls.CertificateRefusedError):
        tls.check_certificate(data, "localhost", datetime.now(UTC), tls.KeySizes())


# Whatever stands where an address should


@pytest.mark.parametrize("url", ["http://a/b?c", "https://a/", "http://[::1]:80/"])
def test_web_addresses(url: str) -> None:
    assert is_web(url)


@pytest.mark.parametrize(
    "url", ["", "http://", "http://[::1", "http://a..b", "ftp://a", "httphttps://a", "http:a"]
)
def test_what_is_no_web_address(url: str) -> None:
    assert not is_web(url)


@pytest.mark.parametrize("location", ["//[::1/", "//[a]b/", "[", "//a:99999/", "//℀.example/", "?#["])
def test_location_that_is_no_address(location: str) -> None:
    target = redirect_target("https://service.example/token", location)
    assert target is None or is_https(target)


ADDRESS_LETTERS = st.text("/:[]@?#%.a1\\ \x7f℀", max_size=12)


@given(ADDRESS_LETTERS)
def test_no_text_is_fallen_over(text: str) -> None:
    for address in (text, f"https://{text}", f"http://{text}", f"//{text}"):
        target = redirect_target("https://service.example/token", address)
        assert target is None or is_https(target)
        same_origin(address, "https://service.example/")
        if is_web(address):
            assert with_result(address, None).partition("#")[0].endswith("ResultMajor=ok")
