"""`audit prove` and `audit consistency`: proofs that a stranger can check, and checking them."""

from __future__ import annotations

import base64
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from .audit_checkpoint import FILE, as_plain, kept_in, key_option, log_secrets, trust_option
from .groups import session_of
from .options import db_option, json_option
from .printing import pairs, say, show_json

if TYPE_CHECKING:
    from peoplezones.audit.checkpoint import Head
    from peoplezones.audit.note import Checkpoint, Note, Witnessed
    from peoplezones.audit.proof import Proof

_TRUSTED = "With --check: a public key whose signature you trust, or a file of them: the log's, or a witness's."


@click.command(params=[key_option(), trust_option(_TRUSTED), json_option(), db_option()])
@click.argument("entry", metavar="[ENTRY]", type=click.IntRange(1), required=False)
@click.option("--checkpoint", "kept", metavar="FILE", type=FILE, help="Prove it is in the log of this checkpoint.")
@click.option("--size", metavar="NUMBER", type=click.IntRange(1), help="In the log as it was at so many entries.")
@click.option("-o", "--output", metavar="FILE", type=FILE, help="Write it here. [usual ending: .tlog-proof]")
@click.option("--check", "proof", metavar="FILE", type=FILE, help="Check this proof, without a database.")
@click.option("--against", metavar="FILE", type=FILE, multiple=True, help="With --check: a checkpoint that you kept.")
@click.pass_context
def prove(
    ctx: click.Context,
    entry: int | None,
    keys: tuple[Path, ...],
    kept: Path | None,
    size: int | None,
    output: Path | None,
    proof: Path | None,
    trusted: tuple[str, ...],
    against: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Prove that an entry (ENTRY: its number) is in the log, in a file that a stranger can check (C2SP tlog-proof).

    Without a key or a checkpoint nobody has signed it, and it tells something only to those who kept a checkpoint.
    """
    from peoplezones.domain.errors import UsageError

    if (entry is None) == (proof is None):
        raise UsageError("name an ENTRY to prove, or a proof to --check")
    if proof is not None:
        _check(proof, trusted, against, as_json)
        return
    assert entry is not None
    found = _prove(ctx, entry, keys, kept, size)
    if output is not None:
        from peoplezones.audit.files import write_text

        write_text(output, str(found))
    if as_json:
        show_json({**_plain(found), "proof": str(found)})
    elif output is None:
        click.echo(str(found), nl=False)
    else:
        say(f"'{output}' proves entry {entry:,} among {found.said.size:,}. Whoever has the log's key can check it:")
        say(f"  peoplezones audit prove --check {shlex.quote(str(output))} --trust KEY")


def _prove(ctx: click.Context, entry: int, keys: tuple[Path, ...], kept: Path | None, size: int | None) -> Proof:
    from peoplezones.audit import proof
    from peoplezones.audit.checkpoint import head_of, take
    from peoplezones.audit.note import Note
    from peoplezones.domain.errors import UsageError

    given = ctx.get_parameter_source("keys") == ParameterSource.COMMANDLINE  # and not only in the environment
    if kept and (size or given):
        raise UsageError("--checkpoint says of which size and by whom; leave --size and --key out")
    with session_of(ctx).board().view() as view:
        now = head_of(view.connection)
        if kept:
            note = kept_in(kept)
        elif keys:
            note = take(now, log_secrets(keys), size or 0)
        else:
            note = Note(now.at(size or now.size).text, ())
        if entry > now.size:
            raise UsageError(f"the log has {now.size:,} entries; there is no entry {entry:,}")
        return proof.prove(now, view.line(entry), entry, note)


def _plain(proof: Proof) -> dict[str, Any]:
    return {
        **as_plain(proof.note, proof.said),
        "entry": proof.index + 1,
        "index": proof.index,
        "line": proof.line,
        "path": [base64.b64encode(one).decode() for one in proof.path],
    }


def _check(file: Path, trusted: tuple[str, ...], against: tuple[Path, ...], as_json: bool) -> None:
    """Check a proof and say what it shows."""
    from peoplezones.audit.files import read_text
    from peoplezones.audit.proof import check_proof, read_proof
    from peoplezones.audit.trust import public_keys
    from peoplezones.domain.errors import UsageError

    if not trusted and not against:
        raise UsageError(
            "say what you trust: the log's public key or a witness's (--trust), or a checkpoint that you kept "
            "(--against); without that, a proof shows nothing"
        )
    proof = read_proof(read_text(file))
    signed = check_proof(proof, public_keys(trusted), [kept_in(one) for one in against])
    if as_json:
        show_json({**_plain(proof), "signers": [_signer(one) for one in signed]})
        return
    said = proof.said
    say(f"Entry {proof.index + 1:,} is in the log {said.origin}, among its first {said.size:,} entries.")
    pairs([("Signed by", ", ".join(_signer(one) for one in signed) or "nobody; it is the checkpoint that you kept")])
    say(proof.line)


def _signer(one: Witnessed) -> str:
    from peoplezones.audit.checkpoints import named

    return named(one)


@click.command(params=[json_option(), db_option()])
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.pass_context
def consistency(ctx: click.Context, old: str, new: str, as_json: bool) -> None:
    """Prove that the log only grew from OLD to NEW: each a number of entries, or the file of a checkpoint."""
    from peoplezones.audit.checkpoint import growth, head_of

    with session_of(ctx).board().view() as view:
        now = head_of(view.connection)
        before, after = _meant(now, old), _meant(now, new)
        path = growth(now, before.size, after)
    hashes = [base64.b64encode(one).decode() for one in path]
    if as_json:
        ends = {name: {"size": one.size, "root": one.root.hex()} for name, one in (("old", before), ("new", after))}
        show_json({"origin": after.origin, **ends, "path": hashes})
        return
    say(f"The log of {after.size:,} entries begins with the {before.size:,} that were there before, unchanged.")
    rows = [("Root at " + f"{one.size:,}", base64.b64encode(one.root).decode()) for one in (before, after)]
    pairs([*rows, ("Proof", "\n".join(hashes) or "nothing: they are the same")])


def _meant(now: Head, given: str) -> Checkpoint:
    """Return the log at a size, or what a checkpoint in a file says, once that is proved to be of this log."""
    from peoplezones.audit.checkpoint import prove_growth
    from peoplezones.audit.note import read_checkpoint

    if given.isdecimal():
        return now.at(int(given))
    kept: Note = kept_in(Path(given))
    prove_growth(now, kept, now.at(now.size), f"'{given}'")
    return read_checkpoint(kept)
