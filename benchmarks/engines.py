"""The Python engines that are measured, and the floors below which none of them can go.

Floor A only deflates the finished parts and joins them with the untouched members, still compressed.
Floor B writes the parts with a Jinja template that was compiled beforehand, then does the same.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.workloads import JINJA, Workload
from kadocs.render.word import Template, package


@dataclass(frozen=True)
class Engine:
    """An engine with a workload loaded: one run gives the seconds it took and the document."""

    run: Callable[[], tuple[float, bytes]]
    close: Callable[[], None] = lambda: None


def timed(render: Callable[[], bytes]) -> Engine:
    """An engine from a function that renders."""

    def run() -> tuple[float, bytes]:
        start = time.perf_counter()
        out = render()
        return time.perf_counter() - start, out

    return Engine(run)


def docxtpl(work: Workload) -> Engine:
    """Docxtpl as its manual uses it; it compiles the template anew for each document."""
    data = work.template(JINJA)

    def render() -> bytes:
        template = DocxTemplate(io.BytesIO(data))
        template.render(work.data, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return timed(render)


def kadocs(work: Workload) -> Engine:
    """Kadocs, with its template compiled beforehand unless compiling is measured too."""
    data = work.template(JINJA)
    if work.compiles:
        return timed(lambda: Template(data).render(work.data))
    template = Template(data)
    return timed(lambda: template.render(work.data))


def floor_b(work: Workload) -> Engine:
    """Plain Jinja over the same XML, escaped, and the same way of writing the archive."""
    source = package.read(work.template(JINJA), work.name)
    texts = {name: source.read(name).decode() for name in source.members if name.endswith(".xml")}
    tagged = {name: _as_jinja(xml) for name, xml in texts.items() if "{{" in xml}

    def compiled() -> dict[str, object]:
        environment = Environment(autoescape=True)
        return {name: environment.from_string(xml) for name, xml in tagged.items()}

    ready = compiled()

    def render() -> bytes:
        templates = compiled() if work.compiles else ready
        written = {
            name: package.member(name, template.render(work.data).encode())  # type: ignore[attr-defined]
            for name, template in templates.items()
        }
        return package.write(written.get(m.name, m) for m in source.members.values())

    return timed(render)


def floor_a(work: Workload) -> Engine:
    """Only the deflating of the finished parts."""
    before = package.read(work.template(JINJA), work.name)
    after = package.read(Template(work.template(JINJA)).render(work.data), work.name)
    parts = {n: after.read(n) for n, m in after.members.items() if before.members.get(n) != m}

    def render() -> bytes:
        written = {name: package.member(name, content) for name, content in parts.items()}
        return package.write(written.get(m.name, m) for m in after.members.values())

    return timed(render)


def _as_jinja(xml: str) -> str:
    """A part whose row tags stand in place of their rows."""
    return re.sub(
        r"<w:tr>(?:(?!</w:tr>).)*?(\{%)tr (.*?%\})(?:(?!</w:tr>).)*</w:tr>", r"\1 \2", xml, flags=re.DOTALL
    )
