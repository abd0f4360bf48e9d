"""Attachments through the client against the real backend: pieces, lost answers, what is turned away."""

from collections.abc import Iterator

import pytest
from backend_world import BackendWorld
from losing_answers import Loss, running_lossy_backend
from sample_files import INFECTED_PDF, PDF
from sample_services import PERMIT, write_catalogue
from services_by_hand import summary_of

from kiosk.bochum_id import attachments
from kiosk.bochum_id.attachments import AttachmentSource, AttachmentState, Paper
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.values import Draft

SCAN = Paper("scan.pdf", "application/pdf", PDF, AttachmentSource.SCANNER)


@pytest.fixture(scope="module")
def loss() -> Loss:
    return Loss()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, loss: Loss) -> Iterator[BackendWorld]:
    catalogue = write_catalogue(tmp_path_factory.mktemp("catalogue") / "catalogue")
    with running_lossy_backend(tmp_path_factory.mktemp("attaching"), loss, catalogue=catalogue) as world:
        yield world


@pytest.fixture
def client(world: BackendWorld, loss: Loss) -> Iterator[BochumId]:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client)
    yield client
    client.close()


@pytest.fixture
def draft(client: BochumId) -> Draft:
    return client.save_answers(client.create_application(summary_of(PERMIT)), {"reason": "Fest"})


def test_a_scan_goes_in_pieces_though_an_answer_to_each_is_lost(
    world: BackendWorld, client: BochumId, draft: Draft, loss: Loss, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "PIECE_BYTES", len(PDF) // 3 + 1)
    for number in range(5):
        loss.begin(number, 1)
        announced = client.attachments.announce(draft.id, "proof", SCAN)
        client.attachments.upload(announced, SCAN)
        world.clock.advance(1)
        accepted = client.attachments.look(announced)
        assert (accepted.state, accepted.received_bytes) == (AttachmentState.ACCEPTED, len(PDF))
        loss.begin(-1, 0)
        assert [each.id for each in client.attachments.of_application(draft.id)] == [announced.id]
        client.attachments.delete(announced)


def test_after_an_outage_it_goes_on_where_the_city_has_it(
    client: BochumId, draft: Draft, loss: Loss, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "PIECE_BYTES", len(PDF) // 3 + 1)
    announced = client.attachments.announce(draft.id, "proof", SCAN)
    loss.begin(2, 99)  # the look and the first piece come through
    with pytest.raises(BackendError):
        client.attachments.upload(announced, SCAN)
    loss.begin(-1, 0)
    there = client.attachments.look(announced)
    assert 0 < there.received_bytes < len(PDF)
    client.attachments.upload(there, SCAN)
    assert client.attachments.look(announced).received_bytes == len(PDF)


def test_what_is_infected_is_turned_away_with_its_reason(
    world: BackendWorld, client: BochumId, draft: Draft
) -> None:
    paper = Paper("scan.pdf", "application/pdf", INFECTED_PDF, AttachmentSource.SCANNER)
    announced = client.attachments.announce(draft.id, "proof", paper)
    client.attachments.upload(announced, paper)
    world.clock.advance(1)
    turned_away = client.attachments.look(announced)
    assert (turned_away.state, turned_away.reason) == (AttachmentState.REJECTED, "malware")


def test_what_cannot_fit_is_refused_before_it_is_sent(client: BochumId, draft: Draft) -> None:
    large = Paper("x.pdf", "application/pdf", bytes(2_000_001), AttachmentSource.SCANNER)
    with pytest.raises(BackendError) as caught:
        client.attachments.announce(draft.id, "proof", large)
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "attachment-too-large"


def test_a_phone_gets_a_link_that_is_shown_nowhere_else(client: BochumId, draft: Draft, loss: Loss) -> None:
    loss.begin(0, 1)
    link = client.attachments.upload_link(draft.id, "proof")
    assert link.url.startswith("https://")
    assert link.url not in repr(link)
    assert link.expires_in_s == 300
