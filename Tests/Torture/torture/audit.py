"""Compares the ledger with the database, the outbox and the API. Reads the file with Python's own SQLite."""
import hashlib
import json
import os
import sqlite3
import time

from . import forms, outbox
from .check import Violation, require
from .server import CHANNELS

# Each finds rows that must not be: half of an effect, or an effect twice.
HALVES = {
    "a request without its job": "SELECT r.id FROM request r LEFT JOIN job j ON j.id = r.id WHERE j.id IS NULL",
    "a job without its request": "SELECT j.id FROM job j LEFT JOIN request r ON r.id = j.id WHERE r.id IS NULL",
    "a request without a delivery":
        "SELECT r.id FROM request r WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.request = r.id)",
    "a gap between the places of deliveries":
        "SELECT request FROM delivery GROUP BY request HAVING max(place) <> count(*) - 1 OR min(place) <> 0",
    "a request without its package":
        "SELECT r.id FROM request r LEFT JOIN blob b ON b.id = r.package WHERE b.id IS NULL",
    "a version without its bytes": "SELECT v.tag FROM version v LEFT JOIN blob b ON b.id = v.blob WHERE b.id IS NULL",
    "a job that is done and a delivery that waits":
        "SELECT d.request FROM delivery d JOIN job j ON j.id = d.request WHERE j.state = 3 AND d.state = 0",
    "a settled delivery without channels": "SELECT request FROM delivery WHERE state = 1 AND channels IS NULL",
    "a settled delivery of a job that is not done":
        "SELECT d.request FROM delivery d JOIN job j ON j.id = d.request WHERE d.state = 1 AND j.state <> 3",
    "a version of a job that is not done":
        "SELECT v.tag FROM version v JOIN job j ON j.id = v.request WHERE j.state <> 3",
    "a message of a job that is not done":
        "SELECT m.id FROM message m JOIN job j ON j.id = m.request WHERE j.state <> 3",
    "a message of a delivery that is not settled":
        "SELECT m.id FROM message m LEFT JOIN delivery d ON d.request = m.request AND d.place = m.place "
        "WHERE d.state IS NOT 1",
    "a message to be sent without its content":
        "SELECT m.id FROM message m LEFT JOIN message_content c ON c.message = m.id "
        "WHERE m.state <= 1 AND c.message IS NULL",
    "an idempotency key of no request":
        "SELECT i.name FROM idempotency i LEFT JOIN request r ON r.name = i.request WHERE r.id IS NULL",
    "a pass whose current version is not its newest":
        "SELECT p.id FROM pass p WHERE p.version IS NOT "
        "(SELECT max(tag) FROM version v WHERE v.pass = p.id AND v.replaced IS NULL)",
    "a pass with two current versions":
        "SELECT pass FROM version WHERE replaced IS NULL GROUP BY pass HAVING count(*) > 1",
    "a pass that went back to an older request":
        "SELECT a.tag FROM version a JOIN version b ON a.pass = b.pass AND a.tag < b.tag AND a.request > b.request",
    "two versions of one request":
        "SELECT request FROM version WHERE request <> 0 GROUP BY request HAVING count(*) > 1",
    "two messages for one channel of a delivery":
        "SELECT request FROM message GROUP BY request, place, channel HAVING count(*) > 1",
    "two requests of one idempotency key":
        "SELECT name FROM idempotency GROUP BY principal, name HAVING count(DISTINCT request) > 1",
}


def connect(database):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)
    connection.text_factory = lambda data: data.decode()
    return connection


def connect_writable(database):
    """Opens a copy as the next process would: its log is worked in."""
    connection = sqlite3.connect(database, timeout=30, isolation_level=None)
    connection.text_factory = lambda data: data.decode()
    return connection


def halves(connection):
    """Nothing is half applied, or applied twice."""
    for what, query in HALVES.items():
        row = connection.execute(query + " LIMIT 1").fetchone()
        require(row is None, f"the database has {what}: {row}")


def integrity(connection, quick=True):
    result = connection.execute("PRAGMA quick_check" if quick else "PRAGMA integrity_check").fetchall()
    require(result == [("ok",)], f"the database is damaged: {result[:3]}")


def blobs(connection, seen):
    """Each package is what its digest says."""
    for identity, digest, data in connection.execute("SELECT id, digest, bytes FROM blob"):
        if identity not in seen:
            require(hashlib.sha256(data).digest() == bytes(digest), f"the bytes of package {identity} are others")
            seen.add(identity)


def requests(connection, ledger, before=None):
    """Each acknowledged request is there, once, with its recipients. `before`: those acknowledged before that point."""
    known = {str(name): number for number, name in connection.execute("SELECT id, name FROM request")}
    deliveries = {}
    for request, recipient in connection.execute("SELECT request, recipient FROM delivery ORDER BY request, place"):
        deliveries.setdefault(request, []).append(str(recipient))
    keys = {}
    for name, request in connection.execute("SELECT name, request FROM idempotency"):
        keys.setdefault(name, set()).add(str(request))
    for entry in ledger.acknowledged:
        if before is not None and (entry.position is None or entry.position > before):
            continue
        require(len(entry.receipts) == 1, f"one request was acknowledged as two: {entry.receipts}")
        name = next(iter(entry.receipts))
        require(name in known, f"request {name} was acknowledged and is lost")
        require(
            deliveries.get(known[name]) == entry.recipients,
            f"request {name} is for {deliveries.get(known[name])}, not for {entry.recipients}",
        )
        require(keys.get(entry.key) == {name}, f"the key of request {name} leads to {keys.get(entry.key)}")
    # What was sent again with its key was not taken twice.
    by_key = {entry.key: entry for entry in ledger.entries}
    require(set(keys) <= set(by_key), "the database has a key that nobody sent")
    require(len(known) == len(keys), f"there are {len(known)} requests of {len(keys)} keys")
    return known


def messages(connection, folder, exact=True):
    """What the database says was sent lies in the outbox, whole; and nothing twice."""
    files = {}
    for message in outbox.read(folder):
        require(not message.defects, f"{message.name} is no proper message: {message.defects}")
        require(message.link, f"{message.name} has no link")
        files[message.key] = message
    seen = {}
    for message in files.values():
        triple = (message.request, message.recipient, message.channel)
        require(triple not in seen, f"two messages for {triple}")
        seen[triple] = message
    rows = connection.execute(
        "SELECT m.name, m.state, m.channel, r.name, d.recipient FROM message m JOIN request r ON r.id = m.request "
        "JOIN delivery d ON d.request = m.request AND d.place = m.place"
    ).fetchall()
    for name, state, channel, request, recipient in rows:
        if state == 3:
            require(name in files, f"message {name} counts as sent and is not in the outbox")
        if name in files:
            message = files[name]
            require(
                (message.request, message.recipient, message.channel) == (str(request), str(recipient), channel),
                f"message {name} went to the wrong place",
            )
    if exact:
        unknown = set(files) - {row[0] for row in rows}
        require(not unknown, f"the outbox has messages that the database does not know: {sorted(unknown)[:3]}")
    return seen


def wait_until_drained(server, seconds=120):
    """Waits until no job and no message is queued or running."""
    deadline = time.monotonic() + seconds
    while True:
        server.require_alive("while it worked off its queue")
        connection = connect(server.database)
        try:
            counts = [
                connection.execute(f"SELECT count(*) FROM {table} WHERE state <= 2").fetchone()[0]
                for table in ("job", "message")
            ]
        finally:
            connection.close()
        if not any(counts):
            return
        if time.monotonic() > deadline:
            raise Violation(f"after {seconds} s {counts[0]} jobs and {counts[1]} messages still wait")
        time.sleep(0.03)


def expected(entry):
    return {(recipient, channel) for recipient in entry.recipients for channel in CHANNELS[recipient]}


def everything(server, ledger, seen_blobs, chance, quick=True):
    """After everything was worked off: database, outbox and API against the ledger."""
    connection = connect(server.database)
    try:
        connection.execute("BEGIN")
        integrity(connection, quick)
        halves(connection)
        blobs(connection, seen_blobs)
        known = requests(connection, ledger)
        sent = messages(connection, server.outbox)
        cancelled = {
            (str(request), str(recipient)): reason for request, recipient, reason in connection.execute(
                "SELECT r.name, d.recipient, d.reason FROM delivery d JOIN request r ON r.id = d.request "
                "WHERE d.state = 2")
        }
        dead = connection.execute("SELECT count(*) FROM job WHERE state = 4").fetchone()[0]
        dead += connection.execute("SELECT count(*) FROM message WHERE state = 4").fetchone()[0]
        require(dead == 0, f"{dead} jobs or messages were given up")
    finally:
        connection.close()

    by_receipt = {name: entry for entry in ledger.acknowledged for name in entry.receipts}
    by_name = {}
    for request, recipient, channel in sent:
        by_name.setdefault(request, set()).add((recipient, channel))
    for name in known:
        entry = by_receipt.get(name)
        if entry is None:
            continue
        wanted = expected(entry)
        for recipient in entry.recipients:
            if (name, recipient) in cancelled:
                reason = cancelled[name, recipient]
                require(reason == "superseded", f"request {name} was cancelled: {reason}")
                wanted -= {(recipient, channel) for channel in CHANNELS[recipient]}
        require(by_name.get(name, set()) == wanted, f"request {name}: sent {by_name.get(name)}, wanted {wanted}")

    by_serial = {}
    for entry in ledger.acknowledged:
        by_serial.setdefault(entry.serial, []).append(entry)
    recent = ledger.acknowledged[-8:]
    older = chance.sample(ledger.acknowledged, min(4, len(ledger.acknowledged)))
    for entry in recent + older:
        numbers = {
            other.number for other in by_serial[entry.serial] if order(other, known) >= order(entry, known)
        }
        api(server, entry, sent, numbers)


def order(entry, known):
    """The place of a request in the order of acceptance."""
    return known[next(iter(entry.receipts))]


def api(server, entry, sent, numbers):
    """The API says the same, and the links give the pass, or one accepted later."""
    name = next(iter(entry.receipts))
    page = server.json(f"/api/v1/pass/meta/{name}?pageSize=100")
    require(page["total"] == len(entry.recipients), f"request {name} has {page['total']} passes by the API")
    for item in page["passRequests"]:
        status = server.json(f"/api/v1/pass/{item['id']}/status")["passStatusData"]
        for channel in status["channelStatusList"]:
            words = ("submitted", "opened", "not attempted", "cancelled")
            require(channel["channelStatus"] in words, f"request {name}: {channel}")
    for (request, _, _), message in sent.items():
        if request == name:
            status, _, body = server.ask("GET", message.link)
            require(status == 200, f"the link of request {name} gave {status}")
            number = forms.number_of(body)
            require(number in numbers, f"the link of request {name} gives number {number}, none of {numbers}")
            break
