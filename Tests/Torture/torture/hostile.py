"""What nobody in good faith sends."""
import io
import json
import socket
import time
import zipfile

from . import forms
from .load import PATHS
from .server import AUTHORIZATION

PATH = PATHS["update"]


def head(length=None, kind="multipart/form-data; boundary=b", authorization=AUTHORIZATION, path=PATH, more=()):
    lines = [f"POST {path} HTTP/1.1", "Host: a", f"Authorization: {authorization}", f"Content-Type: {kind}", *more]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def whole(body, kind="multipart/form-data; boundary=b", **arguments):
    return head(len(body), kind, **arguments) + body


def bomb():
    """A pass whose icon inflates to 64 MiB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pass.json", b"{}")
        archive.writestr("icon.png", bytes(64 << 20))
    return buffer.getvalue()


def made(package=b"PK", content=b"{}", boundary="b", parts=()):
    body, kind = forms.multipart([("pkPass", "a.pkpass", package), ("passContent", None, content), *parts], boundary)
    return whole(body, kind)


def deep(levels):
    return b'{"recipients":' + b"[" * levels + b"]" * levels + b"}"


def many(count):
    return json.dumps(forms.content([str(number) for number in range(count)])).encode()


GOOD = forms.package("H1", 1)

# A name, and the bytes: what a socket sends before it reads whatever comes, and closes.
WHOLE = {
    "garbage": b"\x00\x01\x02\xff" * 500,
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "http2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(100),
    "line-without-end": b"GET /" + b"a" * 200_000,
    "header-flood": b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
    "header-too-long": b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
    "two-lengths": head(3, more=["Content-Length: 5"]) + b"abcde",
    "length-and-chunks": head(5, more=["Transfer-Encoding: chunked"]) + b"0\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n",
    "negative-length": head(-1),
    "enormous-length": head(1 << 62) + b"--b\r\n",
    "broken-chunk": head(more=["Transfer-Encoding: chunked"]) + b"zz\r\nabc\r\n",
    "enormous-chunk": head(more=["Transfer-Encoding: chunked"]) + b"ffffffffffffffff\r\nabc\r\n",
    "wrong-password": whole(b"--b--\r\n", authorization="Basic Y3JtOndyb25n"),
    "no-basic": whole(b"--b--\r\n", authorization="Basic !!!"),
    "no-form": whole(b"{}", "application/json"),
    "no-boundary": whole(b"--b--\r\n", "multipart/form-data"),
    "two-boundaries": whole(b"--b--\r\n", "multipart/form-data; boundary=a; boundary=b"),
    "no-end": whole(b'--b\r\nContent-Disposition: form-data; name="pkPass"\r\n\r\nabc'),
    "thousand-parts": whole(b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n' * 1000 + b"--b--\r\n"),
    "part-header-flood": whole(b"--b\r\n" + b"A: b\r\n" * 20_000 + b"\r\n--b--\r\n"),
    "returns": whole(b"--b\r\n" + b"\r" * 1_000_000),
    "almost-boundaries": whole(b'--b\r\nContent-Disposition: form-data; name="pkPass"\r\n\r\n' + b"\r\n--" * 200_000),
    "bomb": made(bomb()),
    "no-archive": made(b"PK\x05\x06" + bytes(18)),
    "archive-of-ends": made(b"PK\x05\x06" + bytes(17) + b"PK\x05\x06" * 5000),
    "deep": made(GOOD, deep(100_000)),
    "no-json": made(GOOD, b"\xff\xfe{}"),
    "number": made(GOOD, b'{"priority":' + b"9" * 100_000 + b"}"),
    "too-many-recipients": made(GOOD, many(10_001)),
    "path-as-file-name": made(GOOD, b"{}", parts=[("logo", "../../../../etc/passwd", b"x")]),
    "unknown-token": b"GET /passes/" + b"A" * 43 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "climbing-token": b"GET /passes/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: a\r\n\r\n",
    "broken-escape": b"GET /passes/%zz%c0%ae HTTP/1.1\r\nHost: a\r\n\r\n",
    "odd-method": b"BREW /api/v1/message/pass/import/update HTTP/1.1\r\nHost: a\r\n\r\n",
    "page-of-everything": b"GET /api/v1/pass/meta/1?start=-1&pageSize=99999999999999999999 HTTP/1.1\r\nHost: a\r\n"
                          b"Authorization: " + AUTHORIZATION.encode() + b"\r\n\r\n",
}


def send(port, chance):
    """Sends one of them: at once, in drops, or broken off; gives its name."""
    name = chance.choice(list(WHOLE))
    data = WHOLE[name]
    manner = chance.choice(["whole", "whole", "whole", "broken off", "in drops"])
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            if manner == "broken off":
                connection.sendall(data[:chance.randrange(1, len(data))])
                return name
            if manner == "in drops":
                for byte in data[:30]:
                    connection.sendall(bytes([byte]))
                    time.sleep(0.01)
                data = data[30:]
            connection.sendall(data)
            connection.settimeout(1)
            connection.recv(4096)
    except OSError:
        pass
    return name
