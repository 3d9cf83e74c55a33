"""Alterations of what the database keeps beside the lines: columns, tree, head, personal values, models."""

from __future__ import annotations

import hashlib
import json
from random import Random

from peoplezones.store.tree import WIDTH

from .databases import COLUMNS, File, opened
from .kinds import ALONE, BUNDLE, DATABASE, SECOND, Altered, kind
from .log_lines import other
from .subject import Subject

HASH = 32
EVERYWHERE = {DATABASE: ALONE, BUNDLE: ALONE, SECOND: ALONE}


def flipped(rng: Random, content: bytes) -> bytes:
    """Return bytes of which one bit is another."""
    at = rng.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]


@kind("a column of the log's table changed", database=ALONE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        column = rng.choice([*COLUMNS, "n"])
        n, value = rng.choice(file.sql.execute(f'select n, "{column}" from entry').fetchall())
        wrong = other(rng, value)
        if column == "n":
            wrong = rng.choice([0, -1, len(subject.lines) + rng.randrange(1, 9)])
        file.sql.execute(f'update entry set "{column}" = ? where n = ?', (wrong, n))
        # an entry moved to another place is missing in its own, or comes too early there
        named = (n, 1) if column == "n" and wrong < 1 else (n,)
    return Altered(database=file.content, named=named)


@kind("a leaf that is kept in a tile changed", **EVERYWHERE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        index, hashes = rng.choice(file.sql.execute("select idx, hashes from tile where level = 0").fetchall())
        n = rng.randrange(len(hashes) // HASH)
        wrong = rng.choice([flipped(rng, hashes[n * HASH : (n + 1) * HASH]), rng.randbytes(HASH)])
        content = hashes[: n * HASH] + wrong + hashes[(n + 1) * HASH :]
        file.sql.execute("update tile set hashes = ? where level = 0 and idx = ?", (content, index))
    return Altered(database=file.content, named=(index * WIDTH + n + 1,))


@kind("a tile cut short, gone, doubled, too many, or of an upper level changed", database=ALONE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        level, index, hashes = rng.choice(file.sql.execute("select level, idx, hashes from tile").fetchall())
        how = rng.randrange(5)
        if how == 0:
            file.sql.execute("delete from tile where level = ? and idx = ?", (level, index))
        elif how == 1:
            shorter = hashes[: rng.randrange(len(hashes))]
            file.sql.execute("update tile set hashes = ? where level = ? and idx = ?", (shorter, level, index))
        elif how == 2:
            longer = hashes + rng.randbytes(rng.choice([1, HASH]))
            file.sql.execute("update tile set hashes = ? where level = ? and idx = ?", (longer, level, index))
        elif how == 3:
            extra = rng.choice([(level, index + 5), (level + 2, 0), (-1, 0), (0, -1)])
            file.sql.execute("insert into tile values (?, ?, ?)", (*extra, hashes))
        else:
            (upper,) = file.sql.execute("select hashes from tile where level = 1").fetchone()
            file.sql.execute("update tile set hashes = ? where level = 1", (flipped(rng, upper),))
    return Altered(database=file.content)


@kind("the head changed, in any of its columns, or gone", database=ALONE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        column = rng.choice(["size", "log", "model", "root_record", "recorded", "frontier", "row"])
        if column == "row":
            file.sql.execute("delete from head")
        else:
            (value,) = file.sql.execute(f"select {column} from head").fetchone()
            if column == "frontier":
                value = value[:-HASH] if rng.random() < 0.3 else flipped(rng, value)
            else:
                value = other(rng, value)
            file.sql.execute(f"update head set {column} = ?", (value,))
    return Altered(database=file.content)


@kind("a personal value or its salt changed, in the database", **EVERYWHERE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        statement = "select commitment, n, salt, value from personal order by commitment"
        commitment, n, salt, value = rng.choice(file.sql.execute(statement).fetchall())
        column = rng.choice(["salt", "value"])
        wrong = flipped(rng, salt) if column == "salt" else other(rng, value)
        file.sql.execute(f"update personal set {column} = ? where commitment = ?", (wrong, commitment))
    return Altered(database=file.content, about=n)


@kind("a personal value put to another field, entry or commitment, in the database", **EVERYWHERE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        rows = file.sql.execute("select commitment, n, field from personal order by commitment").fetchall()
        commitment, n, field = rng.choice(rows)
        column = rng.choice(["field", "n", "commitment"])
        wrong = {"field": field + "s", "n": rng.choice([n - 1, n + 1]), "commitment": commitment[:-1] + "g"}[column]
        file.sql.execute(f"update personal set {column} = ? where commitment = ?", (wrong, commitment))
    return Altered(database=file.content, about=wrong if column == "n" else n)


@kind("the record of a personal value, or what is kept beside the text of a model, changed", database=ALONE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        column = rng.choice(["record", "name", "version", "adopted"])
        table = "personal" if column == "record" else "operating_model"
        place, value = rng.choice(file.sql.execute(f"select rowid, {column} from {table}").fetchall())
        file.sql.execute(f"update {table} set {column} = ? where rowid = ?", (other(rng, value), place))
    return Altered(database=file.content)


@kind("the text of a model changed, in the database", **EVERYWHERE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        _change_model(rng, file)
    return Altered(database=file.content)


def _change_model(rng: Random, file: File) -> None:
    (text,) = file.sql.execute("select texts from operating_model").fetchone()
    texts = json.loads(text)
    name, how = rng.choice(sorted(texts)), rng.randrange(4)
    if how == 0:
        texts[name] = other(rng, texts[name]) + "#"
    elif how == 1:
        at = rng.randrange(len(texts[name]))
        texts[name] = texts[name][:at] + texts[name][at + 1 :]
    elif how == 2:
        del texts[name]
    else:
        texts[f"{name}.yaml"] = texts[name]
    file.sql.execute("update operating_model set texts = ?", (json.dumps(texts, sort_keys=True),))
    if rng.random() < 0.3:
        file.sql.execute("update operating_model set digest = ?", (rng.randbytes(32).hex(),))


@kind("an attachment changed, put in or gone, in the database", database=ALONE)
def _(rng: Random, subject: Subject) -> Altered:
    with opened(subject.database) as file:
        (content,) = file.sql.execute("select content from blob").fetchone()
        how = rng.randrange(4)
        wrong = flipped(rng, content)
        if how == 0:
            file.sql.execute("update blob set content = ?", (wrong,))
        elif how == 1:
            file.sql.execute("update blob set size = size + ?", (rng.choice([-1, 1, 1000]),))
        elif how == 2:
            kept = (hashlib.sha256(wrong).hexdigest(), len(wrong), "text/plain", wrong)
            file.sql.execute("insert into blob values (?, ?, ?, ?)", kept)
        else:
            file.sql.execute("delete from blob")
    return Altered(database=file.content)
