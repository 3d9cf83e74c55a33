"""A loaded model as bytes and back, so that a command which only reads parses no YAML.

`FORMAT` names the shape of what is written. It must follow the declared fields, types and defaults of every part of a
model (a test holds it to `shape`; working it out at every start would cost milliseconds), so that a change of the
structs can never meet bytes written before it. A change in what the loader puts into the same structs does not show
there: count `MEANING` up then.
"""

from __future__ import annotations

import hashlib

import msgspec

from peoplezones.domain.workflow import Model, Part

MEANING = 1
SHAPE = "4ebfb9ea3499"
FORMAT = f"{MEANING}-{SHAPE}"
_decoder = msgspec.msgpack.Decoder(Model)


def encode(model: Model) -> bytes:
    """Return the model as MessagePack."""
    return msgspec.msgpack.encode(model)


def decode(data: bytes) -> Model:
    """Return the model that `encode` wrote. Raises ValueError where these are not its bytes."""
    try:
        return _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"this is not a compiled model ({error}); load it from its texts again") from error


def shape() -> str:
    """Return a digest of the declared fields, types and defaults of every part of a model."""
    parts = sorted(Part.__subclasses__(), key=lambda part: part.__name__)
    lines = (f"{part.__name__}{part.__annotations__}{part.__struct_defaults__}" for part in parts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
