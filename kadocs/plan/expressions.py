"""The expressions of a `deliverable.yaml`: what a file is called, whether it is made, of which items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from jinja2 import Environment, TemplateError

from kadocs.deliverables import Deliverable, Description, Each, Output, Regime, Scope
from kadocs.findings import Fault, Finding, Text
from kadocs.model import Audience, Record, shape
from kadocs.model.shape import Shape
from kadocs.plan import papers
from kadocs.render import usage
from kadocs.render.environment import environment
from kadocs.render.undefined import Undefined, absent, no_value
from kadocs.tree import node

Value = TypeVar("Value")

DRAFT = Text("草稿", "DRAFT")
TITLE = "title"
"""The name under which a file's name knows what people call it."""

VOLUME = "volume"
"""The name under which the template of volumes knows the one that it makes."""

CHANGE_FILE = Text("请改 deliverable.yaml 中的 file", "Change file: in the deliverable.yaml")
_UNREADABLE = Text("表达式有误：{e}", "the expression is wrong: {e}")
_CHANGE = Text("请改正 {k}: 后面的表达式", "Correct the expression after {k}:")
_NO_LIST = Text("{p} 不是列表，不能每项一份文件", "{p} is no list, so there is no file for each of its items")
_A_LIST = Text(
    "请写一个列表，例如 delivery.acceptances；只生成一份就删去 each",
    "Name a list, such as delivery.acceptances; remove each to make one file",
)
_ERRORS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)


def faults(deliverable: Deliverable) -> list[Finding]:
    """What is wrong with the expressions of a deliverable, each at its line, before there is any deal."""
    says = deliverable.says
    found = [fault for regime in deliverable.regimes for fault in _of_regime(regime, says.audience)]
    found += _of_countdown(deliverable)
    for index, output in enumerate(says.outputs):
        for key, code, fault in _wrong(output, says):
            place = node.place_of(deliverable.tree, ("outputs", index, key))
            found.append(fault.at(place, code, f"outputs[{index}].{key}"))
    return found


def _of_regime(regime: Regime, audience: Audience) -> Iterator[Finding]:
    whole = shape(audience, Scope.DEAL.noun)
    said = [("volumes", n, "file", each.file) for n, each in enumerate(regime.says.volumes)]
    said += [
        ("parts", n, "when", f"{{{{ {part.when} }}}}")
        for n, part in enumerate(regime.says.parts)
        if part.when
    ]
    for of, index, key, text in said:
        for code, fault in _misread(text, key, whole):
            yield fault.at(node.place_of(regime.tree, (of, index, key)), code, f"{of}[{index}].{key}")


def _of_countdown(deliverable: Deliverable) -> Iterator[Finding]:
    """The conditions of the usual plan, which our own people read."""
    usual, whole = deliverable.countdown, shape(Audience.INTERNAL, deliverable.says.scope.noun)
    if usual is None:
        return
    for index, step in enumerate(usual.steps):
        for code, fault in _misread(f"{{{{ {step.when} }}}}", "when", whole) if step.when else ():
            yield fault.at(node.place_of(usual.tree, ("steps", index, "when")), code, f"steps[{index}].when")


def seen(output: Output, says: Description) -> Shape:
    """What the template of an output may use.

    Raises `Fault` where its `each` goes over something that is no list, or that nobody knows.
    """
    audience = says.readers(output)
    if says.is_paper(output):
        return papers.naming(_named(output, says))
    if output.volumes:
        return shape(audience, says.scope.noun).naming(VOLUME, Shape("any", audience))
    return _named(output, says)


def _named(output: Output, says: Description) -> Shape:
    """What the name of an output's file may use."""
    whole = shape(says.readers(output), says.scope.noun)
    return whole.naming(output.each.name, _item(output.each, whole)) if output.each else whole


def _item(each: Each, whole: Shape) -> Shape:
    listed = whole.along(each.path)
    if listed.item is None:
        raise Fault(_NO_LIST.fill(p=each.path), _A_LIST)
    return listed.item


def _wrong(output: Output, says: Description) -> Iterator[tuple[str, str, Fault]]:
    """The key, the code and the fault of each expression that is wrong."""
    try:
        schema = _named(output, says)
    except Fault as fault:
        yield "each", "CFG009", fault
        return
    for key, text in (("when", f"{{{{ {output.when} }}}}" if output.when else ""), ("file", output.file)):
        yield from ((key, code, fault) for code, fault in _misread(text, key, schema))


def _misread(text: str, key: str, schema: Shape) -> Iterator[tuple[str, Fault]]:
    env = environment("zh")  # names are the same in every language
    try:
        tree = env.parse(text)
        env.compile(tree)
    except _ERRORS as error:
        yield "CFG007", Fault(_UNREADABLE.fill(e=error), _CHANGE.fill(k=key))
        return
    printed = range(1, text.count("\n") + 2) if key == "file" else ()
    for wrong in usage.check(usage.uses(tree, {*env.globals, TITLE}, printed), schema):
        yield "CFG008", wrong.fault


def items(output: Output, view: Record) -> list[tuple[int | None, Record]]:
    """What the output's file or files see: `view` itself, or for each item of a list with its name."""
    if output.each is None:
        return [(None, view)]
    return [(n, view.naming(output.each.name, item)) for n, item in enumerate(_list(output.each, view))]


def _list(each: Each, view: Record) -> tuple[object, ...]:
    found: object = view
    for step in each.path.split("."):
        found = found[step] if isinstance(found, Record) else ()
    return found if isinstance(found, tuple) else ()


def true(when: str, view: Record, language: str) -> bool:
    """Whether a condition holds, which an empty one does. Raises `Fault` where it cannot be said."""
    if not when:
        return True
    source = f"{{% if {when} %}}1{{% endif %}}"
    return bool(_worked_out(lambda: environment(language).from_string(source).render(view), "when"))


def name(file: str, view: Record, title: str, language: str, *, draft: bool) -> str:
    """What the file of an output or volume is called; in a `draft`, a missing value is called so.

    Raises `Fault` where the name cannot be worked out.
    """
    names: Mapping[str, object] = {**view, TITLE: title}
    return _worked_out(lambda: _expressions(language, draft).from_string(file).render(names), "file")


def _worked_out(work: Callable[[], Value], key: str) -> Value:
    try:
        return work()
    except Fault:
        raise
    except _ERRORS as error:
        if key == "file":
            message = Text("文件名表达式有误：{e}", "the expression for the file name is wrong: {e}")
            raise Fault(message.fill(e=error), CHANGE_FILE) from None
        raise Fault(_UNREADABLE.fill(e=error), _CHANGE.fill(k=key)) from None


@cache
def _expressions(language: str, draft: bool) -> Environment:
    def present(value: object) -> object:
        if isinstance(value, Undefined):
            raise value.error()
        if not absent(value):
            return value
        if draft:
            return DRAFT.in_(language)
        raise no_value(value)

    return environment(language).overlay(finalize=present)
