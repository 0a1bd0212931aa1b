"""Links that data adds to a document, and page breaks."""

from __future__ import annotations

import re
from urllib.parse import quote

from kadocs.findings import Text
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.values import formatting
from kadocs.render.word.values.faults import BadLink
from kadocs.render.word.values.formatting import Formatting
from kadocs.render.word.values.value import Value, Writer

SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNWRITABLE = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`\s]")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BLUE = {"color": '<w:color w:val="0563C1"/>', "u": '<w:u w:val="single"/>'}


class Hyperlink(Value):
    """A link: `text` leads to `url`, in the template's style for links unless the tag is formatted."""

    def __init__(self, text: object, url: str) -> None:
        self.text = str(text)
        self.url = str(url)

    def __str__(self) -> str:
        return self.text

    def runs(self, writer: Writer) -> str:
        """The link with its text."""
        return linked(writer, self.url, writer.run(self.text, look(writer)))


class PageBreak(Value):
    """A break: what follows begins a new page."""

    def __str__(self) -> str:
        return ""

    def runs(self, writer: Writer) -> str:
        """A run that breaks the page."""
        return '<w:r><w:br w:type="page"/></w:r>'


def target(url: str) -> str:
    """`url` as a document may hold it: complete, percent-encoded, of one of four schemes.

    Raises Fault (TPL052) for every other scheme, for a relative address and for an empty one.
    """
    stripped = str(url).strip()
    scheme = _SCHEME.match(stripped)
    if scheme is None or scheme[1].lower() not in SCHEMES or len(stripped) == scheme.end():
        raise BadLink(
            Text(f"不能链接到“{stripped[:80]}”", f'a link to "{stripped[:80]}" is not allowed'),
            Text(
                "链接要以 http://、https://、mailto: 或 tel: 开头。",
                "A link begins with http://, https://, mailto: or tel:.",
            ),
        )
    return _UNWRITABLE.sub(lambda m: quote(m.group()), stripped)


def linked(writer: Writer, url: str, runs: str) -> str:
    """Runs that lead to a checked address."""
    identity = writer.link(target(url))
    return (
        f'<w:hyperlink xmlns:r="{_RELATIONS}" r:id={quoteattr(identity)} w:history="1">{runs}</w:hyperlink>'
    )


def look(writer: Writer) -> Formatting:
    """How a link's text looks: the template's style for links, else blue and underlined."""
    style = writer.additions.stock.names.id_of("character", "Hyperlink", "超链接")
    return formatting.styled(style) or _BLUE
