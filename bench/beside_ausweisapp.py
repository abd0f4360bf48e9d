"""`python -m bench.beside_ausweisapp N`: our client beside the official one, N sign-ins each.

The same card through the same pcscd, the same eID server and service, one run. Card and servers live in this
process, each client in one of its own; wall clock and processor time are the clients'. The virtual reader's
link sets TCP_NODELAY and TCP_QUICKACK, else delayed acknowledgements would be measured.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cardreader.chat import AccessRight
from sandbox.eid_server.eid_interface import UseIdRequest
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.small_eservice import SmallEService
from sandbox.id_card.vpcd import VirtualReaderLink
from sandbox.id_card.wallet import Wallet
from tests import pcscd_service
from tests.third_party.ausweisapp import AusweisApp, Message, running_ausweisapp

TIMES = 200
RATIO = 0.5
"""The most of the official client's time that ours may take."""
_ASKED = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES, AccessRight.ADDRESS})
_TICKS = os.sysconf("SC_CLK_TCK")

type Times = list[tuple[float, float]]


def main() -> int:
    """Print both clients' means and the ratios; 1 when a ratio is missed or a sign-in of ours failed."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with tempfile.TemporaryDirectory() as folder, pcscd_service.running_pcscd() as pcscd:
        pki = Pki.open(Path(folder))
        wallet = Wallet(pki.personalise)
        with SmallEService(pki) as service:
            server = EidServer(pki, service.origin)
            server.start()
            service.serve(server, UseIdRequest(required=_ASKED))
            link = VirtualReaderLink(port=pcscd.reader_port)
            card = wallet.card("erika")
            link.place(card)
            time.sleep(1)  # pcscd looks some times a second
            try:
                theirs, broke_off = _official(
                    service.tc_token_url, card.persona.pin, times, pcscd.environment
                )
                ours, failed = _ours(service.tc_token_url, card.persona.pin, times, pcscd.environment)
            finally:
                link.close()
                server.stop()
    print(
        f"sign-ins of ours: {len(ours)}, failed: {failed}; of AusweisApp: {len(theirs)}, failed: {broke_off}"
    )
    ratios = []
    for index, name in enumerate(("wall clock", "processor")):
        own, other = (statistics.mean(each[index] for each in side) * 1000 for side in (ours, theirs))
        ratios.append(own / other)
        print(f"{name:<12} ours {own:8.1f} ms   AusweisApp {other:8.1f} ms   ratio {own / other:.2f}")
    return 1 if failed or max(ratios) > RATIO else 0


def _ours(url: str, pin: str, times: int, environment: dict[str, str]) -> tuple[Times, int]:
    command = [sys.executable, "-m", "bench.our_client", url, pin, str(times)]
    told = subprocess.run(
        command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True
    )
    lines = [line.split(maxsplit=2) for line in told.stdout.splitlines()]
    good = [(float(line[0]), float(line[1])) for line in lines if len(line) == 2]
    for line in lines:
        if len(line) > 2:
            print(f"ours failed: {line[2]}")
    return good, times - len(good)


def _official(url: str, pin: str, times: int, environment: dict[str, str]) -> tuple[Times, int]:
    def decide(message: Message) -> Message | None:
        match message["msg"]:
            case "ACCESS_RIGHTS":
                return {"cmd": "ACCEPT"}
            case "ENTER_PIN":
                return {"cmd": "SET_PIN", "value": pin}
            case _:
                return None

    good: Times = []
    with running_ausweisapp(environment) as app:
        for _ in range(times):
            wall, processor = time.perf_counter(), _processor_seconds(app)
            end = app.authenticate(url, decide)
            used = time.perf_counter() - wall, _processor_seconds(app) - processor
            if str(end.get("result", {}).get("major", "")).endswith("#ok"):
                good.append(used)
    return good, times - len(good)


def _processor_seconds(app: AusweisApp) -> float:
    """User and system time of the program so far (proc(5): fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{app.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    sys.exit(main())
