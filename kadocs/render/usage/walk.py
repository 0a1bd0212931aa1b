"""The uses of a whole template: through its loops, conditions, sets and macros.

Every branch is walked, since which of them a render takes cannot be known.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from jinja2 import nodes

from kadocs.render.usage.expressions import Expressions, Macro
from kadocs.render.usage.uses import At, How, Parts, Use, Values, items, joined

_DEEPEST_CALL = 6
"""How far macros that call each other are followed; a recursive one says nothing new beyond."""

_MOST_CALLS = 1_000
"""How many calls within macros are followed; each may call several others."""


def uses(tree: nodes.Template, known: Container[str], printed: Container[int]) -> list[Use]:
    """What the code does with its data, in the order of the code.

    `known` are the names that the environment gives; `printed` are the lines whose values are printed.
    """
    walk = _Walk(known, printed)
    walk.body(tree.body)
    walk.unused()
    return list(walk.uses)


class _Walk(Expressions):
    def __init__(self, known: Container[str], printed: Container[int]) -> None:
        super().__init__(known)
        self._printed = printed
        self._macros: dict[nodes.Macro, Macro] = {}
        self._walked: set[object] = set()
        self._depth = self._nested = 0

    def body(self, statements: Sequence[nodes.Node]) -> None:
        """Walk statements one after the other."""
        for node in statements:
            walk = _WALKERS.get(type(node))
            if walk:
                walk(self, node)
            else:
                self.value(node)

    def unused(self) -> None:
        """Walk the macros that nothing has called."""
        for macro in list(self._macros.values()):
            if macro.node not in self._walked:
                with self.uncertain():
                    self._run(macro, {})

    def called(self, macro: Macro, call: nodes.Call) -> None:
        """Walk a macro with the arguments of a call."""
        names = [parameter.name for parameter in macro.node.args]
        given = dict(zip(names, map(self.value, call.args), strict=False))
        given |= {pair.key: self.value(pair.value) for pair in call.kwargs}
        key = (macro.node, tuple(sorted(given.items())), self.certain)
        if key not in self._walked and self._depth < _DEEPEST_CALL and self._nested < _MOST_CALLS:
            self._walked |= {key, macro.node}
            self._nested += self._depth > 0
            self._run(macro, given)

    def _run(self, macro: Macro, given: dict[str, Values]) -> None:
        before, self.scope = self.scope, macro.scope.new_child()
        self._depth += 1
        node = macro.node
        defaults = dict(
            zip(
                (p.name for p in node.args[len(node.args) - len(node.defaults) :]), node.defaults, strict=True
            )
        )
        for parameter in node.args:
            name = parameter.name
            value = self.value(defaults[name]) if name in defaults and name not in given else ()
            self.scope[name] = given.get(name, value)
        self.scope |= {name: () for name in ("caller", "varargs", "kwargs") if name not in self.scope.maps[0]}
        self.body(node.body)
        self._depth -= 1
        self.scope = before

    def _inside(self, statements: Sequence[nodes.Node], names: dict[str, Values] | None = None) -> None:
        """Walk statements whose names do not outlive them, and which may not be reached."""
        self.scope = self.scope.new_child(dict(names or {}))
        with self.uncertain():
            self.body(statements)
        self.scope = self.scope.parents

    def _output(self, node: nodes.Output) -> None:
        for child in node.nodes:
            values = self.value(child)
            if child.lineno in self._printed:
                self.note(values, How.PRINT, child.lineno)
                self.feed(values, child.lineno)

    def _if(self, node: nodes.If) -> None:
        made = [self._branch(branch.body, branch.test) for branch in (node, *node.elif_)]
        made.append(self._branch(node.else_, None))
        for name in dict.fromkeys(name for names in made for name in names):
            before = self.scope.get(name)
            found = [names.get(name, before) for names in made]
            macro = next((each for each in found if isinstance(each, Macro)), None)
            values = [each for each in found if isinstance(each, tuple)]
            self.scope[name] = macro or joined(*values)

    def _branch(self, body: Sequence[nodes.Node], test: nodes.Node | None) -> dict[str, Values | Macro]:
        """Walk one branch of a condition; the names that it sets."""
        if test is not None:
            self.note(self.value(test), How.TEST, test.lineno)
        self.scope = self.scope.new_child()
        with self.uncertain():
            self.body(body)
        names = dict(self.scope.maps[0])
        self.scope = self.scope.parents
        return names

    def _for(self, node: nodes.For) -> None:
        values = self.value(node.iter)
        self.note(values, How.LOOP, node.iter.lineno)
        self.feed(tuple(v for v in values if isinstance(v, At)), node.iter.lineno)
        self.scope = self.scope.new_child({"loop": ()})
        self._bind(node.target, items(values))
        if node.test is not None:
            with self.uncertain():
                self.note(self.value(node.test), How.TEST, node.test.lineno)
        self._inside(node.body)
        self.scope = self.scope.parents
        self._inside(node.else_)

    def _bind(self, target: nodes.Node, values: Values) -> None:
        if isinstance(target, nodes.Name):
            self.scope[target.name] = values
        elif isinstance(target, nodes.Tuple):
            for index, part in enumerate(target.items):
                picked = [dict(v.members).get(str(index), ()) for v in values if isinstance(v, Parts)]
                rest = items(tuple(v for v in values if not isinstance(v, Parts)))
                self._bind(part, joined(*picked, rest))

    def _assign(self, node: nodes.Assign) -> None:
        self._bind(node.target, self.value(node.node))

    def _assign_block(self, node: nodes.AssignBlock) -> None:
        self._inside(node.body)
        self._bind(node.target, ())

    def _macro(self, node: nodes.Macro) -> None:
        macro = Macro(node, self.scope)
        self.scope[node.name] = self._macros[node] = macro

    def _call_block(self, node: nodes.CallBlock) -> None:
        self.value(node.call)
        self._inside(node.body, {parameter.name: () for parameter in node.args})

    def _filter_block(self, node: nodes.FilterBlock) -> None:
        self.value(node.filter)
        self.body(node.body)

    def _with(self, node: nodes.With) -> None:
        values = [self.value(value) for value in node.values]
        self.scope = self.scope.new_child()
        for target, value in zip(node.targets, values, strict=True):
            self._bind(target, value)
        self.body(node.body)
        self.scope = self.scope.parents


_WALKERS: dict[type[nodes.Node], Callable[..., None]] = {
    nodes.Output: _Walk._output,
    nodes.If: _Walk._if,
    nodes.For: _Walk._for,
    nodes.Assign: _Walk._assign,
    nodes.AssignBlock: _Walk._assign_block,
    nodes.Macro: _Walk._macro,
    nodes.CallBlock: _Walk._call_block,
    nodes.FilterBlock: _Walk._filter_block,
    nodes.With: _Walk._with,
}
