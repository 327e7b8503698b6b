"""The providers' own descriptions of their interfaces, when at hand, and readers that hold values against them.

They are looked for as `specs.py` says. Without them the contract tests have nothing to compare with: they pass, and say
loudly that they checked nothing.
"""

from __future__ import annotations

import json
import re
import warnings
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from tests.contracts.specs import spec_file

TELEGRAM, TWILIO, SEGMENTS = "telegram_bot_api.min.json", "twilio_api_v2010.json", "cds_sms_fragment_count_cases.csv"


def spec_path(name: str) -> Path | None:
    """None, with a warning in pytest's summary, when the description is not at hand."""
    path = spec_file(name)
    if path.is_file():
        return path
    message = f"NOT CHECKED against the provider's own description: {name} is not in {path.parent}"
    warnings.warn(message, stacklevel=2)
    print(message)
    return None


def load(name: str) -> dict[str, Any] | None:
    path = spec_path(name)
    return json.loads(path.read_text()) if path else None


def telegram_faults(spec: dict[str, Any], value: Any, types: list[str], where: str = "result") -> list[str]:
    """What in `value` the Bot API does not say, for any of these types; empty when one type fits wholly."""
    tried = [_telegram_faults(spec, value, kind, where) for kind in types]
    return min(tried, key=len)


_SCALARS: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "String": (str,),
    "Boolean": (bool,),
    "Float": (float, int),
    "True": (bool,),
}


def _telegram_faults(spec: dict[str, Any], value: Any, kind: str, where: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: not an array"]
        inner = kind.removeprefix("Array of ")
        return [f for i, one in enumerate(value) for f in _telegram_faults(spec, one, inner, f"{where}[{i}]")]
    if kind in _SCALARS:
        fits = isinstance(value, _SCALARS[kind]) and (kind in {"Boolean", "True"} or not isinstance(value, bool))
        return [] if fits else [f"{where}: {value!r} is no {kind}"]
    described = spec["types"][kind]
    if described.get("subtypes"):
        return telegram_faults(spec, value, described["subtypes"], where)
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {kind}"]
    return _object_faults(spec, value, described, where)


def _object_faults(spec: dict[str, Any], value: dict[str, Any], described: dict[str, Any], where: str) -> list[str]:
    fields = {field["name"]: field for field in described.get("fields", [])}
    faults = [f"{where}.{name}: unknown to {described['name']}" for name in value.keys() - fields.keys()]
    faults += [f"{where}.{n}: required" for n, field in fields.items() if field["required"] and n not in value]
    for name in value.keys() & fields.keys():
        faults += telegram_faults(spec, value[name], fields[name]["types"], f"{where}.{name}")
    return faults


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "object": (dict,),
    "array": (list,),
    "boolean": (bool,),
    "number": (int, float),
}


def schema_faults(spec: dict[str, Any], value: Any, schema: dict[str, Any], where: str = "body") -> list[str]:
    """What in `value` an OpenAPI schema does not say; a described object must be complete."""
    if "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if value is None:
        return [] if schema.get("nullable") else [f"{where}: null"]
    if not isinstance(value, _TYPES[schema["type"]]):
        return [f"{where}: {value!r} is no {schema['type']}"]
    if isinstance(value, list):
        return [f for i, one in enumerate(value) for f in schema_faults(spec, one, schema["items"], f"{where}[{i}]")]
    if isinstance(value, dict):
        return _schema_object_faults(spec, value, schema.get("properties"), where)
    return _scalar_faults(value, schema, where)


def _schema_object_faults(
    spec: dict[str, Any], value: dict[str, Any], properties: dict[str, Any] | None, where: str
) -> list[str]:
    if properties is None:
        return []
    faults = [f"{where}.{name}: unknown" for name in value.keys() - properties.keys()]
    faults += [f"{where}.{name}: missing" for name in properties.keys() - value.keys()]
    for name in value.keys() & properties.keys():
        faults += schema_faults(spec, value[name], properties[name], f"{where}.{name}")
    return faults


def _scalar_faults(value: Any, schema: dict[str, Any], where: str) -> list[str]:
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is not one of {schema['enum']}"]
    if "pattern" in schema and not re.match(schema["pattern"], value):
        return [f"{where}: {value!r} does not match {schema['pattern']}"]
    if schema.get("format") == "date-time-rfc-2822":
        parsedate_to_datetime(value)
    return []
