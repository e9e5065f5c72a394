"""Parsing and judging a body, beside orjson and jsonschema-rs on the same bytes in the same run."""

import os
import subprocess
import tempfile
import venv

from loading import BODY, table

PYTHON = r"""
import sys, time, json, orjson, jsonschema_rs
text = {"type": ["string", "null"], "maxLength": 512}
names = ["medium", "source", "campaign", "term", "content", "affiliate", "subAffiliate", "salesAgent", "clickId", "path"]
schema = {"type": "object", "properties": {name: text for name in names}}
schema["properties"]["referrer"] = {"type": ["string", "null"], "format": "uri", "maxLength": 2083}
bytes_, rounds = open(sys.argv[1], "rb").read(), int(sys.argv[2])
if bytes_.startswith(b"["):
    schema = {"type": "array", "items": schema}
validator = jsonschema_rs.validator_for({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema},
                                        validate_formats=True)
least = float("inf")
for _ in range(5):
    start = time.perf_counter_ns()
    for _ in range(rounds):
        assert validator.is_valid(orjson.loads(bytes_))
    least = min(least, (time.perf_counter_ns() - start) / rounds)
print(int(least))
"""


def measure(folder):
    python = environment()
    if not python:
        print("skipped: orjson and jsonschema-rs cannot be installed")
        return
    rows = []
    for name, text, rounds in (("11 fields", BODY, 20_000), ("1,000 times 11 fields", f"[{','.join([BODY] * 1000)}]", 50)):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(text)
            file.flush()
            own, theirs = [], []
            for _ in range(3):
                own.append(run([f"{folder}/doublet-benchmark", "judge", file.name, str(rounds)]))
                theirs.append(run([python, "-c", PYTHON, file.name, str(rounds)]))
        rows.append([name, f"{min(own) / 1000:.2f}", f"{min(theirs) / 1000:.2f}", f"{min(own) / min(theirs):.2f}"])
    table(["parse and judge, us", "Doublet", "orjson + jsonschema-rs", "ratio"], rows)


def run(arguments):
    return int(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout)


def environment():
    """A Python that has both; None where they cannot be installed."""
    folder = tempfile.mkdtemp()
    try:
        venv.create(folder, with_pip=True)
        python = os.path.join(folder, "bin", "python")
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "orjson", "jsonschema-rs"],
            check=True, capture_output=True,
        )
        return python
    except (OSError, subprocess.CalledProcessError):
        return None
