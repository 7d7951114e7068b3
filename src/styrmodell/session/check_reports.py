"""What only shows when the figures are computed: plugin checks, stated figures, statuses, the cells of the reports."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from styrmodell.aggregation.matching import check_matching
from styrmodell.aggregation.order_check import check_order
from styrmodell.aggregation.stated import check_stated
from styrmodell.errors import RenderError
from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import near_names
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.listening import listening
from styrmodell.plugins.registry import Registry
from styrmodell.report.codes import UNKNOWN_REPORT
from styrmodell.report.printed import printed_nowhere
from styrmodell.session.plugin_call import call_plugin, not_built, printed, require_findings, rule_faults
from styrmodell.session.plugin_master import require_master
from styrmodell.session.publish import Publisher
from styrmodell.session.savings import check_savings
from styrmodell.session.standing import StatusInquiry, check_standing, make_judge
from styrmodell.source import Source


def check_reports(publisher: Publisher, reports: Iterable[str]) -> Findings:
    """Compute what the reports with these keys print, and tell what is doubtful."""
    keys, seen = tuple(reports), set[str]()
    cells = tuple(_check_report(publisher, key, seen) for key in keys)
    return Findings.gather(
        _plugin_checks(publisher),
        check_order(publisher.evaluator.index),
        check_matching(publisher.evaluator.index),
        *(one for check in _computed(publisher) for one in rule_faults(publisher.registry, check, Findings())),
        *cells,
        printed_nowhere(publisher.plan.printed, keys, publisher.registry.reports, seen),
    )


def _computed(publisher: Publisher) -> Iterator[Callable[[], Findings]]:
    """The checks that compute figures, whatever the reports print."""
    evaluator = publisher.evaluator
    yield lambda: Findings(check_stated(evaluator))
    yield lambda: Findings(check_savings(evaluator))
    yield lambda: Findings(check_standing(StatusInquiry(plan=publisher.plan, judge=make_judge(evaluator))))


def unknown_reports(registry: Registry, included: Iterable[str]) -> Findings:
    """SM402 for every key of *included* that nobody offers."""
    source = Source(file="styrmodell.toml", place="reports.include")
    known = registry.reports
    unknown = (key for key in included if key not in known)
    return Findings(UNKNOWN_REPORT.at(source, name=key, near=near_names(key, known)) for key in unknown)


def _plugin_checks(publisher: Publisher) -> Iterator[Finding]:
    plan = publisher.plan
    if not publisher.has_unit(plan.unit_id):
        return
    for check in publisher.registry.checks.values():
        yield from _plugin_check(publisher, check)


def _plugin_check(publisher: Publisher, check: Check) -> Findings:
    registry, plan = publisher.registry, publisher.plan
    found: Iterable[Finding]
    with listening() as heard:
        try:
            context = publisher.context(check.key, plan.unit_id, plan.period)
            found = call_plugin(registry, check.key, lambda: require_findings(check.run(context)))
        except RenderError as error:  # the rest is checked
            found = (not_built(registry, check.key, error),)
    return Findings.gather(found, printed(registry, check.key, heard.text))


def _check_report(publisher: Publisher, key: str, seen: set[str]) -> Findings:
    """What is doubtful in all documents of a report; the ids of their cells are added to *seen*."""
    with listening() as heard:
        try:
            found = _report_findings(publisher, key, seen)
        except RenderError as error:
            found = Findings((not_built(publisher.registry, key, error),))
    return Findings.gather(found, _master_fault(publisher, key), printed(publisher.registry, key, heard.text))


def _master_fault(publisher: Publisher, key: str) -> Findings:
    """SM401 in render's words where the Word master that the report's plugin names is not in its package."""
    if key in publisher.masters:  # the workspace's own is filled in place of it
        return Findings()
    try:
        require_master(publisher.spec(key))
    except RenderError as error:
        return Findings((not_built(publisher.registry, key, error),))
    return Findings()


def _report_findings(publisher: Publisher, key: str, seen: set[str]) -> Findings:
    spec = publisher.spec(key)
    pairs = [pair for pair in publisher.instances(spec) if publisher.has_unit(pair[0])]
    documents = [publisher.document(spec, unit, period) for unit, period in pairs]
    cells = (call_plugin(publisher.registry, key, document.cells) for document in documents)
    seen.update(cell.id for some in cells for cell in some)
    doubtful = (partial(publisher.doubtful, document, key) for document in documents)
    return Findings.gather(*(call_plugin(publisher.registry, key, ask) for ask in doubtful))
