"""The sandbox's printer: before each sheet it asks the control API whether somebody has jammed it."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.printing import NoPaperBecause, NotPrinted, Printer, PrintJob, PrintResult

PATIENCE_S = 3.0

_TROUBLES = {
    "ok": None,
    "jam": NoPaperBecause.JAM,
    "empty": NoPaperBecause.EMPTY,
    "off": NoPaperBecause.OFF,
}


@dataclass(frozen=True, slots=True)
class SwitchablePrinter:
    """A printer with a switch at `control_url` (http, loopback), as long as it says "ok" the one inside."""

    inside: Printer
    control_url: str

    def print_pdf(self, job: PrintJob) -> PrintResult:
        trouble = self._switched()
        return self.inside.print_pdf(job) if trouble is None else NotPrinted(trouble)

    def trouble(self) -> NoPaperBecause | None:
        return self._switched() or self.inside.trouble()

    def purge(self) -> bool:
        return self.inside.purge()

    def _switched(self) -> NoPaperBecause | None:
        place = urlsplit(self.control_url)
        if place.scheme != "http" or place.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError("the control API of the sandbox is http on loopback only")
        control = http.client.HTTPConnection(place.hostname, place.port, timeout=PATIENCE_S)
        try:
            control.request("GET", place.path.rstrip("/") + "/control/state")
            match json.loads(control.getresponse().read()):
                case {"printer": str(state)} | {"printer": {"state": str(state)}}:
                    return _TROUBLES.get(state, NoPaperBecause.OFF)
                case _:
                    return NoPaperBecause.OFF
        except (OSError, ValueError, http.client.HTTPException):
            return NoPaperBecause.OFF
        finally:
            control.close()
