r"""Fields whose results depend on the rest of the document: cross-references and running numbers.

Word shows what it saved of them until somebody updates them, and what a loop repeats would show the same
number each time. So their results are written anew: REF, PAGEREF and NOTEREF once the whole text is there,
SEQ and STYLEREF as they are reached.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from kadocs.render.word.markup import R_PR, Element, P, R, T, instruction, remove, w

_CHAR, _INSTR, _SIMPLE, _TYPE = w("fldChar"), w("instrText"), w("fldSimple"), w("fldCharType")
_KIND = re.compile(r"\s*(REF|PAGEREF|NOTEREF|SEQ|STYLEREF)\s", re.IGNORECASE)
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_WITH_WORD = ("\\*", "\\r", "\\s", "\\#", "\\@", "\\d")
"""Switches that a word follows; in references `\\r` stands alone."""


@dataclass(frozen=True, slots=True)
class Code:
    """A field's instruction taken apart: its kind, what it names, its switches with their words."""

    kind: str
    name: str
    switches: dict[str, str]

    def has(self, *switches: str) -> bool:
        """Whether it has one of these switches."""
        return any(switch in self.switches for switch in switches)


@dataclass(slots=True)
class Reference:
    """A field of the template: where its result stands, and what says its instruction."""

    text: Element
    codes: list[Element]
    result: str


def parse(instruction_: str) -> Code:
    """An instruction such as `REF _Ref1`, taken apart."""
    words = [quoted or plain for quoted, plain in _WORD.findall(instruction_)]
    kind, rest = (words[0].upper(), words[1:]) if words else ("", [])
    takes = _WITH_WORD if kind == "SEQ" else ("\\*", "\\#", "\\@", "\\d")
    name, switches = "", dict[str, str]()
    while rest:
        word = rest.pop(0)
        if not word.startswith("\\"):
            name = name or word
            continue
        follows = word.lower() in takes and rest and not rest[0].startswith("\\")
        switches[word.lower()] = rest.pop(0) if follows else ""
    return Code(kind, name, switches)


def take(root: Element) -> list[Reference]:
    """The references of a part, each with a result of one run; simple fields become complex ones."""
    found = []
    for simple in list(root.iter(_SIMPLE)):
        if _KIND.match(simple.get(w("instr"), "")):
            _unfold(simple)
    for paragraph in {each for code in root.iter(_INSTR) for each in code.iterancestors(P)}:
        found += _of(paragraph)
    return found


def asks_number(reference: Reference) -> bool:
    """Whether a reference shows the number of a paragraph."""
    code = _code(reference)
    return code.kind == "REF" and code.has("\\n", "\\r", "\\w")


def asks_page(reference: Reference) -> bool:
    """Whether a reference shows the number of a page."""
    return _code(reference).kind == "PAGEREF"


def _code(reference: Reference) -> Code:
    return parse("".join(each.text or "" for each in reference.codes))


def mark(references: list[Reference]) -> tuple[str, ...]:
    """Put the instruction of each, marked, where its result stands; the results that the template has.

    Called last, when names of bookmarks in instructions may be marked themselves.
    """
    for number, reference in enumerate(references):
        for child in list(reference.text):
            reference.text.remove(child)
        code = "".join(each.text or "" for each in reference.codes)
        opening, closing = instruction("g", f"+{number}"), instruction("g", f"-{number}")
        reference.text.text = None
        reference.text.extend((opening, closing))
        opening.tail = code
    return tuple(reference.result for reference in references)


@dataclass(slots=True)
class _Open:
    """A field that is being read."""

    begin: Element
    codes: list[Element]
    separate: Element | None = None
    nested: bool = False

    def read(self, node: Element) -> None:
        """Take in a piece of the instruction, or its end."""
        if node.get(_TYPE) == "separate":
            self.separate = node.getparent()
        elif self.separate is None:
            self.codes.append(node)


def _of(paragraph: Element) -> list[Reference]:
    """The references that begin and end in a paragraph."""
    found: list[Reference | None] = []
    open_: list[_Open] = []
    for node in list(paragraph.iter(_CHAR, _INSTR)):
        run, kind = node.getparent(), node.get(_TYPE)
        if run is not None and kind == "begin":
            for around in open_:
                around.nested = True
            open_.append(_Open(run, []))
        elif run is not None and kind == "end" and open_:
            found.append(_reference(open_.pop(), run))
        elif open_:
            open_[-1].read(node)
    return [each for each in found if each is not None]


def _reference(field: _Open, end: Element) -> Reference | None:
    """The field with a result of one run, if it is one whose result is known here."""
    said = "".join(code.text or "" for code in field.codes)
    separate = field.separate
    if field.nested or not _KIND.match(said) or separate is None or separate is end:
        return None
    if separate.getparent() is not end.getparent():
        return None
    between = []
    node = separate.getnext()
    while node is not None and node is not end:
        between.append(node)
        node = node.getnext()
    texts = [text for each in between for text in each.iter(T)]
    result = "".join(text.text or "" for text in texts)
    first = texts[0].getparent() if texts else separate
    run = _run(first if first is not None else separate)
    for each in between:
        if each.tag == R:
            remove(each)
    separate.addnext(run)
    return Reference(run[-1], field.codes, "" if "{" in result else result)


def _run(like: Element) -> Element:
    """A run of one text, formatted like another."""
    run = etree.SubElement(like, R)
    like.remove(run)
    formatting = like.find(R_PR)
    if formatting is not None:
        run.append(deepcopy(formatting))
    text = etree.SubElement(run, T)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _unfold(simple: Element) -> None:
    """A simple field as the runs of a complex one."""
    runs = []
    for kind in ("begin", "", "separate"):
        run = etree.SubElement(simple, R)
        simple.remove(run)
        if kind:
            etree.SubElement(run, _CHAR).set(_TYPE, kind)
        else:
            code = etree.SubElement(run, _INSTR)
            code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            code.text = simple.get(w("instr"))
        runs.append(run)
    end = deepcopy(runs[0])
    end[0].set(_TYPE, "end")
    for node in (*runs, *list(simple), end):
        simple.addprevious(node)
    remove(simple)
