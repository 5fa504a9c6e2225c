"""Callers of the API, as many as threads; each remembers what it was told."""
import http.client
import json
import os
import threading
import time

from . import forms
from .server import AUTHORIZATION

PATHS = {"update": "/api/v1/message/pass/import/update", "issue": "/api/v1/message/pass/import"}


class Entry:
    """One request, as its caller knows it."""

    def __init__(self, key, kind, serial, number, recipients, body, content_type):
        self.key, self.kind, self.serial, self.number, self.recipients = key, kind, serial, number, recipients
        self.body, self.content_type = body, content_type
        self.receipts = set()  # the ids it was acknowledged with: one at most
        self.refusals = []
        self.is_settled = False  # acknowledged, or refused for good
        self.position = None  # how much was recorded when it was acknowledged

    @property
    def is_acknowledged(self):
        return bool(self.receipts)


class Ledger:
    """All requests ever sent in a scenario."""

    def __init__(self):
        self.entries = []
        self.lock = threading.Lock()

    def add(self, entry):
        with self.lock:
            self.entries.append(entry)

    @property
    def acknowledged(self):
        return [entry for entry in self.entries if entry.is_acknowledged]

    @property
    def unsettled(self):
        return [entry for entry in self.entries if not entry.is_settled]


class Load:
    """Sends requests from several threads until it is stopped or the server is gone."""

    def __init__(self, server, ledger, random, threads=6, position=None, **entries):
        """`entries`: what `new_entry` is told."""
        self.server, self.ledger, self.position, self.entries = server, ledger, position, entries
        self.seeds = [random.randrange(1 << 62) for _ in range(threads)]
        self.stopping = threading.Event()
        self.threads = []
        self.latencies = []
        self.errors = 0

    def start(self):
        self.threads = [threading.Thread(target=self._run, args=(seed,), daemon=True) for seed in self.seeds]
        for thread in self.threads:
            thread.start()
        return self

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)

    def _run(self, seed):
        import random
        chance = random.Random(seed)
        while not self.stopping.is_set():
            entry = new_entry(self.ledger, chance, **self.entries)
            self.ledger.add(entry)
            if not self.submit(entry):
                self.errors += 1
                time.sleep(0.02)

    def submit(self, entry, timeout=30):
        """Sends an entry; False when there was no answer."""
        started = time.monotonic()
        try:
            status, _, body = self.server.ask(
                "POST", PATHS[entry.kind], entry.body,
                {"Content-Type": entry.content_type, "Idempotency-Key": entry.key}, timeout=timeout,
            )
        except (OSError, http.client.HTTPException):
            return False
        note(entry, status, body, self.position)
        self.latencies.append(time.monotonic() - started)
        return True


def note(entry, status, body, position=None):
    """Writes down what a server answered."""
    if status == 200:
        entry.receipts.add(json.loads(body)["requestId"])
        entry.is_settled = True
        if position and entry.position is None:
            entry.position = position()
    else:
        entry.refusals.append((status, body[:300]))
        # What is refused for now may be sent again.
        entry.is_settled = status not in (409, 429, 500, 503)


_numbers = {}
_numbers_lock = threading.Lock()


def new_entry(ledger, chance, filler=2000, delays=True, serials=None, members=None):
    """A request for a new pass, or for one that some earlier request was for; or for one of `serials`.

    `members`: what pass.json says besides.
    """
    known = len(ledger.entries)
    serial = chance.choice(serials) if serials else f"S{chance.randrange(max(1, known // 3 + 4)):06d}"
    with _numbers_lock:
        number = _numbers.get((id(ledger), serial), 0) + 1
        _numbers[id(ledger), serial] = number
    recipients = chance.sample(["1", "2", "3", "4"], chance.choice([1, 1, 2, 3]))
    kind = chance.choice(["update", "update", "update", "issue"])
    options = {"priority": chance.random() < 0.2}
    if delays and chance.random() < 0.1:
        options["startTimeStamp"] = int(time.time() * 1000) + chance.randrange(100, 1500)
    body, content_type = forms.request(
        forms.package(serial, number, filler=chance.randrange(filler + 1), **(members or {})),
        forms.content(recipients, **options),
    )
    return Entry(os.urandom(12).hex(), kind, serial, number, recipients, body, content_type)


def settle(server, ledger, seconds=60, threads=4):
    """Sends again what got no answer, with the same key, until everything is settled."""
    load = Load(server, ledger, __import__("random").Random(0), threads=0)
    deadline = time.monotonic() + seconds
    while ledger.unsettled and time.monotonic() < deadline:
        waiting = list(ledger.unsettled)
        lock = threading.Lock()

        def work():
            while True:
                with lock:
                    if not waiting:
                        return
                    entry = waiting.pop()
                load.submit(entry)

        workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        if ledger.unsettled:
            time.sleep(0.1)
    return not ledger.unsettled
