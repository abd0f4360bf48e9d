"""What the tests of cards share: an authority that issues them, and a pcscd with a virtual reader."""

from collections.abc import Iterator

import pytest

from cardreader.pcsc import PcscReaders
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import PcscdService, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import Authority


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def service() -> Iterator[PcscdService]:
    """The module's service; who stops it starts one of their own in its place."""
    with running_pcscd() as service:
        yield service


@pytest.fixture
def link(service: PcscdService) -> Iterator[VirtualReaderLink]:
    link = VirtualReaderLink(port=service.reader_port)
    yield link
    link.close()


@pytest.fixture
def reports() -> Iterator[ReaderReports]:
    reports = ReaderReports(PcscReaders())
    yield reports
    reports.stop()
