"""What happens under load: many connections, slow readers, delays, a million requests, and the end of the server.

Everything is counted: an answer that does not come, or an exchange that the journal neither holds nor has counted as
evicted, fails the run.
"""

import json
import resource
import socket
import threading
import time

import servers
from loading import HEADERS, PATH, load, request_script, table


def measure(folder):
    rows = []
    for check in (million, many_connections, slow_readers, delays, drain):
        server = servers.doublet(folder, *ARGUMENTS.get(check.__name__, []))
        try:
            server.wait(PATH)
            rows += check(server)
        finally:
            server.stop()
    table(["under load", "value", ""], rows)


ARGUMENTS = {"delays": ["--fault", "GetCustomerLeadSource=50ms"]}
REQUEST = (f"GET {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in HEADERS.items())
           + "\r\n").encode()


def journal(server):
    """How many exchanges of the default sandbox the journal holds or counts as evicted."""
    head = f"GET /__doublet/journal HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 600) as connection:
        connection.sendall(head.encode())
        body = json.loads(servers.answer(connection)[1])
    return len(body["exchanges"]) + body["evicted"]


def million(server):
    """Memory after a journal's fill and after a million requests more."""
    asked, rows = 1, []
    for name, wanted in (("memory after 100,000 requests", 100_000), ("memory after 1,100,000 requests", 1_100_000)):
        while asked < wanted:
            asked += load(server, request_script(), seconds=2).requests
        rows.append([name, f"{server.memory():.0f}", "MB"])
    return rows


def many_connections(server):
    """10,000 open connections beside a load on 32 others; each of the 10,000 is answered before and after it."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(20_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    connections = [socket.create_connection(("127.0.0.1", server.port), 30) for _ in range(10_000)]
    answered = sum(asked(connection) for connection in connections)
    one = load(server, request_script(), seconds=5)
    memory = server.memory()
    answered += sum(asked(connection) for connection in connections)
    for connection in connections:
        connection.close()
    if answered != 20_000 or one.failures:
        raise SystemExit(f"{20_000 - answered} requests of 10,000 connections were not answered; {one.failures}")
    return [["10,000 connections open: requests/s on 32 more", f"{one.rate:,.0f}", ""],
            ["10,000 connections open: p99", f"{one.p99:.1f}", "ms"],
            ["10,000 connections open: memory", f"{memory:.0f}", "MB"],
            ["10,000 connections open: unanswered", "none", ""]]


def asked(connection):
    connection.sendall(REQUEST)
    return servers.answer(connection)[0].startswith(b"HTTP/1.1 200")


def slow_readers(server):
    """100 clients that send 2,000 requests each and read nothing at first; then all of their answers."""
    connections = [socket.create_connection(("127.0.0.1", server.port), 60) for _ in range(100)]
    senders = [threading.Thread(target=connection.sendall, args=(REQUEST * 2000,)) for connection in connections]
    for sender in senders:
        sender.start()
    time.sleep(2)
    memory = server.memory()
    one = load(server, request_script(), seconds=3)
    answers = 0
    for connection in connections:
        received, last = 0, b""
        while received < 2000:
            piece = last + servers.chunk(connection)
            received += piece.count(b"HTTP/1.1 200 ")
            last = piece[-12:]
        answers += received
        connection.close()
    for sender in senders:
        sender.join()
    if answers != 200_000:
        raise SystemExit(f"slow readers had {answers} answers to 200,000 requests")
    if not one.requests:
        raise SystemExit("beside slow readers nobody was answered")
    return [["100 clients that do not read: memory", f"{memory:.0f}", "MB"],
            ["100 clients that do not read: requests/s of the others", f"{one.rate:,.0f}", ""],
            ["100 clients that do not read: p99 of the others", f"{one.p99:.1f}", "ms"],
            ["100 clients that do not read: answers once they do", f"{answers:,}", "of 200,000"]]


def delays(server):
    """Answers that are to take 50 ms, 1,000 at a time."""
    # Long enough for the first answers, which all are due at once, to be less than one in a hundred.
    one = load(server, request_script(), seconds=15, connections=1000)
    if one.failures:
        raise SystemExit(f"delayed answers failed: {one.failures}")
    return [["a delay of 50 ms, 1,000 connections: requests/s", f"{one.rate:,.0f}", "of 20,000 possible"],
            ["a delay of 50 ms, 1,000 connections: p99", f"{one.p99:.1f}", "ms"]]


def drain(server):
    """Everything that was answered is in the journal; a shutdown under load leaves no request without its answer."""
    one = load(server, request_script(), seconds=1)
    held = journal(server)
    # wrk counts what came back; of each connection one more may have been answered after it had stopped counting.
    if not one.requests <= held - 1 <= one.requests + 64:
        raise SystemExit(f"the journal tells of {held} exchanges, {one.requests} were answered")
    connections = [socket.create_connection(("127.0.0.1", server.port), 30) for _ in range(50)]
    for connection in connections:
        connection.sendall(REQUEST * 20)
    server.process.terminate()
    answered = sum(answers(connection) for connection in connections)
    code = server.process.wait(10)
    if code != 0:
        raise SystemExit(f"the server ended with {code}")
    return [["journal: exchanges answered and recorded", f"{one.requests:,}", "all"],
            ["shutdown: whole answers on 50 connections", f"{answered}", "none cut"]]


def answers(connection):
    """How many whole answers come before the connection ends; one that is cut fails the run."""
    received = b""
    while True:
        try:
            piece = connection.recv(65536)
        except ConnectionResetError:
            break
        if not piece:
            break
        received += piece
    count = received.count(b"HTTP/1.1 200 ")
    while received:
        head, _, rest = received.partition(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        if len(rest) < length:
            raise SystemExit("a shutdown cut an answer")
        received = rest[length:]
    return count
