"""Devices that are pushed to, and fetch, while the server is killed: none is left with an old pass."""
import http.client
import json
import os
import threading
import time

from . import apns, audit, forms
from .check import Violation, require
from .load import Ledger, Load, new_entry, settle

TOKEN = "0123456789abcdef0123"
SERIALS = [f"S{number:06d}" for number in range(6)]
MEMBERS = {"webServiceURL": "https://passes.example.com/api", "authenticationToken": TOKEN}


class Phone:
    """A device: registers, and after a push asks what changed and fetches that, as Wallet does."""

    def __init__(self, server, number, serials):
        self.server, self.serials = server, serials
        self.name, self.token = f"device{number}", f"{number:064x}"
        self.tag, self.numbers = None, {}
        self.pushed, self.closing = threading.Event(), False
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def ask(self, method, path, body=None):
        return self.server.ask(method, path, body, {"Authorization": f"ApplePass {TOKEN}"})

    def register(self):
        for serial in self.serials:
            path = f"/api/v1/devices/{self.name}/registrations/{forms.TYPE}/{serial}"
            status, _, body = self.ask("POST", path, json.dumps({"pushToken": self.token}))
            require(status == 201, f"registering {self.name} for {serial} gave {status}: {body[:200]}")
            self.fetch(serial)

    def fetch(self, serial):
        status, _, body = self.ask("GET", f"/api/v1/passes/{forms.TYPE}/{serial}")
        require(status == 200, f"fetching {serial} gave {status}")
        self.numbers[serial] = forms.number_of(body)

    def _run(self):
        while not self.closing:
            if self.pushed.wait(0.1):
                self.pushed.clear()
                try:
                    self.update()
                except (OSError, http.client.HTTPException, Violation):
                    time.sleep(0.05)  # The server is down; a phone tries again.
                    self.pushed.set()

    def update(self):
        path = f"/api/v1/devices/{self.name}/registrations/{forms.TYPE}"
        status, _, body = self.ask("GET", path + (f"?passesUpdatedSince={self.tag}" if self.tag else ""))
        require(status in (200, 204), f"asking what changed gave {status}")
        if status == 200:
            answer = json.loads(body)
            for serial in answer["serialNumbers"]:
                self.fetch(serial)
            # Only now: had one of them failed, it would never be listed again.
            self.tag = answer["lastUpdated"]


def current(server):
    """The number of each pass's newest version, and how many versions it has had."""
    connection = audit.connect(server.database)
    try:
        numbers, versions = {}, {}
        for serial, replaced, data in connection.execute(
            "SELECT p.serial, v.replaced, b.bytes FROM version v JOIN pass p ON p.id = v.pass "
            "JOIN blob b ON b.id = v.blob ORDER BY v.tag"
        ):
            versions[serial] = versions.get(serial, 0) + 1
            if replaced is None:
                numbers[serial] = forms.number_of(data)
        return numbers, versions
    finally:
        connection.close()


def wait_until_pushed(server, seconds=300):
    deadline = time.monotonic() + seconds
    while True:
        connection = audit.connect(server.database)
        waiting, dead = (
            connection.execute(f"SELECT count(*) FROM push WHERE state {which}").fetchone()[0] for which in ("<= 2", "= 4")
        )
        connection.close()
        require(dead == 0, f"{dead} pushes were given up")
        if not waiting:
            return
        server.require_alive("while it pushed")
        require(time.monotonic() < deadline, f"after {seconds} s {waiting} pushes still wait")
        time.sleep(0.05)


def compare(server, service, phones, disturbances):
    """Each device has the newest versions, which it fetches when it is pushed to only, and no push without cause."""
    deadline = time.monotonic() + 30
    numbers, versions = current(server)
    while stale := [
        (phone.name, serial, phone.numbers[serial], numbers[serial])
        for phone in phones for serial in phone.serials if phone.numbers[serial] != numbers[serial]
    ]:
        require(time.monotonic() < deadline, f"devices were left with old passes: {stale[:3]}")
        time.sleep(0.05)
    for phone in phones:
        pushes = service.taken.get(phone.token, 0)
        changes = sum(versions[serial] - 1 for serial in phone.serials)
        require(
            pushes <= changes + disturbances,
            f"{phone.name} was pushed to {pushes} times for {changes} changes and {disturbances} troubles",
        )


def devices(context):
    """Kills the server under load while the push service fails in turns, too."""
    if apns.h2 is None:
        return {"skipped": "the push service needs Python's h2: pip install h2"}
    server, ledger, seen = context.server(), Ledger(), set()
    dev = os.path.join(server.folder, "dev")
    authorities = os.path.join(context.folder, "authorities.pem")
    with open(authorities, "w") as file:
        for name in ("ca.pem", "intermediate.pem"):
            with open(os.path.join(dev, name)) as part:
                file.write(part.read())
    service = apns.PushService(os.path.join(context.folder, "apns"), authorities)
    context.at_end(service.close)
    options = ("--apns", service.address, "--apns-root", service.root)

    server.start(options=options)
    sender = Load(server, ledger, context.chance, threads=0)
    for serial in SERIALS:
        entry = new_entry(ledger, context.chance, delays=False, serials=[serial], members=MEMBERS)
        ledger.add(entry)
        require(sender.submit(entry) and entry.is_acknowledged, f"the first version was refused: {entry.refusals}")
    audit.wait_until_drained(server)
    phones = [
        Phone(server, number, context.chance.sample(SERIALS, context.chance.choice([1, 2, 3]))) for number in range(12)
    ]
    by_token = {phone.token: phone for phone in phones}
    service.on_push = lambda token: by_token[token].pushed.set()
    for phone in phones:
        phone.register()
        context.at_end(lambda phone=phone: setattr(phone, "closing", True))
    # One gives its pass away, and the push service says so.
    leaving = phones.pop()
    service.gone.add(leaving.token)

    kills, dismissed, rounds = 0, 0, max(3, context.rounds // 10)
    for _ in range(rounds):
        service.faulty = True
        load = Load(
            server, ledger, context.chance, threads=2, delays=False, serials=SERIALS, members=MEMBERS
        ).start()
        time.sleep(context.chance.uniform(0.2, 1.5))
        server.kill()
        kills += 1
        load.stop()
        server.start(options=options)
        require(settle(server, ledger), "requests were refused again and again after a kill")
        service.faulty = False
        audit.wait_until_drained(server)
        wait_until_pushed(server)
        compare(server, service, phones, kills + service.counts["broken"])
        audit.everything(server, ledger, seen, context.chance)
        told = service.dismissed.get(leaving.token, 0)
        require(dismissed in (0, told), f"a token was pushed to again after its 410: {dismissed} times, then {told}")
        dismissed = told
    require(dismissed > 0, "no push was answered 410")
    require(not service.wrong, f"pushes were not as Apple wants them: {service.wrong[:3]}")
    server.terminate()
    return {
        "rounds": rounds, "acknowledged": len(ledger.acknowledged), "moods": service.counts,
        "pushes": sum(service.taken.values()),
    }
