"""`python -m bench.our_client URL PIN N`: warms up, then signs in N times; a line of figures for each."""

import gc
import sys
import time

from cardreader.eid_client.conversation import CanRejected, EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidSucceeded
from cardreader.pcsc import PcscReaders
from cardreader.secret import Secret

type Outcome = WhoAsks | EidSucceeded | PinRejected | CanRejected | EidFailed


def main() -> None:
    """Write when each sign-in began and ended, its seconds of processor, and why it failed if it did."""
    url, pin, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    gc.disable()  # as in the terminal, which collects once a second (decision 0011); here once a sign-in
    sign_in(url, pin)
    gc.collect()
    for _ in range(times):
        processor, begun = time.process_time(), time.perf_counter()
        outcome = sign_in(url, pin)
        gc.collect(1)
        ended, used = time.perf_counter(), time.process_time() - processor
        failed = "" if isinstance(outcome, EidSucceeded) else f" {outcome}"
        print(f"{begun:.6f} {ended:.6f} {used:.6f}{failed}", flush=True)


def sign_in(url: str, pin: str) -> Outcome:
    conversation = EidConversation(HttpTransport("bench"), PcscReaders().connect)
    said = conversation.start(url)
    if not isinstance(said, WhoAsks):
        return said
    return conversation.proceed(frozenset(), Secret(pin.encode()), lambda _progress: None)


if __name__ == "__main__":
    main()
