"""Who is told of what, and that nobody is told of anything twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from peoplezones.app import Board
from peoplezones.audit.copy import copy
from peoplezones.domain.errors import UnknownName, UsageError
from peoplezones.filling.fill import TemplateFaulty
from peoplezones.notices import Wanted
from peoplezones.notices.addresses import NoticesNotDeclared, address_of
from peoplezones.notices.letter import composed
from peoplezones.notices.maildir import Maildir
from peoplezones.service import Erasing
from peoplezones.service.outbox import Outbox
from peoplezones.service.writer import utc_now
from peoplezones.store.database import reading
from peoplezones.store.outbox import LAPSED, TOLD, Begun, begun, how_many
from tests import databases
from tests.engine import Engine
from tests.post import Hand, Society, delivered, desk, identities


@pytest.fixture
def society(tmp_path: Path) -> Iterator[Society]:
    found = Society(tmp_path)
    yield found
    found.board.close()


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    return tmp_path / "mail"


def told(maildir: Path) -> dict[str, str]:
    """Return the newest message of each person, by the name before the `@`."""
    found = {}
    for message in sorted(delivered(maildir), key=lambda message: str(message["Date"])):
        found[str(message["To"]).partition("@")[0]] = message.get_content()
    return found


def begun_of(society: Society) -> Begun:
    """Return how far people have been told."""
    with reading(society.board.engine) as connection:
        found = begun(connection)
    assert found is not None
    return found


def run(society: Society, maildir: Path, **wanted: object) -> dict[str, str]:
    """Empty the maildir, make a run and return what it told to whom."""
    for path in maildir.glob("new/*"):
        path.unlink()
    desk(society).run(Wanted(maildir=maildir, **wanted))  # type: ignore[arg-type]
    return told(maildir)


def test_the_first_run_tells_nothing_of_what_was_before(society: Society, maildir: Path) -> None:
    society.ask_for_pledges()
    society.clock.set("2026-04-20")  # the deadlines have all passed
    assert run(society, maildir) == {}
    assert run(society, maildir) == {}
    assert desk(society).standing().since == "2026-04-20"


def test_those_who_are_to_hear_and_those_who_can_act_next_are_told_and_not_who_did_it(
    society: Society, maildir: Path
) -> None:
    run(society, maildir)
    society.do("plot", "propose", name="North end", by="PE-003", on="2026-03-01")
    found = run(society, maildir)
    # `tell` of the stage names the chair; the next step is the secretary's; Cy did it
    assert set(found) == {"ann", "bob"}
    assert "* Plot PL-2026-001 (North end)" in found["ann"]
    assert "Yours to do next, once its rules are met: Ask for pledges." in found["ann"]
    assert "To come next: Ask for pledges, by Secretariat." in found["bob"]


def test_one_message_a_person_and_run_holds_everything_that_is_new_and_no_later_one_repeats_it(
    society: Society, maildir: Path
) -> None:
    run(society, maildir)
    for name in ("North end", "South end"):
        society.ask_for_pledges(name)
    found = run(society, maildir)
    assert set(found) == {"bob", "cy"}
    assert len(delivered(maildir)) == 2
    assert [found["bob"].count(r) for r in ("PL-2026-001", "PL-2026-002", "PG-001", "PG-003")] == [2, 2, 2, 2]
    before = identities(society)
    assert run(society, maildir) == {}
    assert identities(society) == before


def test_only_where_a_record_is_now_is_told(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()  # proposed, then asked
    found = run(society, maildir)
    assert 'It is at "Pledges asked for".' in found["bob"]
    assert "Proposed" not in "".join(found.values())


def test_an_amendment_and_a_refusal_are_no_news(society: Society, maildir: Path) -> None:
    plot = society.ask_for_pledges()
    run(society, maildir)
    society.do("plot", "amend", plot, name="Northern end", reason="its name")
    society.why_not("plot", "plant", plot, by="PE-002")
    assert run(society, maildir) == {}


def test_a_record_that_comes_back_to_a_stage_is_news_again(society: Society, maildir: Path) -> None:
    plot = society.ask_for_pledges()
    society.do("pledge", "pledge", "PG-001", by="PE-002", hours=6, on="2026-03-01")
    run(society, maildir)
    society.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-03-01")
    assert run(society, maildir) == {}  # whoever withdrew it is who could renew it
    society.do("pledge", "pledge", "PG-002", by="PE-003", hours=6, on="2026-03-01")
    society.do("pledge", "withdraw", "PG-002", by="PE-001", actor="PE-003", document="letter", on="2026-03-01")
    assert run(society, maildir) == {}  # Cy decided it, and Ann entered it
    society.do("plot", "give_up", plot, by="PE-002", on="2026-03-01")
    assert run(society, maildir) == {}  # nothing can follow, and nobody is to hear


@pytest.mark.parametrize(
    ("day", "words"), [("2026-03-08", "in 7 days"), ("2026-03-14", "tomorrow"), ("2026-03-15", "today")]
)
def test_a_deadline_is_told_once_when_it_is_near(society: Society, maildir: Path, day: str, words: str) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    run(society, maildir)
    society.clock.set("2026-03-07")
    assert run(society, maildir) == {}
    society.clock.set(day)
    found = run(society, maildir)
    assert set(found) == {"ann", "bob", "cy"}
    assert f"It is due by 15 March 2026 (14 days after it came to this stage): {words}." in " ".join(
        found["cy"].split()
    )
    society.clock.set("2026-03-15")
    assert run(society, maildir) == {}


def test_how_long_before_a_deadline_can_be_said(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    run(society, maildir)
    society.clock.set("2026-03-05")
    assert run(society, maildir, within=9) == {}
    assert set(run(society, maildir, within=10)) == {"ann", "bob", "cy"}


def test_a_deadline_is_told_once_when_it_has_passed(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    run(society, maildir)
    society.clock.set("2026-03-17")
    found = run(society, maildir)
    assert set(found) == {"ann", "bob", "cy"}
    assert "It was due by 15 March 2026 (14 days after it came to this stage): 2 days ago." in " ".join(
        found["ann"].split()
    )
    society.clock.set("2026-05-17")
    assert run(society, maildir) == {}


def test_what_is_new_and_near_is_said_once(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.do("plot", "propose", name="North end", by="PE-003", on="2026-03-01")
    found = run(society, maildir, within=366)
    assert found["ann"].count("PL-2026-001 (") == 1
    assert "Due soon" not in found["ann"]
    assert run(society, maildir, within=366) == {}


def test_a_record_entered_late_is_told_of_though_its_deadline_has_passed(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.clock.set("2026-05-01")
    society.do("plot", "propose", name="Late", by="PE-003", on="2026-02-01")
    found = run(society, maildir)
    assert "Overdue" in found["ann"]
    assert "Plot PL-2026-001 (Late)" in found["bob"]


def test_a_breach_is_told_once_to_those_who_must_act(society: Society, maildir: Path) -> None:
    plot = society.ask_for_pledges()
    for pledge, person in (("PG-001", "PE-002"), ("PG-002", "PE-003")):
        society.do("pledge", "pledge", pledge, by=person, hours=6, on="2026-03-01")
    warden = society.do("post", "appoint", office="warden", person="Cy", body=plot, on="2026-03-01")
    society.do("plot", "plant", plot, by="PE-002", actor="PE-002", on="2026-03-01")
    run(society, maildir)
    society.do("post", "end", warden, on="2026-03-01")
    found = run(society, maildir)
    assert set(found) == {"ann"}
    words = " ".join(found["ann"].split())
    assert "What must hold and does not, since 1 March 2026: the plot has a warden" in words
    assert run(society, maildir) == {}


def test_what_goes_on_is_told_once_to_those_to_whom_it_is_escalated(tmp_path: Path, maildir: Path) -> None:
    rule = "{to: [{office: warden}, {office: chair}], after: {days: 3}, clause: T-3, basis: house}"
    society = Society(tmp_path, notices=f"{{address: mail}}\nescalation: {rule}")
    plot = society.ask_for_pledges()
    for pledge, person in (("PG-001", "PE-002"), ("PG-002", "PE-003")):
        society.do("pledge", "pledge", pledge, by=person, hours=6, on="2026-03-01")
    warden = society.do("post", "appoint", office="warden", person="Cy", body=plot, on="2026-03-01")
    society.do("plot", "plant", plot, by="PE-002", on="2026-03-01")
    run(society, maildir)
    society.do("post", "end", warden, on="2026-03-01")
    society.do("plot", "propose", name="South end", by="PE-003", on="2026-01-30")  # due by 1 March
    run(society, maildir)
    society.clock.set("2026-03-03")
    assert "before you" not in "".join(run(society, maildir).values())
    society.clock.set("2026-03-04")
    found = run(society, maildir)
    assert set(found) == {"bob"}
    assert "Overdue, and brought before you\n\n* Plot PL-2026-002 (South end)" in found["bob"]
    assert "A rule has not held for some time, and that is brought before you\n\n* Plot PL-2026-001" in found["bob"]
    society.clock.set("2026-04-04")
    assert run(society, maildir) == {}
    society.board.close()


def test_no_personal_value_is_in_a_message_or_in_the_outbox(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    society.clock.set("2026-03-20")
    desk(society).run(Wanted(maildir=maildir))
    texts = [message.get_content() for message in delivered(maildir)]
    kept = json.dumps([society.sql("select * from message"), society.sql("select * from news")], default=str)
    for personal in ("Ann Example", "Bob", "Cy", "people.example"):
        assert personal not in "".join(texts)
        assert personal not in kept


def test_what_is_kept_of_a_message_that_was_sent(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    desk(society).run(Wanted(maildir=maildir))
    rows = society.sql("select id, person, subject, text, came_to, sha256, claimed_by, prepared from message")
    assert {row[1:5] for row in rows} == {("", "", "", "posted")}
    assert {row[6:] for row in rows} == {("", "")}
    files = {hashlib.sha256(path.read_bytes()).hexdigest() for path in maildir.glob("new/*")}
    assert {row[5] for row in rows} == files
    assert {f"<{row[0]}>" for row in rows} == {str(message["Message-ID"]) for message in delivered(maildir)}


def test_people_without_an_address_are_listed_and_the_secretary_is_asked_to_tell_them(
    society: Society, maildir: Path
) -> None:
    run(society, maildir)
    society.do("person", "amend", "PE-003", mail="by the gate, most days", reason="no address")
    society.ask_for_pledges()
    found = run(society, maildir)
    assert set(found) == {"ann", "bob"}
    assert "Not told, for want of an e-mail address: please tell them" in found["ann"]
    assert "Whom to tell: PE-003." in found["ann"]
    (waiting,) = desk(society).standing().waiting
    assert (waiting.person, waiting.reason, waiting.reached) == (
        "PE-003",
        "no e-mail address: tell them yourself",
        False,
    )
    assert desk(society).standing().failing == ()
    assert run(society, maildir) == {}


def test_a_message_that_waits_for_an_address_goes_out_once_there_is_one(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.do("person", "amend", "PE-003", mail="", reason="none")
    society.ask_for_pledges()
    run(society, maildir)
    society.do("person", "amend", "PE-003", mail="cy@elsewhere.example", reason="to reach her")
    assert set(run(society, maildir)) == {"cy"}
    assert run(society, maildir) == {}


def test_somebody_who_was_told_otherwise_is_not_written_to(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.do("person", "amend", "PE-003", mail="", reason="none")
    society.ask_for_pledges()
    run(society, maildir)
    assert desk(society).told("Cy") == 1
    assert desk(society).told("PE-003") == 0
    society.do("person", "amend", "PE-003", mail="cy@elsewhere.example", reason="to reach her")
    assert run(society, maildir) == {}
    assert society.sql("select person, text, came_to from message where came_to = ?", TOLD) == [("", "", TOLD)]
    with pytest.raises(UnknownName):
        desk(society).told("PL-2026-001")


def test_somebody_whose_address_was_erased_is_not_written_to(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    planned = desk(society).plan(Wanted())
    made = Outbox(society.board.service, "a process that ended", lambda _: False, utc_now)
    assert made.keep(planned.letters, begun_of(society), planned.now)
    society.board.erase(Erasing(records=("PE-003",), entered_by="PE-001", basis="request", fields=("mail",)))
    assert set(run(society, maildir)) == {"bob"}
    assert [one.person for one in desk(society).standing().waiting] == ["PE-003"]


@pytest.mark.parametrize("step", ["claimed", "written", "noted", "delivered", "read"])
@pytest.mark.parametrize("there", [True, False])
def test_a_run_that_is_cut_short_at_any_step_is_finished_by_the_next_one(
    society: Society, maildir: Path, step: str, there: bool
) -> None:
    run(society, maildir)
    society.do("plot", "propose", name="North end", by="PE-002", on="2026-03-01")
    cut_short = Outbox(society.board.service, "a process that ended", lambda _: False, utc_now)
    (planned,) = desk(society).plan(Wanted()).letters
    cut_short.keep([planned], begun_of(society), begun_of(society))
    claimed = cut_short.claim(address_of, eager=False)
    assert claimed is not None
    steps: list[Callable[[], bool | None]] = [
        lambda: Maildir(maildir).prepare(claimed.message.id, composed(claimed.message, claimed.address, "")),
        lambda: cut_short.prepared(claimed.message, str(maildir), "its digest"),
        lambda: Maildir(maildir).deliver(claimed.message.id),
        lambda: next(maildir.glob("new/*")).unlink(),
    ]
    for do in steps[: ["claimed", "written", "noted", "delivered", "read"].index(step)]:
        do()
    if not there:
        society.board.erase(Erasing(records=("PE-001",), entered_by="PE-001", basis="request", fields=("mail",)))
    desk(society).run(Wanted(maildir=maildir))
    assert len(list(maildir.glob("new/*"))) == (step == "delivered")  # the lease has not run out
    later = Hand(datetime.now(UTC) + timedelta(minutes=11))
    for _ in range(2):
        desk(society, later).run(Wanted(maildir=maildir))
        at_rest = step == "read" or not (there or step == "delivered")
        assert len(list(maildir.glob("new/*"))) == (not at_rest)
        assert list(maildir.glob("ready/*")) == []
    done = there or step in ("delivered", "read")
    assert society.sql("select came_to from message") == [("posted" if done else "waiting",)]


def test_what_lay_ready_in_a_maildir_that_is_gone_is_delivered_elsewhere(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.do("plot", "propose", name="North end", by="PE-002", on="2026-03-01")
    cut_short = Outbox(society.board.service, "a process that ended", lambda _: False, Hand())
    (planned,) = desk(society).plan(Wanted()).letters
    cut_short.keep([planned], begun_of(society), begun_of(society))
    claimed = cut_short.claim(address_of, eager=False)
    assert claimed is not None
    cut_short.prepared(claimed.message, str(maildir.parent / "gone"), "its digest")
    assert run(society, maildir) == {}
    (waiting,) = desk(society).standing().failing
    assert waiting.reason == "it lay ready in a maildir that is not there any more"
    assert set(run(society, maildir, eager=True)) == {"ann"}


def test_what_has_waited_for_a_month_is_given_up(society: Society, maildir: Path) -> None:
    clock = Hand()
    desk(society, clock).run(Wanted(maildir=maildir))
    society.do("person", "amend", "PE-003", mail="", reason="none")
    society.ask_for_pledges()
    desk(society, clock).run(Wanted(maildir=maildir))
    clock.forward(days=30)
    assert desk(society, clock).run(Wanted(maildir=maildir)).lapsed == 0
    clock.forward(seconds=1)
    assert desk(society, clock).run(Wanted(maildir=maildir)).lapsed == 1
    standing = desk(society, clock).standing()
    assert [one.person for one in standing.lapsed] == ["PE-003"]
    assert standing.waiting == ()
    with reading(society.board.engine) as connection:
        assert how_many(connection, LAPSED) == 1
    assert society.sql("select text from message where came_to = ?", LAPSED) == [("",)]


def test_a_day_can_be_named_from_which_on_people_are_told(society: Society, maildir: Path) -> None:
    society.ask_for_pledges()
    society.clock.set("2026-03-10")
    run(society, maildir)
    assert set(run(society, maildir, since="2026-03-01")) == {"bob", "cy"}
    assert run(society, maildir, since="2026-03-01") == {}
    assert run(society, maildir) == {}
    with pytest.raises(UsageError, match="yet to come"):
        run(society, maildir, since="2026-03-11")
    with pytest.raises(UsageError, match="--since"):
        run(society, maildir, since="last week")


def test_a_plan_changes_nothing(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    before = [society.sql(f"select * from {table}") for table in ("message", "news", "news_begun")]
    planned = desk(society).plan(Wanted())
    assert [letter.message.person for letter in planned.letters] == ["PE-002", "PE-003"]
    assert [society.sql(f"select * from {table}") for table in ("message", "news", "news_begun")] == before
    assert set(run(society, maildir)) == {"bob", "cy"}


def test_the_same_things_make_the_same_message(society: Society) -> None:
    society.ask_for_pledges()
    clock = Hand()
    one, two = (desk(society, clock).plan(Wanted(since="2026-01-01")) for _ in range(2))
    assert one == two
    assert len({letter.message.id for letter in one.letters}) == len(one.letters) == 2


def test_a_run_that_finds_that_another_was_quicker_looks_anew(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    late = desk(society).plan(Wanted())
    run(society, maildir)
    slow = Outbox(society.board.service, "another process", lambda _: False, utc_now)
    assert not slow.keep(late.letters, late.seen, late.now)
    assert not slow.keep(late.letters, begun_of(society), late.now)
    assert len(society.sql("select * from message")) == 2


def test_a_template_of_the_boards_own_is_used_and_a_faulty_one_sends_nothing(society: Society, maildir: Path) -> None:
    own = maildir.parent / "own"
    own.mkdir()
    (own / "notice.txt").write_text("{{ board }} has {{ how_many }}.\n")
    run(society, maildir)
    society.ask_for_pledges()
    desk(society).run(Wanted(maildir=maildir, templates=own))
    assert {m.get_content() for m in delivered(maildir)} == {"Green Acres has 1.\n", "Green Acres has 2.\n"}
    (own / "notice.txt").write_text("{{ nothing }}\n")
    society.ask_for_pledges("South end")
    before = society.sql("select * from news_begun")
    with pytest.raises(TemplateFaulty, match=r"notice\.txt, line 1"):
        desk(society).run(Wanted(maildir=maildir, templates=own))
    assert society.sql("select * from news_begun") == before
    assert set(run(society, maildir)) == {"bob", "cy"}


def test_a_model_that_does_not_say_where_people_are_written_to_is_told_how(tmp_path: Path, maildir: Path) -> None:
    engine = Engine(tmp_path / "other.db", "allotment")
    with pytest.raises(NoticesNotDeclared, match=r"add `notices` to its model\.yaml"):
        desk(engine).run(Wanted(maildir=maildir))
    engine.board.close()


def test_a_board_agrees_with_its_log_whatever_was_told(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.ask_for_pledges()
    run(society, maildir)
    assert society.board.rebuild().agrees


def test_a_board_that_moves_takes_along_what_was_told_and_what_waits(society: Society, maildir: Path) -> None:
    run(society, maildir)
    society.do("person", "amend", "PE-003", mail="", reason="none")
    society.ask_for_pledges()
    assert set(run(society, maildir)) == {"ann", "bob"}
    elsewhere = society.folder / "elsewhere.db"
    copy(society.address, databases.address_of(elsewhere))
    with Board.open(databases.address_of(elsewhere), clock=society.clock) as moved:
        moved.request("person", "amend", "PE-003", {"mail": "cy@x.example"}, reason="to reach her", entered_by="PE-001")
        for path in maildir.glob("new/*"):
            path.unlink()
        assert moved.notices.run(Wanted(maildir=maildir)).made == 0
        assert set(told(maildir)) == {"cy"}
