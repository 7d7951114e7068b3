"""A whole plan → canonical JSON: equal plans give equal bytes, and what is read back is equal."""

from collections.abc import Iterable
from typing import Any

import attrs

from styrmodell.io.engines import orjson_engine
from styrmodell.io.json.mark import MARK
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.save.plain_tree import observation_tree, plain_tree
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile


def plan_json(plan: Plan, *, profile: Profile | None = None) -> bytes:
    """Write *plan* as a JSON document that read_json reads back as an equal plan.

    The keys are those of YAML files, in a fixed order, and only what differs from the default is written. Numbers
    are text with every digit, money in kr with income + and rates as shares of one, as "values": "model" says at the
    top. Observations stand one a line. Sources are left out.

    Args:
        profile: The workspace's own profile, where it has one.

    Returns:
        UTF-8 with LF, two spaces of indentation and one line break at the end.

    Raises:
        TextError: A text that no file can hold: control characters, half a surrogate pair, or a definition that is
            not read back.
        ValueError: Members or lists that name one thing twice.
    """
    lists = {key: found for key, _ in OBJECT_KINDS if (found := getattr(plan, key))}
    return document(head_of(plan), lists, plan.observations, profile)


def head_of(plan: Plan) -> PlanHead:
    """The part of *plan* that stands under the key plan."""
    return PlanHead(**{one.name: getattr(plan, one.name) for one in attrs.fields(PlanHead)})


def document(
    head: PlanHead | None,
    lists: dict[str, tuple[Any, ...]],
    observations: Iterable[Observation] = (),
    profile: Profile | None = None,
) -> bytes:
    """The document of what is given; *lists* has the keys of OBJECT_KINDS in their order."""
    tree: dict[str, Any] = dict(MARK)
    if head is not None:
        tree["plan"] = plain_tree(head)
    tree |= {key: [plain_tree(item) for item in items] for key, items in lists.items() if items}
    if profile is not None:
        tree["profile"] = plain_tree(profile)
    engine = orjson_engine()
    top: bytes = engine.dumps(tree, option=engine.OPT_INDENT_2)
    rows = b",\n".join(b"    " + engine.dumps(observation_tree(item)) for item in observations)
    body = b',\n  "observations": [\n' + rows + b"\n  ]" if rows else b""
    return top.removesuffix(b"\n}") + body + b"\n}\n"
