"""Loss of power, replayed from a record of what the server wrote and what it synced (shim/power.c).

The disk of the replay is the meanest that keeps its promises: a write counts when a sync of its file that began later
is over; a name in a folder counts when a sync of the folder is over. What was not synced is lost, or is there for some
512-byte sectors and not for others, in any mixture and order.
"""
import os
import shutil
import struct
import time

from . import audit
from .check import Violation, require
from .load import Ledger, Load

HEAD = struct.Struct("<cIQI")
SECTOR = 512


class Record:
    """The operations, with the place in the record at which each ended."""

    def __init__(self, path):
        self.operations = []
        with open(path, "rb") as file:
            data = file.read()
        offset = 0
        while offset + HEAD.size <= len(data):
            kind, number, place, length = HEAD.unpack_from(data, offset)
            start = offset + HEAD.size
            if start + length > len(data):
                break
            offset = start + length
            self.operations.append((offset, kind, number, place, data[start:offset]))


class File:
    """A file: what is on the disk, and what was written since, in order."""

    def __init__(self):
        self.durable, self.pending, self.syncs = bytearray(), [], {}

    @staticmethod
    def apply(content, operation):
        kind, place, data = operation
        if kind == b"t":
            if place < len(content):
                del content[place:]
            else:
                content.extend(bytes(place - len(content)))
        else:
            if place > len(content):
                content.extend(bytes(place - len(content)))
            content[place:place + len(data)] = data

    def synced(self, serial):
        begun = self.syncs.pop(serial, 0)
        for operation in self.pending[:begun]:
            self.apply(self.durable, operation)
        del self.pending[:begun]
        self.syncs = {key: max(0, value - begun) for key, value in self.syncs.items()}

    def after_loss(self, chance, mode):
        """What is there after the loss: 'nothing', 'everything' or 'some' of what was not synced."""
        content = bytearray(self.durable)
        if mode == "nothing":
            return content
        for kind, place, data in self.pending:
            if mode == "everything":
                self.apply(content, (kind, place, data))
            elif kind == b"t":
                if chance.random() < 0.5:
                    self.apply(content, (kind, place, data))
            else:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        self.apply(content, (kind, place + start, data[start:start + SECTOR]))
        return content


class Disk:
    """All files and the names they have, in the cache and on the disk."""

    def __init__(self):
        self.files = {}
        self.names, self.durable = {}, {}
        self.folder_syncs, self.last_syncs = {}, {}

    def run(self, operation):
        _, kind, number, place, data = operation
        if kind == b"o":
            path = data.decode()
            if place == 1:
                self.files.setdefault(number, path)
            else:
                self.files.setdefault(number, File())
                self.names[path] = number
        elif kind in b"wt":
            self.files[number].pending.append((kind, place, data))
        elif kind == b"s":
            file = self.files[number]
            if isinstance(file, File):
                file.syncs[place] = len(file.pending)
            else:
                self.folder_syncs[place] = dict(self.names)
        elif kind == b"S":
            file = self.files[number]
            if isinstance(file, File):
                file.synced(place)
            else:
                self.sync_folder(file, place, self.folder_syncs.pop(place, {}))
        elif kind == b"r":
            old, new = data.decode().split("\0")
            if old in self.names:
                self.names[new] = self.names.pop(old)
        elif kind == b"l":
            old, new = data.decode().split("\0")
            if old in self.names:
                self.names[new] = self.names[old]
        elif kind == b"u":
            self.names.pop(data.decode(), None)

    def sync_folder(self, folder, serial, names):
        # One that began earlier and ends later knows less.
        if serial < self.last_syncs.get(folder, 0):
            return
        self.last_syncs[folder] = serial
        for path in [path for path in self.durable if os.path.dirname(path) == folder]:
            if path not in names:
                del self.durable[path]
        for path, number in names.items():
            if os.path.dirname(path) == folder:
                self.durable[path] = number

    def write(self, source, target, chance, mode):
        """Writes the disk as the loss of power left it."""
        os.makedirs(target, exist_ok=True)
        names = dict(self.durable)
        if mode != "nothing":
            for path in set(self.names) | set(names):
                if mode == "everything" or chance.random() < 0.5:
                    if path in self.names:
                        names[path] = self.names[path]
                    else:
                        names.pop(path, None)
        for path, number in names.items():
            # The index of the log lives in memory; the lock is the process's.
            if path.endswith("-shm") or path.endswith(".lock"):
                continue
            place = os.path.join(target, os.path.relpath(path, source))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(self.files[number].after_loss(chance, mode))


def replay(record, end):
    """The disk after the operations that ended by then."""
    disk = Disk()
    for operation in record.operations:
        if operation[0] > end:
            break
        disk.run(operation)
    return disk


def recorded(context, name, seconds, filler=4000):
    """Runs a server under load, recording, from an empty folder to its violent end."""
    library = context.shim("power")
    server, ledger = context.server(name), Ledger()
    server.data = os.path.realpath(server.data)
    os.makedirs(server.outbox, exist_ok=True)
    path = os.path.join(server.folder, "record")

    def position():
        return os.path.getsize(path)

    server.start(environment={"LD_PRELOAD": library, "TORTURE_WATCH": server.data, "TORTURE_RECORD": path})
    load = Load(server, ledger, context.chance, threads=4, position=position, filler=filler).start()
    time.sleep(seconds)
    server.kill()
    load.stop()
    record = Record(path)
    require(len(record.operations) > 50, "the shim recorded nothing: is the tool linked statically?")
    return server, ledger, record


def power(context):
    """The power fails at a random operation; the server starts on what the disk kept."""
    losses, lost_power, acknowledged, restarts = 0, 0, 0, 0
    modes = ("nothing", "some", "some", "everything")
    wanted = max(4, context.rounds * 2 // 5)
    while losses < wanted:
        server, ledger, record = recorded(context, f"run{lost_power}", context.chance.uniform(0.3, 1.2))
        lost_power += 1
        for _ in range(min(4, wanted - losses)):
            # From the first write on: before it listens, too.
            operation = context.chance.randrange(1, len(record.operations))
            end = record.operations[operation][0]
            mode = context.chance.choice(modes)
            target = os.path.join(context.folder, f"loss{losses}")
            replay(record, end).write(server.data, os.path.join(target, "data"), context.chance, mode)
            acknowledged += check(context, server, target, ledger, end, f"power lost at operation {operation} ({mode})")
            shutil.rmtree(target)
            losses += 1
        shutil.rmtree(server.folder)
        if losses % 40 == 0:
            print(f"    {losses} losses of power, {acknowledged} requests acknowledged before them", flush=True)
    return {"losses": losses, "recordings": lost_power, "acknowledgedBefore": acknowledged, "lost": 0, "halfApplied": 0}


def check(context, server, target, ledger, end, what):
    """The state as it is, then the server on it until all is worked off."""
    data = os.path.join(target, "data")
    before = [entry for entry in ledger.acknowledged if entry.position is not None and entry.position <= end]
    try:
        untouched(data, ledger, before, end)
        shutil.copytree(os.path.join(server.folder, "dev"), os.path.join(target, "dev"))
        again = context.server(os.path.basename(target), data=data)
        again.start()
        audit.wait_until_drained(again)
        connection = audit.connect(again.database)
        compare(connection, again.outbox, ledger, end)
        connection.close()
        again.terminate()
        context.servers.remove(again)
    except Violation as violation:
        raise Violation(f"{what}: {violation}")
    return len(before)


def compare(connection, outbox, ledger, end):
    audit.integrity(connection, quick=False)
    audit.halves(connection)
    audit.blobs(connection, set())
    audit.requests(connection, ledger, before=end)
    # A message may have gone out whose attempt the database has forgotten; it goes out again, with the same key.
    audit.messages(connection, outbox, exact=False)


def untouched(data, ledger, before, end):
    """Before any server worked on it: SQLite reads a copy, and all that was acknowledged or sent is there."""
    database = os.path.join(data, "passes.db")
    if not os.path.exists(database):
        require(not before, f"there is no database, and {len(before)} requests were acknowledged")
        return
    copy = data + ".copy"
    shutil.copytree(data, copy)
    connection = audit.connect_writable(os.path.join(copy, "passes.db"))
    try:
        if connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'request'").fetchone()[0]:
            compare(connection, os.path.join(copy, "outbox"), ledger, end)
        else:
            require(not before, f"the database is empty, and {len(before)} requests were acknowledged")
    finally:
        connection.close()
        shutil.rmtree(copy)


def wal(context):
    """The log cut at every sector: what is left is some earlier moment, whole, and all that was synced at least."""
    server, ledger, record = recorded(context, "wal", 0.6, filler=500)
    last = record.operations[-1][0]
    disk = replay(record, last)
    path = os.path.join(server.data, "passes.db-wal")
    file = disk.files[disk.names[path]]
    whole = file.after_loss(context.chance, "everything")
    synced = len(file.durable)
    work = os.path.join(context.folder, "cut")
    disk.write(server.data, work, context.chance, "everything")
    step = SECTOR if context.rounds >= 100 else SECTOR * max(1, len(whole) // SECTOR // 400)
    cuts, seen = 0, -1
    for length in range(0, len(whole) + 1, step):
        shutil.copyfile(os.path.join(work, "passes.db"), os.path.join(work, "cut.db"))
        with open(os.path.join(work, "cut.db-wal"), "wb") as log:
            log.write(whole[:length])
        connection = audit.connect_writable(os.path.join(work, "cut.db"))
        try:
            audit.integrity(connection)
            count = 0
            if connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'request'").fetchone()[0]:
                audit.halves(connection)
                count = connection.execute("SELECT count(*) FROM request").fetchone()[0]
            require(count >= seen, f"with {length} bytes of the log there are fewer requests than with less")
            seen = count
        finally:
            connection.close()
        cuts += 1
    return {"cuts": cuts, "step": step, "logBytes": len(whole), "synced": synced, "requests": seen}
