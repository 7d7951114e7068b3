"""The benchmarks by name, in the order of a run: loading, folding, writing, all of it."""

from collections.abc import Callable, Iterator

from tests.benchmarks.run_csv import run_csv
from tests.benchmarks.run_excel import run_excel
from tests.benchmarks.run_explain import run_explain
from tests.benchmarks.run_fold import run_asked, run_fold, run_growth
from tests.benchmarks.run_internal import run_internal
from tests.benchmarks.run_json import run_json
from tests.benchmarks.run_memory import run_memory
from tests.benchmarks.run_pipeline import run_pipeline
from tests.benchmarks.run_plain_book import run_plain_book
from tests.benchmarks.run_start import run_start
from tests.benchmarks.run_svg import run_svg
from tests.benchmarks.run_word import run_activities, run_html, run_word
from tests.benchmarks.run_xlsx import run_xlsx
from tests.benchmarks.run_yaml import run_yaml
from tests.benchmarks.run_years import run_years
from tests.benchmarks.timing import Options, Row

BENCHMARKS: dict[str, Callable[[Options], Iterator[Row]]] = {
    "start": run_start,
    "csv": run_csv,
    "yaml": run_yaml,
    "json": run_json,
    "xlsx": run_xlsx,
    "fold": run_fold,
    "growth": run_growth,
    "memory": run_memory,
    "asked": run_asked,
    "explain": run_explain,
    "years": run_years,
    "internal": run_internal,
    "excel": run_excel,
    "plain": run_plain_book,
    "word": run_word,
    "activities": run_activities,
    "html": run_html,
    "svg": run_svg,
    "pipeline": run_pipeline,
}
