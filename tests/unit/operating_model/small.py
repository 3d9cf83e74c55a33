"""A small model that has one of everything, and what tests do with its texts."""

# ruff: noqa: E501 (a part of the model reads by row)

from __future__ import annotations

from peoplezones.domain.errors import ModelInvalid
from peoplezones.operating_model.load import load_texts
from peoplezones.operating_model.source import Problem

MODEL = """\
model: small
title: A small model
version: "1"
source: Made up for tests
main: case
watch: [pledge]
next_meeting: next_meeting
offices:
  chair: {title: Chair}
  keeper: {title: Keeper}
  guide: {title: Guide}
choices:
  sides: {left: Left side, right: Right side}
clauses:
  X-1: {paper: house rule, title: Things are done in order}
groups:
  - {title: Work, kinds: [case, pledge]}
  - {title: Board, kinds: [board, person, post]}
enters_for_others: [{office: keeper}]
founding:
  clause: X-1
  basis: house
  actor: keeper
  opens:
    - {as: board, kind: board, transition: found, set: {name: $board}}
    - {as: keeper, kind: person, transition: register, set: {name: $secretary}}
    - {as: post, kind: post, transition: appoint, set: {office: keeper, holder: "@keeper", body: "@board"}}
adoption: {by: [{office: chair}], clause: X-1, basis: house}
erasure:
  by: [{office: chair}, {office: keeper}]
  lawful_bases: {asked: Asked for, over: Kept for long enough}
  when_due: over
  clause: X-1
  basis: house
notices: {address: mail, before: 5}
escalation: {to: [{office: chair}], after: {working_days: 5}, clause: X-1, basis: house}
network:
  gaps:
    - id: helpers
      title: Helpers of each case
      rows: case
      when: {state: [ready, running]}
      columns: {asked_in: helpers}
      cells: {kind: pledge, row: case, column: giver, there: [given], awaited: [asked], until: given_on}
      facts: [silent]
      clause: X-1
      basis: house
    - {id: sides, title: Sides of each case, rows: case, cells: {kind: pledge, row: case, column: side, there: given}, columns: {choices: sides}, clause: X-1, basis: house}
    - {id: posts, title: Posts, rows: case, cells: {kind: post, row: body, column: holder, there: held}, clause: X-1, basis: house}
  load:
    - {id: cases, title: Cases, rows: case, figures: [guides, raised], limits: {guides: few-guides}, within: before, clause: X-1, basis: house}
  resilience:
    - id: cases
      title: Cases
      rows: case
      may_leave: [person]
      sides:
        - {title: the pledges, kinds: [pledge], through: [pledge.case]}
        - {title: the Board, kinds: [board], offices: [guide], ties: [post.holder]}
      depth: [guides]
      enough: {guides: is-guided}
      clause: X-1
      basis: house
  payback: {kind: pledge, per: case, asks: giver, does: [giver], hours: hours, steps: [give], clause: X-1, basis: house}
migrates:
  - from: tiny
    kinds:
      matter: {to: case, states: {begun: open}, fields: {name: title, half: side}, choices: {half: {l: left}}}
"""
BOARD = """\
workflow: board
title: Board
plural: Boards
help: The Board itself.
clause: X-1
reference: B-{number}
name: name
fields:
  name: {type: text, label: Name, required: true}
  next_meeting: {type: date, label: Next meeting}
states:
  sitting: {title: Sitting}
transitions:
  found: {title: Found, from: none, to: sitting, by: nobody, asks: [name], clause: X-1, basis: house}
  call:
    title: Call a meeting
    from: sitting
    to: same
    by: [{office: keeper}]
    asks: [next_meeting]
    clause: X-1
    basis: house
"""
PERSON = """\
workflow: person
title: Person
plural: People
help: Somebody.
clause: X-1
reference: P-{number:03}
name: name
publicly: {consent: agrees, otherwise: [role]}
fields:
  name: {type: text, label: Name, personal: true, required: true}
  role: {type: text, label: Role}
  agrees: {type: yes_no, label: Agrees to be named}
  mail: {type: text, label: Mail, personal: true}
states:
  known: {title: Known}
transitions:
  register:
    title: Register
    from: none
    to: known
    by: [{office: keeper}]
    asks: [name]
    takes: [role, agrees, mail]
    clause: X-1
    basis: house
"""
POST = """\
workflow: post
title: Post
plural: Posts
help: Who holds which office.
clause: X-1
reference: O-{number}
name: title
fields:
  title: {type: text, label: Title}
  office: {type: choice, label: Office, required: true, choices: [chair, keeper, guide, none_of_these]}
  holder: {type: ref, to: person, label: Holder, required: true}
  body: {type: ref, to: [board, case], label: Body, required: true}
  until: {type: date, label: Last day}
states:
  held: {title: Held}
  over: {title: Over}
transitions:
  appoint:
    title: Appoint
    from: none
    to: held
    by: [{office: keeper}]
    asks: [office, holder, body]
    takes: [title, until]
    clause: X-1
    basis: house
  end: {title: End, from: held, to: over, by: [{office: keeper}, {person: holder}], clause: X-1, basis: house}
final: [over]
confers:
  - {office: {field: office}, to: holder, of: body, in: [held], until: until}
links:
  holder: {edge: holds, until: until, in: [held]}
"""
PLEDGE = """\
workflow: pledge
title: Pledge
plural: Pledges
help: What somebody commits to a case.
clause: X-1
reference: L-{year}-{number}
name: words
fields:
  words: {type: text, label: In words}
  case: {type: ref, to: case, label: Case, required: true}
  giver: {type: ref, to: person, label: Giver, required: true}
  side: {type: choice, choices: sides, label: Side, required: true}
  amount: {type: money, label: Amount, min: 0.50, max: 1000}
  hours: {type: number, decimals: 1, label: Hours}
  given_on: {type: date, label: Given on}
  reason_given: {type: text, label: Why, required: {when: {side: right}}}
states:
  asked: {title: Asked, within: {working_days: 10}, tell: [{person: giver}], escalate: nobody}
  given: {title: Given}
transitions:
  ask: {title: Ask, from: none, to: asked, by: [{office: keeper}], asks: [case, giver, side], clause: X-1, basis: house}
  give:
    title: Give
    from: asked
    to: given
    by: [{person: giver}]
    asks: [amount, hours]
    takes: [words, reason_given]
    set: {given_on: today}
    clause: X-1
    basis: house
final: [given]
"""
CASE = """\
workflow: case
title: Case
plural: Cases
help: What it is all about.
clause: X-1
reference: C-{year}-{number:03}
name: title
list: [title, side]
figures: [givers]
fields:
  title: {type: text, label: Title, required: true}
  side: {type: choice, choices: sides, label: Side}
  helpers: {type: ref, to: person, many: true, min: 1, label: Helpers}
  before: {type: ref, to: case, label: The case before, acyclic: true}
  target: {type: money, label: Target}
  opened_by: {type: ref, to: person, label: Opened by}
  due: {type: date, label: Due}
  note: {type: long_text, label: Note}
  better: {type: choice, choices: [lower, higher], label: Which way is better}
  copy: {type: file, label: Copy}
facts:
  givers: {label: people who gave, distinct: pledge.giver, where: {case: this, state: given}}
  pledges: {label: pledges, count: pledge, where: {case: this, given_on: {at_most: today, or_empty: true}}}
  raised: {label: money given, sum: pledge.amount, where: {case: this, state: given}}
  asked_for: {label: money asked for, sum: pledge.amount, where: {case: this}}
  part: {label: part that was given, share: raised, in: asked_for}
  last_hours: {label: hours last given, latest: pledge.hours, by: given_on, where: {case: this}}
  silent:
    label: helpers who gave nothing
    missing: {listed_in: helpers, kind: pledge, field: giver}
    where: {case: this}
  one_sided: {label: sides without a pledge, missing: {choices: sides, kind: pledge, field: side}, where: {case: this}}
  before_state: {label: stage of the case before, value: before.state}
  age: {label: days since it opened, days_since: state}
  guides: {label: guides, holders: guide, of: this}
  guided: {label: whether the opener guides it, holds: guide, person: opened_by, of: this}
states:
  open: {title: Open, within: {days: 30}, tell: [{office: keeper}],
    escalate: {to: [{office: guide, of: this}], after: {days: 7}}}
  ready: {title: Ready, within: {date: due}}
  running: {title: Running, within: next_meeting}
  paused: {title: Paused}
  done: {title: Done}
transitions:
  start:
    title: Start
    from: none
    to: open
    by: [{office: chair}, {office: keeper}]
    asks: [title]
    takes: [side, helpers, before, target, due, note, better]
    set: {opened_by: actor}
    clause: X-1
    basis: house
  prepare:
    title: Prepare
    from: open
    to: ready
    by: [{office: keeper}, {office: guide, of: this}]
    opens:
      - {kind: pledge, transition: ask, for_each: helpers, set: {case: this, giver: each, side: this.side}}
    clause: X-1
    basis: house
  run:
    title: Run
    from: ready
    to: running
    by: [{office: chair}]
    not_by: [{did: prepare}]
    guards:
      - {id: enough-pledges, fact: pledges, at_least: 1, because: somebody pledged, clause: X-1, basis: house}
      - {id: all-in, fact: silent, is: [], because: every helper gave, clause: X-1, basis: house}
      - id: paid-for
        any_of:
          - {fact: raised, at_least: {fact: target}}
          - {fact: part, at_least: 50}
        when: {side: left, target: {given: true}}
        because: half of the money is there
        clause: X-1
        basis: house
      - {id: noted, fact: note, given: true, because: there is a note, clause: X-1, basis: house}
      - {id: both, fact: one_sided, at_most: 1, because: one side pledged, clause: X-1, basis: house}
      - {id: in-turn, fact: before_state, is_not: open, because: the case before has moved, clause: X-1, basis: house}
      - {id: ripe, fact: age, at_most: 90, because: it is not stale, clause: X-1, basis: house}
      - {id: timely, fact: due, at_least: today, because: it is not late, clause: X-1, basis: house}
      - {id: lent-hand, fact: last_hours, at_least: 1.5, because: hours are given, clause: X-1, basis: house}
      - {id: led, fact: guided, is: true, because: the opener guides it, clause: X-1, basis: house}
    clause: X-1
    basis: house
  pause: {title: Pause, from: [open, ready, running], to: paused, by: [{office: chair}], clause: X-1, basis: house}
  resume: {title: Resume, from: paused, to: previous, by: [{office: chair}], clause: X-1, basis: house}
  finish: {title: Finish, from: running, to: done, by: [{office: chair}], clause: X-1, basis: house}
  drop: {title: Drop, from: any, to: done, by: [{office: chair}], clause: X-1, basis: house}
  hand_out:
    title: Hand out
    from: [ready, running]
    to: same
    by: [{office: keeper}]
    asks: [copy]
    takes: [due]
    clause: X-1
    basis: house
goal: done
final: [done]
standing:
  - id: is-guided
    in: [running]
    fact: guides
    at_least: 1
    because: somebody guides it
    clause: X-1
    basis: house
    act: [{office: chair}]
  - id: few-guides
    in: [running, paused]
    fact: guides
    at_most: 5
    because: at most 5 guide it
    clause: X-1
    basis: house
    act: [{office: chair}]
promises:
  - {id: order, only_after: {state: running, states: [ready]}, because: in order, clause: X-1, basis: house}
  - id: gate
    only_with: {state: running, guards: [all-in, is-guided]}
    because: checked
    clause: X-1
    basis: house
  - {id: ends, reaches_final: true, because: all ends, clause: X-1, basis: house}
  - {id: apart, apart: [prepare, run], because: four eyes, clause: X-1, basis: house}
amend:
  - {fields: [title, note], by: [{office: keeper}]}
undo:
  - {transition: pause, by: [{office: chair}]}
retention:
  - {id: after-all, fields: [note, reason], for: {years: 6}, after: final, clause: X-1, basis: house}
  - {id: old-notes, fields: [note], for: {months: 1}, after: changed, clause: X-1, basis: house}
  - {id: while-paused, fields: [document], for: {days: 90}, after: {states: [paused]}, clause: X-1, basis: house}
documents:
  case_paper:
    title: Paper about the case
    help: How it stands.
    template: case-paper.md
    for: The Board
    numbered: true
    publish: never
    in: [ready, running]
    issue: {transition: hand_out, file: copy}
    clause: X-1
    basis: house
    with:
      pledges: {kind: pledge, where: {case: this, state: given}, by: given_on, latest_first: true}
      earlier: {path: before, facts: [raised], with: {helpers_then: {path: helpers}, gifts: {kind: pledge}}}
      helpers_named: {path: helpers}
      title_before: {path: before.title}
      whole: {path: root, with: {cases: {kind: case, by: raised}}}
      figures: {facts: [givers, age]}
      ready_to: {why: run}
      money: {series: pledge.amount, where: {case: this}, by: given_on, baseline: target, better: better, marks: [due]}
      way: timeline
      roles: offices
      steps: history
  case_card: {title: Card, template: case-card.md, for: Everybody, clause: X-1, basis: house}
"""
TEXTS = {
    "model.yaml": MODEL,
    "board.yaml": BOARD,
    "person.yaml": PERSON,
    "post.yaml": POST,
    "pledge.yaml": PLEDGE,
    "case.yaml": CASE,
}
Problems = tuple[Problem, ...]
HERE = "⟦"  # put into a text to mark where a problem is expected


def problems_of(texts: dict[str, str]) -> Problems:
    """Return what is wrong with the texts; nothing if they load."""
    try:
        load_texts(texts, folder="m")
    except ModelInvalid as error:
        return tuple(problem for problem in error.problems if isinstance(problem, Problem))
    return ()


def place_of(text: str) -> tuple[str, tuple[int, int]]:
    """Return the text without its mark, and line and column of the mark."""
    before = text[: text.index(HERE)]
    return text.replace(HERE, "", 1), (before.count("\n") + 1, len(before) - before.rfind("\n"))
