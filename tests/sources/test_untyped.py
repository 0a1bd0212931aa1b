from decimal import Decimal
from pathlib import Path

import pytest

from kadocs import sources
from kadocs.findings import Place, Refused


def data_of(folder: Path, text: str, name: str = "data.yaml") -> object:
    (folder / name).write_text(text, "utf-8")
    return sources.data(folder / name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("62220212345678901234", 62220212345678901234),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.10", Decimal("1.10")),
        ("1e3", Decimal("1e3")),
        (".5", Decimal("0.5")),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("12:30:45", "12:30:45"),
        ("2026-01-02", "2026-01-02"),
        (".inf", ".inf"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n  12\n", "12\n"),
        ("[1, '1']", [1, "1"]),
    ],
)
def test_unquoted_values_are_typed_as_yaml_1_2_says(tmp_path: Path, written: str, meant: object) -> None:
    read = data_of(tmp_path, f"a: {written}")
    assert read == {"a": meant}
    assert isinstance(read, dict) and type(read["a"]) is type(meant)


def test_a_decimal_keeps_its_places(tmp_path: Path) -> None:
    assert str(data_of(tmp_path, '{"a": 1.10}', "data.json")) == "{'a': Decimal('1.10')}"


def test_include_is_a_name_like_any_other(tmp_path: Path) -> None:
    assert data_of(tmp_path, "include: [a.yaml]") == {"include": ["a.yaml"]}


@pytest.mark.parametrize("number", ["9" * 5000, "1e999999999", "1.0e-999999999"])
def test_a_number_that_would_fill_the_memory_is_refused(tmp_path: Path, number: str) -> None:
    with pytest.raises(Refused) as caught:
        data_of(tmp_path, f"a: 1\nb: {number}")
    assert caught.value.findings[0].place == Place(f"{tmp_path.as_posix()}/data.yaml", 2)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("data.yaml", "- 1", "DATA024"),
        ("data.yaml", "", "DATA024"),
        ("data.txt", "a: 1", "DATA021"),
        ("data.xlsx", "a: 1", "DATA021"),
    ],
)
def test_what_no_template_can_use_is_refused(tmp_path: Path, name: str, text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        data_of(tmp_path, text, name)
    assert caught.value.findings[0].code == code
