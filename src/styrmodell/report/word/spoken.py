"""What is read aloud in the place of a chart."""

from collections.abc import Iterator

from styrmodell.report.chart import Chart
from styrmodell.report.document import Document
from styrmodell.report.plot import Plot, Series, plot_of

_MOST = 40


def spoken_chart(chart: Chart, document: Document) -> str:
    """What *chart* shows; with its figures, unless they are many, where no table of *document* has them."""
    if all(table.id != chart.table.id for table in document.chart_tables()):
        return chart.alt
    plot = plot_of(chart)
    count = len(plot.steps) or len(plot.series) * len(plot.categories)
    return f"{chart.alt} {'; '.join(_figures(plot))}." if 0 < count <= _MOST else chart.alt


def _figures(plot: Plot) -> Iterator[str]:
    yield from (f"{step.name} {step.text}" for step in plot.steps)
    if not plot.steps:
        yield from (f"{one.name}: {', '.join(_points(plot, one))}" for one in plot.series)


def _points(plot: Plot, series: Series) -> Iterator[str]:
    yield from (f"{name} {point.text}" for name, point in zip(plot.categories, series.points, strict=True))
