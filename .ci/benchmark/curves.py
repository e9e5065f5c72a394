"""How requests/s depend on the size of the API, on how many sandboxes there are, and on how many records."""

import json
import tempfile

import servers
from loading import BODY, ROUNDS, load, median, request_script, table


def measure(folder):
    curve("operations", folder, [20, 300, 1500], api_of, lambda size: f"'/things' .. math.random(1, {size // 2}) .. '/x'")
    curve("sandboxes", folder, [1, 100, 1000], lambda size: [], lambda size: sandbox_path(size))
    curve("records", folder, [10, 1000, 100_000], lambda size: [], lambda size: record_path(size))
    threads(folder)


def sandbox_path(size):
    return f"'/~s' .. math.random(1, {size}) .. '/customers/cus_01/lead-source'"


def record_path(size):
    return f"'/customers/c' .. math.random(1, {size}) .. '/lead-source'"


def curve(name, folder, sizes, documents, path):
    """Loads one server for each size, in turn, so that a slow moment of the machine meets them all."""
    made = [(size, servers.doublet(folder, *documents(size))) for size in sizes]
    try:
        for size, server in made:
            server.wait()
            fill(server, path(size).replace("math.random(1, ", "counted("), size)
        rows = []
        for method in ("GET", "PUT"):
            loads = {size: [] for size, _ in made}
            for _ in range(ROUNDS):
                for size, server in made:
                    loads[size].append(load(server, request_script(method, path(size)), seconds=3))
            first = median([one.cpu for one in loads[sizes[0]]])
            for size, _ in made:
                cpu = median([one.cpu for one in loads[size]])
                rows.append([
                    f"{method}, {size:,} {name}", f"{median([one.rate for one in loads[size]]):,.0f}", f"{cpu:.1f}",
                    f"{cpu / first:.2f}", f"{median([one.p99 for one in loads[size]]):.2f}",
                    sum(one.failures != "" for one in loads[size]) or "none",
                ])
        table([name, "requests/s", "CPU us", "x first", "p99 ms", "failures"], rows)
    finally:
        for _, server in made:
            server.stop()


def fill(server, path, size):
    """Writes each place once."""
    counting = f"local n = 0\nlocal function counted(most) n = n % {size} + 1 return n end"
    load(server, request_script("PUT", path, setup=counting), seconds=max(1, size / 8000))


def threads(folder):
    """Two event loops beside one: on two processors the load takes one of them, so the time a request is what tells."""
    rows = []
    made = [(count, servers.doublet(folder, threads=count)) for count in (1, 2)]
    try:
        for method in ("GET", "PUT"):
            cpu = {}
            for count, server in made:
                server.wait()
                loads = [load(server, request_script(method, sandbox_path(100)), seconds=3) for _ in range(ROUNDS)]
                cpu[count] = median([one.cpu for one in loads])
                rows.append([f"{method}, {count} threads", f"{median([one.rate for one in loads]):,.0f}",
                             f"{cpu[count]:.1f}", f"{2 * cpu[1] / cpu[count] if count == 2 else 1:.2f}"])
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
