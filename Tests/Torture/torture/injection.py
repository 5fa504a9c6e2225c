"""Hostile text in every free-text field: refused, or without effect for independent readers of MIME, HTML and JSON."""
import email
import email.policy
import html.parser
import json
import os
import urllib.parse

from . import audit, forms
from .check import require
from .load import PATHS
from .server import RECIPIENTS

PAYLOADS = [
    # Another header.
    "Hi\r\nBcc: eve@example.com", "Hi\nBcc: eve@example.com", "Hi\rBcc: eve@example.com", "Hi\r\n Bcc: eve@example.com",
    "Hi\r\n\r\n<script>alert(1)</script>", "Hi%0d%0aBcc: eve@example.com", "Hi%0D%0ABcc:%20eve@example.com", "Hi%250d%250aBcc: e",
    "Hi\u2028Bcc: eve@example.com", "Hi\u2029Bcc: eve@example.com", "Hi\u0085Bcc: eve@example.com", "Hi\u0000there",
    "Hi\u000b\u000cthere", "Hi\u007fthere", "Hi\u0008\u0008\u001b[2J", "\ufeffHi", "Hi \u202egnp.exe",
    # Another address.
    "Eve\" <eve@example.com>, \"x", "Eve <eve@example.com>", "eve@example.com, ada@example.com", "eve@example.com;ada@example.com",
    "ada@example.com\u3000eve@example.com", "<eve@example.com>", "eve@[127.0.0.1]", "\"a b\"@example.com", "a\\\"b", "(comment) eve",
    # Another spelling.
    "=?utf-8?Q?Hi=0D=0ABcc:_eve@example.com?=", "=?utf-8?B?SGkNCkJjYzogZXZlQGV4YW1wbGUuY29t?=", "=?utf-8?Q?unfinished",
    # Another part.
    "--=_passkit-0", "\r\n--=_passkit-0\r\nContent-Type: text/html\r\n\r\n<b>x", "\r\n.\r\nMAIL FROM:<eve@example.com>",
    # Markup.
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "javascript:alert(1)",
    "<!-- ", "-->", "</a><a href='https://evil.example.com'>", "&lt;script&gt;", "\" onmouseover=\"alert(1)", "{{7*7}} ${7*7} <%= 7*7 %>",
    "data:text/html;base64,PHNjcmlwdD4=", "<style>@import 'https://evil.example.com'</style>", "`onclick=alert(1)`",
    # Another expansion.
    "##SMS Pass Link##", "##Email Pass Link####Name##", "##", "####X####", "##Name", "#" * 400,
    # Paths and long texts.
    "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "C:\\boot.ini", "file.pkpass\u0000.exe", "con", "x" * 3000,
    "ä" * 300, "\U0001f3ab" * 120, "a\u0300" * 200,
]

HEADERS = [
    "Date", "From", "To", "Subject", "Message-ID", "X-Idempotency-Key", "X-Request-Id", "X-Recipient-Id", "MIME-Version",
    "Auto-Submitted", "Content-Type",
]

LINK = "https://passes.example.com/passes/"


class Tags(html.parser.HTMLParser):
    """What a browser would see."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self.others = [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def people():
    """For each payload a recipient that has it as each of its texts."""
    result = list(RECIPIENTS)
    for number, payload in enumerate(PAYLOADS):
        fine = {"email": f"r{number}@example.com", "mobileNumber": f"+4917000{number:05d}", "emailSubscription": True,
                "smsSubscription": True, "name": "Ada"}
        result.append(dict(fine, id=f"value{number}", attributes={"X": payload}))
        result.append(dict(fine, id=f"name{number}", name=payload))
        result.append(dict(fine, id=f"email{number}", email=payload))
        result.append(dict(fine, id=f"mobile{number}", mobileNumber=payload))
        result.append(dict(fine, id=payload or "empty"))
    return result


class Matrix:
    def __init__(self, context):
        self.server = context.server(recipients=people())
        self.refused, self.inert, self.cells = 0, 0, 0
        self.serial = 0

    def send(self, content, package=None, parts=None, key=None):
        """Sends a request and gives status, body and, where it was taken, its id."""
        self.serial += 1
        package = package or forms.package(f"I{self.serial}", 1)
        if parts is None:
            body, kind = forms.request(package, content)
        else:
            body, kind = parts(package, json.dumps(content).encode())
        headers = {"Content-Type": kind}
        if key:
            headers["Idempotency-Key"] = key
        status, _, reply = self.server.ask("POST", PATHS["issue"], body, headers)
        require(status in (200, 400, 413, 422), f"{body[-600:]!r} was answered with {status}: {reply[:300]}")
        if status == 200:
            return status, json.loads(reply)["requestId"]
        # A header that is none is refused before there is a request.
        if key is None:
            answer = json.loads(reply)
            require("message" in answer and answer["id"] == "-1", f"a refusal says nothing: {reply[:200]}")
        return status, None

    def files(self, request):
        """The finished messages of a request, as bytes, by recipient and channel."""
        audit.wait_until_drained(self.server)
        connection = audit.connect(self.server.database)
        names = connection.execute(
            "SELECT m.name, d.recipient, m.channel FROM message m JOIN request r ON r.id = m.request "
            "JOIN delivery d ON d.request = m.request AND d.place = m.place WHERE r.name = ? AND m.state = 3",
            (int(request),)).fetchall()
        connection.close()
        found = {}
        for name, recipient, channel in names:
            path = os.path.join(self.server.outbox, name + (".eml" if channel == "EMAIL" else ".sms.json"))
            if os.path.exists(path):  # A message may end as rejected.
                with open(path, "rb") as file:
                    found[str(recipient), channel] = file.read()
        return found

    def cell(self, is_inert):
        self.cells += 1
        if is_inert:
            self.inert += 1
        else:
            self.refused += 1


def mail(data, to, what, name=None, sender=None, sender_name=None, subject=None, recipient=None):
    """An e-mail that has our headers, one address each way, and two parts; gives its HTML."""
    head, _, _ = data.partition(b"\r\n\r\n")
    require(all(byte in b"\r\n\t" or 32 <= byte < 127 for byte in head), f"{what}: a header is not printable ASCII")
    require(b"\r" not in data.replace(b"\r\n", b"") and b"\n" not in data.replace(b"\r\n", b""), f"{what}: a bare line end")
    require(all(len(line) <= 998 for line in data.split(b"\r\n")), f"{what}: a line is too long")
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    require([key for key in parsed.keys()] == HEADERS, f"{what}: the headers are {parsed.keys()}")
    require(not parsed.defects, f"{what}: {parsed.defects}")
    for header, address, display in (("To", to, name), ("From", sender, sender_name)):
        addresses = parsed[header].addresses
        require(len(addresses) == 1, f"{what}: {header} has {len(addresses)} addresses")
        require(address is None or addresses[0].addr_spec == address, f"{what}: {header} is {addresses[0].addr_spec}")
        require(display is None or same(addresses[0].display_name, display), f"{what}: {header} is {addresses[0].display_name!r}")
    require(subject is None or same(str(parsed["Subject"]), subject), f"{what}: the subject is {str(parsed['Subject'])!r}")
    require(recipient is None or same(str(parsed["X-Recipient-Id"]), recipient), f"{what}: the recipient is another")
    parts = list(parsed.walk())[1:]
    types = [part.get_content_type() for part in parts]
    require(types == ["text/plain", "text/html"], f"{what}: the parts are {types}")
    require(not any(part.defects for part in parts), f"{what}: a part is broken")
    return parts[1].get_content()


def same(left, right):
    """Equal but for blanks: Python keeps those between encoded words of a name, which RFC 2047 says to drop."""
    return "".join(left.split()) == "".join(right.split())


def sms(data, to, what):
    """A text message to one number, without control characters; gives its text."""
    parsed = json.loads(data)
    require(parsed["to"] == to, f"{what}: it goes to {parsed['to']}")
    require(not any(ord(one) < 32 and one not in "\n\r\t" or 127 <= ord(one) < 160 for one in parsed["text"]), f"{what}: controls")
    return parsed["text"]


def email_content(**members):
    return {
        "recipients": {"recipient": [{"id": "1"}]},
        "passIntegrationConfig": {"passIssueNotificationDetails": [
            dict(forms.details("EMAIL", "<a href='##Email Pass Link##'>Ticket</a>"), **members)]},
    }


def request_fields(matrix, payload):
    """The texts of a request that go into an e-mail or a text message."""
    for field in ("subject", "senderName", "senderEmail", "messageContent"):
        what = f"{field} {payload[:40]!r}"
        text = {"messageContent": payload + "<a href='##Email Pass Link##'>T</a>"}.get(field, payload)
        status, request = matrix.send(email_content(**{field: text}))
        data = matrix.files(request).get(("1", "EMAIL")) if status == 200 else None
        if data is not None:
            # A placeholder in a subject is one; what it stands for is asked for below.
            plain = field != "subject" or "##" not in payload
            content = mail(
                data, "ada@example.com", what, subject=payload if field == "subject" and plain else None,
                sender_name=payload if field == "senderName" else None,
                sender=payload if field == "senderEmail" else None,
            )
            if field != "messageContent":
                tags = Tags(content).tags
                require([tag for tag, _ in tags] == ["a"], f"{what}: the tags are {tags}")
                require(tags[0][1]["href"].startswith(LINK), f"{what}: the link is {tags[0][1]}")
            elif "##" not in payload:
                given = text.partition("<a href='##")[0].replace("\r\n", "\n").replace("\r", "\n")
                require(
                    content.replace("\r\n", "\n").startswith(given), f"{what}: the markup is {content[:120]!r}")
        matrix.cell(data is not None)

    for field in ("messageContent", "senderName"):
        what = f"SMS {field} {payload[:40]!r}"
        details = forms.details("SMS", "Ticket: ##SMS Pass Link##")
        details[field] = payload + " ##SMS Pass Link##" if field == "messageContent" else payload
        content = email_content()
        content["passIntegrationConfig"]["passIssueNotificationDetails"] = [details]
        status, request = matrix.send(content)
        data = matrix.files(request).get(("1", "SMS")) if status == 200 else None
        if data is not None:
            text = sms(data, "+491701234561", what)
            sender = json.loads(data).get("sender")
            require(sender is None or sender.isalnum() and sender.isascii(), f"{what}: the sender is {sender!r}")
            # With two hashes in the author's own text, another placeholder may begin there.
            require("##" in payload or LINK in text, f"{what}: the link is cut")
        matrix.cell(data is not None)


def form_fields(matrix, payload):
    """Names of parts and files, the idempotency key, and texts of the pass."""
    raw = payload.encode()

    def named(part=None, filename=None):
        def make(package, content):
            boundary = b"torture-b0undary"
            first = b'Content-Disposition: form-data; name="pkPass"; filename="' + (filename or b"a.pkpass") + b'"'
            blocks = [(first, package), (b'Content-Disposition: form-data; name="passContent"', content)]
            if part is not None:
                blocks.append((b'Content-Disposition: form-data; name="' + part + b'"; filename="a.png"', forms.ICON))
            body = b"".join(b"--" + boundary + b"\r\n" + head + b"\r\n\r\n" + data + b"\r\n" for head, data in blocks)
            return body + b"--" + boundary + b"--\r\n", "multipart/form-data; boundary=torture-b0undary"
        return make

    for what, make in (("part name", named(part=raw)), ("file name", named(filename=raw))):
        status, request = matrix.send(email_content(), parts=make)
        if status == 200:
            require(matrix.files(request).get(("1", "EMAIL")) is not None, f"{what} {payload[:40]!r}: no message")
        matrix.cell(status == 200)

    for field in ("serialNumber", "organizationName", "description"):
        package = forms.package(f"I{matrix.serial}x", 1, **{field: payload})
        status, request = matrix.send(email_content(), package=package)
        if status == 200:
            data = matrix.files(request)["1", "EMAIL"]
            content = mail(data, "ada@example.com", f"{field} {payload[:40]!r}")
            page = matrix.server.json(f"/api/v1/pass/meta/{request}")["passRequests"][0]
            require(field != "serialNumber" or page["serialNumber"] == payload, f"{field}: {page['serialNumber']!r}")
            link = Tags(content).tags[0][1]["href"].removeprefix("https://passes.example.com")
            status, headers, _ = matrix.server.ask("GET", link)
            require(status == 200, f"{field} {payload[:40]!r}: the link gives {status}")
            require(headers["Content-Disposition"] == 'attachment; filename="pass.pkpass"', f"{field}: {headers}")
        matrix.cell(status == 200)

    try:
        payload.encode("latin-1")
    except UnicodeEncodeError:
        return
    if "\r" in payload or "\n" in payload or "\0" in payload:
        return  # That would be another request, not another key.
    status, _ = matrix.send(email_content(), key=payload)
    matrix.cell(status == 200)


PLACES = {
    "text": "<p>##X##</p><a href='##Email Pass Link##'>T</a>",
    "attribute": "<p title=\"##X##\">a</p><a href='##Email Pass Link##'>T</a>",
    "address": "<a href=\"https://example.com/?q=##X##\">a</a><a href='##Email Pass Link##'>T</a>",
}


def recipient_fields(matrix):
    """The texts of recipients: one request for each template, to all of them."""
    def issue(ids, details):
        content = {"recipients": {"recipient": [{"id": one} for one in ids]},
                   "passIntegrationConfig": {"passIssueNotificationDetails": [details]}}
        status, request = matrix.send(content)
        require(status == 200, f"a request to recipients with odd texts was answered with {status}")
        return matrix.files(request)

    numbers = range(len(PAYLOADS))
    for place, template in PLACES.items():
        found = issue([f"value{number}" for number in numbers], forms.details("EMAIL", template))
        for number, payload in enumerate(PAYLOADS):
            what = f"value in {place} {payload[:40]!r}"
            data = found.get((f"value{number}", "EMAIL"))
            if data is not None:
                tags = Tags(mail(data, f"r{number}@example.com", what))
                names = [tag for tag, _ in tags.tags]
                require(names == [{"text": "p", "attribute": "p", "address": "a"}[place], "a"], f"{what}: {tags.tags}")
                require(not tags.others, f"{what}: {tags.others}")
                require(tags.tags[1][1]["href"].startswith(LINK), f"{what}: {tags.tags[1]}")
                if place == "text":
                    require(payload.replace("\r\n", "\n").split() == tags.text.removesuffix("T").split(), f"{what}: {tags.text!r}")
                elif place == "attribute":
                    require(set(tags.tags[0][1]) == {"title"}, f"{what}: {tags.tags[0]}")
                    require(same(tags.tags[0][1]["title"], payload), f"{what}: {tags.tags[0]}")
                else:
                    require(set(tags.tags[0][1]) == {"href"}, f"{what}: {tags.tags[0]}")
                    address = urllib.parse.urlsplit(tags.tags[0][1]["href"])
                    require((address.scheme, address.netloc) == ("https", "example.com"), f"{what}: {tags.tags[0]}")
                    require(urllib.parse.unquote(address.query + address.fragment) in ("q=" + payload, "q=" + payload.replace("#", "")),
                            f"{what}: {tags.tags[0]}")
            matrix.cell(data is not None)

    found = issue([f"value{number}" for number in numbers], forms.details("EMAIL", PLACES["text"].replace("##X##", "x"), subject="A ##X##"))
    for number, payload in enumerate(PAYLOADS):
        data = found.get((f"value{number}", "EMAIL"))
        if data is not None:
            mail(data, f"r{number}@example.com", f"value in subject {payload[:40]!r}", subject="A " + payload)
        matrix.cell(data is not None)

    found = issue([f"value{number}" for number in numbers], forms.details("SMS", "##X## ##SMS Pass Link##"))
    for number, payload in enumerate(PAYLOADS):
        data = found.get((f"value{number}", "SMS"))
        if data is not None:
            text = sms(data, f"+4917000{number:05d}", f"value in SMS {payload[:40]!r}")
            require(text.startswith(payload) and LINK in text[len(payload):], f"value in SMS {payload[:40]!r}: {text!r}")
        matrix.cell(data is not None)

    for kind in ("name", "email", "mobile"):
        channel = "SMS" if kind == "mobile" else "EMAIL"
        found = issue([f"{kind}{number}" for number in numbers], forms.details(channel, "<b>##Name##</b> ##SMS Pass Link## ##Email Pass Link##"))
        for number, payload in enumerate(PAYLOADS):
            what = f"recipient's {kind} {payload[:40]!r}"
            data = found.get((f"{kind}{number}", channel))
            if data is not None and kind == "mobile":
                sms(data, payload, what)
            elif data is not None:
                content = mail(data, payload if kind == "email" else f"r{number}@example.com", what, name=payload if kind == "name" else "Ada")
                require([tag for tag, _ in Tags(content).tags] == ["b"], f"{what}: {content[:200]!r}")
            matrix.cell(data is not None)

    for payload in PAYLOADS:
        content = email_content()
        content["recipients"]["recipient"] = [{"id": payload}]
        status, request = matrix.send(content)
        data = matrix.files(request).get((payload, "EMAIL")) if status == 200 else None
        if data is not None:
            mail(data, None, f"recipient's id {payload[:40]!r}", recipient=payload)
        matrix.cell(data is not None)


def injection(context):
    """Every payload in every field."""
    matrix = Matrix(context)
    server = matrix.server
    server.start()
    recipient_fields(matrix)
    for payload in PAYLOADS:
        request_fields(matrix, payload)
        form_fields(matrix, payload)
    server.require_alive("after hostile texts")
    # Nothing was written anywhere but where messages and the database belong.
    allowed = ("passes.db", "passes.db-wal", "passes.db-shm", "passes.db.lock", "outbox")
    require(set(os.listdir(server.data)) <= set(allowed), f"there are other files: {os.listdir(server.data)}")
    names = os.listdir(server.outbox)
    require(all(len(name.split(".")[0]) == 64 for name in names), "a message has an odd name")
    server.terminate()
    return {"payloads": len(PAYLOADS), "cells": matrix.cells, "refused": matrix.refused, "inert": matrix.inert}
