"""openapi-core and openapi-schema-validator beside Doublet's own verdicts.

    openapi_core_client.py PATH/TO/doublet [DOCUMENT...]

Answers: every operation is asked for each status that it declares (`Prefer: code=…`), as documented and by seeds
(`dynamic=true`); openapi-core judges each answer, the journal says what Doublet thought of the same bytes, and both must
find something, or neither. Records: what the bundled collections hold is spoilt in every way that is easy to think of;
the control API and openapi-schema-validator must refuse the same."""

import copy
import json
import os
import pathlib
import sys

import requests
import yaml
from jsonschema import FormatChecker
from openapi_core import Config, OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from openapi_core.exceptions import OpenAPIError
from openapi_schema_validator import OAS31Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from schemathesis_client import BUNDLED, CORPORA, OTHERS, ROOT, serve

METHODS = ["get", "put", "post", "delete", "options", "head", "patch"]
SPOILERS = [None, True, 0, -1, 1.5, 10**30, "", "x" * 10_000, "not a url", "2026-13-01T00:00:00Z", [], [None], {}, {"a": 1}]

# Where openapi-core cannot judge: document, and why.
NOT_JUDGED = {"openapi-2025-06.json": "its PUT /leads has a path parameter that the path lacks"}


def operations(document):
    """Methods and paths, with the statuses that each declares."""
    for path, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if method in item:
                statuses = [str(status) for status in item[method].get("responses") or {}]
                yield method, path, [int(status) for status in statuses if status.isdigit()]


def answers(url, document):
    """How many answers were judged, and on how many the two differ."""
    config = Config(extra_media_type_deserializers={"application/problem+json": json.loads})
    api = OpenAPI.from_dict({**without_servers(document), "servers": [{"url": url}]}, config=config)
    session = requests.Session()
    session.headers.update(keys(document))
    judged = differing = 0
    for method, path, statuses in operations(document):
        target = url + path.replace("{", "").replace("}", "")
        for status in statuses:
            for prefer in [f"code={status}", *(f"code={status}, dynamic=true, seed={seed}" for seed in range(1, 4))]:
                answer = session.request(method, target, headers={"Prefer": prefer}, allow_redirects=False)
                exchange = session.get(f"{url}/__doublet/journal").json()["exchanges"][-1]
                ours = [violation for violation in exchange["violations"] if violation["side"] == "response"]
                if exchange["undocumented"]:
                    ours.append("undocumented")
                try:
                    api.validate_response(RequestsOpenAPIRequest(answer.request), RequestsOpenAPIResponse(answer))
                    theirs = None
                except OpenAPIError as error:
                    theirs = error.__cause__ or error
                session.delete(f"{url}/__doublet/journal")
                judged += 1
                if bool(ours) != bool(theirs):
                    differing += 1
                    print(f"  {method.upper()} {path} ({prefer}) -> {answer.status_code} {answer.text[:300]}")
                    print(f"    ours: {ours}\n    theirs: {theirs!r}")
    return judged, differing


def keys(document):
    """Header fields that let a request in where the document asks for keys in header fields, or for HTTP's schemes."""
    fields = {}
    for scheme in (document.get("components", {}).get("securitySchemes") or {}).values():
        if scheme["type"] == "apiKey":
            fields[scheme["name"]] = "any"
        else:
            fields["Authorization"] = "Basic YTpi" if scheme.get("scheme", "").lower() == "basic" else "Bearer any"
    return fields


def without_servers(document):
    """The document without the servers of paths and operations, since it is served elsewhere."""
    document = copy.deepcopy(document)
    for item in (document.get("paths") or {}).values():
        item.pop("servers", None)
        for method in METHODS:
            item.get(method, {}).pop("servers", None)
    return document


def spoilt(value):
    """The value with one thing wrong, or merely changed, in it; also deep inside."""
    yield from (spoiler for spoiler in SPOILERS)
    if isinstance(value, dict):
        for key in value:
            yield {other: value[other] for other in value if other != key}
            yield from ({**value, key: changed} for changed in spoilt(value[key]))
        yield {**value, "unheard-of": 1}
    if isinstance(value, list):
        for index in range(len(value)):
            yield from (value[:index] + [changed] + value[index + 1 :] for changed in spoilt(value[index]))


def records(url, document):
    """How many spoilt records were judged, how many of them refused, and on how many the two differ."""
    session = requests.Session()
    api = document["x-doublet"]["name"]
    registry = Registry().with_resource("urn:spec", DRAFT202012.create_resource(document))
    judged = refused = differing = 0
    for name, resource in document["x-doublet"].get("resources", {}).items():
        validator = OAS31Validator(
            {"$ref": "urn:spec" + resource["schema"]}, registry=registry, format_checker=FormatChecker()
        )
        collection = f"{url}/__doublet/state/{api}/{name}"
        for key, record in session.get(collection).json().items():
            for changed in spoilt(record):
                ours = session.put(f"{collection}/{key}", json=changed).status_code >= 400
                theirs = not validator.is_valid(changed)
                judged, refused = judged + 1, refused + ours
                if ours != theirs:
                    differing += 1
                    print(f"  {name}/{key}: {changed}\n    ours refuse: {ours}, theirs: {theirs}")
    return judged, refused, differing


def main(binary, *documents):
    paths = [pathlib.Path(document).resolve() for document in documents]
    if not paths:
        paths = [ROOT / name for name in BUNDLED] + [CORPORA / name for name in OTHERS if CORPORA.is_dir()]
    failures = 0
    for path in paths:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name in NOT_JUDGED:
            print(f"{path.name}: skipped: {NOT_JUDGED[path.name]}")
            continue
        process, url = serve(binary, str(path), [])
        try:
            judged, differing = answers(url, document)
            print(f"{path.name}: {judged} answers, {differing} judged differently")
            failures += differing
        finally:
            process.terminate()
            process.wait(10)
    process, url = serve(binary, None, [])
    try:
        for name in BUNDLED:
            judged, refused, differing = records(url, yaml.safe_load((ROOT / name).read_text(encoding="utf-8")))
            print(f"{name}: {judged} records, {refused} refused, {differing} judged differently")
            failures += differing
    finally:
        process.terminate()
        process.wait(10)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), *sys.argv[2:]))
