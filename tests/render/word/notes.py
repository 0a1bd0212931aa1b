"""Templates with footnotes, endnotes and other parts that python-docx does not make."""

import io
import zipfile

from docx.oxml.ns import nsdecls

from tests.render.word.docs import xml

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def noted(data, *notes, kind="footnotes", links=""):
    """A template with a part of notes, numbered from 1; a text is a paragraph of one run, or XML."""
    name = kind.removesuffix("s")
    author = ' w:author="A"' if kind == "comments" else ""
    inner = "".join(
        f'<w:{name} w:id="{number}"{author}>{note if note.startswith("<") else paragraphs(note)}</w:{name}>'
        for number, note in enumerate(notes, 1)
    )
    content = (
        f"<w:{kind} {nsdecls('w', 'r')}><w:{name} w:type='separator' w:id='-1'><w:p/></w:{name}>"
        f"<w:{name} w:type='continuationSeparator' w:id='0'><w:p/></w:{name}>"
        f"{inner}</w:{kind}>"
    )
    added = {f"word/{kind}.xml": content}
    if links:
        added[f"word/_rels/{kind}.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        )
    return with_parts(data, added)


PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraphs(*texts):
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts)


def with_parts(data, added):
    """The package with more parts of Word, each made known."""
    out = io.BytesIO()
    parts = [name for name in added if not name.endswith(".rels")]
    kinds = {name: name.removeprefix("word/").removesuffix(".xml") for name in parts}
    types = "".join(f'<Override PartName="/{n}" ContentType="{_WORD}{k}+xml"/>' for n, k in kinds.items())
    relations = "".join(
        f'<Relationship Id="rIdX{k}" Type="{OFFICE}/{k}" Target="{k}.xml"/>' for k in kinds.values()
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"</Types>", types.encode() + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relations.encode() + b"</Relationships>")
            new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name, content)
    return out.getvalue()


def refer(number, text="{{ x }}", kind="footnote"):
    """A builder of a paragraph with a reference to a note."""
    return xml(f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id="{number}"/></w:r></w:p>')
