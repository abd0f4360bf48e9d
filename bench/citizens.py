"""Simulated terminals with a citizen each: real client, eID run and card; only the person is missing."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cardreader.eid_client.conversation import EidConversation, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidSucceeded
from cardreader.secret import Secret
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.values import AcceptedDeclaration, JsonObject, PrintOutcome
from sandbox.id_card.direct import DirectReader
from sandbox.id_card.personas import Persona
from sandbox.id_card.wallet import Wallet
from sandbox.world import SandboxWorld

_SERVICE = "svc_meldebescheinigung"
_TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
_FREE: JsonObject = {"kind": "simple", "purpose": "pension", "copies": 1}
_DUE: JsonObject = {"kind": "simple", "purpose": "private", "copies": 2}


class SignInFailedError(Exception):
    """The eID run of a simulated citizen did not end well."""


@dataclass(slots=True)
class Tally:
    """What all terminals met; every method may come from any thread."""

    seconds: list[float] = field(default_factory=list)
    """How long each call of the client took, retries included."""
    references: list[str] = field(default_factory=list)
    """Of every submission that was acknowledged."""
    errors: Counter[str] = field(default_factory=Counter)
    visits: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def timed[T](self, call: Callable[[], T]) -> T:
        begun = time.perf_counter()
        answer = call()
        taken = time.perf_counter() - begun
        with self._lock:
            self.seconds.append(taken)
        return answer

    def visited(self, reference: str) -> None:
        with self._lock:
            self.visits += 1
            self.references.append(reference)

    def failed(self, error: Exception) -> None:
        with self._lock:
            self.errors[f"{type(error).__name__}: {error}"] += 1

    def percentile_ms(self, share: float) -> float:
        """Give the time in milliseconds that `share` of all calls kept within."""
        ranked = sorted(self.seconds)
        return 1000 * ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0


def crowd(world: SandboxWorld, size: int) -> Wallet:
    """Give out cards to `size` people nobody has heard of, `citizen-0` and so on."""
    erika = world.wallet.personas["erika"]
    people: dict[str, Persona] = {}
    for number in range(size):
        name = f"citizen-{number}"
        holder = replace(erika.holder, family_names=f"Mustermann-{number}")
        people[name] = replace(erika, id=name, title=name, holder=holder)
    return Wallet(world.pki.personalise, None, people)


class Terminal:
    """One terminal and the citizen who comes to it again and again."""

    def __init__(self, world: SandboxWorld, wallet: Wallet, number: int, tally: Tally) -> None:
        enrolment = world.bochum_id.enrol(f"BENCH-{number:04d}")
        key = key_from_file(enrolment.terminal_id, enrolment.private_key_path)
        keys = CatalogueKeys.of_file(enrolment.catalogue_key_path)
        self._client = BochumId(world.urls.api, key, catalogue_keys=keys)
        self._reader = DirectReader(wallet.card)
        self._reader.place(f"citizen-{number}")
        self._tally = tally
        self._chance = random.Random(number)  # noqa: S311 - spreads terminals over time

    def close(self) -> None:
        self._client.close()

    def live(self, over: threading.Event, visit_every_s: float, idle_s: float) -> None:
        """Look at the catalogue every `idle_s` seconds, and have a visit about every `visit_every_s`."""
        next_visit = time.monotonic() + self._chance.uniform(0, visit_every_s)
        over.wait(min(self._chance.uniform(0, idle_s), next_visit - time.monotonic()))
        while not over.is_set():
            try:
                if time.monotonic() >= next_visit:
                    next_visit += visit_every_s * self._chance.uniform(0.8, 1.2)
                    self._visit(over)
                else:
                    self._tally.timed(self._client.catalogue)
            except (BackendError, SignInFailedError) as error:
                self._tally.failed(error)
            over.wait(min(idle_s, max(0.0, next_visit - time.monotonic())))

    def _visit(self, over: threading.Event) -> None:
        """From the start screen to the paper, with a second or two to read in between."""
        client, timed = self._client, self._tally.timed
        timed(client.end_leftover_sessions)
        service = timed(client.catalogue).service(_SERVICE)
        attempt = timed(lambda: client.begin_login(service.id, "de"))
        refresh_url = self._read_card(attempt.tc_token_url)
        timed(lambda: client.finish_login(attempt, refresh_url))
        draft = timed(lambda: client.create_application(service))
        answers = self._chance.choice((_FREE, _DUE))
        over.wait(self._chance.uniform(0.5, 2))
        filled = timed(lambda: client.save_answers(draft, answers))
        quote = timed(lambda: client.quote(filled))
        payment = None if quote.is_free else timed(lambda: client.pay_at_desk(filled, quote))
        submission = timed(lambda: client.submit(filled, [_TRUTHFUL], payment=payment))
        self._tally.visited(submission.reference)
        if submission.document_id is None:
            timed(lambda: client.receipt(submission))
        else:
            timed(lambda: client.document(submission))
            job = timed(lambda: client.begin_print(submission))
            timed(lambda: client.report_print(job, PrintOutcome.PRINTED))
        timed(client.end_session)

    def _read_card(self, tc_token_url: str) -> str:
        conversation = EidConversation(HttpTransport("bench"), self._reader.connect)
        who = conversation.start(tc_token_url)
        if not isinstance(who, WhoAsks):
            raise SignInFailedError(str(who))
        outcome = conversation.proceed(frozenset(), Secret(b"123456"), lambda _progress: None)
        if not isinstance(outcome, EidSucceeded):
            raise SignInFailedError(str(outcome))
        return outcome.refresh_url
