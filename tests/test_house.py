"""The house stands as it is described: layers, room names, and a wheel that brings its templates."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
SHIPPED = sorted(
    path.relative_to(ROOT / "templates").as_posix()
    for path in (ROOT / "templates").rglob("*")
    if path.is_file() and not path.name.startswith(("~$", "."))
)
PRINT_TEMPLATES = """
from importlib.resources import files
from pathlib import Path
package = files("kadocs")
inside = Path(str(package / "_templates"))
folder = inside if inside.is_dir() else Path(str(package)).parent / "templates"
print(package)
for path in folder.rglob("*"):
    if path.is_file() and not path.name.startswith(("~$", ".")):
        print(path.relative_to(folder).as_posix())
"""


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def rooms() -> set[str]:
    """The rooms that are there: what stands directly in kadocs/, as ARCHITECTURE writes it."""
    files = {path.name for path in (ROOT / "kadocs").glob("*.py")} - {"__init__.py"}
    return files | {f"{path.parent.name}/" for path in (ROOT / "kadocs").glob("*/__init__.py")}


def layers() -> list[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [contract] = [c for c in config["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    return [room.strip() for layer in contract["layers"] for room in layer.split("|")]


def test_imports_point_down_only() -> None:
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run(sys.executable, "-c", lint)


def test_a_room_in_parentheses_is_not_built_yet() -> None:
    names = {room.rstrip("/").removesuffix(".py") for room in rooms()}
    assert {room for room in layers() if room.strip("()") not in names} == {
        room for room in layers() if room.startswith("(")
    }


def test_architecture_names_every_room_and_no_other() -> None:
    tree = ARCHITECTURE.split("```")[1].split("templates/  ")[0]
    assert set(re.findall(r"^  (\S+)", tree, re.MULTILINE)) == rooms()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w./]+(?:/|\.py|\.toml))`", ARCHITECTURE))))
def test_every_path_in_architecture_exists(name: str) -> None:
    assert name == "out/" or (ROOT / "kadocs" / name).exists() or (ROOT / name).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([a-z]+\.[A-Z]\w+)`", ARCHITECTURE))))
def test_every_noun_in_architecture_exists(name: str) -> None:
    room, noun = name.split(".")
    assert hasattr(import_module(f"kadocs.{room}"), noun)


def test_an_editable_install_finds_the_templates_beside_the_package() -> None:
    package, *found = run(sys.executable, "-c", PRINT_TEMPLATES).splitlines()
    assert Path(package) == ROOT / "kadocs"
    assert sorted(found) == SHIPPED


def strays(package: Path) -> list[str]:
    """The files of a package that are neither code, nor templates, nor what a workspace starts with."""
    files = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return sorted(
        path.as_posix()
        for path in files
        if path.suffix != ".py"
        and path.name != "py.typed"
        and not {"__pycache__", "_templates"} & set(path.parts)
        and not (path.parts[:2] == ("cli", "starter") and path.suffix == ".yaml")
    )


def test_the_package_holds_code_and_nothing_that_was_left_there() -> None:
    assert strays(ROOT / "kadocs") == []


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel of this tree is installed, away from the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    [wheel] = folder.glob("*.whl")
    run(*pip, "install", "--no-deps", "--no-index", "--target", folder / "site", wheel)
    return folder / "site"


def test_an_installed_wheel_brings_the_templates(installed: Path) -> None:
    package, *found = run(
        sys.executable, "-c", PRINT_TEMPLATES, cwd=installed.parent, PYTHONPATH=str(installed)
    ).splitlines()
    assert Path(package) == installed / "kadocs"
    assert sorted(found) == SHIPPED


def test_an_installed_wheel_brings_nothing_that_was_left_there(installed: Path) -> None:
    assert strays(installed / "kadocs") == []


def test_an_installed_wheel_builds_a_proposal(installed: Path, tmp_path: Path) -> None:
    deal = ROOT / "samples" / "rail-iscs" / "deal.yaml"
    command = [sys.executable, "-c", "from kadocs.cli import main; main()"]
    words = ["build", "proposal", deal, "--out", tmp_path, "--as-of", "2026-11-23", "--no-pages"]
    run(*command, *words, cwd=tmp_path, PYTHONPATH=str(installed))
    assert [path.suffix for path in tmp_path.rglob("*.docx")] == [".docx"]
