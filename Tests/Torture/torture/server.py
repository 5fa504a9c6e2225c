"""`pkpass serve` as a process: started, killed, stopped, asked."""
import base64
import http.client
import json
import os
import resource
import signal
import subprocess
import time

from .check import Violation, require

RECIPIENTS = [
    {"id": "1", "name": "Ada", "email": "ada@example.com", "mobileNumber": "+491701234561",
     "emailSubscription": True, "smsSubscription": True, "attributes": {"First Name": "Ada"}},
    {"id": "2", "name": "Bob", "email": "bob@example.com", "emailSubscription": True},
    {"id": "3", "name": "Cem", "mobileNumber": "+491701234563", "smsSubscription": True},
    {"id": "4", "name": "Dee", "email": "dee@example.com", "mobileNumber": "+491701234564"},
]

# The channels each recipient takes.
CHANNELS = {"1": {"EMAIL", "SMS"}, "2": {"EMAIL"}, "3": {"SMS"}, "4": set()}

AUTHORIZATION = "Basic " + base64.b64encode(b"crm:secret").decode()


class Server:
    """A server in a folder of its own. Database and outbox may lie elsewhere, on a disk that fills up."""

    def __init__(self, folder, pkpass, data=None, recipients=RECIPIENTS):
        self.folder, self.pkpass = folder, pkpass
        self.data = data or os.path.join(folder, "data")
        os.makedirs(self.data, exist_ok=True)
        self.database = os.path.join(self.data, "passes.db")
        self.outbox = os.path.join(self.data, "outbox")
        self.messages = ["--outbox", self.outbox]
        self.process, self.port, self.starts = None, None, 0
        self.environment = dict(os.environ, API="crm:secret", P12="test")
        if not os.path.exists(os.path.join(folder, "dev")):
            subprocess.run([pkpass, "authority", os.path.join(folder, "dev")], check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(folder, "people.json"), "w") as file:
            json.dump(recipients, file)

    @property
    def errors(self):
        with open(os.path.join(self.folder, "errors"), errors="replace") as file:
            return file.read()

    def launch(self, environment=None, descriptors=None, options=()):
        """Starts the process, without waiting for it to listen."""
        self.starts += 1
        arguments = [
            self.pkpass, "serve", "--database", self.database, "--listen", "127.0.0.1:0",
            "--public-url", "https://passes.example.com", "--recipients", os.path.join(self.folder, "people.json"),
            *self.messages, "--identity", os.path.join(self.folder, "dev/pass.p12"),
            "--password-env", "P12", "--credentials-env", "API", *options,
        ]

        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.log = os.path.join(self.folder, f"log.{self.starts}")
        with open(self.log, "w") as output, open(os.path.join(self.folder, "errors"), "a") as errors:
            self.process = subprocess.Popen(
                arguments, stdout=output, stderr=errors, stdin=subprocess.DEVNULL, preexec_fn=limit,
                env=dict(self.environment, **(environment or {})),
            )
        self.port = None

    def wait_until_listening(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with open(self.log) as file:
                for line in file:
                    if line.startswith("listening on ") and line.endswith("\n"):
                        self.port = int(line.rsplit(":", 1)[1])
                        return self
            if self.process.poll() is not None:
                raise Violation(f"the server ended with {self.process.returncode} at its start: {self.errors[-800:]}")
            time.sleep(0.01)
        raise Violation("the server did not listen within a minute")

    def start(self, **arguments):
        self.launch(**arguments)
        return self.wait_until_listening()

    def signal(self, number):
        self.process.send_signal(number)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()
        self.port = None

    def terminate(self, seconds=40):
        """Ends it gracefully, and gives how long that took."""
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Violation(f"SIGTERM did not end the server within {seconds} s")
        require(self.process.returncode == 0, f"after SIGTERM the server ended with {self.process.returncode}")
        self.port = None
        return time.monotonic() - started

    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def require_alive(self, when):
        require(self.is_alive(), f"the server died {when}: {self.errors[-800:]}")

    def resident(self):
        """Its memory, in KiB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1])
        return 0

    def ask(self, method, path, body=None, headers=None, timeout=30):
        """One exchange on a connection of its own: (status, headers, body)."""
        port = self.port
        if port is None:
            raise ConnectionRefusedError("the server is down")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=dict({"Authorization": AUTHORIZATION}, **(headers or {})))
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read()
        finally:
            connection.close()

    def json(self, path):
        status, _, body = self.ask("GET", path)
        require(status == 200, f"GET {path} gave {status}: {body[:200]!r}")
        return json.loads(body)
