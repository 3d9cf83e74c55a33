"""Rules that cannot mean what they say are named at their place, before anything runs; sensible ones are left alone."""

# ruff: noqa: E501 (the table of mistakes reads by row)

from __future__ import annotations

import pytest

from tests.unit.operating_model.small import HERE, TEXTS, place_of, problems_of

G = ", because: b, clause: X-1, basis: house}"
NOTED = "      - {id: noted, fact: note, given: true, because: there is a note, clause: X-1, basis: house}\n"
STANDING = "    fact: guides\n    at_least: 1\n"


def rules(*guards: str) -> str:
    """Return more guards of the transition `run`, after the one that is there."""
    return NOTED + "".join(f"      - {guard}\n" for guard in guards)


SENSELESS = [
    # file, what is there, what is put in its place (⟦ marks where the mistake is), the message
    ("case.yaml", "fact: pledges, at_least: 1", "fact: pledges, at_most: -1", "'enough-pledges' can never be met: pledges is at most -1 cannot be; mend the comparison"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦none, fact: pledges, at_least: 0{G}"), "'none' is met by every record: pledges is at least 0, whatever happens; mend the comparison or take the rule out"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦few, fact: pledges, at_most: 0{G}"), "'few' contradicts 'enough-pledges': pledges is at least 1 and pledges is at most 0 cannot both be; mend one of them"),
    ("case.yaml", NOTED, rules(f"{{id: three, fact: givers, at_least: 3{G}", f"{{id: ⟦two, fact: givers, at_most: 2{G}"), "'two' contradicts 'three': people who gave is at least 3 and people who gave is at most 2 cannot both be"),
    ("case.yaml", NOTED, rules(f"{{id: lefty, fact: side, is: left{G}", f"{{id: ⟦righty, fact: side, is: right{G}"), "'righty' contradicts 'lefty': Side is Left side and Side is Right side cannot both be"),
    ("case.yaml", NOTED, rules(f"{{id: lefty, fact: side, is: left{G}", f"{{id: ⟦not-left, fact: side, is_not: left{G}"), "'not-left' contradicts 'lefty'"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦no-due, fact: due, given: false{G}", f"{{id: ⟦late, fact: due, at_least: 2020-01-01{G}"), "'late' contradicts 'no-due': Due is not given and Due is not before 2020-01-01 cannot both be"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦no-note, fact: note, given: false{G}"), "'no-note' contradicts 'noted'"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦some, fact: silent, at_least: 1{G}"), "'some' contradicts 'all-in'"),
    ("case.yaml", NOTED, rules(f"{{id: soon, fact: before_state, one_of: [open, ready], when: {{side: left}}{G}", f"{{id: ⟦late, fact: before_state, one_of: [done, paused], when: {{side: left}}{G}"), "'late' contradicts 'soon'"),
    ("case.yaml", NOTED, rules(f"{{id: soon, fact: before_state, is: open, when: {{side: left}}{G}"), "'in-turn' contradicts 'soon'"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦here, fact: state, is: open{G}"), "'here' can never be met: stage is Open cannot be; mend the comparison"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦here, fact: state, is: ready{G}"), "'here' is met by every record: stage is Ready, whatever happens"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦sided, fact: side, is: right, when: {{side: left}}{G}"), "'sided' can never be met: Side is Right side cannot be when Side is Left side; mend the comparison"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦never, fact: note, given: true, when: {{pledges: {{at_most: -1}}}}{G}"), "'never' is never asked for: pledges is at most -1 cannot be; mend its `when`"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦either, any_of: [{{fact: givers, at_most: -2}}, {{fact: raised, at_least: 5}}]{G}"), "one way to meet 'either' can never be taken: people who gave is at most -2 cannot be; take it out or mend it"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦any-side, fact: one_sided, at_most: 2{G}"), "'any-side' is met by every record: sides without a pledge is at most 2, whatever happens"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦sides, fact: one_sided, at_least: 3{G}"), "'sides' can never be met: sides without a pledge is at least 3 cannot be"),
    ("case.yaml", NOTED, rules(f"{{id: ⟦led-or-not, fact: guided, one_of: [true, false]{G}"), "'led-or-not' is met by every record"),
    ("case.yaml", STANDING, "    fact: note\n    given: false\n", "'is-guided' contradicts 'noted': Note is given and Note is not given cannot both be"),
    ("case.yaml", STANDING, "    fact: pledges\n    at_most: 0\n", "'is-guided' contradicts 'enough-pledges'"),
    ("case.yaml", STANDING, "    fact: guides\n    at_least: 0\n", "'is-guided' is met by every record"),
    ("pledge.yaml", "required: {when: {side: right}}", "required: {when: {amount: {at_least: 2000}}}", "'reason_given' is never required: Amount is at least £2,000.00 cannot be; mend its `when`"),
    ("case.yaml", "  raised: {label: money given, sum: pledge.amount, where: {case: this, state: given}}", "  ⟦raised: {label: money given, sum: pledge.amount, where: {case: this, amount: {at_most: 0.20}}}", "'raised' never finds anything: no pledge can have such 'amount'; mend its `where`"),
]  # fmt: skip
WAY_OUT = "  - {id: ends, reaches_final: true, because: all ends, clause: X-1, basis: house}\n"


@pytest.mark.parametrize(("file", "old", "new", "message"), SENSELESS)
def test_a_rule_that_cannot_mean_what_it_says_is_named_at_its_place(
    file: str, old: str, new: str, message: str
) -> None:
    assert TEXTS[file].count(old) == 1, old
    changed = TEXTS[file].replace(old, new.replace(HERE, "", new.count(HERE) - 1))
    text, place = place_of(changed) if HERE in changed else (changed, None)
    matching = [problem for problem in problems_of({**TEXTS, file: text}) if message in problem.message]
    assert len(matching) == 1, problems_of({**TEXTS, file: text})
    if place:
        assert (matching[0].file, (matching[0].line, matching[0].column)) == (f"m/{file}", place)


def test_a_number_that_its_field_never_allows_is_a_mistake() -> None:
    case = TEXTS["case.yaml"].replace("label: Target}", "label: Target, min: 5}")
    case = case.replace(NOTED, rules(f"{{id: cheap, fact: target, at_most: 3{G}"))
    found = [problem.message for problem in problems_of({**TEXTS, "case.yaml": case})]
    assert found == ["'cheap' can never be met: Target is at most £3.00 cannot be; mend the comparison"]


def test_stages_with_no_way_out_are_named_with_the_shortest_way_in() -> None:
    case = TEXTS["case.yaml"].replace(WAY_OUT, "")
    case = case.replace("  drop: {title: Drop, from: any,", "  drop: {title: Drop, from: open,")
    case = case.replace(
        "  finish: {title: Finish, from: running, to: done", "  finish: {title: Finish, from: ready, to: done"
    )
    case = case.replace("pause: {title: Pause, from: [open, ready, running]", "pause: {title: Pause, from: running")
    line = case[: case.index("  running: {title")].count("\n") + 1
    assert [str(problem) for problem in problems_of({**TEXTS, "case.yaml": case})] == [
        f"m/case.yaml:{line}:3: no final state can be reached from running -> paused; let one lead on, or name one in "
        "`final`; the shortest way in: start (open), prepare (ready), run (running)"
    ]


def test_a_dead_end_is_named_where_the_kind_has_final_stages() -> None:
    post = TEXTS["post.yaml"].replace("  over: {title: Over}\n", "  over: {title: Over}\n  lost: {title: Lost}\n")
    lose = "  lose: {title: Lose, from: held, to: lost, by: [{office: keeper}], clause: X-1, basis: house}\n"
    post = post.replace("final: [over]", f"{lose}final: [over]")
    assert [problem.message for problem in problems_of({**TEXTS, "post.yaml": post})] == [
        "nothing leads from 'lost' to a final state; let it lead on, or name it in `final`; "
        "the shortest way in: appoint (held), lose (lost)"
    ]


def test_a_kind_without_final_stages_may_go_back_and_forth() -> None:
    assert problems_of({**TEXTS, "post.yaml": TEXTS["post.yaml"].replace("final: [over]\n", "")}) == ()


SENSIBLE = [
    f"{{id: half, fact: part, at_least: 150{G}",  # a share may be more than the whole
    f"{{id: exactly, fact: givers, at_least: 2{G}\n      - {{id: exactly-two, fact: givers, at_most: 2{G}",
    f"{{id: one, fact: side, is: left, when: {{note: {{given: true}}}}{G}\n      - {{id: other, fact: side, is: right, when: {{due: {{given: true}}}}{G}",
    f"{{id: overdue, fact: due, at_most: 2030-01-01{G}",
    f"{{id: either, any_of: [{{fact: side, is: left}}, {{fact: before_state, is: done}}]{G}\n      - {{id: or, any_of: [{{fact: side, is: right}}, {{fact: before_state, is: done}}]{G}",
    f"{{id: below, fact: raised, at_most: -1{G}",  # a sum may be below nothing
    f"{{id: future, fact: age, at_least: -5{G}",
]


@pytest.mark.parametrize("guards", SENSIBLE)
def test_a_rule_that_can_be_met_and_missed_is_left_alone(guards: str) -> None:
    assert problems_of({**TEXTS, "case.yaml": TEXTS["case.yaml"].replace(NOTED, rules(guards))}) == ()
