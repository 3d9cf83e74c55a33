"""Templates are filled apart, within limits, and nothing that a value says becomes markup."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peoplezones.domain.errors import UsageError
from peoplezones.filling import fill
from peoplezones.filling.fill import TemplateFaulty, fill_pages, fill_texts
from peoplezones.filling.markdown import in_markdown, value_in_markdown, visible

Filled = Callable[..., str]


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Return a function that fills a template of one's own, and may keep others beside it."""

    def fill_one(text: str, values: dict[str, Any] | None = None, **others: str) -> str:
        for name, part in {"t": text, **others}.items():
            (tmp_path / f"{name}.md").write_text(part, encoding="utf-8")
        return fill_texts([("t.md", values or {})], tmp_path)[0]

    return fill_one


WICKED = "*a* _b_ [c](d) <script> {{ 1 }} | `e`"
SAFE = in_markdown(WICKED)


@pytest.mark.parametrize(
    "text",
    [
        "{{ v }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ v }}{% endcall %}",
        "{% set x %}{{ v }}{% endset %}{{ x }}",
        "{{ [v] | join }}",
        "{{ ['', v] | join('') }}",
        "{{ '%s' | format(v) }}",
        "{{ '%s' % v }}",
        "{{ '{}'.format(v) }}",
        "{{ '' ~ v }}",
        "{{ 'x' | replace('x', v) }}",
        "{% filter trim %}{{ v }}{% endfilter %}",
        "{% autoescape false %}{{ v }}{% endautoescape %}",
        "{% for x in [v] %}{{ x }}{% endfor %}",
        "{{ v or 'x' }}",
        "{{ missing | default(v) }}",
        "{{ v | e }}",
        "{{ v | e | e }}",
        "{{ [v] | listed }}",
        "{{ v | paragraphs }}",
        "{{ v | string }}",
    ],
)
def test_a_value_is_escaped_once_however_it_is_put_together(filled: Filled, text: str) -> None:
    assert filled(text, {"v": WICKED}) == SAFE


@pytest.mark.parametrize(
    "text",
    [
        "{% macro m() %}**b**{% endmacro %}{{ m() ~ v }}",
        "{% macro m() %}**b**{% endmacro %}{{ m() + v }}",
        "{% macro m() %}**b**%s{% endmacro %}{{ m() % v }}",
        "{% macro m() %}**b**%s{% endmacro %}{{ m() | format(v) }}",
        "{% macro m() %}**b**{}{% endmacro %}{{ m().format(v) }}",
        "{% macro m() %}**b**{% endmacro %}{{ [m(), v] | join }}",
        "{% macro m() %}**b**x{% endmacro %}{{ m() | replace('x', v) }}",
        "{% macro m() %}**b**x{% endmacro %}{{ m().replace('x', v) }}",
        "{% set b %}**b**{% endset %}{{ b }}{{ v }}",
        "{% macro m() %}**b**{% endmacro %}{{ m() ~ (v | trim) }}",
    ],
)
def test_markup_of_the_template_stays_and_a_value_joined_to_it_does_not_become_any(filled: Filled, text: str) -> None:
    assert filled(text, {"v": WICKED}) == f"**b**{SAFE}"


@pytest.mark.parametrize("name", ["safe", "tojson", "urlize", "xmlattr", "attr('x')", "random", "pprint"])
def test_no_filter_lets_a_value_through_as_it_is_or_leaves_it_to_chance(filled: Filled, name: str) -> None:
    with pytest.raises(TemplateFaulty, match=rf"template t\.md, line 1: No filter named '{name[:4]}"):
        filled(f"{{{{ v | {name} }}}}", {"v": WICKED})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=30), min_size=1, max_size=60))
def test_any_text_comes_through_the_process_as_what_it_is(filled: Filled, texts: list[str]) -> None:
    text = filled("{% for text in texts %}\n<{{ text }}>\n{% endfor %}", {"texts": texts})
    assert text == "".join(f"<{_parted(one)}>\n" for one in texts)
    assert "\u202e" not in text
    assert all(visible(line) == line for line in text.splitlines())


def _parted(text: str) -> str:
    """Return a text as Markdown, with a space where it begins or ends with one."""
    said = value_in_markdown(text)
    if not said:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{said}{' ' if text[-1].isspace() else ''}"


def test_constant_markup_in_a_template_can_be_kept_under_a_name(filled: Filled) -> None:
    assert filled("{% set x = '*' | e %}{{ x.join(['a', v]) }}", {"v": "<"}) == r"a\*\<"


def test_what_a_template_says_in_an_expression_keeps_the_spaces_around_it(filled: Filled) -> None:
    assert filled("a{{ ' b' if v }}{{ ' ' }}{{ 'c, ' }}d{{ '' }}", {"v": 1}) == "a b c, d"


def test_values_are_shown_as_people_read_them(filled: Filled) -> None:
    values = {"n": 1234567, "y": True, "nothing": None, "d": "2019-11-05", "all": ["a", "b|", "c"]}
    text = "{{ n }}; {{ y }}; {{ nothing }}; {{ d | day }}; {{ nothing | day }}; {{ all | listed }}; {{ [] | listed }}"
    assert filled(text, values) == "1,234,567; yes; not given; 5 November 2019; not given; a, b\\| and c; none"


@pytest.mark.parametrize("text", ["{{ v }}", "{{ v.x }}", "{{ v.items }}"])
def test_what_is_no_text_is_not_shown(filled: Filled, text: str) -> None:
    with pytest.raises(TemplateFaulty, match=r"template t\.md, line 1: this is .* and no text"):
        filled(text, {"v": {"x": [1]}})


def test_names_of_values_go_before_the_methods_of_mappings(filled: Filled) -> None:
    values = {"v": {"items": "mine", "fields": {"values": 1, "update": 2}}}
    assert filled("{{ v.items }} {{ v.fields.values }} {{ v.fields.update }}", values) == "mine 1 2"
    assert filled("{% for k, x in v.items() %}{{ k }}={{ x }}{% endfor %}", {"v": {"a": 1}}) == "a=1"
    with pytest.raises(TemplateFaulty, match="no attribute 'update'"):
        filled("{{ v.update({}) }}", {"v": {}})


def test_a_part_that_is_not_there_is_told_with_the_nearest_or_all_there_are(filled: Filled) -> None:
    values = {"record": {"name": "x", "fields": {}}}
    with pytest.raises(TemplateFaulty, match=r"line 2: what is here has no attribute 'nmae'; did you mean 'name'\?"):
        filled("\n{{ record.nmae }}", values)
    with pytest.raises(TemplateFaulty, match=r"no attribute 'zzz'; there is: name, fields"):
        filled("{{ record.zzz }}", values)
    with pytest.raises(TemplateFaulty, match=r"line 1: 'recrod' is undefined; did you mean 'record'\?"):
        filled("{{ recrod.name }}", values)


ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a * b %}{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% for x in range(10 ** 9) %}x{% endfor %}", r"template t\.md, line 1: .*[Rr]ange"),
        ("one\n" + ENDLESS, r"template t\.md, line 2: it took more than 1 seconds of computing"),
        ("{{ 10 ** (10 ** 9) }}", r"template t\.md.*: it took more than 1 seconds of computing"),
        ("{{ 'a' * 10 ** 9 }}", r"template t\.md.*: it needs more memory than a template is given"),
        ("{{ (v * 10 ** 9) | length }}", r"template t\.md.*: it needs more memory than a template is given"),
        ("{{ v * 6000 }}", r"template t\.md: it says more than 10,000 characters"),
        ("{% include 't.md' %}", r"template t\.md, line 1: it goes too deep"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", r"template t\.md, line [12]: it goes too deep"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", r"template t\.md"),
        ("{% include '/etc/passwd' %}", r"template t\.md, line 1: there is no template '/etc/passwd'"),
        ("{{ ''.__class__ }}", r"template t\.md, line 1: access to attribute '__class__'"),
        ("{{ lipsum() }}", r"template t\.md, line 1: 'lipsum' is undefined"),
    ],
)
def test_what_goes_beyond_its_limits_is_stopped_and_told(
    filled: Filled, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    monkeypatch.setattr(fill, "SECONDS", 1)
    monkeypatch.setattr(fill, "LONGEST", 10_000)
    with pytest.raises(TemplateFaulty, match=told):
        filled(text, {"v": "ab"})


def test_whoever_waits_does_not_wait_for_ever(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "MOST_SECONDS", 1)
    with pytest.raises(TemplateFaulty, match=r"template t\.md: it took more than 1 seconds and was stopped"):
        filled(ENDLESS)


def test_the_process_is_given_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole environment of the process is looked at from within, by a Python that tells it and fills nothing."""
    monkeypatch.setenv("PEOPLEZONES_SMTP", "smtps://board:secret@mail.example:465")
    monkeypatch.setattr(fill, "_START", "import json, os; print(json.dumps({'texts': [json.dumps(dict(os.environ))]}))")
    (text,) = fill_texts([("any.md", {})], tmp_path)
    assert "secret" not in text


def test_several_are_filled_in_one_go_and_the_faulty_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a {{ n }}")
    (tmp_path / "b.md").write_text("b {{ m }}")
    assert fill_texts([("a.md", {"n": 1}), ("a.md", {"n": 2})], tmp_path) == ["a 1", "a 2"]
    with pytest.raises(TemplateFaulty, match=r"template b\.md, line 1: 'm' is undefined"):
        fill_texts([("a.md", {"n": 1}), ("b.md", {"n": 2})], tmp_path)
    with pytest.raises(UsageError, match="does not exist"):
        fill_texts([("a.md", {})], tmp_path / "nowhere")


def test_this_process_goes_on_speaking_html(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("{{ v }}")
    (tmp_path / "t.html").write_text("<p>{{ v }}</p>")
    assert fill_texts([("t.md", {"v": "*<b>"})], tmp_path) == ["\\*\\<b\\>"]
    assert fill_pages([("t.html", {"v": "*<b>"})], tmp_path) == ["<p>*&lt;b&gt;</p>"]
    from markupsafe import Markup, escape

    assert escape("*<b>") == Markup("*&lt;b&gt;")


def test_the_process_imports_jinja_and_next_to_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("{{ v }}")
    work = {"folders": [str(tmp_path)], "markdown": True, "seconds": 5, "bytes": 1 << 29, "longest": 99, "jobs": []}
    work["jobs"] = [{"template": "t.md", "values": {"v": "x"}}]
    code = (
        "import sys; sys.path[:] = sys.argv[1:]; from peoplezones.filling.apart import main; main();"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-I", "-S", "-c", code, *filter(None, sys.path)]
    done = subprocess.run(command, input=json.dumps(work).encode(), capture_output=True, check=True)
    assert json.loads(done.stdout) == {"texts": ["x"]}
    imported = {name.partition(".")[0] for name in done.stderr.decode().split()} - set(sys.stdlib_module_names)
    assert {name for name in imported if not name.startswith("_")} <= {"jinja2", "markupsafe", "peoplezones"}


def test_many_may_be_filled_at_once(filled: Filled, tmp_path: Path) -> None:
    filled("{{ n }}", {"n": 0})
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: found.extend(fill_texts([("t.md", {"n": n})], tmp_path))) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["0", "1", "2", "3"]


def test_a_space_at_either_end_of_what_a_template_puts_in_keeps_words_apart(filled: Filled) -> None:
    assert filled("a{{ ' (' ~ v ~ ') ' }}b", {"v": "x"}) == "a (x) b"
    assert filled("a{{ '; ' }}b{{ '   ' }}c{{ '' }}d") == "a; b cd"


def test_a_space_hides_no_sign_that_begins_a_list_or_heading(filled: Filled) -> None:
    assert filled("{{ v }}", {"v": " - x"}) == r" \- x"
    assert filled("{{ v }}", {"v": "\n# x"}) == r" \# x"
