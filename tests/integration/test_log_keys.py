"""Registering a key of the log: who may, what is refused, what the entry holds, and that it can be submitted again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from peoplezones.audit.checkpoint import head_of, prove_growth, take
from peoplezones.audit.keys import key_in_force, keys_of, make_key
from peoplezones.audit.note import read_checkpoint
from peoplezones.audit.proof import check_proof, prove, read_proof
from peoplezones.domain.errors import InvalidValues
from peoplezones.domain.keys import origin_of
from peoplezones.domain.public_key import COSIGNATURE, ED25519, PublicKey
from peoplezones.domain.record import Decision
from tests.engine import Engine


@pytest.fixture
def society(tmp_path: Path) -> Iterator[Engine]:
    """An allotment society with nothing but its secretary: four entries."""
    engine = Engine(tmp_path / "society.db", "allotment")
    yield engine
    engine.board.close()


def log_of(engine: Engine) -> str:
    return str(engine.sql("select log from head")[0][0])


def key(engine: Engine, number: int, kind: int = ED25519) -> PublicKey:
    return PublicKey(origin_of(log_of(engine)), kind, bytes([number]) * 32)


def register(engine: Engine, public: PublicKey, replaces: str = "", **how: str) -> Decision:
    return engine.board.register_key(str(public), replaces=replaces, **{"actor": "PE-001", **how})


def refused(decision: Decision) -> list[str]:
    return [outcome.rule for outcome in decision.reasons]


def entry(engine: Engine, n: int) -> dict[str, object]:
    found: dict[str, object] = json.loads(engine.sql("select line from entry where n = ?", n)[0][0])
    return found


def test_the_entry_names_the_key_the_office_and_what_it_replaces(society: Engine) -> None:
    one, two = key(society, 1), key(society, 2)
    first = register(society, one, document="minute 7")
    second = register(society, two, one.id.hex())
    assert entry(society, first.entry)["asked"] == {"key": str(one)}
    assert entry(society, second.entry)["asked"] == {"key": str(two), "replaces": one.id.hex()}
    assert second.authority is not None
    assert second.authority.office == "secretariat"
    assert str(entry(society, first.entry)["document"]).startswith("hmac-sha256:")
    assert society.board.rebuild().agrees


def test_keys_follow_one_another_and_each_size_has_its_own(society: Engine) -> None:
    assert register(society, key(society, 1)).entry == 5
    society.people("Mia Member")
    assert register(society, key(society, 2), key(society, 1).id.hex()).entry == 7
    with society.board.view() as view:
        keys = keys_of(view.connection)
    assert [(one.n, one.until) for one in keys] == [(5, 7), (7, 0)]
    at = {size: key_in_force(keys, size) for size in (4, 5, 6, 7, 100)}
    assert [found and found.n for found in at.values()] == [None, 5, 5, 7, 7]


def test_what_is_no_new_key_of_this_log_is_refused_each_for_its_reason(society: Engine) -> None:
    one = key(society, 1)
    register(society, one)
    elsewhere = PublicKey("peoplezones/elsewhere", ED25519, bytes(32))
    assert refused(register(society, elsewhere, one.id.hex())) == ["own-key"]
    assert refused(register(society, key(society, 2, COSIGNATURE), one.id.hex())) == ["own-key"]
    assert refused(register(society, one, one.id.hex())) == ["new-key"]
    assert refused(register(society, key(society, 2))) == ["replaces"]
    assert refused(register(society, key(society, 2), "00000000")) == ["replaces"]
    assert refused(register(society, key(society, 2), one.id.hex(), on="2030-01-01")) == ["not-after"]
    with society.board.view() as view:
        assert len(keys_of(view.connection)) == 1
    assert society.board.rebuild().agrees


def test_a_key_that_nobody_could_read_is_not_even_refused(society: Engine) -> None:
    before = society.size()
    for wrong, replaces in (("nonsense", ""), (str(key(society, 1))[:-1], ""), (str(key(society, 1)), "x")):
        with pytest.raises(InvalidValues):
            society.board.register_key(wrong, replaces=replaces, actor="PE-001")
    assert society.size() == before


def test_under_a_model_that_names_nobody_nobody_may_and_a_model_that_does_is_the_way_out(trust: Engine) -> None:
    decision = register(trust, key(trust, 1))
    assert refused(decision) == ["may-act"]
    told = trust.board.explain(decision)
    assert "its model.yaml does not have `keys`" in told
    assert "peoplezones model adopt" in told
    assert trust.board.rebuild().agrees


def test_whoever_enters_it_for_another_names_the_document(society: Engine) -> None:
    mia = society.people("Mia Member")[0]
    assert refused(register(society, key(society, 1), actor=mia, entered_by="PE-001")) == ["may-enter", "may-act"]
    assert refused(register(society, key(society, 1), entered_by=mia, document="a note")) == ["may-enter"]


def test_a_checkpoint_and_a_proof_are_made_of_the_log_wherever_it_is_kept(society: Engine, tmp_path: Path) -> None:
    secret, decision = make_key(
        tmp_path / "log.key", log_of(society), lambda key: society.board.register_key(key, actor="PE-001")
    )
    assert decision.moved
    society.people(*(f"Person {n} Example" for n in range(300)))
    with society.board.view() as view:
        now = head_of(view.connection)
        early, late = take(now, [secret], 260), take(now, [secret])
        proof = prove(now, view.line(7), 7, late)
        assert len(prove_growth(now, early, read_checkpoint(late))) > 0
    assert [one.key for one in check_proof(read_proof(str(proof)), [secret.public], [])] == [secret.public]
