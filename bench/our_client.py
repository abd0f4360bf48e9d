"""`python -m bench.our_client URL PIN N`: signs in N times; a line of figures for each."""

import sys
import time

from cardreader.eid_client.conversation import CanRejected, EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidSucceeded
from cardreader.pcsc import PcscReaders
from cardreader.secret import Secret


def main() -> None:
    """Write seconds of wall clock and of processor for each sign-in, or why it failed."""
    url, pin, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        conversation = EidConversation(HttpTransport("bench"), PcscReaders().connect)
        said = conversation.start(url)
        outcome: WhoAsks | EidSucceeded | PinRejected | CanRejected | EidFailed = said
        if isinstance(said, WhoAsks):
            outcome = conversation.proceed(frozenset(), Secret(pin.encode()), lambda _progress: None)
        used = time.perf_counter() - wall, time.process_time() - processor
        failed = "" if isinstance(outcome, EidSucceeded) else f" {outcome}"
        print(f"{used[0]:.6f} {used[1]:.6f}{failed}", flush=True)


if __name__ == "__main__":
    main()
