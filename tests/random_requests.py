"""Random requests to an orchard trust: some moved, some refused, some not understood."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from peoplezones.service import Draft

people = st.sampled_from(["PE-001", "PE-002", "PE-003"])
orchards = st.sampled_from(["OR-2026-001", "OR-2026-002", "OR-2026-003"])
harvests = st.sampled_from(["HA-001", "HA-002"])
posts = st.sampled_from(["PO-001", "PO-002", "PO-003", "PO-004"])
days = st.sampled_from(["2026-01-05", "2026-01-20", "2026-02-10", "2026-03-01"])
some = st.lists(people, max_size=3)
described: dict[str, st.SearchStrategy[Any]] = {
    "parent": orchards,
    "helpers": some,
    "boss": people,
    "harvests_due": st.lists(harvests, max_size=2),
    "minute": st.sampled_from(["", "m"]),
    "area": st.sampled_from(["1.25", "x"]),
}
picked: dict[str, st.SearchStrategy[Any]] = {
    "grower": people,
    "kilos": st.sampled_from(["1.5", "20"]),
    "picked": days,
    "grade": st.sampled_from(["first", "second"]),
}


def values(
    asked: dict[str, st.SearchStrategy[Any]], taken: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(asked, optional=taken)


def a_draft(
    kind: str,
    transition: str,
    record: st.SearchStrategy[str] | None = None,
    given: st.SearchStrategy[Any] | None = None,
) -> st.SearchStrategy[Draft]:
    return st.builds(
        Draft,
        kind=st.just(kind),
        transition=st.just(transition),
        record=st.just("") if record is None else record,
        values=st.just({}) if given is None else given,
        entered_by=st.sampled_from(["PE-001"] * 5 + ["PE-002", "PE-003", "nobody"]),
        actor=st.sampled_from([""] * 6 + ["PE-002"]),
        document=st.sampled_from(["", "letter"]),
        reason=st.sampled_from(["slip", "slip", ""]) if transition in ("amend", "undo") else st.just(""),
        on=st.one_of(days, days, st.just("")),  # else the day on which it is recorded
        key=st.sampled_from([""] * 8 + ["k1", "k2"]),
    )


offices = {
    "office": st.sampled_from(["chair", "keeper", "keeper", "secretariat", "helper"]),
    "person": people,
    "body": st.sampled_from(["TR-1", "OR-2026-001", "OR-2026-002", "OR-2026-003"]),
}
planted = {**described, "sort": st.sampled_from(["apple", "pear"]), "organic": st.booleans()}

drafts: st.SearchStrategy[Draft] = st.one_of(
    a_draft("person", "register", given=values({"name": st.sampled_from(["Bob", "Cy"])}, {})),
    a_draft("person", "amend", people, values({}, {"name": st.sampled_from(["Di", "Ed"]), "note": st.just("")})),
    a_draft("trust", "insure", st.just("TR-1"), values({"insured": st.booleans()}, {"patron": people})),
    a_draft("trust", "reinstate", st.just("TR-1"), values({"heir": people, "note": st.just("x")}, {})),
    a_draft("post", "appoint", given=values(offices, {"starts": days, "deputy": people})),
    a_draft("post", "name_deputy", posts, values({"deputy": people}, {})),
    a_draft("post", "end", posts),
    a_draft("post", "undo", posts),
    a_draft("post", "amend", posts, values({}, {"deputy": people})),
    a_draft("orchard", "plant", given=values({"name": st.sampled_from(["A", "B"])}, planted)),
    a_draft("orchard", "describe", orchards, values({}, described)),
    a_draft("orchard", "tend", orchards, values({}, {"helpers": some, "parent": orchards})),
    a_draft("orchard", "share_out", orchards, values({"helpers": some}, {})),
    a_draft("orchard", "rest", orchards),
    a_draft("orchard", "resume", orchards),
    a_draft("orchard", "sell", orchards),
    a_draft("orchard", "undo", orchards),
    a_draft(
        "orchard",
        "amend",
        orchards,
        values({}, {"name": st.just("C"), "parent": st.sampled_from(["", "A", "OR-2026-001"])}),
    ),
    a_draft("harvest", "weigh", given=values({"orchard": orchards}, picked)),
    a_draft("harvest", "check", harvests, values({}, {"grower": people})),
    a_draft("harvest", "grow", harvests),
    a_draft("harvest", "spoil", harvests),
    a_draft("harvest", "amend", harvests, values({}, {"grower": people, "orchard": orchards, "picked": days})),
)

#: What is there before: two more people, three orchards (one part of another), two keepers, two harvests.
SETTING = [
    Draft(kind=kind, transition=transition, record=record, values=given, entered_by="PE-001", on="2026-01-02")
    for kind, transition, record, given in (
        ("person", "register", "", {"name": "Bob"}),
        ("person", "register", "", {"name": "Cy"}),
        ("trust", "insure", "TR-1", {"insured": True, "patron": "PE-002"}),
        ("orchard", "plant", "", {"name": "Whole", "sort": "apple", "organic": True, "helpers": ["PE-002"]}),
        (
            "orchard",
            "plant",
            "",
            {"name": "Low", "sort": "apple", "parent": "OR-2026-001", "helpers": ["PE-002", "PE-003"]},
        ),
        (
            "orchard",
            "plant",
            "",
            {"name": "High", "sort": "pear", "boss": "PE-003", "helpers": ["PE-003"], "organic": True},
        ),
        ("post", "appoint", "", {"office": "keeper", "person": "PE-002", "body": "OR-2026-001"}),
        ("post", "appoint", "", {"office": "keeper", "person": "PE-003", "body": "OR-2026-002"}),
        ("orchard", "tend", "OR-2026-001", {}),
        ("orchard", "tend", "OR-2026-002", {}),
        ("orchard", "tend", "OR-2026-003", {}),
        ("harvest", "weigh", "", {"orchard": "OR-2026-002", "grower": "PE-002", "kilos": 3}),
        ("harvest", "weigh", "", {"orchard": "OR-2026-003", "grower": "PE-003", "kilos": 4}),
    )
]
