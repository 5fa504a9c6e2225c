"""Apple's push service, as far as a server can tell: TLS, HTTP/2 (by the library h2), and its own moods."""
import itertools
import json
import os
import socket
import ssl
import subprocess
import threading
import time

try:
    import h2.config
    import h2.connection
    import h2.events
    import h2.exceptions
except ImportError:
    h2 = None


def identity(folder):
    """An authority, and a certificate of it for 127.0.0.1: the paths of root, certificate and key."""
    os.makedirs(folder)
    root, key, certificate = (os.path.join(folder, name) for name in ("root.pem", "key.pem", "certificate.pem"))
    new = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "7"]
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    root_key = os.path.join(folder, "root.key")
    subprocess.run([*new, "-subj", "/CN=Root", "-keyout", root_key, "-out", root], **quiet)
    subprocess.run(
        [*new, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", certificate, "-CA", root, "-CAkey", root_key,
         "-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"], **quiet,
    )
    return root, certificate, key


class PushService:
    """Takes pushes and remembers them. While it is faulty, it fails in turns."""

    # In turns, so that each comes about; most pushes are taken, as each failure makes its push wait for a while.
    MOODS = ["taken", "500", "taken", "429", "taken", "broken", "taken", "503", "taken", "unheard", "taken"]

    def __init__(self, folder, authorities):
        """`authorities`: a PEM with who vouches for those who push."""
        self.root, certificate, key = identity(folder)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        self.context.load_verify_locations(authorities)
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.context.set_alpn_protocols(["h2"])
        self.lock = threading.Lock()
        self.faulty, self.gone = False, set()
        self.moods = itertools.cycle(self.MOODS)
        self.counts = dict.fromkeys(self.MOODS, 0)
        self.taken = {}  # token: how many pushes for it were taken
        self.dismissed = {}  # token: how often it was answered 410
        self.wrong = []
        self.on_push = lambda token: None
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, raw):
        try:
            with self.context.wrap_socket(raw, server_side=True) as connection:
                Exchange(self, connection).run()
        except (OSError, h2.exceptions.ProtocolError):
            pass  # The server was killed, or the service broke off.

    def judge(self, headers, body):
        """The answer to a push: (status, reason, whether the connection breaks off)."""
        token = headers.get(":path", "").removeprefix("/3/device/")
        with self.lock:
            expected = {":method": "POST", "apns-topic": "pass.com.example.ticket"}
            for name, value in expected.items():
                if headers.get(name) != value:
                    self.wrong.append(f"{name} is {headers.get(name)}")
            if json.loads(body) != {}:
                self.wrong.append(f"the payload is {body[:80]!r}")
            if token in self.gone:
                self.dismissed[token] = self.dismissed.get(token, 0) + 1
                return 410, "Unregistered", False
            mood = next(self.moods) if self.faulty else "taken"
            self.counts[mood] += 1
            if mood in ("taken", "broken"):
                self.taken[token] = self.taken.get(token, 0) + 1
        if mood in ("taken", "broken"):
            self.on_push(token)
        return {
            "taken": (200, None, False), "broken": (200, None, True), "unheard": (500, None, True),
            "500": (500, "InternalServerError", False), "503": (503, "ServiceUnavailable", False),
            "429": (429, "TooManyRequests", False),
        }[mood]


class Exchange:
    """One connection."""

    def __init__(self, service, connection):
        self.service, self.connection = service, connection
        self.state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        self.requests = {}

    def run(self):
        self.state.initiate_connection()
        self.connection.sendall(self.state.data_to_send())
        while data := self.connection.recv(1 << 16):
            for event in self.state.receive_data(data):
                if not self.handle(event):
                    return
            self.connection.sendall(self.state.data_to_send())

    def handle(self, event):
        """False when the connection breaks off."""
        if isinstance(event, h2.events.RequestReceived):
            self.requests[event.stream_id] = (dict(event.headers), bytearray())
        elif isinstance(event, h2.events.DataReceived):
            self.requests[event.stream_id][1].extend(event.data)
            self.state.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamReset):
            self.requests.pop(event.stream_id, None)
        elif isinstance(event, h2.events.ConnectionTerminated):
            return False
        elif isinstance(event, h2.events.StreamEnded):
            headers, body = self.requests.pop(event.stream_id)
            status, reason, breaks = self.service.judge(headers, bytes(body))
            if breaks:
                return False
            fields = [(":status", str(status)), ("apns-id", headers.get("apns-id", ""))]
            if status in (429, 500, 503):
                fields.append(("retry-after", "1"))
            answer = {"reason": reason}
            if status == 410:
                answer["timestamp"] = int(time.time() * 1000)
            self.state.send_headers(event.stream_id, fields, end_stream=not reason)
            if reason:
                self.state.send_data(event.stream_id, json.dumps(answer).encode(), end_stream=True)
        return True
