"""The sandbox's printer: what the control API says decides, and it is asked anew for each sheet."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from kiosk.paper.switchable import SwitchablePrinter
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob, PrintResult

JOB = PrintJob("v1", "Meldebescheinigung", b"%PDF-1.7", lambda: True)


class Tray:
    def __init__(self) -> None:
        self.jobs: list[PrintJob] = []

    def print_pdf(self, job: PrintJob) -> PrintResult:
        self.jobs.append(job)
        return Printed("tray")

    def trouble(self) -> NoPaperBecause | None:
        return None

    def purge(self) -> bool:
        self.jobs.clear()
        return True


class Control(http.server.BaseHTTPRequestHandler):
    answer = b""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/control/state" else 404)
        self.send_header("Content-Length", str(len(Control.answer)))
        self.end_headers()
        self.wfile.write(Control.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        pass


@pytest.fixture
def control() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), Control) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (b'{"printer": {"state": "ok"}}', Printed("tray")),
        (b'{"printer": "ok", "card": null}', Printed("tray")),
        (b'{"printer": {"state": "jam"}}', NotPrinted(NoPaperBecause.JAM)),
        (b'{"printer": "empty"}', NotPrinted(NoPaperBecause.EMPTY)),
        (b'{"printer": "off"}', NotPrinted(NoPaperBecause.OFF)),
        (b'{"printer": "on fire"}', NotPrinted(NoPaperBecause.OFF)),
        (b"{}", NotPrinted(NoPaperBecause.OFF)),
        (b"<html>", NotPrinted(NoPaperBecause.OFF)),
    ],
)
def test_the_switch_decides(control: str, answer: bytes, result: Printed | NotPrinted) -> None:
    Control.answer = answer
    tray = Tray()
    printer = SwitchablePrinter(tray, control)
    assert printer.trouble() == (None if isinstance(result, Printed) else result.reason)
    assert printer.print_pdf(JOB) == result
    assert tray.jobs == ([JOB] if result == Printed("tray") else [])
    printer.purge()
    assert not tray.jobs


def test_it_is_asked_anew_for_each_sheet(control: str) -> None:
    printer = SwitchablePrinter(Tray(), control)
    Control.answer = b'{"printer": "jam"}'
    assert printer.print_pdf(JOB) == NotPrinted(NoPaperBecause.JAM)
    Control.answer = b'{"printer": "ok"}'
    assert printer.print_pdf(JOB) == Printed("tray")


def test_without_a_sandbox_there_is_no_printer() -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), Control) as server:
        gone = f"http://127.0.0.1:{server.server_port}"
    assert SwitchablePrinter(Tray(), gone).print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)


@pytest.mark.parametrize("url", ["http://example.com", "https://127.0.0.1:1", "http://192.168.0.1:80"])
def test_only_loopback_is_asked(url: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        SwitchablePrinter(Tray(), url).print_pdf(JOB)
