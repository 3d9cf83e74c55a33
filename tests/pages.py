"""What every page that people are handed must pass: PDF/UA-1 for PDF, WCAG 2.2 AA in a real browser for HTML.

`check_pdf` and `check_html` are for each document; `pdf_flaws` and `html_flaws` say what is wrong in words. The
browser is Chromium, found on the PATH or named by the variable `PEOPLEZONES_TEST_CHROMIUM`; it is started when first
asked for, in a thread of its own (so that tests may have event loops of theirs), and stopped at the end.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

from axe_playwright_python.base import AXE_SCRIPT
from page import ValidationProfile, validate_pdf_bytes
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.tagged import Tag, Tagged

VARIABLE = "PEOPLEZONES_TEST_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: Why axe may leave contrast undecided where nothing is wrong: one letter alone, a sign, what is scrolled aside.
NO_MATTER = {"shortTextContent", "nonBmp", "elmPartiallyObscured"}
#: WCAG 2.2, levels A and AA, as axe names them, and what it calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A telephone (WCAG 2.2, 1.4.10) and a desk.
WIDTHS = (320, 1280)

T = TypeVar("T")


def check_pdf(data: bytes) -> None:
    """Fail unless a PDF passes PDF/UA-1 and says who it is, and what assistive technology gets of it is whole."""
    flaws = pdf_flaws(data)
    assert not flaws, "\n".join(flaws)


def check_html(html: str) -> None:
    """Fail unless axe finds nothing, on a telephone and at a desk, the page never scrolls aside and needs no other."""
    flaws = html_flaws(html)
    assert not flaws, "\n".join(flaws)


def pdf_flaws(data: bytes) -> list[str]:
    """Return what is wrong with a PDF."""
    report = validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1)
    flaws = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    tagged = Tagged(data)
    return [*flaws, *_about(tagged), *_tables(tagged), *_headings(tagged), *_beyond_the_paper(tagged)]


def _beyond_the_paper(tagged: Tagged) -> Iterator[str]:
    """Yield texts that begin right of the sheet, where nobody sees them."""
    for page in tagged.reader.pages:
        begins: list[tuple[float, str]] = []

        def note(
            text: str, outer: list[float], inner: list[float], *_: Any, to: list[tuple[float, str]] = begins
        ) -> None:
            to.append((outer[0] * inner[4] + outer[4], text.strip()))

        page.extract_text(visitor_text=note)
        yield from (f"text beyond the paper: {text[:60]}" for at, text in begins if text and at > page.mediabox.width)


def _about(tagged: Tagged) -> Iterator[str]:
    if not tagged.catalog.get("/Lang"):
        yield "no language"
    if tagged.reader.metadata is None or not tagged.reader.metadata.title:
        yield "no title"
    if not tagged.root.text.strip():
        yield "no text"
    yield from ("a figure without words" for figure in tagged.root.all("Figure") if not figure.alternative)


def _tables(tagged: Tagged) -> Iterator[str]:
    """Yield tables without heads: one that goes over several sheets is several tables, and each needs its own."""
    for table in tagged.root.all("Table"):
        cells = list(table.all("TD"))
        if not any(table.all("TH")):
            yield f"a table without heads: {table.text[:60]}"
        yield from (f"a cell that no head is for: {cell.text[:60]}" for cell in cells if not cell.headers)


def _headings(tagged: Tagged) -> Iterator[str]:
    depth = 0
    for heading in tagged.root.all("H1", "H2", "H3", "H4", "H5", "H6"):
        if int(heading.name[1]) > depth + 1:
            yield f"a heading that skips a level: {heading.text}"
        depth = int(heading.name[1])


def html_flaws(html: str) -> list[str]:
    """Return what is wrong with a page of HTML, at each of WIDTHS."""
    return chromium.ask(lambda browser: [flaw for width in WIDTHS for flaw in _looked_at(browser, html, width)])


def _looked_at(browser: Browser, html: str, width: int) -> list[str]:
    wanted: list[str] = []

    def refuse(route: Route) -> None:
        wanted.append(route.request.url)
        route.abort()

    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.route("**", refuse)
        page.set_content(html)
        found = [f"the page needs another: {address}" for address in wanted]
        sideways = page.evaluate("document.documentElement.scrollWidth")
        if sideways > width:
            found.append(f"it scrolls aside: {sideways} pixels wide where there are {width}")
        return [*found, *_axe(page)]


def _axe(page: Page) -> list[str]:
    """Return what axe finds, and what it could not decide where that matters."""
    page.evaluate(AXE_SCRIPT)
    results: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:120]}"
        for kind in ("violations", "incomplete")
        for rule in results[kind]
        for node in rule["nodes"]
        if kind == "violations" or not _reasons(node) <= NO_MATTER
    ]


def _reasons(node: dict[str, Any]) -> set[str]:
    """Return why axe left a node undecided."""
    return {str((check.get("data") or {}).get("messageKey")) for check in node["any"]}


class Chromium:
    """The browser, in a thread of its own."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chromium")
        self._started: tuple[Any, Browser] | None = None

    def ask(self, question: Callable[[Browser], T]) -> T:
        """Return what a question about pages answers; start the browser if need be."""
        return self._thread.submit(lambda: question(self._browser())).result()

    def close(self) -> None:
        """Stop the browser, if there is one."""
        self._thread.submit(self._stop).result()
        self._thread.shutdown()

    def _browser(self) -> Browser:
        if self._started is None:
            playwright = sync_playwright().start()
            # As root, as in a container of CI, Chromium has no sandbox; it is only shown our own pages, and no network.
            browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
            self._started = playwright, browser
        return self._started[1]

    def _stop(self) -> None:
        if self._started is not None:
            playwright, browser = self._started
            browser.close()
            playwright.stop()


def program() -> str:
    """Return Chromium's path."""
    named = os.environ.get(VARIABLE)
    found = named if named and Path(named).exists() else next(filter(None, map(shutil.which, NAMES)), None)
    assert found, (
        f"Chromium is not here, which these tests look at pages with: 'apt install chromium', or name one in {VARIABLE}"
    )
    return found


def words(html: str) -> list[str]:
    """Return the words of an HTML page that stand on it, in order."""
    text = re.sub(r"(?s)<(style|title|desc)\b.*?</\1>|<a class=\"skip\".*?</a>", " ", html.partition("</head>")[2])
    text = re.sub(r"</?(?:a|strong|em|code|span)\b[^>]*>", "", text)
    return unescape(re.sub(r"<[^>]+>", " ", text)).split()


def tags(data: bytes, *names: str) -> list[Tag]:
    """Return the elements of a PDF with these names, in order."""
    return list(Tagged(data).root.all(*names))


chromium = Chromium()
