"""Composing YAML with the place of every node, against libyaml's events alone."""

from collections.abc import Iterator
from typing import Any

import yaml
from tests.benchmarks.region import Rules, make_plan
from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same

from styrmodell.batch import paused_collector
from styrmodell.io.yaml_nodes import YamlTree, read_yaml_nodes
from styrmodell.model.observation import Observation

_COUNT = 10_000


def run_yaml(options: Options) -> Iterator[Row]:
    """10 000 records of seven fields."""
    plan = make_plan(_COUNT, Rules(sums=100, ratios=0, latest=100))
    text = "observations:\n" + "".join(map(_record, plan.observations))
    tree = _compose(text)
    require_same("YAML tree", tree.root, yaml.load(text, Loader=yaml.CBaseLoader))
    require_same("YAML marks", sum(map(len, tree.marks.values())), _count_marks(tree.root))
    require_same("YAML scalars", _count_scalars(tree.root), _count_events(text)[1])
    yield compare(
        "YAML 10k records with marks / bare events",
        1.5,
        make_variant(_compose, text),
        make_variant(_count_events, text),
        options,
        note=f"{len(text) / 1e6:.1f} MB",
    )


def _record(observation: Observation) -> str:
    return (
        f"  - unit: {observation.unit_id}\n    measure: {observation.measure_id}\n"
        f"    period: {observation.period.text}\n    kind: outcome\n    value: {observation.value}\n"
        f'    as_of: "{observation.as_of}"\n    by: ekonomichef\n'
    )


def _compose(text: str) -> YamlTree:
    tree, findings = read_yaml_nodes(text, "plan.yaml")
    require_same("findings", len(findings), 0)
    return tree


def _count_events(text: str) -> tuple[int, int]:
    """How many events, and how many of them scalars, libyaml gives; the collector paused, as ours does."""
    events = scalars = 0
    scalar = yaml.events.ScalarEvent
    with paused_collector():
        for event in iter(yaml.CSafeLoader(text).get_event, None):
            events += 1
            scalars += event.__class__ is scalar
    return events, scalars


def _count_scalars(node: Any) -> int:
    if isinstance(node, dict):
        return len(node) + sum(map(_count_scalars, node.values()))
    return sum(map(_count_scalars, node)) if isinstance(node, list) else 1


def _count_marks(node: Any) -> int:
    if isinstance(node, dict):
        return 2 * len(node) + sum(map(_count_marks, node.values()))
    return len(node) + sum(map(_count_marks, node)) if isinstance(node, list) else 0
