"""Passes and requests as bytes; nothing of the library makes them."""
import json
import io
import struct
import zipfile
import zlib

TYPE = "pass.com.example.ticket"
TEAM = "TEAMID1234"
EPOCH = (2026, 1, 1, 0, 0, 0)


def png(side):
    """A grey square."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


ICON = png(29)


def package(serial, number, filler=0, **members):
    """An unsigned pass; the number stands in its back field, so that a reader can tell versions apart."""
    document = {
        "formatVersion": 1, "passTypeIdentifier": TYPE, "teamIdentifier": TEAM, "serialNumber": serial,
        "organizationName": "Example", "description": "Ticket", "logoText": f"Number {number}",
        "eventTicket": {"primaryFields": [{"key": "number", "label": "Number", "value": number}]},
    }
    document.update(members)
    if filler:
        document["userInfo"] = {"filler": ("%032x" % (number * 0x9E3779B97F4A7C15 % (1 << 128))) * (filler // 32)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("pass.json", json.dumps(document).encode()), ("icon.png", ICON), ("icon@2x.png", ICON)):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return buffer.getvalue()


def number_of(package):
    """The number of a downloaded pass, read by another ZIP and another JSON reader than the library's."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return json.loads(archive.read("pass.json"))["eventTicket"]["primaryFields"][0]["value"]


def details(channel, text, **members):
    entry = {"channel": channel, "enabled": True, "messageContent": text}
    if channel == "EMAIL":
        entry["subject"] = "Ticket"
    entry.update(members)
    return entry


def content(recipients, **members):
    """passContent: both channels, a link in each message."""
    def both(verb):
        return [
            details("EMAIL", f"<p>{verb}</p><a href='##Email Pass Link##'>Your ticket</a>"),
            details("SMS", f"{verb}: ##SMS Pass Link##"),
        ]

    result = {
        "recipients": {"recipient": [{"id": name} for name in recipients]},
        "passIntegrationConfig": {
            "passIssueNotificationDetails": both("Issued"), "passUpdateNotificationDetails": both("Updated"),
        },
    }
    result.update(members)
    return result


def multipart(parts, boundary="torture-b0undary"):
    """The body of multipart/form-data, and its content type. A part is (name, file name or None, bytes)."""
    body = io.BytesIO()
    for name, filename, data in parts:
        extra = f'; filename="{filename}"\r\nContent-Type: application/octet-stream' if filename else ""
        body.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode())
        body.write(data)
        body.write(b"\r\n")
    body.write(f"--{boundary}--\r\n".encode())
    return body.getvalue(), f"multipart/form-data; boundary={boundary}"


def request(package, content):
    return multipart([("pkPass", "a.pkpass", package), ("passContent", None, json.dumps(content).encode())])
