"""How requests/s depend on the size of the API, on how many sandboxes there are, and on how many records; beside a server
that does nothing but keep and record as many answers, since more memory is slower memory."""

import json
import socket
import tempfile

import servers
from load import recorded
from loading import BODY, HEADERS, ROUNDS, in_turn, load, median, request_script, table


def measure(folder):
    for name, *curve_of in CURVES:
        curve(name, folder, *curve_of)
    threads(folder)


def curve(name, folder, sizes, path, documents, places):
    """Loads one server for each size, in turn. `path` has a place for a number up to `places(size)`; each is asked for as
    often as every other."""
    answers = recorded(folder, *documents(sizes[0]), path=path.format(1))
    made = [(size, servers.doublet(folder, *documents(size))) for size in sizes]
    made += [(size, servers.store(folder, *answers)) for size in (sizes[0], sizes[-1])]
    scripts = {(method, size): request_script(method, spread(path, places(size)))
               for method in ("GET", "PUT") for size in sizes}
    try:
        for size, server in made:
            server.wait()
            # A record that was made has another form than one that was replaced: what is loaded has been replaced.
            for method in ("PUT", "PUT", "GET"):
                ask_each(server, method, [path.format(number) for number in range(1, places(size) + 1)])
        rows = []
        for method in ("GET", "PUT"):
            for size, server in made:  # The journals are full and caches warm when it counts.
                load(server, scripts[method, size], seconds=3)
            # Many short ones: what is compared lies seconds apart.
            in_order = in_turn([(server, scripts[method, size]) for size, server in made], 3 * ROUNDS, seconds=1)
            loads = {(size, server.name): of_server for (size, server), of_server in zip(made, in_order)}
            cpus = {place: [one.cpu for one in of_server] for place, of_server in loads.items()}
            for (size, server), of_server in loads.items():
                own, first = cpus[size, server], cpus[sizes[0], server]
                rows.append([
                    f"{method}, {size:,} {name}" + ("" if server == "Doublet" else f", {server}"),
                    f"{median([one.rate for one in of_server]):,.0f}",
                    f"{median(own):.1f}", f"{median([cpu / beside for cpu, beside in zip(own, first)]):.2f}",
                    f"{min(own):.1f}", f"{min(own) / min(first):.2f}",
                    f"{median([one.p99 for one in of_server]):.2f}",
                    sum(one.failures != "" for one in of_server) or "none",
                ])
        table([name, "requests/s", "CPU us", "x first", "least", "x least", "p99 ms", "failures"], rows)
    finally:
        for _, server in made:
            server.stop()


def spread(path, most):
    """The path with random numbers, as an expression of Lua."""
    before, after = path.split("{}")
    return f"'{before}' .. math.random(1, {most}) .. '{after}'"


def ask_each(server, method, paths):
    """Asks once for each path, a hundred at a time; one that is refused ends the run."""
    fields = "".join(f"{name}: {value}\r\n" for name, value in {"Host": "127.0.0.1", **HEADERS}.items())
    body = ""
    if method == "PUT":
        fields += f"Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n"
        body = BODY
    with socket.create_connection(("127.0.0.1", server.port), 60) as connection:
        for start in range(0, len(paths), 100):
            some = paths[start : start + 100]
            connection.sendall("".join(f"{method} {path} HTTP/1.1\r\n{fields}\r\n{body}" for path in some).encode())
            rest = b""
            for path in some:
                head, _, rest = servers.answer(connection, rest)
                if not head.startswith(b"HTTP/1.1 2"):
                    raise SystemExit(f"{method} {path}: {head.decode()}")


def threads(folder):
    """Two event loops beside one, in turn: on two processors the load takes one of them, so the time a request is what
    tells."""
    made = [(count, servers.doublet(folder, threads=count)) for count in (1, 2)]
    rows = []
    try:
        for _, server in made:
            server.wait()
        for method in ("GET", "PUT"):
            script = request_script(method, spread("/~s{}/customers/cus_01/lead-source", 100))
            loads = in_turn([(server, script) for _, server in made], 2 * ROUNDS, seconds=2)
            for (count, _), of_server in zip(made, loads):
                gain = median([count * one.cpu / own.cpu for own, one in zip(of_server, loads[0])])
                rows.append([f"{method}, {count} threads", f"{median([own.rate for own in of_server]):,.0f}",
                             f"{median([own.cpu for own in of_server]):.1f}", f"{gain:.2f}"])
        table(["event loops", "requests/s", "CPU us", "x one, processors free"], rows)
    finally:
        for _, server in made:
            server.stop()


def api_of(operations):
    """The file of a document with that many operations, half of them reading and half of them writing."""
    things = range(1, operations // 2 + 1)
    texts = {name: {"type": ["string", "null"], "maxLength": 512} for name in json.loads(BODY)}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}

    def operation(thing, action, status):
        made = {
            "operationId": f"{action}{thing}",
            "x-doublet": {"resource": f"things{thing}", "action": action},
            "responses": {status: {"description": "the thing", "content": content}},
        }
        if action == "replace":
            made["requestBody"] = {"required": True, "content": content}
        return made

    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "x-doublet": {
            "resources": {
                f"things{thing}": {"schema": "#/components/schemas/Thing", "key": "path.id"} for thing in things
            }
        },
        "security": [{"Key": []}],
        "paths": {
            f"/things{thing}/{{id}}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "maxLength": 50}}],
                "get": operation(thing, "read", "200"),
                "put": operation(thing, "replace", "200"),
            }
            for thing in things
        },
        "components": {
            "securitySchemes": {"Key": {"type": "apiKey", "in": "header", "name": "REB-APIKEY"}},
            "schemas": {"Thing": {"type": "object", "properties": texts}},
        },
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(document, file)
    return [file.name]


def bundled(size):
    return []


# What grows, how much there is of it, a path with a place for a number, the documents, and how many numbers there are.
CURVES = [
    ("operations", [20, 300, 1500], "/things{}/x", api_of, lambda size: size // 2),
    ("sandboxes", [1, 100, 1000], "/~s{}/customers/cus_01/lead-source", bundled, lambda size: size),
    ("records", [10, 1000, 100_000], "/customers/c{}/lead-source", bundled, lambda size: size),
]
