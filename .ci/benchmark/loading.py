"""Loading a server with wrk, and what came of it."""

import os
import re
import subprocess
import tempfile

PATH = "/customers/cus_01/lead-source"
HEADERS = {"REB-APIKEY": "any"}
# Eleven fields, all that a lead source has.
BODY = (
    '{"medium":"email","source":"newsletter","campaign":"spring-2026","term":"lead source","content":"banner-17",'
    '"affiliate":"aff_19823","subAffiliate":"sub_77","salesAgent":"J. Doe","clickId":"clk_9f8e7d6c5b4a",'
    '"path":"/landing/spring","referrer":"https://example.com/from"}'
)
SECONDS = float(os.environ.get("SECONDS_EACH", "5"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))


class Load:
    """What a run of wrk and the server's processor time say."""

    def __init__(self, text, cpu):
        self.requests = int(re.search(r"(\d+) requests in", text).group(1))
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        self.p50 = milliseconds(re.search(r"^ +50% +(\S+)", text, re.MULTILINE).group(1))
        self.p99 = milliseconds(re.search(r"^ +99% +(\S+)", text, re.MULTILINE).group(1))
        self.cpu = cpu / max(self.requests, 1) * 1e6
        failed = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", text)
        self.failures = failed.group(0) if failed else ""


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def request_script(method="GET", path="'" + PATH + "'", setup=""):
    """A Lua script for wrk; `path` is an expression of Lua."""
    lines = [setup, f"local headers = {{}}"]
    lines += [f"headers['{name}'] = '{value}'" for name, value in HEADERS.items()]
    body = "nil"
    if method == "PUT":
        lines.append("headers['Content-Type'] = 'application/json'")
        body = f"'{BODY}'"
    if ".." not in path:
        lines.append(f"local whole\nrequest = function()")
        lines.append(f"  whole = whole or wrk.format('{method}', {path}, headers, {body})\n  return whole\nend")
    else:
        lines.append(f"request = function() return wrk.format('{method}', {path}, headers, {body}) end")
    return "\n".join(lines)


def load(server, script, seconds=SECONDS, connections=32, path=PATH):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        before = server.cpu()
        text = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--latency", "--timeout", "30s", "-s", file.name,
             server.url + path],
            capture_output=True, text=True, check=True,
        ).stdout
        return Load(text, server.cpu() - before)


def in_turn(pairs, rounds, seconds=SECONDS):
    """Loads servers with their scripts, one after the other and round after round, so that a slow moment of the machine meets
    them all; the loads of each, in the order of the pairs."""
    loads = [[] for _ in pairs]
    for _ in range(rounds):
        for of_server, (server, script) in zip(loads, pairs):
            of_server.append(load(server, script, seconds=seconds))
    return loads


def median(numbers):
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def table(heads, rows):
    """Prints columns: the first to the left, the others to the right."""
    lines = [heads] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        cells = [cell.ljust(width) if column == 0 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(line, widths))]
        print("  ".join(cells).rstrip(), flush=True)
