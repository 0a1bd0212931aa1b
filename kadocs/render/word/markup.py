"""WordprocessingML by name: namespaces, safe parsing, and how pieces of it are written.

Used while a template is compiled; nothing is parsed when it is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from kadocs.findings import Place, Text, refuse

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_DECLARATION = re.compile(r' xmlns:([\w.-]+)="([^"]*)"')


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


P, R, T, TAB, BR, CR = w("p"), w("r"), w("t"), w("tab"), w("br"), w("cr")
TBL, TR, TC, TC_PR, TR_PR = w("tbl"), w("tr"), w("tc"), w("tcPr"), w("trPr")
P_PR, R_PR, SECT_PR, VAL = w("pPr"), w("rPr"), w("sectPr"), w("val")
MATH_RUN, MATH_TEXT = f"{{{M}}}r", f"{{{M}}}t"


_SAVE_AGAIN = Text("请用 Word 打开并另存一份。", "Open it in Word and save it again.")
_SAVED_BY_WORD = Text("请换用由 Word 保存的文件。", "Use a file saved by Word.")


def parse(data: bytes, file: str, part: str, hint: Text | None = None) -> Element:
    """The root of a part, without its comments and processing instructions.

    Refuses broken XML, nesting beyond 256 levels, and any document type or entity (TPL005); `hint` is the
    way out for files of another program than Word.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refuse(
            "TPL005",
            Place(file, trail=(Text(part, part),)),
            Text(f"文件内部的 XML 无法读取：{error.msg}", f"the XML inside cannot be read: {error.msg}"),
            hint or _SAVE_AGAIN,
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse(
            "TPL005",
            Place(file, trail=(Text(part, part),)),
            Text("文件里有 DOCTYPE，不安全", "the file holds a DOCTYPE, which is not safe"),
            hint or _SAVED_BY_WORD,
        )
    return root


def refuse_dialect(root: Element, file: str, part: str) -> None:
    """Refuse a part of Word whose namespace or prefix is not the usual one (TPL003).

    A render writes `<w:p>`, so a part that calls it otherwise (Strict Open XML) cannot be completed.
    """
    if root.nsmap.get("w") != W:
        raise refuse(
            "TPL003",
            Place(file, trail=(Text(part, part),)),
            Text(
                "文件不是普通的 .docx 格式（可能是 Strict Open XML）",
                "the file is no plain .docx (Strict Open XML?)",
            ),
            Text("请在 Word 里另存为“Word 文档 (.docx)”。", 'Save it in Word as "Word Document (.docx)".'),
        )


def empty(*roots: Element) -> Element:
    """An empty root by the name of the first of these, with the prefixes of all."""
    prefixes = {prefix: uri for root in reversed(roots) for prefix, uri in root.nsmap.items()}
    return roots[0].makeelement(roots[0].tag, None, prefixes)  # type: ignore[arg-type]  # the stubs forbid None


def ancestor(element: Element, tag: str) -> Element | None:
    """The nearest element above with this name."""
    above = element.getparent()
    while above is not None and above.tag != tag:
        above = above.getparent()
    return above


def first_child(element: Element, tag: str) -> Element | None:
    """The first child with this name."""
    return next(element.iterchildren(tag), None)


def children(element: Element) -> Iterator[Element]:
    """The child elements, without processing instructions."""
    return element.iterchildren("*")


def is_instruction(node: Element) -> bool:
    """Whether a node is one of the compiler's processing instructions."""
    return isinstance(node, etree._ProcessingInstruction)


def instruction(target: str, text: str) -> Element:
    """A processing instruction, by which the compiler remembers a spot in the tree."""
    return etree.ProcessingInstruction(target, text)


def source(element: Element, *without_: str) -> str:
    """An element's XML as it can stand inside its own part: without the root's declarations.

    The children with the names `without_` are left out.
    """
    known = {(prefix, uri) for prefix, uri in element.getroottree().getroot().nsmap.items()}
    written = without(element, *without_) if without_ else element
    xml = etree.tostring(written, encoding="unicode", with_tail=False)
    return _DECLARATION.sub(lambda m: "" if (m[1], m[2]) in known else m[0], xml)


def without(element: Element, *tags: str) -> Element:
    """A copy of an element lacking the children with these names."""
    copy = deepcopy(element)
    copy.tail = None
    for child in list(children(copy)):
        if child.tag in tags:
            copy.remove(child)
    return copy


def remove(element: Element) -> None:
    """Take an element out of its tree; text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def move_before(anchor: Element, element: Element) -> None:
    """Put `element` in front of `anchor`, leaving the text after it where it was."""
    remove(element)
    anchor.addprevious(element)


def move_after(anchor: Element, element: Element) -> None:
    """Put `element` right behind `anchor`, leaving the text after it where it was."""
    remove(element)
    tail, anchor.tail = anchor.tail, None
    anchor.addnext(element)
    element.tail = tail
