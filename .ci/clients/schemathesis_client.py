"""schemathesis against `doublet serve`: all checks, all phases, the stateful one included.

    schemathesis_client.py PATH/TO/doublet [DOCUMENT...]

Without documents: the bundled specs, and those of DOUBLET_CORPORA (default: ../shared/corpora) where it is there. Every
document is served on a port of its own by a scenario that lists one credential for each of its security schemes, so that
a wrong credential is one."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = pathlib.Path(os.environ.get("DOUBLET_CORPORA", ROOT.parent / "shared" / "corpora")) / "openapi"
BUNDLED = ["specs/rebilly.yaml", "specs/leadping.yaml", "specs/crmcom.yaml"]
OTHERS = [
    "examples/api-with-examples.yaml",
    "examples/callback-example.yaml",
    "examples/link-example.yaml",
    "examples/non-oauth-scopes.yaml",
    "examples/petstore-expanded.yaml",
    "examples/tictactoe.yaml",
    "examples/uspto.yaml",
    "real/museum.yaml",
    "real/adyen-HopService-v6.json",
    "real/adyen-PayoutService-v52.json",
    "real/adyen-RecurringService-v67.json",
    "real/adyen-PaymentService-v49.json",
    "vendors/leadping/openapi-2025-06.json",
]

STATUSES = "status_code_conformance"
ACCEPTANCE = "positive_data_acceptance"
NO_REFUSAL = "the document declares no status for a request that breaks its own rules, so each refusal is undocumented"
NO_401 = "the document asks for credentials and declares no 401"
FORMATS = "a format is asserted (`float` is a range, `date` is no empty text), which schemathesis takes for annotations"

# What schemathesis reports wrongly: document, the check that is left out there, and the reason.
REPORTED_WRONGLY = {
    "callback-example.yaml": {STATUSES: NO_REFUSAL},
    "link-example.yaml": {STATUSES: NO_REFUSAL},
    "uspto.yaml": {STATUSES: NO_REFUSAL},
    "non-oauth-scopes.yaml": {STATUSES: "the document declares no answer at all"},
    "tictactoe.yaml": {STATUSES: NO_401},
    "museum.yaml": {STATUSES: NO_401, ACCEPTANCE: FORMATS},
    "openapi-2025-06.json": {
        STATUSES: NO_401,
        "content_type_conformance": "the document declares a body of a 204, which cannot have one (RFC 9110)",
        "response_schema_conformance": "the same",
    },
}


def credentials(document):
    """One credential a security scheme: as a scenario lists it, and as schemathesis sends it."""
    listed, sent = [], []
    for name, scheme in (document.get("components", {}).get("securitySchemes") or {}).items():
        kind = "basic" if scheme.get("scheme", "").lower() == "basic" else scheme["type"]
        value = "user:password" if kind == "basic" else f"secret-{len(listed) + 1}"
        listed.append({"scheme": name, "value": value})
        sent.append(f'[auth.openapi."{name}"]')
        if kind == "basic":
            sent.append('username = "user"\npassword = "password"')
        else:
            sent.append(f'{"api_key" if kind == "apiKey" else "bearer"} = "{value}"')
    return listed, "\n".join(sent)


def serve(binary, path, arguments):
    """Starts the server on a free port, of the bundled APIs where there is no path; the process and its URL."""
    command = [binary, "serve", "--port", "0", "--no-quotas", "--log-level", "error", *arguments]
    process = subprocess.Popen(command + ([path] if path else []), stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    url = re.search(r"^doublet ready url=(\S+)", line)
    assert url, f"{path} is not served: {line!r}"
    return process, url[1]


def check(binary, path, folder):
    """Whether schemathesis finds nothing in a document."""
    text = path.read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    listed, sent = credentials(document)
    config = folder / "schemathesis.toml"
    config.write_text(sent + "\n", encoding="utf-8")
    arguments = []
    if path.name == "crmcom.yaml":
        arguments += ["--problem-status", "http"]
    if listed:
        name = (document.get("x-doublet") or {}).get("name", path.stem)
        scenario = folder / "scenario.yaml"
        scenario.write_text(
            yaml.safe_dump({"api": name, "description": "One credential a scheme.", "credentials": listed}),
            encoding="utf-8",
        )
        arguments += ["--scenario", str(scenario)]
    process, url = serve(binary, str(path), arguments)
    command = [pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", config, "run", path]
    command += ["--url", url, "--checks", "all", "--warnings", "off", "--no-color"]
    command += ["--seed", os.environ.get("SEED", "1"), "--max-examples", os.environ.get("MAX_EXAMPLES", "25")]
    command += ["--suppress-health-check", "all"]
    for excluded in REPORTED_WRONGLY.get(path.name, {}):
        command += ["--exclude-checks", excluded]
    try:
        result = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    finally:
        process.terminate()
        process.wait(10)
    lines = [line for line in result.stdout.splitlines() if "generated" in line]
    for excluded, reason in REPORTED_WRONGLY.get(path.name, {}).items():
        print(f"{path.name}: without {excluded}: {reason}")
    print(f"{path.name}: exit {result.returncode}{''.join(lines) and ', '}{''.join(lines).strip()}", flush=True)
    if result.returncode != 0:
        print(result.stdout[-20000:], result.stderr[-4000:], sep="\n")
    return result.returncode == 0


def main(binary, *documents):
    paths = [pathlib.Path(document).resolve() for document in documents]
    if not paths:
        paths = [ROOT / name for name in BUNDLED]
        if CORPORA.is_dir():
            paths += [CORPORA / name for name in OTHERS]
        else:
            print(f"skipped: {CORPORA} is not there, so only the bundled specs are tried")
    with tempfile.TemporaryDirectory() as folder:
        verdicts = [check(binary, path, pathlib.Path(folder)) for path in paths]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), *sys.argv[2:]))
