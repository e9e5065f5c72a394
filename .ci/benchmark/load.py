"""Doublet with validation, state and journal beside servers that do none of it, in turn, several rounds."""

import tempfile

import servers
from loading import BODY, HEADERS, PATH, ROUNDS, in_turn, load, median, request_script, table


def measure(folder):
    get, put = recorded(folder)
    made = [
        servers.doublet(folder),
        servers.bare(folder, get, put),
        servers.nginx(open(get, "rb").read()),
        servers.wiremock(open(get, "rb").read(), open(put, "rb").read()),
    ]
    for name, server in zip(["Doublet", "bare SwiftNIO", "nginx", "WireMock"], made):
        if server is None:
            print(f"{name}: skipped, it is not here")
    running = [server for server in made if server]
    try:
        for server in running:
            server.wait(PATH)
            load(server, request_script(), seconds=2)
            load(server, request_script("PUT"), seconds=2)
        for method in ("GET", "PUT"):
            compare(method, running)
    finally:
        for server in running:
            server.stop()


def compare(method, running):
    # nginx refuses a PUT to a constant.
    loaded = [server for server in running if method == "GET" or server.name != "nginx"]
    in_order = in_turn([(server, request_script(method)) for server in loaded], ROUNDS)
    loads = {server.name: of_server for server, of_server in zip(loaded, in_order)}
    bare = median([one.rate for one in loads["bare SwiftNIO"]])
    bare_cpu = median([one.cpu for one in loads["bare SwiftNIO"]])
    rows = []
    for name, of_server in loads.items():
        rate, cpu = median([one.rate for one in of_server]), median([one.cpu for one in of_server])
        rows.append([
            name, f"{rate:,.0f}", f"{rate / bare:.2f}", f"{median([one.p50 for one in of_server]):.2f}",
            f"{median([one.p99 for one in of_server]):.2f}", f"{cpu:.1f}", f"{bare_cpu / cpu:.2f}",
            sum(one.failures != "" for one in of_server) or "none",
        ])
    table([method, "requests/s", "x bare", "p50 ms", "p99 ms", "CPU us", "x bare", "failures"], rows)


def recorded(folder, *documents, path=PATH):
    """Files with the answers that Doublet gives, for the others to give too."""
    server = servers.doublet(folder, *documents)
    try:
        server.wait(path)
        head = f"{path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        put = f"PUT {head}Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n{BODY}"
        answers = [servers.ask(server.port, text.encode()) for text in (put, f"GET {head}\r\n")]
    finally:
        server.stop()
    files = []
    for head, body in reversed(answers):
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(head + b"\r\n\r\n" + body)
            files.append(file.name)
    return files
