"""What came out: the files of the outbox, read by Python's own parsers, and how often each was written."""
import ctypes
import email
import email.policy
import json
import os
import re
import select
import struct
import threading

LINK = re.compile(r"https://passes\.example\.com(/passes/[A-Za-z0-9_-]+)")
IN_MOVED_TO = 0x80
IN_Q_OVERFLOW = 0x4000


class Watch:
    """Counts how often each file comes into a folder: a message that was sent again overwrites its file."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.counts, self.overflowed = {}, False
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._descriptor < 0 or self._libc.inotify_add_watch(self._descriptor, folder.encode(), IN_MOVED_TO) < 0:
            raise OSError(ctypes.get_errno(), "inotify")
        self._closing = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self):
        while not self._closing:
            if not select.select([self._descriptor], [], [], 0.1)[0]:
                continue
            data = os.read(self._descriptor, 1 << 16)
            offset = 0
            while offset < len(data):
                _, mask, _, length = struct.unpack_from("iIII", data, offset)
                name = data[offset + 16:offset + 16 + length].rstrip(b"\0").decode()
                offset += 16 + length
                self.overflowed |= bool(mask & IN_Q_OVERFLOW)
                if name and not name.startswith("."):
                    self.counts[name] = self.counts.get(name, 0) + 1

    @property
    def duplicates(self):
        """How often a message was sent once more."""
        return sum(count - 1 for count in list(self.counts.values()))

    def close(self):
        self._closing = True
        self._thread.join()
        os.close(self._descriptor)


class Message:
    """A file of the outbox."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        self.name = os.path.basename(path)
        if path.endswith(".eml"):
            parsed = email.message_from_bytes(data, policy=email.policy.default)
            self.channel = "EMAIL"
            self.key, self.request = parsed["X-Idempotency-Key"], parsed["X-Request-Id"]
            self.recipient = parsed["X-Recipient-Id"]
            self.text = parsed.get_body(("html", "plain")).get_content()
            self.defects = list(parsed.defects)
        else:
            parsed = json.loads(data)
            # A text message, or whatever a webhook was given.
            self.channel = parsed.get("channel", "SMS")
            self.key, self.request = parsed["idempotencyKey"], parsed["requestId"]
            self.recipient, self.defects = parsed["recipientId"], []
            self.text = parsed.get("html", parsed["text"])

    @property
    def link(self):
        found = LINK.search(self.text)
        return found.group(1) if found else None


_parsed = {}


def read(folder):
    """All finished messages; hidden files are unfinished ones."""
    if not os.path.isdir(folder):
        return []
    messages = []
    for name in sorted(os.listdir(folder)):
        if name.startswith(".") or name.endswith(".part"):
            continue
        path = os.path.join(folder, name)
        written = os.stat(path).st_mtime_ns
        if _parsed.get(path, (None,))[0] != written:
            _parsed[path] = (written, Message(path))
        messages.append(_parsed[path][1])
    return messages
