"""What an expression of a template may come to, and what it does with the data on the way."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import nodes

from kadocs.render.usage import listing
from kadocs.render.usage.uses import At, How, Parts, Several, Use, Values, items, joined, made, maybe

_PRIVATE = "_"
_ITEMS_OF_RECORD = frozenset({"items", "keys", "values", "get", "copy"})


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro, with the names that it saw where it was written."""

    node: nodes.Macro
    scope: Scope


Scope: TypeAlias = ChainMap[str, "Values | Macro"]


class Expressions:
    """Reads expressions, noting each use; `known` are the names that the environment itself gives."""

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self.scope: Scope = ChainMap()
        self.uses: dict[Use, None] = {}
        self.certain = True

    def value(self, node: nodes.Node) -> Values:
        """What an expression may come to."""
        read = _READERS.get(type(node))
        return read(self, node) if read else self.computed(node)

    def computed(self, node: nodes.Node) -> Values:
        """What an expression computes from its operands."""
        return made(joined(*(self.value(child) for child in node.iter_child_nodes())))

    def note(self, values: Values, how: How, line: int, by: str = "") -> None:
        """Note what is done with values."""
        for value in values:
            if isinstance(value, At) and not value.made:
                self._add(Use(value.path, how, line, by, self.certain and not value.maybe))

    def feed(self, values: Values, line: int) -> None:
        """Note that what values were computed into is printed."""
        for value in values:
            if isinstance(value, At):
                if value.made:
                    certain = self.certain and not value.maybe
                    self._add(Use(value.path, How.FEED, line, "", certain))
            else:
                self.feed(made((value,)), line)

    @contextmanager
    def uncertain(self) -> Iterator[None]:
        """What happens in here depends on the data."""
        before, self.certain = self.certain, False
        yield
        self.certain = before

    def called(self, macro: Macro, call: nodes.Call) -> None:
        """A call of a macro of the template."""
        raise NotImplementedError

    def member(self, values: Values, name: str, line: int) -> Values:
        """What `.name` of these values may be."""
        found: list[Values] = []
        for value in values:
            if isinstance(value, Parts):
                found.append(dict(value.members).get(name, ()))
            elif isinstance(value, At) and value.made:
                found.append((value,))
            elif isinstance(value, At):
                field = At((*value.path, name), value.maybe)
                self.note((field,), How.READ, line)
                found.append((field,))
        return joined(*found)

    def _add(self, use: Use) -> None:
        self.uses[use] = None

    def _name(self, node: nodes.Name) -> Values:
        if node.name in self.scope:
            bound = self.scope[node.name]
            return () if isinstance(bound, Macro) else bound
        if node.name in self._known or node.name.startswith(_PRIVATE):
            return ()
        found = (At((node.name,)),)
        self.note(found, How.READ, node.lineno)
        return found

    def _getattr(self, node: nodes.Getattr) -> Values:
        return self.member(self.value(node.node), node.attr, node.lineno)

    def _getitem(self, node: nodes.Getitem) -> Values:
        values = self.value(node.node)
        if isinstance(node.arg, nodes.Slice):
            return values
        if not isinstance(node.arg, nodes.Const):
            self.value(node.arg)
            return made(values)
        if isinstance(node.arg.value, str):
            return self.member(values, node.arg.value, node.lineno)
        picked = [dict(v.members).get(str(node.arg.value), ()) for v in values if isinstance(v, Parts)]
        return joined(items(tuple(v for v in values if not isinstance(v, Parts))), *picked)

    def _call(self, node: nodes.Call) -> Values:
        callee = node.node
        if isinstance(callee, nodes.Name) and isinstance(macro := self.scope.get(callee.name), Macro):
            self.called(macro, node)
            return ()
        if isinstance(callee, nodes.Getattr):
            return self._method(node, callee)
        if isinstance(callee, nodes.Name) and callee.name in ("dict", "namespace"):
            return (Parts(tuple((pair.key, self.value(pair.value)) for pair in node.kwargs)),)
        return self.computed(node)

    def _method(self, node: nodes.Call, callee: nodes.Getattr) -> Values:
        values = self.value(callee.node)
        arguments = [self.value(child) for child in (*node.args, *node.kwargs)]
        first = node.args[0] if node.args else None
        if callee.attr == "get" and isinstance(first, nodes.Const):
            return maybe(joined(self.member(values, str(first.value), node.lineno), *arguments[1:]))
        self.note(values, How.METHOD, node.lineno, callee.attr)
        if callee.attr in _ITEMS_OF_RECORD:
            return ()
        return made(joined(values, *arguments))

    def _filter(self, node: nodes.Filter) -> Values:
        values = self.value(node.node) if node.node is not None else ()
        self.note(values, How.FILTER, node.lineno, node.name)
        given = [self.value(child) for child in (*node.args, *node.kwargs)]
        for attribute in listing.attributes(node):
            self._through(items(values), attribute, node.lineno)
        if node.name == "join" and not listing.attributes(node):
            self.note(items(values), How.JOIN, node.lineno)
        return listing.result(node, values, given, lambda v, a: self._through(v, a, node.lineno))

    def _through(self, values: Values, attribute: str, line: int) -> Values:
        for step in attribute.split("."):
            values = items(values) if step.isdigit() else self.member(values, step, line)
        return values

    def _test(self, node: nodes.Test) -> Values:
        self.note(self.value(node.node), How.TEST, node.lineno)
        for argument in (*node.args, *node.kwargs):
            self.value(argument)
        return ()

    def _not(self, node: nodes.Not) -> Values:
        self.note(self.value(node.node), How.TEST, node.lineno)
        return ()

    def _compare(self, node: nodes.Compare) -> Values:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        values = [self.value(side) for side in sides]
        constants = [type(side.value).__name__ for side in sides if isinstance(side, nodes.Const)]
        inside = any(operand.op in ("in", "notin") for operand in node.ops)
        for value in values:
            self.note(value, How.TEST, node.lineno)
            for constant in () if inside else constants:
                self.note(value, How.COMPARE, node.lineno, constant)
        return ()

    def _either(self, node: nodes.And | nodes.Or) -> Values:
        left = self.value(node.left)
        self.note(left, How.TEST, node.lineno)
        if isinstance(node.right, nodes.Const):  # what stands in for a value is of its kind
            self.note(left, How.COMPARE, node.lineno, type(node.right.value).__name__)
        with self.uncertain():
            right = self.value(node.right)
        return maybe(joined(left, right))

    def _condition(self, node: nodes.CondExpr) -> Values:
        self.note(self.value(node.test), How.TEST, node.lineno)
        with self.uncertain():
            return maybe(
                joined(self.value(node.expr1), self.value(node.expr2) if node.expr2 is not None else ())
            )

    def _concat(self, node: nodes.Concat) -> Values:
        values = [self.value(child) for child in node.nodes]
        for value in values:
            self.note(value, How.JOIN, node.lineno)
        return made(joined(*values))

    def _sum(self, node: nodes.BinExpr) -> Values:
        sides = (node.left, node.right)
        texts = any(isinstance(side, nodes.Const) and isinstance(side.value, str) for side in sides)
        values = [self.value(side) for side in sides]
        for value in values:
            self.note(value, How.JOIN if texts else How.COUNT, node.lineno)
        return made(joined(*values))

    def _list(self, node: nodes.List) -> Values:
        return (Several(joined(*(self.value(child) for child in node.items))),)

    def _tuple(self, node: nodes.Tuple) -> Values:
        return (Parts(tuple((str(i), self.value(child)) for i, child in enumerate(node.items))),)

    def _dict(self, node: nodes.Dict) -> Values:
        return (
            Parts(
                tuple(
                    (str(pair.key.value) if isinstance(pair.key, nodes.Const) else "", self.value(pair.value))
                    for pair in node.items
                )
            ),
        )


_READERS: dict[type[nodes.Node], Callable[..., Values]] = {
    nodes.Name: Expressions._name,
    nodes.Getattr: Expressions._getattr,
    nodes.Getitem: Expressions._getitem,
    nodes.Call: Expressions._call,
    nodes.Filter: Expressions._filter,
    nodes.Test: Expressions._test,
    nodes.Not: Expressions._not,
    nodes.Compare: Expressions._compare,
    nodes.And: Expressions._either,
    nodes.Or: Expressions._either,
    nodes.CondExpr: Expressions._condition,
    nodes.Concat: Expressions._concat,
    nodes.List: Expressions._list,
    nodes.Tuple: Expressions._tuple,
    nodes.Dict: Expressions._dict,
    **dict.fromkeys(
        (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow),
        Expressions._sum,
    ),
}
