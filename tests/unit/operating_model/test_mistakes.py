"""Every mistake in a model is named at its place, with what to do about it."""

# ruff: noqa: E501 (the table of mistakes reads by row)

from __future__ import annotations

import pytest

from tests.unit.operating_model.small import HERE, TEXTS, place_of, problems_of

MISTAKES = [
    # file, what is there, what is put in its place (⟦ marks where the mistake is), the message
    ("case.yaml", "sum: pledge.amount, where: {case: this, state", "sum: pledge.⟦amont, where: {case: this, state", "pledge has no field called 'amont'; did you mean 'amount'?"),
    ("case.yaml", "fact: pledges,", "fact: ⟦pleges,", "no fact is called 'pleges'; did you mean 'pledges'?"),
    ("case.yaml", "count: pledge,", "count: ⟦pledg,", "no kind is called 'pledg'; did you mean 'pledge'?"),
    ("case.yaml", "where: {case: this, given_on: {at_most", "where: {⟦cas: this, given_on: {at_most", "pledge has no field called 'cas'; did you mean 'case'?"),
    ("case.yaml", "{listed_in: helpers, kind", "{listed_in: ⟦helper, kind", "case has no field called 'helper'; did you mean 'helpers'?"),
    ("case.yaml", "distinct: pledge.giver, where: {case: this, state: given}", "distinct: pledge.giver, where: {case: this, state: ⟦givn}", "pledge has no state called 'givn'; did you mean 'given'?"),
    ("case.yaml", "value: before.state", "value: before.⟦stat", "case has no field or fact called 'stat'; did you mean 'state'?"),
    ("case.yaml", "value: before.state", "value: helpers.⟦name", "'helpers' holds several references, and a path goes through single ones only"),
    ("case.yaml", "value: before.state", "value: title.⟦state", "'title' is a text, so no path leads on from it"),
    ("case.yaml", "value: before.state", "value: ⟦this.before", "a path starts at this record already; leave out 'this'"),
    ("case.yaml", "share: raised, in: asked_for", "share: ⟦before_state, in: asked_for", "a share is of numbers or money, and 'before_state' is a state"),
    ("case.yaml", "days_since: state", "days_since: ⟦side", "days are counted since `state` or a date, and 'side' is a choice"),
    ("case.yaml", "{label: pledges, count: pledge, where: {case: this, given_on", "{label: pledges, ⟦count: pledge, where: {given_on", "nothing ties pledge to this record"),
    ("case.yaml", "{label: days since it opened, days_since: state}", "⟦{label: days since it opened}", "a fact has one head and this has no head"),
    ("case.yaml", "holders: guide,", "holders: ⟦guild,", "no office is called 'guild'; did you mean 'guide'?"),
    ("case.yaml", "holders: guide, of: this", "holders: guide, of: this, also: ⟦keper", "no office is called 'keper'; did you mean 'keeper'?"),
    ("post.yaml", "choices: [chair, keeper, guide, none_of_these]", "choices: [chair, keeper]", "no record makes anyone 'guide' of case"),
    ("case.yaml", "person: opened_by, of: this", "person: ⟦before, of: this", "'before' is a reference to case; a reference to person is needed here"),
    ("case.yaml", "sum: pledge.amount, where: {case: this}", "sum: ⟦pledge.side, where: {case: this}", "only numbers and money are summed, and 'pledge.side' is a choice"),
    ("case.yaml", "kind: pledge, field: side", "kind: pledge, field: ⟦case", "'case' is a reference to case, which never has the names that are listed"),
    ("case.yaml", "by: given_on, where", "by: ⟦side, where", "the latest is told by a date or a number, and 'side' is a choice"),
    ("case.yaml", "days_since: state}", "days_since: state}\n  ⟦idle: {label: unused, value: side}", "no rule looks at the fact 'idle'"),
    ("case.yaml", "days_since: state}", "days_since: state}\n  one: {label: a, value: ⟦one}", "the fact 'one' is computed from itself (one -> one)"),
    ("case.yaml", "  age: {", "  ⟦due: {", "'due' is already a field (line 17)"),
    ("case.yaml", "{type: ref, to: person, label: Opened by}", "{type: ref, to: ⟦peson, label: Opened by}", "no kind is called 'peson'; did you mean 'person'?"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: ⟦dates, label: Due}", "no type is called 'dates'; did you mean 'date'?"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due, ⟦many: true}", "'many' is for ref, and this is a date; take it out"),
    ("case.yaml", "due: {type: date, label: Due}", "due: ⟦{type: date}", "a field needs 'label'; add it"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due, ⟦labl: x}", "a field has no word 'labl'; did you mean 'label'?"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due, min: ⟦2020-02-30}", "there is no such day as 2020-02-30"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due}\n  ⟦spare: {type: text, label: Spare}", "nothing asks, takes, sets or amends the field 'spare'"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due}\n  ⟦key: {type: text, label: Key}", "a field may not be called 'key'"),
    ("case.yaml", "due: {type: date, label: Due}", "due: {type: date, label: Due}\n  ⟦Key: {type: text, label: Key}", "'Key' cannot be the name of a field"),
    ("case.yaml", "case before, acyclic: true", "case before, acyclic: ⟦yes", "'yes' is neither `true` nor `false`"),
    ("case.yaml", "side: {type: choice, choices: sides, label: Side}", "side: {type: choice, choices: ⟦side, label: Side}", "no shared list of choices is called 'side'; did you mean 'sides'?"),
    ("case.yaml", "fact: pledges, at_least: 1", "fact: pledges, at_least: ⟦1.5", "'1.5' must be a whole number"),
    ("case.yaml", "fact: pledges, at_least: 1", "fact: pledges, at_least: ⟦few", "'few' is not a number"),
    ("case.yaml", "fact: pledges, at_least: 1", "⟦fact: pledges", "there is no comparison here"),
    ("case.yaml", "fact: pledges, at_least: 1", "⟦fact: pledges, at_least: 1, at_most: 2", "there are 2 comparisons (at_least, at_most) here"),
    ("case.yaml", "fact: pledges, at_least: 1", "fact: pledges, at_least: {fact: ⟦target}", "'target' is an amount of money, but a number is needed here"),
    ("case.yaml", "fact: due, at_least: today", "fact: due, at_least: ⟦5", "'5' is not a date"),
    ("case.yaml", "fact: silent, is: []", "fact: silent, ⟦is_not: []", "a list is compared with `is: []`"),
    ("case.yaml", "fact: note, given: true", "fact: note, ⟦is: x", "a personal field is looked at; rules see only whether it is given"),
    ("case.yaml", "fact: before_state, is_not: open", "fact: before_state, is_not: ⟦opened", "case has no state called 'opened'; did you mean 'open'?"),
    ("case.yaml", "fact: before_state, is_not: open", "fact: before_state, ⟦at_least: open", "'at_least' compares numbers, money and dates, and this is a state"),
    ("case.yaml", "fact: guided, is: true", "fact: guided, is: ⟦yes", "'yes' is neither `true` nor `false`"),
    ("case.yaml", "when: {side: left,", "when: {side: ⟦lift,", "'lift' is not one of the choices; did you mean 'left'?"),
    ("case.yaml", "when: {side: left,", "when: {⟦sid: left,", "no fact is called 'sid'; did you mean 'side'?"),
    ("case.yaml", "when: {side: left,", "when: {side: ⟦[],", "the list is empty"),
    ("case.yaml", "id: enough-pledges,", "id: ⟦Enough,", "'Enough' cannot be an id"),
    ("case.yaml", "id: both,", "id: ⟦all-in,", "'all-in' already names a guard on line"),
    ("case.yaml", "because: somebody pledged, clause: X-1", "because: somebody pledged, clause: ⟦X-2", "no clause is called 'X-2'; did you mean 'X-1'?"),
    ("case.yaml", "because: somebody pledged, clause: X-1, basis: house", "because: somebody pledged, clause: X-1, basis: ⟦hous", "no basis is called 'hous'; did you mean 'house'?"),
    ("case.yaml", "  start:\n    title: Start\n", "  start:\n    ⟦titel: Start\n", "a transition has no word 'titel'; did you mean 'title'?"),
    ("case.yaml", "    title: Start\n", "", "a transition needs 'title'; add it"),
    ("case.yaml", "from: ready\n", "from: ⟦redy\n", "no state of case is called 'redy'; did you mean 'ready'?"),
    ("case.yaml", "from: [open, ready, running]", "from: [open, ready, ⟦done]", "'done' is final, so nothing leads from it"),
    ("case.yaml", "from: [open, ready, running]", "from: [open, ⟦any]", "'any' stands alone, not in a list"),
    ("case.yaml", "to: ready\n", "to: ⟦steady\n", "no state of case is called 'steady'; did you mean 'ready'?"),
    ("case.yaml", "from: none\n    to: open", "from: none\n    to: ⟦same", "a record is not yet anywhere, so it cannot open in 'same'"),
    ("case.yaml", "not_by: [{did: prepare}]", "not_by: [{did: ⟦prepar}]", "no transition is called 'prepar'; did you mean 'prepare'?"),
    ("case.yaml", "not_by: [{did: prepare}]", "not_by: ⟦{did: prepare}", "a list is needed here, not a mapping"),
    ("case.yaml", "not_by: [{did: prepare}]", "not_by: [⟦chair]", "'chair' must say what it is; write one of: {office: NAME}"),
    ("case.yaml", "not_by: [{did: prepare}]", "not_by: ⟦anyone", "'anyone' cannot stand here"),
    ("case.yaml", "by: [{office: chair}, {office: keeper}]", "by: [{office: ⟦chairs}, {office: keeper}]", "no office is called 'chairs'; did you mean 'chair'?"),
    ("case.yaml", "by: [{office: chair}, {office: keeper}]", "by: ⟦[]", "nobody is named here"),
    ("case.yaml", "asks: [title]", "asks: [⟦titel]", "no field of case is called 'titel'; did you mean 'title'?"),
    ("case.yaml", "asks: [title]", "asks: [title, ⟦title]", "'title' is already in this list"),
    ("case.yaml", "takes: [side,", "takes: [⟦title, side,", "'title' is asked already"),
    ("case.yaml", "    asks: [title]\n", "", "'title' is required, but 'start' neither asks nor sets it"),
    ("case.yaml", "set: {opened_by: actor}", "set: {⟦opened: actor}", "no field of case is called 'opened'; did you mean 'opened_by'?"),
    ("case.yaml", "set: {opened_by: actor}", "set: {opened_by: ⟦this}", "'this' is a reference to case, but a reference to person is needed here"),
    ("case.yaml", "set: {opened_by: actor}", "set: {opened_by: ⟦somebody}", "'somebody' cannot stand for a reference to person"),
    ("case.yaml", "set: {opened_by: actor}", "set: {opened_by: actor, ⟦title: x}", "'title' is given by whoever makes the transition"),
    ("case.yaml", "kind: pledge, transition: ask,", "kind: pledge, transition: ⟦aks,", "no transition of pledge is called 'aks'; did you mean 'ask'?"),
    ("case.yaml", "kind: pledge, transition: ask,", "kind: pledge, transition: ⟦give,", "'give' does not open a pledge"),
    ("case.yaml", "- {kind: pledge, transition: ask, for_each: helpers, set: {case: this, giver: each, ", "- ⟦{kind: pledge, transition: ask, for_each: helpers, set: {case: this, ", "'ask' of pledge asks for 'giver'; add it to `set`"),
    ("case.yaml", "giver: each, side: this.side", "giver: each, side: left, ⟦hours: 1", "'ask' of pledge neither asks nor takes 'hours'"),
    ("case.yaml", "giver: each, side: this.side", "giver: each, side: ⟦this.title", "'this.title' is a text, but a choice is needed here"),
    ("case.yaml", "goal: done", "goal: ⟦don", "no state of case is called 'don'; did you mean 'done'?"),
    ("case.yaml", "in: [running]", "in: [⟦runing]", "no state is called 'runing'; did you mean 'running'?"),
    ("case.yaml", "within: {days: 30}", "within: {days: ⟦0}", "'0' is not a whole number of at least 1"),
    ("case.yaml", "within: {days: 30}", "within: ⟦{weeks: 3}", "a deadline is written"),
    ("case.yaml", "within: {date: due}", "within: {date: ⟦side}", "'side' is a choice; a date is needed here"),
    ("case.yaml", "paused: {title: Paused}", "paused: {title: Paused, ⟦tell: [{office: chair}]}", "'tell' says who hears when 'within' passes"),
    ("case.yaml", "paused: {title: Paused}", "paused: {title: Paused, ⟦escalate: nobody}", "'escalate' says who hears when 'within' passes"),
    ("case.yaml", "{office: guide, of: this}], after", "{office: ⟦guid, of: this}], after", "no office is called 'guid'; did you mean 'guide'?"),
    ("case.yaml", "{office: guide, of: this}], after", "{office: guide, of: ⟦thas}], after", "case has no field called 'thas'"),
    ("case.yaml", "after: {days: 7}", "after: ⟦{weeks: 1}", "how long after a deadline is written `{days: 7}` or `{working_days: 5}`"),
    ("case.yaml", "after: {days: 7}", "after: ⟦next_meeting", "how long after a deadline is written `{days: 7}` or `{working_days: 5}`"),
    ("case.yaml", "after: {days: 7}", "after: {days: ⟦0}", "'0' is not a whole number of at least 1"),
    ("case.yaml", ", after: {days: 7}", "", "`escalate` needs 'after'; add it"),
    ("pledge.yaml", "escalate: nobody", "escalate: ⟦nobdy", "'nobdy' cannot stand here; write `nobody` or"),
    ("model.yaml", "notices: {address: mail", "notices: {address: ⟦male", "no field of person is called 'male'; did you mean 'mail'?"),
    ("model.yaml", "notices: {address: mail", "notices: {address: ⟦role", "'role' is not personal; an address is a text with `personal: true`"),
    ("model.yaml", "notices: {address: mail", "notices: {address: ⟦agrees", "'agrees' is a yes_no; an address is a text with `personal: true`"),
    ("model.yaml", "notices: {address: mail", "notices: ⟦{adress: mail", "`notices` needs 'address'; add it"),
    ("model.yaml", "before: 5}", "before: ⟦soon}", "'soon' is not a whole number of at least 0"),
    ("model.yaml", "before: 5}", "before: ⟦367}", "at most 366 days before; write fewer"),
    ("model.yaml", "to: [{office: chair}], after", "to: [⟦{person: keeper}], after", "one of these is needed here: {office: NAME}"),
    ("model.yaml", "to: [{office: chair}], after", "to: ⟦[], after", "nobody is named here; name at least one office or person"),
    ("model.yaml", "after: {working_days: 5}", "after: {working_days: ⟦x}", "'x' is not a whole number of at least 1"),
    ("model.yaml", "after: {working_days: 5}, clause: X-1", "after: {working_days: 5}, clause: ⟦X-2", "no clause is called 'X-2'; did you mean 'X-1'?"),
    ("case.yaml", "paused: {title: Paused}", "paused: {title: Paused}\n  ⟦lost: {title: Lost}", "no transition leads to the state 'lost'"),
    ("case.yaml", "paused: {title: Paused}", "paused: {title: Paused}\n  ⟦same: {title: Same}", "a state may not be called 'same'"),
    ("case.yaml", "transition: pause, by", "transition: ⟦prepare, by", "'prepare' opens other records, so it cannot be taken back"),
    ("case.yaml", "transition: pause, by", "transition: ⟦start, by", "'start' opens a record, so it cannot be taken back"),
    ("case.yaml", "fields: [title, note]", "fields: [title, ⟦not]", "no field of case is called 'not'; did you mean 'note'?"),
    ("case.yaml", "guards: [all-in, is-guided]", "guards: [⟦all-inn, is-guided]", "no guard of case is called 'all-inn'; did you mean 'all-in'?"),
    ("case.yaml", "reaches_final: true", "reaches_final: ⟦false", "a promise that is not made is left out"),
    ("case.yaml", "reference: C-{year}-{number:03}", "reference: ⟦c-{no}", "'c-{no}' cannot number records"),
    ("case.yaml", "reference: C-{year}-{number:03}", "reference: P-{number}", "'P-{number:03}' looks like the references of case"),
    ("case.yaml", "name: title\n", "name: ⟦side\n", "'side' is a choice; people call a record by a text"),
    ("case.yaml", "workflow: case", "workflow: ⟦cases", "the file is named 'case', but the workflow 'cases'"),
    ("case.yaml", "figures: [givers]", "figures: [⟦giver]", "no fact of case is called 'giver'; did you mean 'givers'?"),
    ("case.yaml", "goal: done", "⟦gaol: done", "a workflow has no word 'gaol'; did you mean 'goal'?"),
    ("pledge.yaml", "min: 0.50", "min: ⟦0.505", "'0.505' must have at most 2 decimal places"),
    ("pledge.yaml", "max: 1000", "max: ⟦0.1", "'max' is less than 'min'"),
    ("pledge.yaml", "set: {given_on: today}", "set: {given_on: ⟦actor}", "'actor' is a reference to person, but a date is needed here"),
    ("pledge.yaml", "required: {when: {side: right}}", "required: {when: {side: ⟦wrong}}", "'wrong' is not one of the choices"),
    ("pledge.yaml", "required: {when: {side: right}}", "required: ⟦[side]", "`true` or `{when: ...}` is needed here, not a list"),
    ("post.yaml", "choices: [chair, keeper, guide, none_of_these]", "choices: [⟦Chair, keeper, guide]", "'Chair' cannot be the name of a choice"),
    ("post.yaml", "to: holder, of: body", "to: ⟦body, of: body", "'body' does not refer to person"),
    ("post.yaml", "until: until}", "until: ⟦title}", "'title' is a text; a date field is needed here"),
    ("post.yaml", "  holder: {edge", "  ⟦title: {edge", "'title' is a text; only a reference can be a link"),
    ("person.yaml", "consent: agrees", "consent: ⟦agree", "no field of person is called 'agree'; did you mean 'agrees'?"),
    ("person.yaml", "consent: agrees", "consent: ⟦role", "'role' is a text; a yes_no field is needed here"),
    ("person.yaml", "otherwise: [role]", "otherwise: [⟦rôle]", "no field of person is called 'rôle'; did you mean 'role'?"),
    ("person.yaml", "otherwise: [role]", "otherwise: [⟦name]", "'name' cannot stand for a name in public"),
    ("person.yaml", "publicly: {consent: agrees,", "publicly: {⟦consents: agrees,", "`publicly` has no word 'consents'; did you mean 'consent'?"),
    ("board.yaml", "name: name", "name: name\n⟦publicly: {otherwise: [name]}", "a name that is not personal is public anyway"),
    ("person.yaml", "asks: [name]", "set: {⟦name: x}", "'name' is personal, so only people give it"),
    ("person.yaml", "by: [{office: keeper}]", "by: [{did: register}]", "nobody has done anything on a record that is only now opened"),
    ("board.yaml", "by: [{office: keeper}]", "by: ⟦nobody", "'nobody' cannot stand here"),
    ("model.yaml", "main: case", "main: ⟦cases", "no kind is called 'cases'; did you mean 'case'?"),
    ("model.yaml", "kinds: [case, pledge]", "kinds: [case, pledge, ⟦case]", "'case' is already in this list"),
    ("model.yaml", "kinds: [board, person, post]", "kinds: [board, person, post, ⟦case]", "'case' is in a group already (line 17)"),
    ("model.yaml", "groups:\n  - {title: Work, kinds: [case, pledge]}", "⟦groups:\n  - {title: Work, kinds: [case]}", "the kind 'pledge' is in no group"),
    ("model.yaml", "{name: $board}", "{name: ⟦$bord}", "nothing called '$bord' is given to the founding act"),
    ("model.yaml", 'holder: "@keeper"', 'holder: ⟦"@kepper"', "no earlier record of the founding act is called 'kepper'; did you mean 'keeper'?"),
    ("model.yaml", 'holder: "@keeper"', 'holder: ⟦"@board"', "'holder' does not refer to board"),
    ("model.yaml", "actor: keeper", "actor: ⟦kepper", "no record of the founding act is called 'kepper'; did you mean 'keeper'?"),
    ("model.yaml", "- {as: board, kind: board, transition: found, set: {name: $board}}", "- ⟦{as: board, kind: board, transition: found}", "'found' of board asks for 'name'; add it to `set`"),
    ("model.yaml", "kind: person, transition: register", "kind: person, transition: ⟦registr", "no transition of person is called 'registr'; did you mean 'register'?"),
    ("model.yaml", "\nnext_meeting: next_meeting", "\nnext_meeting: ⟦name", "'name' is a text; a date field is needed here"),
    ("model.yaml", "states: {begun: open}", "states: {begun: ⟦opened}", "no state is called 'opened'; did you mean 'open'?"),
    ("model.yaml", "choices: {half: {l: left}}", "choices: {half: {l: ⟦lft}}", "no choice is called 'lft'; did you mean 'left'?"),
    ("model.yaml", "enters_for_others: [{office: keeper}]", "enters_for_others: [⟦{person: x}]", "one of these is needed here: {office: NAME}"),
    ("model.yaml", "source: Made", "⟦sauce: Made", "model.yaml has no word 'sauce'; did you mean 'source'?"),
    ("case.yaml", "set: {opened_by: actor}", "set: {opened_by: actor, helpers: ⟦actor}", "'actor' is one, and the field holds several"),
    ("case.yaml", "set: {opened_by: actor}", "set: {opened_by: ⟦this.helpers}", "'this.helpers' holds several, and the field holds one"),
    ("post.yaml", "takes: [title, until]", "takes: [title, until]\n    opens: [{kind: case, transition: start, set: {title: x, before: ⟦this.body}}]", "'this.body' is a reference to board or case, but a reference to case is needed here"),
    ("case.yaml", "count: pledge, where: {case: this, given_on", "count: pledge, where: {case: ⟦root, given_on", "'root' is a reference to board, but a reference to case is needed here"),
    ("case.yaml", "count: pledge, where: {case: this, given_on", "count: pledge, where: {hours: {at_most: root.⟦next}, case: this, given_on", "board has no field called 'next'"),
    ("case.yaml", "fields: [note, reason]", "fields: [⟦notes, reason]", "no field of case is called 'notes'; did you mean 'note'?"),
    ("case.yaml", "fields: [note, reason]", "fields: [⟦title, reason]", "'title' is not personal: it is in the log, where nothing can be erased; take it out"),
    ("case.yaml", "fields: [note], for", "fields: [⟦document], for", "nothing ever takes the place of a 'document'; take it out"),
    ("case.yaml", "for: {years: 6}", "for: ⟦{weeks: 6}", "a period is written `{days: 90}`, `{months: 18}` or `{years: 6}`"),
    ("case.yaml", "for: {years: 6}", "for: ⟦{years: 6, days: 1}", "a period is written `{days: 90}`, `{months: 18}` or `{years: 6}`"),
    ("case.yaml", "for: {years: 6}", "for: ⟦6 years", "a period is written `{days: 90}`, `{months: 18}` or `{years: 6}`"),
    ("case.yaml", "for: {years: 6}", "for: {years: ⟦0}", "'0' is not a whole number of at least 1; write one"),
    ("case.yaml", "for: {years: 6}", "for: {years: ⟦201}", "at most 200 years can be counted; write fewer"),
    ("case.yaml", "after: final", "after: ⟦done", "'done' is nothing that a period can count from; write `final`, `given`, `changed` or `{states: [...]}`"),
    ("case.yaml", "after: {states: [paused]}", "after: {states: [⟦pausd]}", "no state of case is called 'pausd'; did you mean 'paused'?"),
    ("board.yaml", "    basis: house\n", "    basis: house\nretention:\n  - {id: a, fields: reason, for: {days: 1}, after: ⟦final, clause: X-1, basis: house}\n", "board has no final state; write the states, or `final`, `given`, `changed` or `{states: [...]}`"),
    ("case.yaml", "fields: [document], for: {days: 90}, after: {states: [paused]}", "fields: [reason], for: {days: 90}, after: {states: [done]}", "two rules keep 'reason' for some time after 'done'; leave one of them"),
    ("case.yaml", "id: old-notes", "id: ⟦after-all", "'after-all' already names a retention on line"),
    ("model.yaml", "  when_due: over\n", "", "kinds say for how long they keep values; name the basis for that under 'when_due'"),
    ("model.yaml", "when_due: over", "when_due: ⟦ove", "no lawful basis is called 'ove'; did you mean 'over'?"),
    ("model.yaml", "lawful_bases: {asked: Asked for, over: Kept for long enough}", "lawful_bases: ⟦{}", "there are no choices here; name at least one"),
    ("model.yaml", "by: [{office: chair}, {office: keeper}]\n  lawful", "by: [⟦{person: keeper}]\n  lawful", "one of these is needed here: {office: NAME}"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES, ids=[m[3][:60] for m in MISTAKES])
def test_a_mistake_is_named_at_its_place(file: str, old: str, new: str, message: str) -> None:
    assert TEXTS[file].count(old) == 1, f"{old!r} is there {TEXTS[file].count(old)} times"
    changed = TEXTS[file].replace(old, new)
    text, place = place_of(changed) if HERE in changed else (changed, None)
    found = problems_of({**TEXTS, file: text})
    matching = [problem for problem in found if message in problem.message]
    assert matching, "\n".join(map(str, found)) or "it loads"
    if place is not None:
        assert (f"m/{file}", place) in [(p.file, (p.line, p.column)) for p in matching]


def test_a_mistake_prints_as_file_line_column_and_message() -> None:
    text = TEXTS["case.yaml"].replace("fact: pledges,", "fact: pleges,")
    line = text[: text.index("pleges")].count("\n") + 1
    found = [str(problem) for problem in problems_of({**TEXTS, "case.yaml": text})]
    assert f"m/case.yaml:{line}:36: no fact is called 'pleges'; did you mean 'pledges'?" in found


def test_mistakes_in_several_files_are_reported_together_and_in_order() -> None:
    found = problems_of(
        {
            **TEXTS,
            "case.yaml": TEXTS["case.yaml"]
            .replace("goal: done", "goal: don")
            .replace("asks: [title]", "asks: [titel]"),
            "pledge.yaml": TEXTS["pledge.yaml"].replace("from: asked", "from: aksed"),
            "model.yaml": TEXTS["model.yaml"].replace("main: case", "main: cas"),
        }
    )
    assert list(found) == sorted(found)
    for wanted in ("'don'", "'titel'", "'aksed'", "'cas'"):
        assert any(wanted in problem.message for problem in found), wanted


def test_a_file_that_cannot_be_parsed_is_one_mistake_and_not_a_hundred() -> None:
    found = problems_of({**TEXTS, "pledge.yaml": TEXTS["pledge.yaml"] + "x: [\n"})
    assert [(problem.file, "not YAML" in problem.message) for problem in found] == [("m/pledge.yaml", True)]


def test_a_model_file_that_cannot_be_parsed_is_one_mistake_and_not_a_hundred() -> None:
    found = problems_of({**TEXTS, "model.yaml": "a: *b\n"})
    assert [str(problem) for problem in found] == [
        "m/model.yaml:1:4: an alias (*b) is not allowed; write the value out"
    ]


def test_a_field_that_cannot_be_read_is_one_mistake_and_not_one_for_each_use() -> None:
    text = TEXTS["case.yaml"].replace("helpers: {type: ref", "helpers: {type: reff")
    assert len(problems_of({**TEXTS, "case.yaml": text})) == 1


def test_the_small_model_itself_has_no_mistake() -> None:
    assert problems_of(dict(TEXTS)) == ()
