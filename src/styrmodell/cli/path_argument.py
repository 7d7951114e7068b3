"""The one door for paths: those that no command can read or write at are told before anything is done.

Without it each command would meet them in its own way, deep down, and each Python in another.
"""

import errno
import os
import re
import stat
from abc import ABC, abstractmethod
from pathlib import Path

import click
from click.core import ParameterSource

from styrmodell.cli.path_error import PathError, UnreadablePathError, UnwritablePathError
from styrmodell.finding import Text
from styrmodell.io.file_pattern import is_name
from styrmodell.session.shown_path import shown_path

_EMPTY = Text(
    sv="sökvägen är tom; ange en mapp eller fil, eller . för mappen du står i",
    en="the path is empty; give a folder or a file, or . for the folder you are in",
)
_STREAM = Text(
    sv="- är ingen sökväg: inget läses från standard in, och till standard ut skrivs det som visas utan --out;"
    " ange en mapp eller fil, eller ./- om den heter så",
    en="- is no path: nothing is read from standard input, and standard output gets what is shown without --out;"
    " give a folder or a file, or ./- if that is its name",
)
_HOME = Text(
    sv="~ har inte bytts ut mot hemmappen; skriv hela sökvägen, eller ./~ om mappen heter så",
    en="~ was not replaced by the home folder; write the whole path, or ./~ if that is the folder's name",
)
_WINDOWS = Text(
    sv="en sökväg som i Windows, och det här är inte Windows; skriv den som datorn skriver den, med /",
    en="a path as in Windows, and this is not Windows; write it as this computer does, with /",
)
_NO_NAME = Text(
    sv="namnet har styrtecken eller trasiga tecken; välj ett namn av bokstäver, siffror och skiljetecken",
    en="the name has control or broken characters; choose a name of letters, digits and punctuation",
)
_TOO_LONG = Text(
    sv="sökvägen är för lång; kontrollera den, eller välj en mapp eller ett namn med kortare sökväg",
    en="the path is too long; check it, or choose a folder or a name with a shorter path",
)
_ROUND = Text(
    sv="länken leder runt till sig själv; rätta länken, eller ange vad den ska leda till",
    en="the link leads round to itself; mend the link, or give what it should lead to",
)
_THROUGH_FILE = Text(
    sv="sökvägen går genom en fil; kontrollera den, och att varje led utom det sista är en mapp",
    en="the path goes through a file; check it, and that every part but the last is a folder",
)
_DEAD_LINK = Text(
    sv="länken leder till något som inte finns; rätta länken, eller välj en annan sökväg",
    en="the link leads to what is not there; mend the link, or choose another path",
)
_DENIED = Text(
    sv="åtkomst nekades; be den som äger mappen om rättigheter, eller välj en annan",
    en="access denied; ask the owner of the folder for permission, or choose another",
)
_GONE = Text(
    sv="mappen eller filen finns inte längre; gå till en mapp som finns och kör igen",
    en="the folder or file is no longer there; go to a folder that is, and run again",
)
_FAULTS = {
    errno.ENOENT: _GONE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ELOOP: _ROUND,
    errno.ENOTDIR: _THROUGH_FILE,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
}
_OTHER = Text(sv="{error}; kontrollera sökvägen, eller välj en annan", en="{error}; check the path, or choose another")
_A_FILE = Text(sv="är en fil, inte en mapp; välj en annan mapp", en="is a file, not a folder; choose another folder")
_A_FOLDER = Text(
    sv="är en mapp, inte en fil; lägg till filens namn efter mappens",
    en="is a folder, not a file; add the file's name after the folder's",
)
_NO_FILE = Text(sv="är ingen vanlig fil; välj en annan", en="is no ordinary file; choose another")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_HOME_PATH = re.compile(r"~(?:[\\/]|\Z)")
_MAX_NAME = 255  # what file systems take


class PathArgument(click.Path, ABC):
    """A path that somebody wrote, as a Path."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """*value* as a path.

        Raises:
            PathError: It is no path (wrong use), or one that cannot be read, or written at.
        """
        text = os.fspath(value)
        if _is_default(param, ctx):
            return Path(text)
        if not text.strip():
            raise PathError(_EMPTY)
        if text == "-":
            raise PathError(_STREAM)
        fault = self._fault(text)
        if fault is not None:
            raise fault
        return Path(text)

    @abstractmethod
    def _fault(self, text: str) -> PathError | None:
        """Why nothing can be done at *text*; None when it can be tried."""


def _is_default(param: click.Parameter | None, ctx: click.Context | None) -> bool:
    """Whether nobody wrote the value.

    Such a folder is often not written in at all; a command that does tells what stands in the way there.
    """
    if ctx is None or param is None or param.name is None:
        return False
    return ctx.get_parameter_source(param.name) is ParameterSource.DEFAULT


class ReadPath(PathArgument):
    """A path to something that is there.

    Args:
        missing: What to tell of a path where nothing is.
    """

    def __init__(self, missing: Text) -> None:
        super().__init__()
        self.missing = missing

    def _fault(self, text: str) -> PathError | None:
        found = _standing(text)
        if isinstance(found, Text):
            return UnreadablePathError(_about(text, found))
        if found is None:
            return UnreadablePathError(_about(text, _unusual(text) or self.missing))
        return None if os.access(text, _wanted(found)) else UnreadablePathError(_about(text, _DENIED))


def unreadable(path: Path, error: OSError) -> UnreadablePathError:
    """What *error*, met while *path* was read, is told as."""
    return UnreadablePathError(_about(error.filename if isinstance(error.filename, str) else str(path), _words(error)))


class PathToWrite(PathArgument):
    """A path to something that is there, or can be made."""

    def _fault(self, text: str) -> PathError | None:
        found = _standing(text)
        if found is None:
            found = _unusual(text) or _no_new_name(text)
        elif not isinstance(found, Text):
            found = self._unfit(found.st_mode)
        return None if found is None else UnwritablePathError(_about(text, found))

    @abstractmethod
    def _unfit(self, mode: int) -> Text | None:
        """Why what is there, of that *mode*, cannot be written in or over."""


class FolderToWrite(PathToWrite):
    """A folder to write in."""

    def _unfit(self, mode: int) -> Text | None:
        return None if stat.S_ISDIR(mode) else _A_FILE


class FileToWrite(PathToWrite):
    """A file to write."""

    def _unfit(self, mode: int) -> Text | None:
        if stat.S_ISREG(mode):
            return None
        return _A_FOLDER if stat.S_ISDIR(mode) else _NO_FILE  # a device or a pipe would be replaced by a file


def _about(text: str, fault: Text) -> Text:
    """*fault* after the path that it is about."""
    shown = shown_path(text)
    mark = "" if fault in (_A_FILE, _A_FOLDER, _NO_FILE) else ":"
    return Text(sv=f"{shown}{mark} {fault.sv}", en=f"{shown}{mark} {fault.en}")


def _standing(text: str) -> os.stat_result | Text | None:
    """What stands at *text*; None when nothing does, and a fault when nothing can be known or made there."""
    try:
        return Path(text).stat()
    except FileNotFoundError:
        return _on_the_way(text)
    except ValueError:  # a zero byte, or half a surrogate pair
        return _NO_NAME
    except OSError as error:
        return _words(error)


def _words(error: OSError) -> Text:
    words = error.strerror or type(error).__name__
    return _FAULTS.get(error.errno or 0) or Text(sv=_OTHER.sv.format(error=words), en=_OTHER.en.format(error=words))


def _on_the_way(text: str) -> Text | None:
    """What keeps anything from being made at *text*, where nothing is."""
    path = Path(text)
    if any(_length(part) > _MAX_NAME for part in path.parts):
        return _TOO_LONG
    first = next((place for place in (path, *path.parents) if os.path.lexists(place)), None)
    if first is None or first.is_dir():
        return None
    return _DEAD_LINK if first.is_symlink() else _THROUGH_FILE


def _length(name: str) -> int:
    """How long file systems find *name*: those of Windows count letters, others bytes."""
    return len(name if os.name == "nt" else os.fsencode(name))


def _unusual(text: str) -> Text | None:
    """What somebody meant who wrote a path to nothing in the way of another program."""
    if _HOME_PATH.match(text):
        return _HOME
    return _WINDOWS if os.name != "nt" and _WINDOWS_PATH.match(text) else None


def _no_new_name(text: str) -> Text | None:
    return None if is_name(text) else _NO_NAME


def _wanted(found: os.stat_result) -> int:
    """What one must be allowed, to read what was *found*."""
    return os.R_OK | os.X_OK if stat.S_ISDIR(found.st_mode) else os.R_OK
