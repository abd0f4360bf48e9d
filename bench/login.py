"""How long the eID client needs for a login: in-process card, real TLS, real cryptography, no person."""

import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from cardreader.eid_client.conversation import EidConversation, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidSucceeded
from cardreader.secret import Secret
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.terminal_key import key_from_file
from sandbox.id_card.direct import DirectReader
from sandbox.world import SandboxWorld

LOGINS = 20
LIMIT_MS = 1000.0
"""What a person takes for "at once"; a contactless chip adds its own seconds."""


def measure() -> tuple[Figure, ...]:
    """Log in several times; card and servers share the processor with the client: an upper bound."""
    begins: list[float] = []
    confirms: list[float] = []
    with tempfile.TemporaryDirectory() as folder, SandboxWorld.start(Path(folder)) as world:
        reader = DirectReader(world.wallet.card)
        key = key_from_file(world.enrolment.terminal_id, world.enrolment.private_key_path)
        keys = CatalogueKeys.of_file(world.enrolment.catalogue_key_path)
        backend = BochumId(world.urls.api, key, catalogue_keys=keys)
        backend.open_terminal()
        service = backend.catalogue().services[0].id
        reader.place("erika")
        for _ in range(LOGINS):
            attempt = backend.begin_login(service, "de")
            conversation = EidConversation(HttpTransport("bench"), reader.connect)
            begun = time.perf_counter()
            who = conversation.start(attempt.tc_token_url)
            asked = time.perf_counter()
            if not isinstance(who, WhoAsks):
                sys.exit(f"the login did not begin: {who}")
            outcome = conversation.proceed(frozenset(), Secret(b"123456"), lambda _progress: None)
            ended = time.perf_counter()
            if not isinstance(outcome, EidSucceeded):
                sys.exit(f"the login failed: {outcome}")
            backend.cancel_login(attempt)
            begins.append((asked - begun) * 1000)
            confirms.append((ended - asked) * 1000)
        backend.close()
    return (
        Figure("login: card placed to who asks", tuple(begins), LIMIT_MS, "ms"),
        Figure("login: PIN confirmed to signed in", tuple(confirms), LIMIT_MS, "ms"),
    )
