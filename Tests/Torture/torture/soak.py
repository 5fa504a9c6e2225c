"""A long time with a fifth of hostile traffic: no crash, flat memory, and callers in good faith hardly notice."""
import random
import threading
import time

from . import audit, hostile, load
from .check import require

RATE = 8.0  # Requests in good faith a second; far from what the server can do, so that a queue means trouble.


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0.0


class Traffic:
    """Callers in good faith at a steady rate: uploads, questions, downloads."""

    def __init__(self, server, ledger, chance):
        self.server, self.ledger, self.chance = server, ledger, chance
        self.latencies, self.failures = [], []
        self.lock = threading.Lock()

    def run(self, seconds):
        """Sends for that long, each request when it is time for it, late or not."""
        started, sent, threads = time.monotonic(), 0, []
        while time.monotonic() - started < seconds:
            thread = threading.Thread(target=self.one, args=(self.chance.randrange(1 << 62),), daemon=True)
            thread.start()
            threads = [other for other in threads if other.is_alive()] + [thread]
            sent += 1
            time.sleep(max(0, started + sent / RATE - time.monotonic()))
        for thread in threads:
            thread.join(60)

    def one(self, seed):
        chance = random.Random(seed)
        started = time.monotonic()
        try:
            acknowledged = self.ledger.acknowledged
            if not acknowledged or chance.random() < 0.6:
                entry = load.new_entry(self.ledger, chance, delays=False)
                self.ledger.add(entry)
                worked = load.Load(self.server, self.ledger, chance, threads=0).submit(entry)
                require(worked and not entry.refusals, f"an upload was refused: {entry.refusals}")
            else:
                name = next(iter(chance.choice(acknowledged[-200:]).receipts))
                page = self.server.json(f"/api/v1/pass/meta/{name}")
                self.server.json(f"/api/v1/pass/{page['passRequests'][0]['id']}/status")
        except Exception as error:
            with self.lock:
                self.failures.append(f"{type(error).__name__}: {error}")
            return
        with self.lock:
            self.latencies.append(time.monotonic() - started)


def soak(context):
    """Quiet and hostile minutes by turns, so that what else the machine does slows both; in hostile ones there is one
    hostile connection for every four requests in good faith."""
    server, ledger = context.server(), load.Ledger()
    server.start()
    quiet, noisy = (Traffic(server, ledger, context.chance) for _ in range(2))
    quiet.run(2)  # Warm.
    quiet.latencies.clear()

    stopping, attacking, sent, memory = threading.Event(), threading.Event(), [], []

    def attack(seed):
        chance = random.Random(seed)
        while not stopping.wait(4 * 4 / RATE * chance.uniform(0.5, 1.5)):
            if attacking.is_set():
                sent.append(hostile.send(server.port, chance))

    def look():
        while not stopping.wait(max(0.2, context.seconds / 600)):
            memory.append(server.resident())

    watchers = [
        threading.Thread(target=attack, args=(context.chance.randrange(1 << 62),), daemon=True) for _ in range(4)
    ] + [threading.Thread(target=look, daemon=True)]
    for thread in watchers:
        thread.start()
    window = min(60.0, context.seconds / 4)
    ends = time.monotonic() + context.seconds
    while time.monotonic() < ends:
        quiet.run(window)
        attacking.set()
        noisy.run(window)
        attacking.clear()
    stopping.set()
    for thread in watchers:
        thread.join(30)

    server.require_alive("under hostile traffic")
    failures = quiet.failures + noisy.failures
    require(not failures, f"{len(failures)} requests in good faith failed, such as {failures[:2]}")
    audit.wait_until_drained(server)
    audit.everything(server, ledger, set(), context.chance)
    server.terminate()

    middle = len(memory) // 2
    early, late = percentile(memory[middle // 2:middle], 0.5), percentile(memory[-(middle // 2):], 0.5)
    before, under = percentile(quiet.latencies, 0.99), percentile(noisy.latencies, 0.99)
    figures = {
        "goodFaith": len(quiet.latencies) + len(noisy.latencies), "hostile": len(sent), "kinds": len(set(sent)),
        "p50Quiet": round(percentile(quiet.latencies, 0.5), 4), "p50": round(percentile(noisy.latencies, 0.5), 4),
        "p99Quiet": round(before, 4), "p99": round(under, 4), "residentEarly": early, "residentLate": late,
    }
    if context.seconds >= 300:
        # Shorter runs are for crashes and losses; their figures are chance.
        require(late <= early * 1.1 + 8192, f"memory grew: {figures}")
        require(under <= 2 * before, f"p99 in good faith more than doubled: {figures}")
    return figures
