"""A page of HTML as tests look at it: every element in order, and what is wrong with how the page is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "link", "br", "hr", "img", "input"}


@dataclass
class Element:
    """An element, what it is in, and the text in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    inner: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements in it with one of these tags, in order."""
        found = []
        for element in self.inner:
            found += [element] if element.tag in tags or not tags else []
            found += element.all(*tags)
        return found

    @property
    def text(self) -> str:
        """All the text in it."""
        return " ".join(" ".join(self.words).split())


class Page(HTMLParser):
    """Reads a page; complains of what is opened and not closed, or closed and not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = self.here = Element("", {}, None)
        self.problems: list[str] = []
        self.doctype = ""
        self.feed(text)
        self.close()
        if self.here is not self.root:
            self.problems.append(f"<{self.here.tag}> is never closed")

    def handle_decl(self, decl: str) -> None:
        """Note what the page says it is."""
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        if len(element.attributes) < len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        self.here.inner.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        if self.here.tag != tag or self.here.parent is None:
            self.problems.append(f"</{tag}> closes <{self.here.tag}>")
        else:
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        """Add text to the element that is open, and to all that it is in."""
        element: Element | None = self.here
        while element is not None:
            element.words.append(data)
            element = element.parent

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with one of these tags, in order."""
        return self.root.all(*tags)


def flaws(text: str) -> list[str]:
    """Return what keeps a page from being read by everybody, as far as its structure tells."""
    page = Page(text)
    return [*page.problems, *_whole(page), *_headings(page), *_names(page), *_tables(page), *_active(page)]


def _whole(page: Page) -> Iterator[str]:
    if page.doctype.lower() != "doctype html":
        yield "no doctype"
    for tag in ("html", "head", "title", "body", "h1", "main", "header", "footer", "nav"):
        if len(page.all(tag)) != 1:
            yield f"{len(page.all(tag))} <{tag}>"
    if not page.all("html")[0].attributes.get("lang"):
        yield "no language"
    if not page.all("title")[0].text:
        yield "no title"
    if "viewport" not in [meta.attributes.get("name") for meta in page.all("meta")]:
        yield "no viewport"
    first = page.all("a")[0]
    if first.attributes.get("href") != f"#{page.all('main')[0].attributes.get('id')}":
        yield "the first link does not skip to what matters"


def _headings(page: Page) -> Iterator[str]:
    found = page.all("h1", "h2", "h3", "h4", "h5", "h6")
    depths = [int(heading.tag[1]) for heading in found]
    if depths[0] != 1:
        yield "the first heading is not <h1>"
    for (before, after), heading in zip(pairwise(depths), found[1:], strict=True):
        if after > before + 1:
            yield f"the heading '{heading.text}' skips a level"
    yield from ("a heading is empty" for heading in found if not heading.text)


def _names(page: Page) -> Iterator[str]:
    ids = Counter(element.attributes["id"] for element in page.all() if "id" in element.attributes)
    yield from (f"the id '{name}' is there {count} times" for name, count in ids.items() if count > 1)
    for element in page.all():
        for attribute in ("aria-labelledby", "aria-describedby"):
            if element.attributes.get(attribute, next(iter(ids))) not in ids:
                yield f"{attribute} names nothing: {element.attributes[attribute]}"
        target = element.attributes.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            yield f"a link leads nowhere: {target}"
        if element.tag == "a" and not element.text:
            yield f"a link says nothing: {target}"


def _tables(page: Page) -> Iterator[str]:
    for table in page.all("table"):
        heads = table.all("th")
        if not heads:
            yield f"a table has no headers: {table.text}"
        yield from (f"a header without scope: {th.text}" for th in heads if "scope" not in th.attributes)
        widths = {len([cell for cell in row.inner if cell.tag in ("th", "td")]) for row in table.all("tr")}
        if len(widths) != 1:
            yield f"rows of different length: {table.text}"


def _active(page: Page) -> Iterator[str]:
    for element in page.all():
        if element.tag in ("script", "iframe", "object", "embed", "form", "link", "img"):
            yield f"<{element.tag}> is in the page"
        yield from (f"{name}={value}" for name, value in element.attributes.items() if name.startswith("on"))
        address = element.attributes.get("href", "") + element.attributes.get("src", "")
        if address and not address.startswith("#"):
            yield f"the page needs another: {address}"
