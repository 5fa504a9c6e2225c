"""A receiver of messages that answers 500, hangs, or takes a message and breaks off before it says so."""
import hashlib
import hmac
import http.server
import itertools
import json
import os
import socketserver
import threading
import time

from . import audit
from .check import require
from .load import Ledger, Load, settle

SECRET = "0123456789abcdef0123456789abcdef"


class Receiver:
    """Keeps what it took as files of an outbox, and counts how often each message came to it."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.folder, self.faulty = folder, True
        self.lock = threading.Lock()
        self.faults = {"refused": 0, "hung": 0, "broken": 0}
        # In turns, so that each comes about, however few messages a slow machine sends.
        self.turns = itertools.cycle([*self.faults, None])
        self.taken, self.repeated, self.forged = set(), 0, 0
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                receiver.answer(self, self.rfile.read(int(self.headers["Content-Length"])))

            def log_message(self, *_):
                pass

        class HTTPServer(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_):
                pass  # A client that gave up.

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/messages"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, handler, body):
        seconds, _, digest = handler.headers["X-PassKit-Signature"].partition(",v1=")
        expected = hmac.new(SECRET.encode(), seconds[2:].encode() + b"." + body, hashlib.sha256).hexdigest()
        message = json.loads(body)
        key = handler.headers["Idempotency-Key"]
        with self.lock:
            fault = next(self.turns) if self.faulty else None
            if fault:
                self.faults[fault] += 1
            if expected != digest or key != message["idempotencyKey"]:
                self.forged += 1
            if fault in (None, "broken"):
                self.take(key, message)
        if fault == "hung":
            time.sleep(20)  # Longer than a server waits.
        if fault in ("hung", "broken"):
            handler.close_connection = True
            return
        reply = b'{"id":"m-1"}'
        handler.send_response(500 if fault == "refused" else 200)
        handler.send_header("Content-Length", str(len(reply)))
        handler.end_headers()
        handler.wfile.write(reply)

    def take(self, key, message):
        self.repeated += key in self.taken
        self.taken.add(key)
        path = os.path.join(self.folder, hashlib.sha256(key.encode()).hexdigest()[:32])
        with open(path + ".part", "w") as file:
            json.dump(message, file)
        # A reader sees whole files only.
        os.rename(path + ".part", path + ".json")

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def webhook(context):
    """Messages go to a receiver of the worst kind, and all arrive once it is well."""
    server, ledger, seen = context.server(), Ledger(), set()
    receiver = Receiver(server.outbox)
    context.at_end(receiver.close)
    server.messages = ["--webhook", receiver.address, "--webhook-secret-env", "WEBHOOK"]
    server.start(environment={"WEBHOOK": SECRET})
    load = Load(server, ledger, context.chance, threads=2, delays=False).start()
    time.sleep(1.0 if context.rounds < 100 else 10.0)
    load.stop()
    server.require_alive("when its receiver misbehaved")
    require(settle(server, ledger), "requests were refused because the receiver of messages did")
    deadline = time.monotonic() + 120
    while not all(receiver.faults.values()):
        require(time.monotonic() < deadline, f"not every fault came about: {receiver.faults}")
        time.sleep(0.1)
    with receiver.lock:
        receiver.faulty = False
    audit.wait_until_drained(server, 300)
    audit.everything(server, ledger, seen, context.chance)
    require(receiver.forged == 0, f"{receiver.forged} messages were not signed as they should be")
    # It was told nothing, so that the server could not know; anything more would be a doubled effect.
    require(
        receiver.repeated <= receiver.faults["broken"],
        f"{receiver.repeated} messages came again, and {receiver.faults['broken']} answers were lost",
    )
    server.terminate()
    return {
        "acknowledged": len(ledger.acknowledged), "messages": len(receiver.taken), "repeated": receiver.repeated,
        "faults": receiver.faults,
    }
