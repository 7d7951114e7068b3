"""Sessions: python -m nox [-s NAME]. Without -s: tests, lint and types.

Tests run against built wheels in an environment of their own, never against src/.
Nothing here needs a shell, so that the sessions work on Windows too. They stand in one file, since nox reads one; what
a session does beyond installing and starting is a script of its own.
"""

import os
import shutil
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
PLUGINS = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
# What people copy, and what a reader of the documentation made.
SKELETONS = [ROOT / "templates" / "plugin", *sorted((ROOT / "docs" / "examples").glob("styrmodell-*"))]
GROUPS = nox.project.load_toml(ROOT / "pyproject.toml")
# A PYTHONPATH from outside would let src/ in again.
CLEAN = {"PYTHONPATH": None, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
# What a machine without a network has: no index, and nothing that this machine's settings would add.
OFFLINE = {**CLEAN, "PIP_FIND_LINKS": None, "PIP_INDEX_URL": None, "PIP_CONFIG_FILE": os.devnull}
PYTEST = ("pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT))

# A module's tests stay together, so that what they share is made once.
# In the order of their folders: sorted by number of tests, the modules with few and slow ones would come last.
PARALLEL = ("-n", "auto", "--dist", "loadscope", "--no-loadscope-reorder")

# Project → its wheel. The sessions of one run look at the same files: what one has built does for the others.
WHEELS: dict[Path, str] = {}

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests", "lint", "types"]
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_existing_virtualenvs = False
nox.options.error_on_missing_interpreters = True


def group(name: str) -> list[str]:
    """The requirements of one dependency group of pyproject.toml."""
    return list(nox.project.dependency_groups(GROUPS, name))


def build_wheels(session: nox.Session, *projects: Path) -> list[str]:
    """Build a wheel of each project, once for all sessions of a run, and return their paths."""
    for project in projects:
        if project not in WHEELS:
            folder = Path(session.cache_dir) / "wheels" / f"{len(WHEELS)}"
            shutil.rmtree(folder, ignore_errors=True)
            pip = ("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder))
            session.run(*pip, str(project), env=CLEAN)
            (WHEELS[project],) = map(str, folder.glob("*.whl"))
    return [WHEELS[project] for project in projects]


def build_wheelhouse(session: nox.Session) -> Path:
    """Every wheel that running needs: the core with its extra for the command line, the plugins, what they ask for."""
    folder = Path(session.create_tmp()) / "wheelhouse"
    shutil.rmtree(folder, ignore_errors=True)
    projects = (f"{ROOT}[cli]", *map(str, PLUGINS))
    session.run("python", "-m", "pip", "wheel", "--quiet", "--wheel-dir", str(folder), *projects, env=CLEAN)
    return folder


def run_time_python(session: nox.Session, house: Path) -> str:
    """The Python of a new environment with what is in *house* and nothing else, not even pip."""
    folder = Path(session.create_tmp()) / "run-time"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "venv", "--without-pip", str(folder), env=CLEAN)
    pip = ("python", "-m", "pip", "--python", str(folder), "install", "--quiet")
    wanted = ("styrmodell[cli]", *(plugin.name for plugin in PLUGINS))
    session.run(*pip, "--no-index", "--find-links", str(house), *wanted, env=OFFLINE)
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def install_wheels(session: nox.Session, *projects: Path, groups: tuple[str, ...] = ()) -> None:
    """Install the built wheels of *projects* and the given groups."""
    wanted = [requirement for name in groups for requirement in group(name)]
    session.install(*build_wheels(session, *projects), *wanted, env=CLEAN)


def require_wheel(session: nox.Session) -> None:
    """Stop when the tests would see the source tree instead of the installed wheel."""
    code = (
        "import pathlib, sys, styrmodell; "
        "here = pathlib.Path(styrmodell.__file__).resolve(); "
        "sys.exit(None if pathlib.Path(sys.prefix).resolve() in here.parents else f'not the wheel: {here}')"
    )
    session.run("python", "-c", code, env=CLEAN, silent=True)


def require_documents(session: nox.Session, folder: Path, name: str) -> None:
    """Stop when *folder* lacks a document called *name* in one of the formats."""
    lacking = [form for form in ("docx", "xlsx", "html") if not any(folder.glob(f"{name}.{form}"))]
    if lacking:
        session.error(f"not rendered: {', '.join(lacking)}")


def run_core_tests(session: nox.Session, *args: str) -> None:
    """Run the tests of the core, benchmarks left out."""
    require_wheel(session)
    session.run(*PYTEST, *PARALLEL, "--ignore=tests/benchmarks", *(args or ("tests",)), env=CLEAN)


@nox.session
def tests(session: nox.Session) -> None:
    """Tests of the core with every plugin installed. Arguments after -- go to pytest."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    run_core_tests(session, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff: faults and format."""
    session.install(*group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Mypy, strict: the core, every plugin and the typing tests."""
    install_wheels(session, ROOT, groups=("types",))
    folders = [ROOT / "src", *(plugin / "src" for plugin in (*PLUGINS, *SKELETONS)), ROOT / "tests" / "typing"]
    paths = [str(path.relative_to(ROOT)) for path in folders if path.is_dir()]
    session.run("mypy", "--strict", *paths, env=CLEAN)


# Tests of the core that see which plugins are installed. All of them: nox -s plugins -- tests
ALONE = (
    *("tests/plugins", "tests/test_example_plugins.py"),
    *("tests/cli/test_main.py", "tests/cli/test_plugin.py", "tests/cli/test_template.py"),
)


@nox.session
def plugins(session: nox.Session) -> None:
    """Each plugin alone with the core: its own tests, and what in the core depends on which plugins there are."""
    install_wheels(session, ROOT, groups=("test",))
    require_wheel(session)
    for plugin in PLUGINS:
        session.install(*build_wheels(session, plugin), env=CLEAN)
        session.run(*PYTEST, *PARALLEL, str(plugin / "tests"), env=CLEAN)
        if len(PLUGINS) > 1:  # with one plugin the session tests has run them
            run_core_tests(session, *session.posargs or ALONE)
        session.run("python", "-m", "pip", "uninstall", "--quiet", "--yes", plugin.name, env=CLEAN)


@nox.session
def new_plugin(session: nox.Session) -> None:
    """A new plugin: begun by the command, built, installed with the core alone, its tests run, its example rendered."""
    (core,) = build_wheels(session, ROOT)
    session.install(f"{core}[testing]", env=CLEAN)
    folder = Path(session.create_tmp()) / "styrmodell-exempeldalen"
    shutil.rmtree(folder, ignore_errors=True)
    styrmodell = ("python", "-m", "styrmodell")
    session.run(*styrmodell, "plugin", "new", "exempeldalen", "--out", str(folder), env=CLEAN)
    session.install(*build_wheels(session, folder), env=CLEAN)
    require_wheel(session)
    session.run("pytest", "-q", "-c", str(folder / "pyproject.toml"), str(folder / "tests"), env=CLEAN)
    session.run(*styrmodell, "check", str(folder / "exempel"), "--strict", env=CLEAN)
    session.run(*styrmodell, "render", str(folder / "exempel"), "--out", str(folder / "ut"), env=CLEAN)
    require_documents(session, folder / "ut", "exempeldalen.*")


@nox.session
def docs(session: nox.Session) -> None:
    """Sphinx; every warning is an error. The pages and their pictures come in the session's temporary folder."""
    install_wheels(session, ROOT, *PLUGINS, groups=("docs",))
    out = Path(session.create_tmp()) / "html"
    session.run("sphinx-build", "-W", "--keep-going", "-E", "-q", "-b", "html", "docs", str(out), env=CLEAN)
    session.log(f"{out / 'index.html'}")


@nox.session
def build(session: nox.Session) -> None:
    """Wheel and sdist of the core and every plugin, and what must and must not be in them."""
    session.install(*group("build"), *GROUPS["build-system"]["requires"])
    for project in (ROOT, *PLUGINS):
        out = Path(session.create_tmp()) / "dist" / project.name
        for old in out.glob("*"):
            old.unlink()
        into = ("python", "-m", "build", "--no-isolation", "--outdir", str(out))
        session.run(*into, str(project), env=CLEAN, silent=True)
        session.run("python", "tests/supply/contents.py", str(project), str(out), env=CLEAN)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measurements: each step against the plain way, as a ratio in one run. Arguments after -- go to pytest."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    require_wheel(session)
    session.run(*PYTEST, *(session.posargs or ("tests/benchmarks",)), env=CLEAN)


@nox.session
def faults(session: nox.Session) -> None:
    """Killed, a full disk, a file held open: at every point of every command that writes. After -- the arguments."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    require_wheel(session)
    session.run("python", "tests/faults/run.py", *session.posargs, env=CLEAN)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Spoiled files to every reader, about three minutes. Arguments after -- go to tests/fuzz/run.py."""
    install_wheels(session, ROOT, *PLUGINS)
    require_wheel(session)
    session.run("python", "tests/fuzz/run.py", *(session.posargs or ("--count", "3000", "--jobs", "2")), env=CLEAN)


@nox.session
def hostile(session: nox.Session) -> None:
    """Hostile files, the heavy ones too: as large as may be, within bounds. Arguments after -- go to pytest."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    require_wheel(session)
    session.run(*PYTEST, *(session.posargs or ("tests/hostile", "tests/hostile/heavy")), env=CLEAN)


@nox.session
def fuzz_laws(session: nox.Session) -> None:
    """Random objects, texts, tables and forms through the commands. After -- the examples for each law, else 60."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    require_wheel(session)
    examples = session.posargs[0] if session.posargs else "60"
    slowly = ("-n", "auto", "-o", "faulthandler_timeout=3600")  # each law by itself, and each takes minutes
    session.run(*PYTEST, *slowly, "tests/fuzz/laws", env={**CLEAN, "STYRMODELL_FUZZ_EXAMPLES": examples})


@nox.session
def atheris(session: nox.Session) -> None:
    """Readers and parsers fuzzed by coverage, a minute each. Arguments after -- go to tests/fuzz/coverage/run.py."""
    install_wheels(session, ROOT, *PLUGINS, groups=("atheris",))
    require_wheel(session)
    kept = Path(session.create_tmp()) / "inputs"  # the next run goes on from what this one found
    session.run("python", "tests/fuzz/coverage/run.py", "--folder", str(kept), *session.posargs, env=CLEAN)


@nox.session
def mutation(session: nox.Session) -> None:
    """Small faults put into the code, which the tests should see. Arguments after -- go to tests/mutation/run.py."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test", "mutation"))
    folder = Path(session.create_tmp()) / "mutants"
    guard = {**CLEAN, "STYRMODELL_CI": "1"}  # the same random examples each time
    session.run("python", "tests/mutation/run.py", "--folder", str(folder), *session.posargs, env=guard)


@nox.session
def load(session: nox.Session) -> None:
    """7.2 million figures and three smaller sizes, checked and rendered: growth is judged, time is told. 12 minutes.

    Arguments after -- go to tests/load/run.py.
    """
    install_wheels(session, ROOT, *PLUGINS)
    require_wheel(session)
    session.run("python", "tests/load/run.py", *session.posargs, env=CLEAN)


# What reads, computes and writes, and an example of each region: what other versions of what it rests on could break.
SUPPORTED = (
    *("tests/model", "tests/io", "tests/aggregation/test_evaluate_laws.py", "tests/report", "tests/session"),
    *("tests/test_example_documents.py", "tests/test_golden_dalarna_styrkort.py"),
    "tests/test_golden_jamtland_harjedalen.py",
)


@nox.session
def lowest(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows, of all that a user gets. Arguments after -- go to pytest."""
    file = Path(session.create_tmp()) / "lowest.txt"
    session.run("python", "tests/supply/bounds.py", str(file), env=CLEAN)
    session.install("-c", str(file), *build_wheels(session, ROOT, *PLUGINS), *group("test"), "rich", env=CLEAN)
    session.run("python", "-m", "pip", "check", env=CLEAN)
    run_core_tests(session, *(session.posargs or SUPPORTED))


@nox.session
def newest(session: nox.Session) -> None:
    """The newest stable versions, also of what others ask for. Arguments after -- go to pytest."""
    wanted = (*build_wheels(session, ROOT, *PLUGINS), *group("test"), "rich")
    session.install("--upgrade", "--upgrade-strategy", "eager", *wanted, env=CLEAN)
    session.run("python", "-m", "pip", "check", env=CLEAN)
    run_core_tests(session, *(session.posargs or SUPPORTED))


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def pythons(session: nox.Session) -> None:
    """The same on each Python that is supported, of those that this machine has: nox -s pythons-3.13."""
    install_wheels(session, ROOT, *PLUGINS, groups=("test",))
    run_core_tests(session, *(session.posargs or SUPPORTED))


@nox.session
def audit(session: nox.Session) -> None:
    """Known vulnerabilities in what a user gets. Needs the network; what cannot be looked up is a fault."""
    python = run_time_python(session, build_wheelhouse(session))
    file = Path(session.create_tmp()) / "pins.txt"
    session.run(python, "tests/supply/pins.py", str(file), external=True, env=CLEAN)
    session.install(*group("audit"), env=CLEAN)
    # Without --strict a package that the service does not answer for is passed over, and the session green.
    session.run("pip-audit", "--strict", "--no-deps", "--disable-pip", "-r", str(file), env=CLEAN)


@nox.session
def wheelhouse(session: nox.Session) -> None:
    """A folder of wheels to install from without a network, tried in an empty environment."""
    house = build_wheelhouse(session)
    python = run_time_python(session, house)
    out = Path(session.create_tmp()) / "ut"
    shutil.rmtree(out, ignore_errors=True)
    session.run(python, "-m", "styrmodell", "render", "examples/galleri", "--out", str(out), external=True, env=CLEAN)
    require_documents(session, out, "*")
    sizes = [wheel.stat().st_size for wheel in house.glob("*.whl")]
    session.log(f"{house}: {len(sizes)} wheels, {sum(sizes) / 1e6:.1f} MB")


@nox.session
def sbom(session: nox.Session) -> None:
    """What a user gets, as CycloneDX in JSON: the core, every plugin and what they ask for; no time, no random id."""
    python = run_time_python(session, build_wheelhouse(session))
    session.install(*group("sbom"), env=CLEAN)
    out = Path(session.create_tmp()) / "styrmodell.cdx.json"
    options = ("--output-reproducible", "--output-format", "JSON", "--output-file", str(out))
    session.run("cyclonedx-py", "environment", *options, python, env=CLEAN)
    session.log(f"{out}")


@nox.session
def licences(session: nox.Session) -> None:
    """Every licence of what a user gets is allowed, and docs/reference/licenser.md says it. -- --write renews it."""
    python = run_time_python(session, build_wheelhouse(session))
    session.run(python, "tests/licences.py", *session.posargs, external=True, env=CLEAN)


@nox.session
def reuse(session: nox.Session) -> None:
    """REUSE: every file has a licence and a holder, and every licence its text."""
    session.install(*group("reuse"), env=CLEAN)
    session.run("reuse", "lint", env=CLEAN)
