"""Loading an operating model: a folder of YAML files, or their texts, to a `Model`; or every mistake at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from peoplezones.domain.errors import ModelInvalid, UsageError
from peoplezones.domain.workflow import Model, Workflow

from .doubts import Doubts
from .facts import read_fact
from .kind import read_workflow
from .model_file import MODEL_FILE, check_migrations, read_model
from .network import note_uses
from .outline import outline_kind, outline_parts
from .scope import Scope
from .sense import check_looked_at, check_sense
from .shared import declare_shared
from .soundness import check_together, check_workflow
from .source import Mark, Problems, place, read

ENDING = ".yaml"
Earlier = Callable[[str], Sequence[Model]]


def load_folder(path: Path, *, doubts: Doubts | None = None) -> Model:
    """Return the model in a folder.

    Raises ModelInvalid with every mistake (but those that `doubts` collects), UsageError where there is no such folder.
    """
    return load_texts(canonical_texts(path), folder=str(path), earlier=beside(path), doubts=doubts)


def beside(path: Path) -> Earlier:
    """Return what finds the earlier models of a model in a folder: in folders of their names beside it."""

    def found(name: str) -> list[Model]:
        folder = path.resolve().parent / name
        is_other = folder != path.resolve() and (folder / MODEL_FILE).is_file()
        try:
            return [load_texts(canonical_texts(folder), folder=str(folder))] if is_other else []
        except ModelInvalid:
            return []  # its mistakes are its own

    return found


def load_texts(
    texts: Mapping[str, str], *, folder: str, earlier: Earlier = lambda _: (), doubts: Doubts | None = None
) -> Model:
    """Return the model that the texts (file name -> text) declare; `folder` is what messages put before file names.

    `earlier` finds models by name, against which `migrates` is checked: what it leaves out is a mistake.
    A model whose promises are broken, or that declares what no rule uses, loads only where `doubts` is given and
    collects that: to be tried, and never to be adopted.

    Raises ModelInvalid with every mistake, sorted by file, line and column.
    """
    problems = Problems()
    scope = Scope(problems, read_fact=read_fact, doubts=doubts, earlier=earlier)
    trees = {name: read(_shown(folder, name), texts[name], problems) for name in sorted(texts)}
    if MODEL_FILE not in trees:
        problems.add(Mark(_shown(folder, MODEL_FILE)), "this file is missing; every model needs it")
    model_tree = trees.pop(MODEL_FILE, None)
    declare_shared(scope, model_tree)
    for name, tree in trees.items():
        stem = name.removesuffix(ENDING)
        scope.kinds[stem] = outline_kind(scope, _shown(folder, name), stem, tree)
    for declared in scope.kinds.values():
        outline_parts(scope, declared)
    note_uses(scope, model_tree)
    workflows = _read_workflows(scope)
    model = read_model(scope, model_tree, workflows) if model_tree is not None else None
    check_together(scope, workflows)
    check_looked_at(scope, workflows)
    if model is not None and not problems:
        check_migrations(scope, model_tree, model)
    if problems or model is None:
        raise ModelInvalid(problems.sorted())
    return msgspec.structs.replace(model, digest=digest(texts))


def _read_workflows(scope: Scope) -> dict[str, Workflow]:
    workflows = {}
    for declared in scope.kinds.values():
        if declared.tree is not None:
            workflow = workflows[declared.name] = read_workflow(scope, declared, declared.tree)
            check_workflow(scope, declared, workflow)
            check_sense(scope, declared, workflow)
    return workflows


def _shown(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}" if folder else name


def canonical_texts(path: Path) -> dict[str, str]:
    """Return the texts of the `*.yaml` files in a folder (not below it), with line ends as LF and no byte order mark.

    Raises UsageError where it cannot be read or has no model.yaml, ModelInvalid where a file is not UTF-8.
    """
    if not path.is_dir():
        what = "is a file, not a folder" if path.exists() else "does not exist"
        raise UsageError(f"the folder '{path}' {what}; name a folder with a {MODEL_FILE} and one file for each kind")
    problems = Problems()
    texts = {}
    try:
        for file in sorted(path.glob(f"*{ENDING}")):
            text = _decode(str(file), file.read_bytes(), problems)
            texts[file.name] = text.removeprefix("\ufeff").replace("\r\n", "\n")
    except OSError as error:
        raise UsageError(f"'{error.filename}' cannot be read ({error.strerror}); check its permissions") from error
    if problems:
        raise ModelInvalid(problems.sorted())
    if MODEL_FILE not in texts:
        raise UsageError(f"the folder '{path}' has no {MODEL_FILE}; name the folder of an operating model")
    return texts


def _decode(name: str, data: bytes, problems: Problems) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add(place(name, before, len(before)), "this is not UTF-8; save the file as UTF-8")
        return ""


def digest(texts: Mapping[str, str]) -> str:
    """Return the SHA-256, in hex, of the texts: of one canonical JSON object, so that no two models share it."""
    canonical = json.dumps(dict(texts), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
