"""Templates that LibreOffice has saved: it cuts runs, names styles and writes properties in its own way."""

import pytest

from kadocs import office
from tests.opening import converted
from tests.render.word.docs import opened, render, template
from tests.render.word.test_docxtpl import CONTEXT, TEMPLATES, blocks

pytestmark = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every template, with header, footer and title, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("templates")
    paths = {folder / f"{number}.docx": name for number, name in enumerate(TEMPLATES)}
    for path, name in paths.items():
        path.write_bytes(made(name))
    return {paths[path]: data for path, data in converted(list(paths), "docx").items()}


def made(name: str) -> bytes:
    return template(
        *TEMPLATES[name], header="{{ name }}", footer="{% if yes %}page{% endif %}", title="{{ n }}"
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_text_and_tables(name: str, saved: dict[str, bytes]) -> None:
    first, second = (opened(render(data, CONTEXT, braces=True)) for data in (made(name), saved[name]))
    assert blocks(second.element.body) == blocks(first.element.body)
    assert second.sections[0].header.paragraphs[0].text == "Ann"
    assert second.sections[0].footer.paragraphs[0].text == "page"
    assert second.core_properties.title == "3"
