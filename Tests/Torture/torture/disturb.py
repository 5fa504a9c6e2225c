"""What a machine does to a server: a full disk, no descriptors, a clock that jumps, a pause, an outbox that refuses."""
import os
import signal
import socket
import sqlite3
import struct
import subprocess
import time

from . import audit
from .check import require
from .load import Ledger, Load, settle
from .outbox import Watch


# The default of PassUpdateEngine.Configuration.messageWorkers.
WORKERS = 16


def refusals(ledger):
    """The refusals there were, by status."""
    counts = {}
    for entry in ledger.entries:
        for status, _ in entry.refusals:
            counts[status] = counts.get(status, 0) + 1
    return counts


def require_service_refusals(ledger):
    """What a server in need answers is a refusal for now; nothing else, and no detail of the disk."""
    for entry in ledger.entries:
        for status, body in entry.refusals:
            require(status == 503, f"a server in need answered {status}: {body}")
            require(b"passes.db" not in body, f"a refusal names a path: {body}")


def full(context):
    """The disk fills up under load, and has room again."""
    data = os.path.join(context.folder, "disk")
    os.makedirs(data)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", data], stderr=subprocess.DEVNULL
    ).returncode == 0
    if not mounted:
        return {"skipped": "a small disk cannot be mounted here; this needs root"}
    context.at_end(lambda: subprocess.run(["umount", "-l", data]))
    server, ledger, seen = context.server(data=data), Ledger(), set()
    refused = 0
    for round in range(max(1, context.rounds // 10)):
        server.start()
        load = Load(server, ledger, context.chance, filler=60_000).start()
        deadline = time.monotonic() + 60
        while not sum(refusals(ledger).values()) > refused + 5:
            server.require_alive("when its disk was full")
            require(time.monotonic() < deadline, "the disk was full and no request was refused")
            time.sleep(0.05)
        time.sleep(context.chance.uniform(0.2, 1.0))
        server.require_alive("when its disk was full")
        status, _, _ = server.ask("GET", "/ready")
        # It may be that a page is still free.
        require(status in (200, 503), f"with a full disk GET /ready gave {status}")
        load.stop()
        if round % 2:
            server.kill()
        subprocess.run(["mount", "-o", f"remount,size={40 * (round + 1)}m", data], check=True)
        if not server.is_alive():
            server.start()
        require(settle(server, ledger, 90), "after the disk had room again requests were still refused")
        audit.wait_until_drained(server)
        require_service_refusals(ledger)
        audit.everything(server, ledger, seen, context.chance)
        refused = sum(refusals(ledger).values())
        server.terminate()
        state = os.statvfs(data)
        used = (state.f_blocks - state.f_bfree) * state.f_frsize
        subprocess.run(["mount", "-o", f"remount,size={used // 1024 + 2048}k", data], check=True)
    return {"acknowledged": len(ledger.acknowledged), "refused": refusals(ledger)}


def descriptors(context):
    """More callers than descriptors, and then fewer."""
    server, ledger, seen = context.server(), Ledger(), set()
    server.start(descriptors=96)
    for _ in range(max(1, context.rounds // 10)):
        load = Load(server, ledger, context.chance, threads=3).start()
        time.sleep(0.3)
        idle = []
        for _ in range(150):
            try:
                idle.append(socket.create_connection(("127.0.0.1", server.port), timeout=5))
            except OSError:
                break
        time.sleep(context.chance.uniform(0.5, 1.5))
        server.require_alive("when it had no descriptors left")
        for connection in idle:
            connection.close()
        time.sleep(0.5)
        load.stop()
        require(settle(server, ledger, 60), "with descriptors again requests were still refused")
        require(server.ask("GET", "/ready")[0] == 200, "with descriptors again the server is not ready")
        audit.wait_until_drained(server)
        audit.everything(server, ledger, seen, context.chance)
    server.terminate()
    return {"acknowledged": len(ledger.acknowledged), "refused": refusals(ledger)}


class Clock:
    """The wall clock of a server, through shim/clock.c."""

    def __init__(self, context):
        self.path = os.path.join(context.folder, "clock")
        self.set(0)
        self.environment = {"LD_PRELOAD": context.shim("clock"), "TORTURE_CLOCK": self.path}

    def set(self, seconds):
        mode = "r+b" if os.path.exists(self.path) else "w+b"
        with open(self.path, mode) as file:
            file.write(struct.pack("q", seconds))


def clock(context):
    """The wall clock jumps an hour either way under load."""
    server, ledger, seen, hand = context.server(), Ledger(), set(), Clock(context)
    watch = Watch(server.outbox)
    context.at_end(watch.close)
    server.start(environment=hand.environment)
    jumps = [3600, -3600, 0, -3600, 3600, 0] * max(1, context.rounds // 40)
    for jump in jumps:
        # Starts at a later time would wait for an hour when the clock goes back: that is right, and no test.
        load = Load(server, ledger, context.chance, threads=4, delays=False).start()
        time.sleep(context.chance.uniform(0.1, 0.5))
        hand.set(jump)
        time.sleep(context.chance.uniform(0.1, 0.5))
        load.stop()
        server.require_alive("when its clock jumped")
        require(settle(server, ledger), "after its clock jumped requests were refused")
    # Back where it was: what was taken in the future is due again at most an hour later, so the clock goes there.
    hand.set(3700)
    audit.wait_until_drained(server)
    audit.everything(server, ledger, seen, context.chance)
    server.terminate()
    return {"jumps": len(jumps), "acknowledged": len(ledger.acknowledged), "duplicates": watch.duplicates}


def pause(context):
    """The process is paused for longer than its leases, and goes on."""
    server, ledger, seen, hand = context.server(), Ledger(), set(), Clock(context)
    watch = Watch(server.outbox)
    context.at_end(watch.close)
    server.start(environment=hand.environment)
    pauses = max(2, context.rounds // 10)
    for round in range(pauses):
        load = Load(server, ledger, context.chance, threads=4).start()
        time.sleep(context.chance.uniform(0.1, 0.6))
        server.signal(signal.SIGSTOP)
        if context.rounds >= 200 and round < 3:
            time.sleep(35)  # In earnest.
        else:
            time.sleep(0.1)
            hand.set(45 * (round + 1))
        server.signal(signal.SIGCONT)
        time.sleep(0.3)
        load.stop()
        require(settle(server, ledger), "after a pause requests were refused")
        audit.wait_until_drained(server)
        audit.everything(server, ledger, seen, context.chance)
    server.terminate()
    time.sleep(0.3)
    # Who is paused while writing a file and goes on writes it beside whoever has the lease by then.
    require(watch.duplicates <= pauses * WORKERS, f"{watch.duplicates} messages were written twice")
    return {"pauses": pauses, "acknowledged": len(ledger.acknowledged), "duplicates": watch.duplicates}


def outbox_refuses(context):
    """The outbox cannot be written to, and can again: messages wait, and go out once."""
    server, ledger, seen = context.server(), Ledger(), set()
    server.start()
    for _ in range(max(1, context.rounds // 10)):
        load = Load(server, ledger, context.chance, threads=3, delays=False).start()
        time.sleep(0.3)
        aside = server.outbox + ".aside"
        os.rename(server.outbox, aside)
        open(server.outbox, "w").close()
        time.sleep(1.0)
        load.stop()
        server.require_alive("when its outbox refused")
        connection = audit.connect(server.database)
        waiting = connection.execute("SELECT count(*) FROM message WHERE state <= 1").fetchone()[0]
        connection.close()
        require(waiting > 0, "no message waits for an outbox that refuses")
        os.unlink(server.outbox)
        os.rename(aside, server.outbox)
        require(settle(server, ledger), "requests were refused because the outbox did")
        audit.wait_until_drained(server)
        audit.everything(server, ledger, seen, context.chance)
    server.terminate()
    return {"acknowledged": len(ledger.acknowledged)}


def busy(context):
    """Another process holds the database for longer than the server waits."""
    server, ledger, seen = context.server(), Ledger(), set()
    server.start()
    for hold in (1.0, 12.0) if context.rounds >= 100 else (1.0,):
        load = Load(server, ledger, context.chance, threads=3).start()
        time.sleep(0.2)
        other = sqlite3.connect(server.database, timeout=30, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        time.sleep(hold)
        other.execute("ROLLBACK")
        other.close()
        time.sleep(0.2)
        load.stop()
        server.require_alive("when its database was busy")
        require(settle(server, ledger), "with its database free again requests were still refused")
        audit.wait_until_drained(server)
        require_service_refusals(ledger)
        audit.everything(server, ledger, seen, context.chance)
    server.terminate()
    return {"acknowledged": len(ledger.acknowledged), "refused": refusals(ledger)}
