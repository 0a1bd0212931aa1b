"""The engines that are measured, each as a function from nothing to a document's bytes.

The floor is what no template engine in Python can go below: the same part written by a Jinja template
that is compiled beforehand, deflated, and joined with the untouched members still compressed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.workloads import Workload
from kadocs.render.word import Template, package

Engine = Callable[[], bytes]

_TAG = re.compile(r"\{%(?:tr )?(.*?)%\}", re.DOTALL)


def docxtpl(work: Workload) -> Engine:
    """Docxtpl as its manual uses it; it compiles the template anew for each document."""

    def render() -> bytes:
        template = DocxTemplate(io.BytesIO(work.template))
        template.render(work.data, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return render


def kadocs(work: Workload) -> Engine:
    """Kadocs with its template compiled beforehand."""
    template = Template(work.template)
    return lambda: template.render(work.data)


def floor(work: Workload) -> Engine:
    """Plain Jinja over the same XML, escaped, and the same way of writing the archive."""
    source = package.read(work.template, work.name)
    environment = Environment(autoescape=True)
    templates = {
        name: environment.from_string(_as_jinja(xml))
        for name in source.members
        if name.endswith(".xml") and "{{" in (xml := source.read(name).decode())
    }

    def render() -> bytes:
        written = {
            name: package.member(name, template.render(work.data).encode())
            for name, template in templates.items()
        }
        return package.write(written.get(m.name, m) for m in source.members.values())

    return render


def _as_jinja(xml: str) -> str:
    """A part whose row tags stand in place of their rows."""
    return re.sub(
        r"<w:tr>(?:(?!</w:tr>).)*?(\{%)tr (.*?%\})(?:(?!</w:tr>).)*</w:tr>", r"\1 \2", xml, flags=re.DOTALL
    )
