"""`styrmodell plugin new`: what it writes, what it refuses, and in which words."""

from pathlib import Path

import pytest

from styrmodell.cli.main import run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*args: str) -> int:
    return run(["plugin", "new", *args, "--lang", "sv"])


def test_it_lists_what_it_wrote_and_says_how_to_go_on(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("exempeldalen", "--title", "Region Exempeldalen") == 0
    told = capsys.readouterr()
    assert all((here / line).is_file() for line in told.out.splitlines())
    assert len(told.out.splitlines()) == sum(path.is_file() for path in here.rglob("*"))
    assert "Gå vidare: cd styrmodell-exempeldalen" in told.err


def test_the_folder_may_be_another(here: Path) -> None:
    assert new("exempeldalen", "--out", "en mapp/å") == 0
    assert (here / "en mapp" / "å" / "pyproject.toml").exists()


def test_it_touches_no_network(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert new("exempeldalen") == 0


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("Exempeldalen",), "skriv små bokstäver a–z"),
        (("åsdalen",), "å, ä och ö hör hemma i --title"),
        (("generic",), "är upptaget av styrmodell"),
        (("con",), "eller av Windows"),
        (("exempeldalen", "--title", 'Region "X"'), "utan citattecken"),
        ((), "argumentet NAMN saknas"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(
    here: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], told: str
) -> None:
    assert new(*args) == 2
    assert told in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_folder_that_is_there_ends_with_4(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "styrmodell-exempeldalen").mkdir()
    assert new("exempeldalen") == 4
    assert "finns redan" in capsys.readouterr().err


def test_help_is_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plugin", "--help"]) == 0
    assert "Kommandon" in capsys.readouterr().out
    assert run(["plugin", "new", "--help"]) == 0
    assert "Inget hämtas från nätet" in capsys.readouterr().out
