"""Which exceptions a function can raise: those of its own `raise` and of all that it calls in our own code.

Read from the source and not tried: a call is followed where its name, its class or the type of what it is called on
is told by an import or an annotation. What is caught on the way is not raised. A function given to another function
is not followed, and neither is what third-party code raises.
"""

import ast
import builtins
import inspect
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import FunctionType
from typing import Any, get_type_hints

from attrs import evolve, fields, frozen, has
from tests.test_api import is_own, members

from styrmodell.errors import StyrmodellError
from styrmodell.io.problems import BadValueError

Errors = frozenset[type[BaseException]]
# BadValueError never leaves the floor of reading: it becomes a finding there.
_NEVER_TOLD = (NotImplementedError, AssertionError, BadValueError)


@frozen(kw_only=True)
class Asked:
    """A function, asked of an object of *owner* where it is a method."""

    function: FunctionType
    owner: type | None = None


@frozen(kw_only=True)
class Way:
    """One way out of a function: an exception that it raises, or what it calls, which may raise.

    Attributes:
        makes: Whether the call makes an object.
        caught: The exceptions that do not come out this way.
    """

    what: type[BaseException] | Asked
    makes: bool = False
    caught: tuple[type[BaseException], ...] = ()


@cache
def raised(function: FunctionType, owner: type | None = None) -> Errors:
    """The exceptions that *function* can raise, called on an object of *owner*.

    Our own are followed as far as the calls go. Python's (ValueError and so on), which tell of wrong use, are those of
    the function and of what it calls itself: deeper down they are our own mistakes, and no part of what is promised.
    """
    asked = Asked(function=function, owner=owner)
    own = {error for error in _errors(asked, {}) if issubclass(error, StyrmodellError)}
    return frozenset(own | _errors(asked, {}, deepest=1))


def _errors(asked: Asked, known: dict[Asked, Errors], deepest: int | None = None) -> Errors:
    """What *asked* can raise, at most *deepest* calls down; *known* has what is being followed, as yet empty."""
    if asked in known:
        return known[asked]
    known[asked] = frozenset()
    found: set[type[BaseException]] = set()
    for way in ways(asked):
        if not isinstance(way.what, Asked):
            errors: Errors = frozenset({way.what})
        elif deepest is None:
            errors = _errors(way.what, known)
        else:  # what it makes, it makes rightly
            errors = _errors(way.what, {}, deepest - 1) if deepest and not way.makes else frozenset()
        found |= {one for one in errors if not issubclass(one, (*way.caught, *_NEVER_TOLD))}
    known[asked] = frozenset(found)
    return known[asked]


@cache
def ways(asked: Asked) -> tuple[Way, ...]:
    """The ways out of a function itself."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(asked.function))).body[0]
    except OSError:  # written by attrs
        return ()
    if not isinstance(body, ast.FunctionDef):
        return ()
    return tuple(_Walk(asked=asked, assigned=dict(_assigned(body))).of(body.body))


def _assigned(body: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(body):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.NamedExpr):
            yield node.target.id, node.value


@frozen(kw_only=True)
class _Walk:
    """The ways out of one function's source.

    Attributes:
        assigned: Name → what it was last assigned, of the function's own names.
    """

    asked: Asked
    assigned: Mapping[str, ast.expr]

    def of(self, nodes: Iterable[ast.AST]) -> Iterator[Way]:
        for node in nodes:
            yield from self._at(node)

    def _at(self, node: ast.AST) -> Iterator[Way]:
        if isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            return
        if isinstance(node, ast.Try):
            caught = [handler.type or ast.Name(id="BaseException") for handler in node.handlers]
            yield from self._less(node.body, self._kinds(caught))
            yield from self.of([*node.handlers, *node.orelse, *node.finalbody])
            return
        if isinstance(node, ast.With):
            calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
            hidden = [one for call in calls if ast.unparse(call.func) == "suppress" for one in call.args]
            yield from self._less(node.body, self._kinds(hidden))
            yield from self.of([item.context_expr for item in node.items])
            return
        yield from self.of(ast.iter_child_nodes(node))
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield from self._raised(node.exc)
        elif isinstance(node, ast.Call):
            yield from self._called(node.func)
        elif isinstance(node, ast.Attribute):
            yield from self._got(node)

    def _less(self, nodes: Iterable[ast.AST], caught: tuple[type[BaseException], ...]) -> Iterator[Way]:
        return (evolve(way, caught=(*way.caught, *caught)) for way in self.of(nodes))

    def _kinds(self, nodes: Iterable[ast.expr]) -> tuple[type[BaseException], ...]:
        named = [one for node in nodes for one in (node.elts if isinstance(node, ast.Tuple) else [node])]
        things = [self._thing(one) for one in named]
        flat = [one for thing in things for one in (thing if isinstance(thing, tuple) else (thing,))]
        return tuple(one for one in flat if inspect.isclass(one))

    def _raised(self, node: ast.expr) -> Iterator[Way]:
        """What stands after raise: a class, a call of one, or of a function that makes one."""
        thing = self._thing(node.func if isinstance(node, ast.Call) else node)
        kind = hints(thing).get("return") if inspect.isfunction(thing) else thing
        if inspect.isclass(kind) and issubclass(kind, BaseException):
            yield Way(what=kind)

    def _called(self, node: ast.expr) -> Iterator[Way]:
        thing = self._thing(node)
        if inspect.isclass(thing) and is_own(thing):
            yield from (Way(what=Asked(function=made, owner=thing), makes=True) for made in made_by(thing))
        else:
            yield from _follow(thing, self._before(node) if isinstance(node, ast.Attribute) else None)

    def _got(self, node: ast.Attribute) -> Iterator[Way]:
        """Reading a property."""
        owner = self._kind_of(node.value)
        member = member_of(owner, node.attr) if owner else None
        if isinstance(member, property):
            yield from _follow(member.fget, owner)

    def _thing(self, node: ast.expr) -> Any:
        """What a name stands for: a class or function of its module, or a member of what stands before the dot."""
        if isinstance(node, ast.Name):
            if node.id == "cls" and self.asked.owner:
                return self.asked.owner
            return self.asked.function.__globals__.get(node.id, getattr(builtins, node.id, None))
        if not isinstance(node, ast.Attribute):
            return None
        if above := self._before(node):
            return member_of(above, node.attr)
        module = self._thing(node.value)
        return getattr(module, node.attr, None) if inspect.ismodule(module) else None

    def _before(self, node: ast.Attribute) -> type | None:
        """The class before the dot, or that of what stands there."""
        named = self._thing(node.value)
        return self._kind_of(node.value) or (named if inspect.isclass(named) else None)

    def _kind_of(self, node: ast.expr) -> type | None:
        """The class of what *node* gives, where annotations tell it."""
        kind: Any = None
        if isinstance(node, ast.Name):
            if node.id in self.assigned:
                less = {name: value for name, value in self.assigned.items() if name != node.id}
                return evolve(self, assigned=less)._kind_of(self.assigned[node.id])
            kind = self.asked.owner if node.id == "self" else hints(self.asked.function).get(node.id)
        elif isinstance(node, ast.Call):
            made = self._thing(node.func)
            kind = made if inspect.isclass(made) else hints(getattr(made, "__func__", made)).get("return")
        elif isinstance(node, ast.Attribute) and (above := self._kind_of(node.value)):
            member = member_of(above, node.attr)
            typed = {one.name: one.type for one in fields(above)} if has(above) else {}
            kind = hints(member.fget).get("return") if isinstance(member, property) else typed.get(node.attr)
        return kind if inspect.isclass(kind) and is_own(kind) else None


def _follow(thing: object, owner: type | None) -> Iterator[Way]:
    function: Any = getattr(thing, "__func__", thing)  # a class or static method's
    function = inspect.unwrap(function) if callable(function) else None
    if isinstance(function, FunctionType) and is_own(function):
        yield Way(what=Asked(function=function, owner=owner))


@cache
def member_of(owner: type, name: str) -> object:
    """What *owner* has by that name; a cached property as a property."""
    member = members(owner).get(name, inspect.getattr_static(owner, name, None))
    return property(member.func) if isinstance(member, cached_property) else member


@cache
def made_by(cls: type) -> tuple[FunctionType, ...]:
    """What runs when an object of *cls* is made, but the door that every number enters by (model/number.py)."""
    after = member_of(cls, "__attrs_post_init__" if has(cls) else "__init__")
    checks = (one.validator for one in (fields(cls) if has(cls) else ()))
    return tuple(made for made in (after, *checks) if isinstance(made, FunctionType))


@cache
def hints(function: Any) -> dict[str, Any]:
    """The types that annotations tell; none of what has none."""
    try:
        return get_type_hints(function)
    except (NameError, TypeError):
        return {}
