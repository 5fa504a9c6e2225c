"""Download links: good ones, and every kind of one that must lead nowhere, all answered alike."""
import os
import statistics
import time

from . import audit, forms
from .check import require
from .outbox import read

PATH = "/api/v1/message/pass/import"


def issue(server, serial, recipients):
    body, kind = forms.request(forms.package(serial, 1), forms.content(recipients))
    status, _, reply = server.ask("POST", PATH, body, {"Content-Type": kind})
    require(status == 200, f"{status}: {reply[:200]}")
    import json
    request = json.loads(reply)["requestId"]
    audit.wait_until_drained(server)
    return request


def get(server, path, method="GET"):
    status, headers, body = server.ask(method, path)
    return status, {name.lower(): value for name, value in headers.items() if name.lower() != "date"}, body


def states(server, request):
    """The words of each recipient's channels."""
    found = {}
    for item in server.json(f"/api/v1/pass/meta/{request}")["passRequests"]:
        status = server.json(f"/api/v1/pass/{item['id']}/status")["passStatusData"]
        for channel in status["channelStatusList"]:
            found[str(item["audienceId"]), channel["channelType"]] = channel["channelStatus"]
    return found


def links(context):
    """The matrix of links."""
    server = context.server()
    server.start()
    requests = [issue(server, serial, ["1", "2"]) for serial in ("A", "B", "C", "D")]
    by = {(message.request, message.recipient, message.channel): message.link for message in read(server.outbox)}
    require(len(by) == 12, f"there are {len(by)} messages")

    # Good ones, again and again; a look at the head opens nothing, and opening one opens no other's.
    good = by[requests[0], "1", "EMAIL"]
    require(get(server, good, "HEAD")[0] == 200, "HEAD of a link")
    require(states(server, requests[0])["1", "EMAIL"] == "submitted", "HEAD opened a link")
    bodies = {get(server, good)[2] for _ in range(3)}
    require(len(bodies) == 1, "a link gives different passes")
    after = states(server, requests[0])
    require(after["1", "EMAIL"] == "opened", f"the link was opened: {after}")
    require(after["2", "EMAIL"] == "submitted", f"another recipient's link counts as opened: {after}")
    require(states(server, requests[1])["1", "EMAIL"] == "submitted", "another pass's link counts as opened")
    guarded = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
    _, headers, _ = get(server, good)
    require(guarded.items() <= headers.items(), f"the headers of a download are {headers}")

    # What leads nowhere.
    revoked, expired, other = (by[requests[place], "1", "EMAIL"] for place in (1, 2, 3))
    server.terminate()
    connection = audit.connect_writable(server.database)
    import hashlib

    def digests(path):
        """The digest under which the server keeps a link is that of its token, as text or as bytes."""
        import base64
        token = path.rsplit("/", 1)[1]
        return [
            hashlib.sha256(token.encode()).digest(),
            hashlib.sha256(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))).digest(),
        ]

    for path, change in ((revoked, "revoked = 1"), (expired, "expires = 1")):
        changed = sum(
            connection.execute(f"UPDATE link SET {change} WHERE digest = ?", (digest,)).rowcount for digest in digests(path)
        )
        require(changed == 1, f"{changed} rows are the link {path}")
    stored = [bytes(digest).hex() for (digest,) in connection.execute("SELECT digest FROM link")]
    connection.close()
    server.start()
    token = good.rsplit("/", 1)[1]
    nowhere = {
        "revoked": revoked, "expired": expired, "unknown": "/passes/" + "A" * len(token), "cut": "/passes/" + token[:-1],
        "longer": "/passes/" + token + "A", "case": "/passes/" + token.swapcase(), "digest": "/passes/" + stored[0],
        "reversed": "/passes/" + token[::-1], "blank": "/passes/%20" + token, "null": "/passes/" + token + "%00",
        "slash": "/passes/" + token + "%2f", "climbing": "/passes/..%2f" + token, "twice encoded": "/passes/%25" + token,
        "long": "/passes/" + "A" * 4000, "padding": "/passes/" + token + "=", "query": "/passes/x?token=" + token,
    }
    answers = {name: get(server, path) for name, path in nowhere.items()}
    expected = answers["unknown"]
    require(expected[0] == 404, f"an unknown link gives {expected[0]}")
    for name, answer in answers.items():
        require(answer == expected, f"a link that is {name} is answered differently: {answer} instead of {expected}")
    require(guarded.items() <= expected[1].items(), f"the headers of a refusal are {expected[1]}")
    require(get(server, other)[0] == 200, "a good link was lost")

    # Asking for another recipient's part of a request, or another request, says what asking for none says.
    strangers = [
        get(server, f"/api/v1/pass/meta/{requests[0]}/{recipient}") for recipient in ("3", "4", "nobody", "1%20", "../1")
    ]
    require(all(answer[0] in (200, 404) for answer in strangers), f"{[answer[0] for answer in strangers]}")
    require(len({answer[2] for answer in strangers[:3]}) == 1, "a known recipient of another request is told apart")
    unknown = [get(server, f"/api/v1/pass/{identity}/status") for identity in ("1", "9007199254740991", "x", "-1")]
    require(len({(answer[0]) for answer in unknown}) == 1, f"{[answer[0] for answer in unknown]}")

    # Without credentials a link's token opens nothing but its pass.
    status, _, _ = server.ask("GET", f"/api/v1/pass/meta/{requests[0]}", headers={"Authorization": "Bearer " + token})
    require(status == 401, f"a link's token passes for credentials: {status}")
    log = server.errors + open(server.log).read()
    require(not any(path.rsplit("/", 1)[1] in log for path in by.values()), "a token stands in a log")

    def work(path):
        times = []
        for _ in range(100):
            started = time.perf_counter()
            get(server, path)
            times.append(time.perf_counter() - started)
        return round(statistics.median(times) * 1e6)

    figures = {name: work(nowhere[name]) for name in ("unknown", "expired", "revoked", "cut")}
    server.terminate()
    return {"links": len(by), "nowhere": len(nowhere), "medianMicroseconds": figures}
