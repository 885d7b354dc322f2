"""check.py FILE: compares an OpenRPC document with what it describes.

The first line of FILE is the document. Then follow conversations as they really went: `@ NAME` is a
connection, `> LINE` was sent on it, `< LINE` came back. Says on stdout, one a line, where the document
is no OpenRPC, where a schema is no JSON Schema, and where a request that succeeded or its result is not
as the document says. Exits 0 when it found nothing, 1 when it did, 2 when it could not look.
"""

import datetime
import json
import pathlib
import re
import sys

from jsonschema import Draft7Validator, FormatChecker

formats = FormatChecker(formats=["date"])


@formats.checks("date-time", raises=ValueError)
def is_date_time(value):
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value):
        return False
    return bool(datetime.datetime.fromisoformat(value.replace("Z", "+00:00")))


@formats.checks("uuid")
def is_uuid(value):
    pattern = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    return not isinstance(value, str) or re.fullmatch(pattern, value) is not None


def differences(schema, value, place):
    """What a value lacks of a schema, each with where it is."""
    validator = Draft7Validator(schema, format_checker=formats)
    for error in validator.iter_errors(value):
        path = "/".join(str(step) for step in error.absolute_path)
        yield f"{place}/{path}: {error.message[:200]}"


def twice(values):
    return {value for value in values if values.count(value) > 1}


def of_document(document):
    """What OpenRPC says of a document, beyond what its schema can."""
    openrpc = json.loads(pathlib.Path(__file__).with_name("openrpc-1.3.json").read_text())
    Draft7Validator.check_schema(openrpc)
    yield from differences(openrpc, document, "document")
    methods = document.get("methods", [])
    for name in twice([method.get("name") for method in methods]):
        yield f"{name}: the name of two methods"
    for method in methods:
        name, params = method.get("name"), method.get("params", [])
        for param in twice([param.get("name") for param in params]):
            yield f"{name}: the name of two parameters is {param}"
        required = [param.get("required", False) for param in params]
        if required != sorted(required, reverse=True):
            yield f"{name}: a required parameter stands behind an optional one"
        for code in twice([error.get("code") for error in method.get("errors", [])]):
            yield f"{name}: two errors have the code {code}"


def closed(schema):
    """The same, but nothing that it does not name: clients ignore such members, a test does not."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {name: closed(part) for name, part in schema.items()}
    if "properties" in schema:
        schema.setdefault("additionalProperties", False)
    return schema


class Method:
    """A method as its description has it."""

    def __init__(self, description):
        params = description["params"]
        self.name = description["name"]
        self.result = closed(description["result"]["schema"])
        self.params = {
            "type": "object",
            "properties": {param["name"]: param["schema"] for param in params},
            "required": [param["name"] for param in params if param.get("required")],
            "additionalProperties": False,
        }

    def of_call(self, params, result):
        yield from differences(self.params, params, f"{self.name} params")
        yield from differences(self.result, result, f"{self.name} result")


def read(line):
    """A line as an object, or nothing: conversations also hold what is no JSON."""
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def calls(lines):
    """Every request that succeeded: its method, its parameters, its result."""
    connection, asked = None, {}
    for line in filter(None, lines):
        mark, rest = line[0], line[2:]
        if mark == "@":
            connection = rest
            continue
        message = read(rest)
        key = (connection, json.dumps(message.get("id")))
        if mark == ">":
            asked[key] = message
        elif "result" in message and key in asked:
            request = asked[key]
            yield request["method"], request.get("params", {}), message["result"]


def findings(lines):
    document = json.loads(lines[0])
    found = list(of_document(document))
    yield from found
    if found:
        return
    methods = {method["name"]: Method(method) for method in document["methods"]}
    seen = set()
    for name, params, result in calls(lines[1:]):
        seen.add(name)
        yield from methods[name].of_call(params, result)
    for name in sorted(set(methods) - seen):
        yield f"{name}: no conversation has it succeed"


if __name__ == "__main__":
    try:
        text = pathlib.Path(sys.argv[1]).read_text()
        found = sorted(set(findings(text.split("\n"))))
    except Exception as error:  # Whatever it is: the test has to see that nothing was compared.
        print(f"could not look: {error!r}")
        sys.exit(2)
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
