"""From a line of Markdown to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from peoplezones.documents.errors import PageFaulty

from .blocks import Blank, Break, Code, Emphasis, Link, Strong, Text, Word, Words
from .letters import shown


def words_of(inline: SyntaxTreeNode) -> Words:
    """Return the words of a paragraph, heading or cell, without space around them.

    Raises PageFaulty for a figure or a page break amid them: each stands alone.
    """
    nodes = inline.children
    return _trimmed(_joined(_words(nodes[1:] if nodes and nodes[0].type == "caption" else nodes)))


def _words(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Word]:
    for node in nodes:
        match node.type:
            case "text" | "text_special":
                yield Text(shown(node.content))
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(shown(node.content))
            case "line":
                yield Blank()
            case "strong":
                yield Strong(_joined(_words(node.children)))
            case "em":
                yield Emphasis(_joined(_words(node.children)))
            case "link":
                yield from _link(node)
            case _:
                what = f"the figure '{node.attrs.get('src')}'" if node.type == "image" else f"'\\{node.type}'"
                raise PageFaulty(f"{what} stands amid a text; give it a paragraph of its own")


def _link(node: SyntaxTreeNode) -> Iterator[Word]:
    """Yield a link, or only what it says where it leads nowhere, and nothing where it says nothing."""
    inner = _joined(_words(node.children))
    target = shown(str(node.attrs.get("href", "")))
    if inner:
        yield Link(target, inner) if target else Strong(inner)


def _joined(words: Iterable[Word]) -> Words:
    """Return words with neighbouring texts as one, with single spaces and without empty ones."""
    found: list[Word] = []
    for word in words:
        if isinstance(word, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + word.text)
        else:
            found.append(word)
    return tuple(word for word in map(_spaced, found) if word not in (Text(""), Strong(()), Emphasis(())))


def _spaced(word: Word) -> Word:
    """Return a text with one ordinary space for each run of space, such as every reader makes of it."""
    if not isinstance(word, Text):
        return word
    edges = " " if word.text[:1].isspace() else "", " " if word.text[-1:].isspace() else ""
    inner = " ".join(word.text.split())
    return Text(f"{edges[0]}{inner}{edges[1]}" if inner else edges[0])


def _trimmed(words: Words) -> Words:
    found = list(words)
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip())
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip())
    return tuple(word for word in found if word != Text(""))
