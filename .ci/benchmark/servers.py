"""The servers that are measured. Each is started alone, and is gone when it is stopped."""

import glob
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sysconfig
import tempfile
import time


class Server:
    """A process that has said where it listens."""

    def __init__(self, name, arguments, ready=None, port=None, environment=None):
        self.name = name
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            arguments,
            stdout=subprocess.PIPE if ready else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
        if ready:
            for line in self.process.stdout:
                found = re.search(ready, line.decode())
                if found:
                    port = int(found.group(1))
                    break
            else:
                raise RuntimeError(f"{name} did not start")
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def wait(self, path="/", seconds=60):
        """Waits until it answers; milliseconds from its start to its first answer."""
        while time.perf_counter() - self.started < seconds:
            try:
                ask(self.port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nREB-APIKEY: any\r\n\r\n".encode())
                return (time.perf_counter() - self.started) * 1000
            except OSError:
                time.sleep(0.001)
        raise RuntimeError(f"{self.name} does not answer")

    def processes(self):
        """Its process and those it made: nginx answers in a worker."""
        pid = self.process.pid
        children = open(f"/proc/{pid}/task/{pid}/children").read().split()
        return [pid] + [int(child) for child in children]

    def cpu(self):
        """Seconds of processor time that it has used."""
        ticks = 0
        for pid in self.processes():
            fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """MB that it holds."""
        kilobytes = 0
        for pid in self.processes():
            kilobytes += int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1))
        return kilobytes / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def ask(port, request):
    """Sends one request; the head and the body of its answer."""
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.sendall(request)
        return answer(connection)[:2]


def answer(connection, received=b""):
    """Reads one answer, of which some may have been received; its head, its body, and what came after it."""
    while b"\r\n\r\n" not in received:
        received += chunk(connection)
    head, body = received.split(b"\r\n\r\n", 1)
    found = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
    length = int(found.group(1)) if found else 0
    while len(body) < length:
        body += chunk(connection)
    return head, body[:length], body[length:]


def chunk(connection):
    received = connection.recv(65536)
    if not received:
        raise OSError("the connection was closed")
    return received


def doublet(folder, *arguments, threads=1):
    return Server(
        "Doublet",
        [f"{folder}/doublet", "serve", "--port", "0", "--no-quotas", "--log-level", "error", *arguments],
        ready=r"port=(\d+)",
        environment={"NIO_SINGLETON_GROUP_LOOP_COUNT": str(threads)},
    )


def bare(folder, get, put):
    return Server("bare SwiftNIO", [f"{folder}/doublet-benchmark", "bare", get, put], ready=r":(\d+)")


def store(folder, get, put):
    return Server("bare store", [f"{folder}/doublet-benchmark", "store", get, put], ready=r":(\d+)")


def nginx(get):
    """nginx with one worker that answers the same bytes; None where it is not installed."""
    binary = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not binary:
        return None
    folder, port = tempfile.mkdtemp(), free_port()
    body = get.split(b"\r\n\r\n", 1)[1].decode().replace("\\", "\\\\").replace("'", "\\'").replace("$", "")
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(
            f"""daemon off; worker_processes 1; pid {folder}/pid; error_log /dev/null;
            events {{ worker_connections 20000; }}
            http {{ access_log off; keepalive_requests 100000000; default_type application/json;
            server {{ listen 127.0.0.1:{port} backlog=1024; location / {{ return 200 '{body}'; }} }} }}"""
        )
    return Server("nginx", [binary, "-c", f"{folder}/nginx.conf"], port=port)


def wiremock(get, put):
    """WireMock with its journal on, answering the same bodies; None where its jar or java is missing."""
    places = [sysconfig.get_paths()["purelib"], os.environ.get("WIREMOCK", "")]
    jars = [jar for place in places if place for jar in glob.glob(f"{place}/**/wiremock*.jar", recursive=True)]
    if not jars or not shutil.which("java"):
        return None
    folder, port = tempfile.mkdtemp(), free_port()
    os.makedirs(f"{folder}/mappings")
    for method, recorded, status in (("GET", get, 200), ("PUT", put, 201)):
        with open(f"{folder}/mappings/{method}.json", "w") as file:
            json.dump(
                {
                    "request": {"method": method, "urlPattern": "/.*"},
                    "response": {
                        "status": status,
                        "headers": {"Content-Type": "application/json"},
                        "body": recorded.split(b"\r\n\r\n", 1)[1].decode(),
                    },
                },
                file,
            )
    return Server(
        "WireMock",
        ["java", "-jar", jars[0], "--port", str(port), "--root-dir", folder, "--max-request-journal-entries", "30000"],
        port=port,
    )


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
