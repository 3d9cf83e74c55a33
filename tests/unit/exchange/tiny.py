"""A tiny operating model that has a field of every type, written into a folder for a Board to be founded on."""

from __future__ import annotations

from pathlib import Path

_RULE = "clause: X-1, basis: house"
_MODEL = """\
model: tiny
title: A tiny model
version: "1"
source: Made up for tests
main: thing
offices:
  keeper: {title: Keeper}
clauses:
  X-1: {paper: house rule, title: Things are kept in order}
groups:
  - {title: All, kinds: [thing, wonder, house, person, post]}
enters_for_others: [{office: keeper}]
founding:
  clause: X-1
  basis: house
  actor: keeper
  opens:
    - {as: house, kind: house, transition: found, set: {name: $board}}
    - {as: keeper, kind: person, transition: register, set: {name: $secretary}}
    - {as: post, kind: post, transition: appoint, set: {office: keeper, holder: "@keeper", body: "@house"}}
adoption: {by: [{office: keeper}], clause: X-1, basis: house}
"""
_HOUSE = f"""\
workflow: house
title: House
plural: Houses
help: The Board itself.
clause: X-1
reference: HS-{{number}}
name: name
fields:
  name: {{type: text, label: Name, required: true}}
states:
  open: {{title: Open}}
transitions:
  found: {{title: Found, from: none, to: open, by: nobody, asks: [name], {_RULE}}}
"""
_PERSON = f"""\
workflow: person
title: Person
plural: People
help: Somebody.
clause: X-1
reference: PE-{{number:03}}
name: name
fields:
  name: {{type: text, label: Full name, personal: true, required: true}}
states:
  known: {{title: Known}}
transitions:
  register: {{title: Register, from: none, to: known, by: [{{office: keeper}}], asks: [name], {_RULE}}}
"""
_POST = """\
workflow: post
title: Post
plural: Posts
help: Who holds which office.
clause: X-1
reference: PO-{number}
name: title
fields:
  title: {type: text, label: Title}
  office: {type: choice, label: Office, required: true, choices: [keeper]}
  holder: {type: ref, to: person, label: Holder, required: true}
  body: {type: ref, to: house, label: Body, required: true}
states:
  held: {title: Held}
transitions:
  appoint:
    title: Appoint
    from: none
    to: held
    by: [{office: keeper}]
    asks: [office, holder, body]
    takes: [title]
    clause: X-1
    basis: house
confers:
  - {office: {field: office}, to: holder, of: body, in: [held]}
"""
_THING = f"""\
workflow: thing
title: Thing
plural: Things
help: What is counted.
clause: X-1
reference: TH-{{number:03}}
name: name
fields:
  name: {{type: text, label: Name of it, required: true}}
  made_on: {{type: date, label: Made on}}
  size: {{type: number, decimals: 1, label: Size}}
  worth: {{type: money, label: "Worth, in pounds"}}
  sound: {{type: yes_no, label: Sound}}
  colour: {{type: choice, label: Colour, choices: {{red: Rose red, blue: Sky blue}}}}
  owner: {{type: ref, to: person, label: Owner}}
  keepers: {{type: ref, to: person, many: true, label: Kept by}}
  remark: {{type: long_text, personal: false, label: Remark}}
  secret: {{type: text, personal: true, label: Secret}}
  sold_for: {{type: money, label: Sold for}}
  twin_a: {{type: text, label: Twin}}
  twin_b: {{type: text, label: Twin}}
states:
  kept: {{title: In keeping}}
  sold: {{title: Sold}}
transitions:
  take_in:
    title: Take in
    from: none
    to: kept
    by: [{{office: keeper}}]
    asks: [name]
    takes: [made_on, size, worth, sound, colour, owner, keepers, remark, secret, twin_a, twin_b]
    guards:
      - {{id: not-big, fact: size, at_most: 99, because: at most 99 long, when: {{size: {{given: true}}}}, {_RULE}}}
    clause: X-1
    basis: house
  sell:
    title: Sell it
    from: kept
    to: sold
    by: [{{office: keeper}}]
    asks: [sold_for]
    guards:
      - {{id: is-sound, fact: sound, is: true, because: it is sound, {_RULE}}}
      - {{id: is-red, fact: colour, is: red, because: it is red, {_RULE}}}
    clause: X-1
    basis: house
final: [sold]
amend:
  - {{fields: [name, remark], by: [{{office: keeper}}]}}
"""
_WONDER = f"""\
workflow: wonder
title: Wonder
plural: Wonders
help: What comes about in two ways.
clause: X-1
reference: WO-{{number}}
name: name
fields:
  name: {{type: text, label: Name, required: true}}
states:
  seen: {{title: Seen}}
transitions:
  list_it: {{title: List it, from: none, to: seen, by: [{{office: keeper}}], asks: [name], {_RULE}}}
  find_it: {{title: Find it, from: none, to: seen, by: [{{office: keeper}}], asks: [name], {_RULE}}}
"""
TEXTS = {
    "model.yaml": _MODEL,
    "house.yaml": _HOUSE,
    "person.yaml": _PERSON,
    "post.yaml": _POST,
    "thing.yaml": _THING,
    "wonder.yaml": _WONDER,
}


def write_model(folder: Path) -> Path:
    """Write the model into a new folder and return it."""
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
