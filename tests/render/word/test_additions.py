import io
import zipfile

import docx
import pytest

from kadocs.render.word import package
from kadocs.render.word.additions import Additions
from kadocs.render.word.stock import Stock
from tests.render.word.docs import saved, template, validate

PNG = b"\x89PNG\r\n\x1a\n"
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'


def additions(data):
    return Additions(Stock(package.read(data, "t.docx"), "t.docx"))


def without(data, *names):
    """The package lacking these members and all that names them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in names:
                text = old.read(name)
                for gone in names:
                    kept = [
                        line
                        for line in text.replace(b"/>", b"/>\n").split(b"\n")
                        if gone.split("/")[-1].encode() not in line
                    ]
                    text = b"\n".join(kept) if name.endswith((".rels", "Types].xml")) else text
                new.writestr(name, text)
    return out.getvalue()


def written(data, made):
    members = {**package.read(data, "t.docx").members, **made.members()}
    return package.write(members.values())


def read(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_the_same_relationship_is_made_once_and_its_identifier_is_new():
    data = template("x")
    made = additions(data)
    known = {r.rId for r in docx.Document(io.BytesIO(data)).part.rels.values()}
    first = made.relate("word/document.xml", "hyperlink", "https://a.example/?a=1&b=2", external=True)
    again = made.relate("word/document.xml", "hyperlink", "https://a.example/?a=1&b=2", external=True)
    other = made.relate("word/document.xml", "hyperlink", "https://b.example", external=True)
    assert first == again != other
    assert not {first, other} & known
    rels = docx.Document(io.BytesIO(written(data, made))).part.rels
    assert rels[first].target_ref == "https://a.example/?a=1&b=2"
    assert known < set(rels)


def test_a_part_without_relationships_gets_them():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "x"
    data = saved(document)
    made = additions(data)
    assert made.relate("word/header1.xml", "image", made.media(PNG, "png")) == "rId1"
    out = written(data, made)
    assert "media/picture1.png" in read(out, "word/_rels/header1.xml.rels")
    assert 'Extension="png"' in read(out, "[Content_Types].xml")


def test_the_same_bytes_are_kept_once():
    made = additions(template("x"))
    names = [made.media(PNG, "png"), made.media(PNG + b"2", "png"), made.media(PNG, "png")]
    assert names == ["word/media/picture1.png", "word/media/picture2.png", "word/media/picture1.png"]


@pytest.mark.parametrize("gone", [(), ("word/numbering.xml",)])
def test_lists_are_added_behind_the_templates_own(gone):
    data = without(template("x"), *gone)
    made = additions(data)
    abstract = made.abstract(LEVEL)
    assert made.abstract(LEVEL) == abstract
    numbers = [made.num(abstract, {0: 1}), made.num(abstract, {0: 5})]
    out = written(data, made)
    validate(data, out)
    root = docx.Document(io.BytesIO(out)).part.numbering_part.element
    found = {num.numId: num.abstractNumId.val for num in root.num_lst}
    assert [found[number] for number in numbers] == [abstract, abstract]


def test_identifiers_of_drawings_are_new():
    made = additions(template("x"))
    assert [made.drawing(), made.drawing()] == [1, 2]


def test_nothing_added_changes_nothing():
    assert additions(template("x")).members() == {}
