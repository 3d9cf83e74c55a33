"""Handing mail in at a real server, which may refuse, put off, or drop out half-way."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from peoplezones.mail import MailServer
from peoplezones.notices import Wanted
from peoplezones.notices import post as posting
from tests.mail_box import Office, post_office
from tests.post import Hand, Society, desk


@pytest.fixture
def society(tmp_path: Path) -> Iterator[Society]:
    found = Society(tmp_path)
    yield found
    found.board.close()


@pytest.fixture
def office() -> Iterator[Office]:
    with post_office() as found:
        yield found


def wanted(office: Office, *, eager: bool = False) -> Wanted:
    host, _, port = office.address.partition(":")
    server = MailServer(host, int(port), False, "", "", "notices@board.example")
    return Wanted(server=server, sender="notices@board.example", eager=eager)


def people(society: Society, office: Office, *names: str) -> None:
    """Have people of these names be asked to pledge to a plot, after a first run."""
    desk(society).run(wanted(office))
    for name in names:
        society.do("person", "register", name=name, mail=f"{name}@people.example", on="2026-03-01")
    plot = society.do("plot", "propose", name="North end", by="PE-001", on="2026-03-01")
    society.do("plot", "ask", plot, members=list(names), on="2026-03-01")


def test_each_person_gets_a_message_of_their_own(society: Society, office: Office) -> None:
    people(society, office, "dee", "eve")
    done = desk(society).run(wanted(office))
    assert (done.made, done.sent, done.cut_short) == (3, 3, "")
    assert office.took() == ["bob@people.example", "dee@people.example", "eve@people.example"]
    for address, message in office.messages:
        assert message["To"] == address
        assert message["From"] == "notices@board.example"
        assert message["Auto-Submitted"] == "auto-generated"
        assert str(message["Message-ID"]).endswith("@board.example>")
    assert desk(society).run(wanted(office)).sent == 0


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("refused", "127.0.0.1 said 550 5.1.1 <(address)>: nobody of that name"),
        ("later", "127.0.0.1 said 451 4.7.1 come again later"),
        ("full", "127.0.0.1 said 452 4.2.2 the box is full"),
        ("dropped", "the connection to 127.0.0.1 broke: Connection unexpectedly closed"),
    ],
)
def test_one_who_cannot_be_reached_holds_nobody_up_and_is_tried_again_later_and_later(
    society: Society, office: Office, name: str, reason: str
) -> None:
    people(society, office, name, "zoe")
    clock = Hand()
    assert desk(society, clock).run(wanted(office)).sent == 2
    assert office.took() == ["bob@people.example", "zoe@people.example"]
    gaps = []
    for tries in range(1, 7):
        (waiting,) = desk(society, clock).standing().failing
        assert (waiting.tries, waiting.reason) == (tries, reason)
        clock.forward(seconds=-1)
        gap = timedelta(0)
        while desk(society, clock).standing().failing[0].tries == tries:
            clock.forward(minutes=15)
            gap += timedelta(minutes=15)
            desk(society, clock).run(wanted(office))
        clock.forward(seconds=1)
        gaps.append(gap)
    assert gaps == sorted(gaps)
    assert gaps[0] <= timedelta(minutes=30)
    assert timedelta(hours=24) <= gaps[-1] <= timedelta(hours=25)
    assert office.took() == ["bob@people.example", "zoe@people.example"]


def test_what_was_to_wait_can_be_tried_at_once(society: Society, office: Office) -> None:
    people(society, office, "refused")
    desk(society).run(wanted(office))
    society.do("person", "amend", "PE-004", mail="found@people.example", reason="the right one")
    assert desk(society).run(wanted(office)).sent == 0
    assert desk(society).run(wanted(office, eager=True)).sent == 1
    assert office.took() == ["bob@people.example", "found@people.example"]


def test_a_text_that_looks_like_the_end_of_a_message_is_a_text(
    society: Society, office: Office, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "notice.txt").write_text("One\n.\nMAIL FROM:<x@people.example>\n..\n")
    people(society, office, "dee")
    run = wanted(office)
    desk(society).run(msgspec.structs.replace(run, templates=own))
    assert office.took() == ["bob@people.example", "dee@people.example"]
    texts = {message.get_content().replace("\r\n", "\n") for _, message in office.messages}
    assert texts == {"One\n.\nMAIL FROM:<x@people.example>\n..\n"}


def test_a_server_that_cannot_be_used_ends_the_run_and_every_message_is_kept(society: Society, office: Office) -> None:
    people(society, office, "dee", "eve")
    office.deaf = True
    done = desk(society).run(wanted(office))
    assert (done.made, done.sent) == (3, 0)
    assert "turns us away" in done.cut_short or "could not be used" in done.cut_short
    assert sum(one.tries for one in desk(society).standing().waiting) == 1  # the others were not even tried
    office.deaf = False
    assert desk(society).run(wanted(office, eager=True)).sent == 3


def test_a_message_that_was_taken_while_the_connection_broke_comes_again_as_the_same(
    society: Society, office: Office
) -> None:
    people(society, office, "cut", "zoe")
    desk(society).run(wanted(office))
    desk(society).run(wanted(office, eager=True))
    again = [message for address, message in office.messages if address == "cut@people.example"]
    assert len(again) == 2
    assert again[0].as_bytes() == again[1].as_bytes()  # the same Message-ID, date and text
    assert office.took().count("zoe@people.example") == 1


def test_a_message_that_another_run_may_have_taken_over_is_not_handed_in(society: Society, office: Office) -> None:
    people(society, office, "dee")

    class Slow(Hand):
        """A clock on which much time passes between claiming a message and handing it in."""

        def __call__(self):  # type: ignore[no-untyped-def]
            self.forward(minutes=8)
            return self.now

    done = desk(society, Slow()).run(wanted(office))
    assert (done.made, done.sent) == (2, 0)
    assert office.messages == []
    assert "another run may have sent" in desk(society).standing().failing[0].reason


def test_a_server_that_talks_too_slowly_is_given_up(
    society: Society, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(society, office, "dee")
    office.hold.clear()
    monkeypatch.setattr(posting, "_PATIENCE", 0.3)
    done = desk(society).run(wanted(office))
    assert done.sent == 0
    assert all("broke" in one.reason for one in desk(society).standing().failing)


def test_over_tls_the_certificate_is_checked(society: Society, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=mail.example"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *names], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with post_office(tls_context=context, require_starttls=True) as office:
        people(society, office, "dee")
        done = desk(society).run(wanted(office))
        assert done.sent == 0
        assert "CERTIFICATE_VERIFY_FAILED" in done.cut_short
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert desk(society).run(wanted(office, eager=True)).sent == 2
        assert office.took() == ["bob@people.example", "dee@people.example"]
