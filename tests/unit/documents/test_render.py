"""Templates are filled with plain values, in a sandbox, and a mistake is told with its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peoplezones.documents import TemplateFaulty, render
from peoplezones.domain.errors import UsageError
from tests.unit.documents.conftest import Own


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ ().__class__.__mro__[1].__subclasses__() }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(names) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ names.append('one more') }}",
        "{{ range(10000000)|list }}",
    ],
)
def test_a_template_gets_nowhere_behind_its_values(own: Own, text: str) -> None:
    names = ["Ada"]
    with pytest.raises(TemplateFaulty, match=r"template t\.md, line 2: "):
        render("t.md", {"names": names}, own("t.md", f"first\n{text}\n"))
    assert names == ["Ada"]


@pytest.mark.parametrize("named", ["/etc/passwd", "../secret.txt", "{folder}/secret.txt"])
@pytest.mark.parametrize("text", ["{{% include '{}' %}}", "{{% extends '{}' %}}", "{{% import '{}' as x %}}"])
def test_a_template_reads_no_file_that_is_no_template(own: Own, tmp_path: Path, named: str, text: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = own("t.md", text.format(named.format(folder=tmp_path)))
    with pytest.raises(TemplateFaulty, match=r"template t\.md, line 1: there is no template"):
        render("t.md", {}, folder)


def test_a_link_out_of_the_folder_is_not_followed(own: Own, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = own("t.md", "first\n{% include 'link.md' %}")
    (folder / "link.md").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TemplateFaulty, match=r"template t\.md, line 2: .*leads out of the folder"):
        render("t.md", {}, folder)


def test_an_undefined_name_is_an_error_with_template_line_and_the_nearest(own: Own) -> None:
    folder = own("t.md", "one\n\n{{ adress }}\n")
    with pytest.raises(
        TemplateFaulty, match=r"^template t\.md, line 3: 'adress' is undefined; did you mean 'address'\?"
    ):
        render("t.md", {"address": "x"}, folder)
    with pytest.raises(TemplateFaulty, match="no attribute 'street'"):
        render("t.md", {"adress": {}}, own("t.md", "{{ adress.street }}"))


def test_the_place_is_that_of_the_part_which_is_wrong(own: Own) -> None:
    own("part.md", "one\n{{ 1 // 0 }}\n")
    with pytest.raises(TemplateFaulty, match=r"template part\.md, line 2: .*by zero"):
        render("t.md", {}, own("t.md", "{% include 'part.md' %}"))
    with pytest.raises(TemplateFaulty, match=r"template t\.md, line 2: "):
        render("t.md", {}, own("t.md", "\n{% if %}"))


def test_a_template_or_folder_that_is_not_there_is_named(own: Own, tmp_path: Path) -> None:
    with pytest.raises(TemplateFaulty, match=r"no template 'workflw\.md'; did you mean 'workflow\.md'\?"):
        render("workflw.md", {}, own("t.md", ""))
    with pytest.raises(UsageError, match="does not exist"):
        render("t.md", {}, tmp_path / "nowhere")


def test_values_are_escaped_in_html(own: Own) -> None:
    value = {"name": "<script>alert(1)</script> & 'x'"}
    text = render("t.html", value, own("t.html", "<p title='{{ name }}'>{{ name }}</p>"))
    assert "<script>" not in text
    assert text.count("&lt;script&gt;") == 2
    assert text.count("&#39;x&#39;") == 2


def test_a_template_of_ones_own_goes_before_the_shipped_one(own: Own) -> None:
    assert render("workflow.md", {"word": "mine"}, own("workflow.md", "{{ word }}\n")) == "mine\n"
    folder = own("t.md", "{% include 'workflow.md' %}")
    assert render("t.md", {"word": "mine"}, folder) == "mine\n"
    own("workflow.md", "changed {{ word }}")
    assert render("t.md", {"word": "mine"}, folder) == "changed mine"


def test_the_room_is_imported_without_jinja() -> None:
    code = "import sys, peoplezones.documents; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
