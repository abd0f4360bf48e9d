"""TR-03124-2, module E: versions, suites, groups, keys and names in TLS."""

from pathlib import Path

import pytest

from cardreader.eid_client.outcome import EidFailed, EidFailure
from tests.cardreader.eid_client import dh_groups
from tests.cardreader.eid_client.tls_servers import Identity, psk_server_context
from tests.conformance import cv_world
from tests.conformance.bed import PSK, SERVER_ADDRESS, TOKEN_URL, Bed, returned_with
from tests.conformance.client_hello import ClientHello
from tests.conformance.identities import (
    EID_SERVER,
    OTHER_NAME,
    SERVICE,
    identity,
    key,
    named_in_common_name_only,
)
from tests.conformance.tls_by_hand import (
    RSA_AES_128_CBC_SHA,
    SSL_3,
    answer_on_a_weak_curve,
    answer_with_version,
)
from tests.conformance.tls_hosts import TlsHost, only_version, tls_1_2

ORIGIN_REFRESH = TOKEN_URL.replace("/token", "/refresh")
TLS_1_2 = 0x0303
RENEGOTIATION_INFO = 0x00FF
WEB_SUITES = {
    "ECDHE-ECDSA-AES256-GCM-SHA384": 0xC02C,
    "ECDHE-ECDSA-AES128-GCM-SHA256": 0xC02B,
    "ECDHE-RSA-AES256-GCM-SHA384": 0xC030,
    "ECDHE-RSA-AES128-GCM-SHA256": 0xC02F,
    "ECDHE-ECDSA-AES128-SHA256": 0xC023,
    "ECDHE-RSA-AES128-SHA256": 0xC027,
    "DHE-RSA-AES256-GCM-SHA384": 0x009F,
    "DHE-RSA-AES128-GCM-SHA256": 0x009E,
}
PSK_SUITES = {
    "RSA-PSK-AES256-GCM-SHA384": 0x00AD,
    "RSA-PSK-AES128-GCM-SHA256": 0x00AC,
    "RSA-PSK-AES256-CBC-SHA384": 0x00B7,
    "RSA-PSK-AES128-CBC-SHA256": 0x00B6,
    "RSA-PSK-AES256-CBC-SHA": 0x0095,
}
GROUPS = {
    "prime256v1": 23,
    "secp384r1": 24,
    "brainpoolP256r1": 26,
    "brainpoolP384r1": 27,
    "brainpoolP512r1": 28,
}
NOT_CONFORMING_PSK = (
    "RSA-PSK-AES128-CBC-SHA",
    "DHE-PSK-AES128-CBC-SHA",
    "DHE-PSK-AES256-CBC-SHA",
    "PSK-AES128-CBC-SHA",
    "PSK-AES256-GCM-SHA384",
)
OFFERED_HASHES = {"SHA-224": 3, "SHA-256": 4, "SHA-384": 5, "SHA-512": 6}
"""SHA-224 is OpenSSL's; docs/decisions/0057 says why it is still there."""
FATAL_ILLEGAL_PARAMETER = bytes([2, 47])
_INTRINSIC = 8
"""Schemes that name their hash themselves: EdDSA and RSA-PSS, whose hashes are SHA-256 and longer."""


def no_token(bed: Bed, host: TlsHost, url: str = TOKEN_URL) -> EidFailed:
    """Carry out a run that fails in TLS before the token: nothing was sent, there is no address to go to."""
    outcome = bed.run(url)
    assert isinstance(outcome, EidFailed)
    assert (outcome.failure, outcome.refresh_url) == (EidFailure.TLS_UNTRUSTED, None)
    assert host.requests == []
    assert bed.asked is None
    return outcome


def no_eid_server(bed: Bed) -> None:
    """Carry out a run that fails in TLS to the eID server: it is sent nothing, the way back is found."""
    outcome = bed.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.TLS_UNTRUSTED
    assert returned_with(outcome, ORIGIN_REFRESH) == "trustedChannelEstablishmentFailed"
    assert bed.eid_server.connections == 1
    assert bed.eid_server.requests == []
    assert bed.service.peeks == 1


def ssl_3(connection: object, hello: ClientHello) -> bytes:
    return answer_with_version(connection, hello, SSL_3, RSA_AES_128_CBC_SHA)  # type: ignore[arg-type]


@pytest.mark.parametrize("version", ["SSLv3", "TLSv1", "TLSv1_1"])
@pytest.mark.tr03124("EID_CLIENT_E_01_T")
def test_old_version_at_the_token_provider(bed: Bed, version: str) -> None:
    if version == "SSLv3":
        bed.service.by_hand = ssl_3
    else:
        bed.service.context = only_version(tls_1_2(identity(SERVICE)), version)
    no_token(bed, bed.service)
    assert bed.service.handshakes == 0


@pytest.mark.parametrize("suite", ["AES128-SHA", "AES256-GCM-SHA384", "ECDHE-RSA-AES128-SHA"])
@pytest.mark.tr03124("EID_CLIENT_E_03")
def test_suite_that_does_not_conform(bed: Bed, suite: str) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, "rsa:3072"), suite)
    no_token(bed, bed.service)
    offered = {each for hello in bed.service.hellos for each in hello.suites}
    assert offered == {*WEB_SUITES.values(), RENEGOTIATION_INFO}
    assert set(bed.service.failures) == {"NO_SHARED_CIPHER"}


@pytest.mark.parametrize("kind", ["rsa:1536", "rsa:2048", "SECP192R1", "SECP224R1", "dsa:1024", "dsa:2048"])
@pytest.mark.tr03124("EID_CLIENT_E_04_T")
def test_weak_key_of_the_token_provider(bed: Bed, kind: str) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, kind), "ALL")
    no_token(bed, bed.service)
    assert bed.service.connections >= 1


@pytest.mark.tr03124("EID_CLIENT_E_05_a")
def test_token_provider_by_another_name(bed: Bed) -> None:
    bed.hosts[OTHER_NAME, 443] = bed.service
    no_token(bed, bed.service, f"https://{OTHER_NAME}/token")
    assert bed.service.connections == 1


@pytest.mark.tr03124("EID_CLIENT_E_05_b")
def test_token_provider_named_in_the_common_name_only(bed: Bed) -> None:
    bed.service.context = tls_1_2(named_in_common_name_only(EID_SERVER, "SECP256R1"))
    no_token(bed, bed.service)
    bed.service.context = tls_1_2(named_in_common_name_only(SERVICE, "SECP256R1"))
    no_token(bed, bed.service)


def _describe(bed: Bed, *shown: Identity) -> None:
    described = cv_world.description([each.der for each in shown], subject_url=f"https://{SERVICE}")
    bed.script.terminal = cv_world.terminal(cv_world.document_verifier(1), described)


def offers_nothing_else(hello: ClientHello, suites: dict[str, int]) -> None:
    assert (hello.version, hello.newer_versions) == (TLS_1_2, ())
    assert set(hello.suites) - {RENEGOTIATION_INFO} <= set(suites.values())
    assert set(hello.groups) <= set(GROUPS.values())
    hashes = {each >> 8 for each in hello.signature_algorithms} - {_INTRINSIC}
    assert hashes <= set(OFFERED_HASHES.values())


@pytest.mark.parametrize(
    ("suite", "kind", "group"),
    [
        ("ECDHE-ECDSA-AES256-GCM-SHA384", "SECP256R1", "prime256v1"),
        ("ECDHE-ECDSA-AES256-GCM-SHA384", "SECP384R1", "secp384r1"),
        ("ECDHE-ECDSA-AES128-GCM-SHA256", "BrainpoolP256R1", "brainpoolP256r1"),
        ("ECDHE-ECDSA-AES128-GCM-SHA256", "BrainpoolP384R1", "brainpoolP384r1"),
        ("ECDHE-ECDSA-AES128-GCM-SHA256", "BrainpoolP512R1", "brainpoolP512r1"),
        ("ECDHE-RSA-AES256-GCM-SHA384", "rsa:3072", "brainpoolP512r1"),
        ("ECDHE-RSA-AES128-GCM-SHA256", "rsa:3072", "prime256v1"),
        ("ECDHE-ECDSA-AES128-SHA256", "SECP256R1", "prime256v1"),
        ("ECDHE-RSA-AES128-SHA256", "rsa:3072", "brainpoolP256r1"),
        ("DHE-RSA-AES256-GCM-SHA384", "rsa:3072", ""),
        ("DHE-RSA-AES128-GCM-SHA256", "rsa:3072", ""),
    ],
)
@pytest.mark.tr03124("EID_CLIENT_E_06_T")
def test_each_suite_of_the_token_provider(
    bed: Bed, tmp_path: Path, suite: str, kind: str, group: str
) -> None:
    shown = identity(SERVICE, kind)
    bed.service.context = tls_1_2(shown, suite, group)
    if suite.startswith("DHE"):
        bed.service.context.load_dh_params(dh_groups.write_parameters(tmp_path, 3072))
    _describe(bed, shown, identity(EID_SERVER, "rsa:3072"))
    bed.run_well()
    assert bed.service.handshakes == 2, "the token, and the way back"
    for hello in bed.service.hellos:
        offers_nothing_else(hello, WEB_SUITES)
    for hello in bed.eid_server.hellos:
        offers_nothing_else(hello, PSK_SUITES)


@pytest.mark.parametrize("suite", PSK_SUITES)
@pytest.mark.tr03124("EID_CLIENT_E_06_T")
def test_each_suite_of_the_eid_server(bed: Bed, suite: str) -> None:
    bed.eid_server.context = psk_server_context(identity(EID_SERVER, "rsa:3072"), PSK, suite)
    bed.run_well()
    (hello,) = bed.eid_server.hellos
    assert set(hello.suites) == {*PSK_SUITES.values(), RENEGOTIATION_INFO}
    offers_nothing_else(hello, PSK_SUITES)


@pytest.mark.parametrize("version", ["SSLv3", "TLSv1", "TLSv1_1"])
@pytest.mark.tr03124("EID_CLIENT_E_07_T")
def test_old_version_at_the_eid_server(bed: Bed, version: str) -> None:
    if version == "SSLv3":
        bed.eid_server.by_hand = ssl_3
    else:
        only_version(bed.eid_server.context, version)
    no_eid_server(bed)


@pytest.mark.parametrize(
    ("kind", "suite"), [("SECP256R1", 0xC02C), ("SECP256R1", 0xC02B), ("rsa:3072", 0xC030)]
)
@pytest.mark.tr03124("EID_CLIENT_E_08_T")
def test_weak_curve_of_the_token_provider(bed: Bed, kind: str, suite: int) -> None:
    shown, signing = identity(SERVICE, kind), key(kind)
    bed.service.by_hand = lambda connection, hello: answer_on_a_weak_curve(
        connection, hello, shown, signing, suite
    )
    no_token(bed, bed.service)
    alerts = [heard[5:7] for heard in bed.service.heard_by_hand]
    assert FATAL_ILLEGAL_PARAMETER in alerts


@pytest.mark.parametrize("bits", [1536, 2048])
@pytest.mark.tr03124("EID_CLIENT_E_08_T")
def test_weak_dh_group_of_the_token_provider(bed: Bed, tmp_path: Path, bits: int) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, "rsa:3072"), "DHE-RSA-AES256-GCM-SHA384")
    bed.service.context.load_dh_params(dh_groups.write_parameters(tmp_path, bits))
    no_token(bed, bed.service)
    assert bed.service.handshakes == 0


@pytest.mark.parametrize("suite", NOT_CONFORMING_PSK)
@pytest.mark.tr03124("EID_CLIENT_E_10")
def test_suites_of_the_eid_server_that_do_not_conform(bed: Bed, suite: str) -> None:
    server = psk_server_context(identity(EID_SERVER, "rsa:3072"), PSK, f"{suite}:@SECLEVEL=0")
    bed.eid_server.context = server
    no_eid_server(bed)
    assert set(bed.eid_server.hellos[0].suites) == {*PSK_SUITES.values(), RENEGOTIATION_INFO}


@pytest.mark.tr03124("EID_CLIENT_E_11_a")
def test_eid_server_by_another_name(bed: Bed) -> None:
    bed.token_changes = {"ServerAddress": SERVER_ADDRESS.replace(EID_SERVER, OTHER_NAME)}
    bed.hosts[OTHER_NAME, 8443] = bed.eid_server
    no_eid_server(bed)


@pytest.mark.parametrize("named", [SERVICE, EID_SERVER])
@pytest.mark.tr03124("EID_CLIENT_E_11_b")
def test_eid_server_named_in_the_common_name_only(bed: Bed, named: str) -> None:
    shown = named_in_common_name_only(named, "rsa:3072")
    bed.eid_server.context = psk_server_context(shown, PSK, "RSA-PSK-AES256-GCM-SHA384")
    no_eid_server(bed)


@pytest.mark.parametrize("bits", [1536, 2048])
@pytest.mark.tr03124("EID_CLIENT_E_12_T")
def test_weak_key_of_the_eid_server(bed: Bed, bits: int) -> None:
    shown = identity(EID_SERVER, f"rsa:{bits}")
    context = tls_1_2(shown, "RSA-PSK-AES256-GCM-SHA384")
    context.set_psk_server_callback(lambda _: PSK)
    bed.eid_server.context = context
    no_eid_server(bed)
