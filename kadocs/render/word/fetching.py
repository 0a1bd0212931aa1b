"""Fields that read another file or start another program, replaced by the result that they last had."""

from __future__ import annotations

from dataclasses import dataclass, field

from kadocs.render.word.markup import R_PR, Element, R, T, children, remove, w

_KINDS = frozenset(
    {"DATABASE", "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "RD"}
)
_CHAR, _INSTR, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_TYPE, _CODE = w("fldCharType"), w("instr")


@dataclass(slots=True)
class _Field:
    """A field that is being read: its marks and what stands in its code, the code's text so far.

    `made` says that another field makes the first word of the code, which then may become anything.
    """

    parts: list[Element] = field(default_factory=list)
    code: str = ""
    in_code: bool = True
    made: bool = False


def take_out(root: Element) -> list[str]:
    """The codes of the fields that fetch, which now show their last result and nothing else."""
    codes: list[str] = []
    nest: list[_Field] = []
    for element in list(root.iter(_CHAR, _INSTR, T)):
        for outer in nest:
            if outer.in_code:
                outer.parts.append(element)
        if element.tag == _CHAR:
            _mark(element, nest, codes)
        else:
            _read(element.text or "", nest)
    for simple in list(root.iter(_SIMPLE)):
        if _fetches(simple.get(_CODE, "")):
            codes.append(simple.get(_CODE, ""))
            for child in list(simple):
                simple.addprevious(child)
            remove(simple)
    return codes


def _mark(element: Element, nest: list[_Field], codes: list[str]) -> None:
    kind = element.get(_TYPE)
    if kind == "begin":
        for outer in nest:
            outer.made = outer.made or (outer.in_code and _begins_a_word(outer.code))
        nest.append(_Field([element]))
    elif nest and kind == "separate":
        nest[-1].parts.append(element)
        nest[-1].in_code = False
    elif nest and kind == "end":
        ended = nest.pop()
        if ended.made or _fetches(ended.code):
            codes.append(ended.code)
            for part in dict.fromkeys([*ended.parts, element]):
                _drop(part)


def _read(text: str, nest: list[_Field]) -> None:
    """Add a text to the codes that it belongs to: what a field in a code results in is part of the code."""
    for outer in reversed(nest):
        if outer.in_code:
            outer.code += text
            break


def _begins_a_word(code: str) -> bool:
    """Whether what follows `code` is, or goes on, its first word."""
    if code.startswith("="):
        return False
    return not code.strip() or (len(code.split()) == 1 and not code[-1].isspace())


def _fetches(code: str) -> bool:
    first = code.split(maxsplit=1)[:1]
    return bool(first) and first[0].strip('"').upper() in _KINDS


def _drop(part: Element) -> None:
    run = part.getparent()
    remove(part)
    if run is not None and run.tag == R and all(child.tag == R_PR for child in children(run)):
        remove(run)
