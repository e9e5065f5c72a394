"""Python's `requests` as its documentation has it, against `doublet serve`: reading, writing, refusals, a retry that
waits as told, sandboxes, and the control API."""

import re
import signal
import subprocess
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def serve(binary):
    """Starts the server on a free port; the process and the URL of its ready line."""
    process = subprocess.Popen(
        [binary, "serve", "--port", "0", "--log-level", "error"], stdout=subprocess.PIPE, text=True
    )
    line = process.stdout.readline()
    url = re.search(r"^doublet ready url=(\S+) port=\d+ control=\S+ pid=\d+$", line)
    assert url, f"no ready line: {line!r}"
    return process, url[1]


def rebilly(url):
    """Writes, reads back, is refused, deletes."""
    session = requests.Session()
    session.headers["REB-APIKEY"] = "any"
    created = session.put(f"{url}/customers/cus_77/lead-source", json={"medium": "email"})
    assert created.status_code == 201, created.text
    read = session.get(created.headers["Location"])
    assert read.json()["medium"] == "email" and read.json() == created.json()

    refused = session.put(f"{url}/customers/cus_77/lead-source", json={"medium": 5, "referrer": "not a url"})
    assert refused.status_code == 422
    assert [field["field"] for field in refused.json()["invalidFields"]] == ["medium", "referrer"]
    assert session.get(created.headers["Location"]).json() == read.json()

    assert session.delete(f"{url}/customers/cus_77/lead-source").status_code == 204
    try:
        session.get(created.headers["Location"]).raise_for_status()
    except requests.HTTPError as error:
        assert error.response.status_code == 404
    else:
        raise AssertionError("what was deleted is still there")


def leadping(url):
    """Is told to wait, waits, and gets through, without a line of its own about it."""
    fault = {"operation": "Sources_Get", "problem": "tooManyRequests", "details": {"retryAfter": 1}, "times": {"first": 2}}
    assert requests.post(f"{url}/__doublet/faults", json=fault).status_code == 201
    session = requests.Session()
    session.headers["Authorization"] = "Bearer any"
    session.mount("http://", HTTPAdapter(max_retries=Retry(total=3, status_forcelist=[429])))
    assert session.get(f"{url}/sources/src_01").json()["id"] == "src_01"
    expectations = [{"exchange": {"operation": "Sources_Get", "status": 429}, "count": 2}]
    verdict = requests.post(f"{url}/__doublet/verify", json=expectations)
    assert verdict.status_code == 200, verdict.text


def crmcom(url):
    """Logs in, and shows a lead with the token."""
    login = {"username": "user", "password": "secret", "organisation": "org"}
    token = requests.post(f"{url}/authentication/token", json=login).json()["data"]["token"]
    parameters = {"token": token, "lead_identifier": "number=116"}
    shown = requests.get(f"{url}/leads/show", params=parameters)
    assert shown.json()["data"]["number"] == "116", shown.text


def main(binary):
    process, url = serve(binary)
    try:
        for client in (rebilly, leadping, crmcom):
            client(f"{url}/~{client.__name__}")
            print(f"requests {requests.__version__}: {client.__name__} passed")
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0, "the server does not end with 0"


if __name__ == "__main__":
    main(sys.argv[1])
