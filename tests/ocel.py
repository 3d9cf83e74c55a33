"""What an OCEL 2.0 document in JSON must be, in our own words.

Sources: the specification of OCEL 2.0 (Berti et al., arXiv 2403.01975, section on the JSON format) and
https://www.ocel-standard.org/specification/formats/json/. `SCHEMA` asks for at least what the standard's own schema
does; `broken_promises` for what a schema cannot say: names that are declared, values of their type, objects that are
there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_VALUE = {"type": "string"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}
_KIND = {"enum": ["string", "time", "integer", "float", "boolean"]}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TYPE = _object("name attributes", name=_TEXT, attributes=_list(_object("name type", name=_TEXT, type=_KIND)))
_RELATED = _list(_object("objectId qualifier", objectId=_TEXT, qualifier=_TEXT))
_OF_OBJECT = _list(_object("name value time", name=_TEXT, value=_VALUE, time=_MOMENT))
_OF_EVENT = _list(_object("name value", name=_TEXT, value=_VALUE))
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        "objectTypes eventTypes objects events",
        objectTypes=_list(_TYPE),
        eventTypes=_list(_TYPE),
        objects=_list(_object("id type", id=_TEXT, type=_TEXT, attributes=_OF_OBJECT, relationships=_RELATED)),
        events=_list(
            _object("id type time", id=_TEXT, type=_TEXT, time=_MOMENT, attributes=_OF_EVENT, relationships=_RELATED)
        ),
    ),
}


def check_schema(document: dict[str, Any]) -> None:
    """Raise where a document is not of the standard's shape."""
    import_module("jsonschema").validate(document, SCHEMA)


def broken_promises(document: dict[str, Any]) -> list[str]:
    """Return what is wrong with a document of the right shape."""
    return [
        *_doubled(document),
        *_undeclared(document, "object"),
        *_undeclared(document, "event"),
        *_dangling(document),
    ]


def _doubled(document: dict[str, Any]) -> Iterator[str]:
    for part, name in (("objectTypes", "name"), ("eventTypes", "name"), ("objects", "id"), ("events", "id")):
        counts = Counter(one[name] for one in document[part])
        yield from (f"{part}: {each} stands there {count} times" for each, count in counts.items() if count > 1)
    for one in (*document["objects"], *document["events"]):
        pairs = [(each["objectId"], each["qualifier"]) for each in one["relationships"]]
        if len(pairs) != len(set(pairs)):
            yield f"{one['id']}: a relationship stands there twice"


def _undeclared(document: dict[str, Any], part: str) -> Iterator[str]:
    types = {one["name"]: {a["name"]: a["type"] for a in one["attributes"]} for one in document[f"{part}Types"]}
    for one in document[f"{part}s"]:
        declared = types.get(one["type"])
        if declared is None:
            yield f"{one['id']}: its type '{one['type']}' is not declared"
            continue
        for attribute in one["attributes"]:
            type_ = declared.get(attribute["name"], "")
            if not type_:
                yield f"{one['id']}: {attribute['name']} is not declared"
            elif attribute["value"] != "null" and not _is(type_, attribute["value"]):
                yield f"{one['id']}: {attribute['name']} is no {type_}: {attribute['value']}"


_READ: dict[str, Callable[[str], object]] = {"integer": int, "float": float, "time": datetime.fromisoformat}


def _is(type_: str, value: str) -> bool:
    try:
        _READ.get(type_, str)(value)
    except ValueError:
        return False
    return type_ != "boolean" or value in ("true", "false")


def _dangling(document: dict[str, Any]) -> Iterator[str]:
    known = {one["id"] for one in document["objects"]}
    for one in (*document["objects"], *document["events"]):
        for each in one["relationships"]:
            if each["objectId"] not in known:
                yield f"{one['id']}: there is no object {each['objectId']}"
