"""The sandbox PKI survives restarts, renews itself, says what to do when damaged, and others can read it."""

import hashlib
import shutil
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from sandbox.eid_server.pki import Pki
from sandbox.eid_server.state_directory import PkiStateError

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ORIGIN = "https://localhost:8443"


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def test_a_second_start_finds_what_the_first_one_made(tmp_path: Path) -> None:
    first = Pki.open(tmp_path / "pki", Clock())
    keys = first.personalise("erika")
    before = files(tmp_path / "pki")
    second = Pki.open(tmp_path / "pki", Clock())
    again = second.personalise("erika")
    assert files(tmp_path / "pki") == before
    assert again.ca_private_key_der == keys.ca_private_key_der
    assert again.cvca_certificate == keys.cvca_certificate
    assert second.personalise("hans").ca_private_key_der != keys.ca_private_key_der


def test_keys_are_private_to_their_owner(tmp_path: Path) -> None:
    Pki.open(tmp_path / "pki").personalise("erika")
    assert stat.S_IMODE((tmp_path / "pki").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "pki").iterdir()} == {0o600}


def test_damaged_files_name_themselves_and_the_way_out(tmp_path: Path) -> None:
    Pki.open(tmp_path / "pki").personalise("erika")
    names = sorted(files(tmp_path / "pki"))
    assert len(names) == 15
    for name in names:
        broken = tmp_path / "broken"
        shutil.copytree(tmp_path / "pki", broken)
        (broken / name).write_bytes(b"garbage")
        with pytest.raises(PkiStateError, match=r"Delete the directory") as caught:
            Pki.open(broken).personalise("erika")
        assert name in str(caught.value)
        shutil.rmtree(broken)


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("csca.key.pem", "csca.key.pem"),
        ("dv.cvc", "dv.cvc"),
        ("card-erika.cvc", "card-erika.cvc"),
        ("tls-eservice.crt.pem", "tls-eservice.crt.pem"),
    ],
)
def test_half_a_pair_is_damage(tmp_path: Path, missing: str, named: str) -> None:
    Pki.open(tmp_path).personalise("erika")
    (tmp_path / missing).unlink()
    with pytest.raises(PkiStateError, match=named):
        Pki.open(tmp_path).personalise("erika")


@pytest.mark.parametrize("name", ["dv.key.pem", "csca.key.pem", "cvca-00001.key.pem"])
def test_a_key_of_another_certificate_is_damage(tmp_path: Path, name: str) -> None:
    Pki.open(tmp_path / "one")
    Pki.open(tmp_path / "two")
    shutil.copy(tmp_path / "two" / name, tmp_path / "one" / name)
    with pytest.raises(PkiStateError, match="does not belong"):
        Pki.open(tmp_path / "one")


def test_a_directory_that_cannot_be_made_is_an_error_with_advice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PkiStateError, match="choose another directory"):
        Pki.open(tmp_path / "file" / "pki")


def test_a_clock_before_the_authority_began_is_said_so(tmp_path: Path) -> None:
    clock = Clock()
    Pki.open(tmp_path, clock)
    clock.now -= timedelta(days=2)
    with pytest.raises(PkiStateError, match="the clock says 2026-11-21"):
        Pki.open(tmp_path, clock)


def test_the_document_verifier_is_renewed_before_it_expires(tmp_path: Path) -> None:
    clock = Clock()
    first = Pki.open(tmp_path, clock).authority.document_verifier.certificate
    clock.now += timedelta(days=80)
    second = Pki.open(tmp_path, clock).authority.document_verifier.certificate
    assert (first.chr, second.chr) == ("DEDVSBX00001", "DEDVSBX00002")
    assert second.effective == clock.now.date()


def test_a_new_authority_is_linked_to_the_one_that_old_cards_trust(tmp_path: Path) -> None:
    clock = Clock()
    old = Pki.open(tmp_path, clock)
    old_card = old.personalise("erika")
    clock.now += timedelta(days=3 * 365 - 100)
    new = Pki.open(tmp_path, clock)
    old_root, new_root = (root.certificate for root in new.authority.roots)
    (link,) = new.authority.links
    assert (link.car, link.chr) == (old_root.chr, new_root.chr)
    assert link.is_signed_by(old_root.verifying_key())
    assert new.authority.document_verifier.certificate.is_signed_by(link.verifying_key())
    assert new.authority.links_from(old_root.chr) == (link,)
    assert new.authority.links_from(new_root.chr) == ()
    assert new.authority.links_from("DECVCAOTHER00001") is None
    assert new.personalise("erika").cvca_certificate == old_card.cvca_certificate == old_root.to_bytes()
    assert new.personalise("hans").cvca_certificate == new_root.to_bytes()
    assert len(Pki.open(tmp_path, clock).authority.roots) == 2


def test_tls_certificates_name_the_hosts_and_are_renewed(tmp_path: Path) -> None:
    clock = Clock()
    first = Pki.open(tmp_path, clock)
    names = first.eservice_tls.certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    assert {str(name.value) for name in names.value} == {"localhost", "127.0.0.1"}
    rsa_key = first.eid_server_tls.certificate.public_key()
    assert isinstance(rsa_key, rsa.RSAPublicKey)
    assert rsa_key.key_size >= 3072
    assert isinstance(first.eservice_tls.certificate.public_key(), ec.EllipticCurvePublicKey)
    clock.now += timedelta(days=340)
    second = Pki.open(tmp_path, clock)
    assert second.eservice_tls.certificate_der != first.eservice_tls.certificate_der
    third = Pki.open(tmp_path, clock, tls_hostnames=("terminal.example",))
    assert third.eid_server_tls.certificate_der != second.eid_server_tls.certificate_der


def test_the_terminal_certificate_binds_a_description_with_both_tls_certificates(pki: Pki) -> None:
    terminal = pki.issue_terminal(ORIGIN)
    certificate, description = terminal.certificate, terminal.description
    assert description.subject_name == "Stadt Bochum"
    assert description.subject_url == ORIGIN
    assert description.terms_text.startswith("Name, Anschrift und E-Mail-Adresse des Diensteanbieters:")
    assert certificate.description_hash == hashlib.sha256(description.raw).digest()
    assert description.tls_certificate_hashes == {
        hashlib.sha256(tls.certificate_der).digest() for tls in (pki.eid_server_tls, pki.eservice_tls)
    }
    assert certificate.sector_key_hashes == (hashlib.sha256(pki.sector_public_key).digest(),)
    assert certificate.is_signed_by(terminal.verifier.verifying_key(ec.BrainpoolP256R1()))
    assert certificate.expiration - certificate.effective == timedelta(days=2)
    assert pki.issue_terminal(ORIGIN).certificate.chr != certificate.chr


def test_nothing_secret_is_printed(pki: Pki) -> None:
    printed = repr(pki.personalise("erika")) + repr(pki.issue_terminal(ORIGIN)) + repr(pki.eid_server_tls)
    assert "private_key" not in printed


@pytest.mark.third_party
def test_openpace_verifies_the_chain_and_the_description(pki: Pki, tmp_path: Path) -> None:
    tool = shutil.which("cvc-print")
    if tool is None:
        pytest.skip("cvc-print is not installed: apt install openpace")
    terminal = pki.issue_terminal(ORIGIN)
    for certificate in (pki.authority.roots[-1].certificate, terminal.verifier):
        (tmp_path / certificate.chr).write_bytes(certificate.to_bytes())
    (tmp_path / "terminal").write_bytes(terminal.certificate.to_bytes())
    (tmp_path / "description").write_bytes(terminal.description.raw)
    printed = subprocess.run(
        [
            tool,
            f"--cvc={tmp_path / 'terminal'}",
            f"--description={tmp_path / 'description'}",
            f"--cvc-dir={tmp_path}",
        ],
        capture_output=True,
        check=True,
        timeout=20,
    ).stdout.decode()
    assert "certificate verified" in printed
    assert "certificate description matches certificate" in printed
    assert "Read DG 17 (Normal Place of Residence)" in printed
