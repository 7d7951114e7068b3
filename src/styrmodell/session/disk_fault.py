"""What is told when a file cannot be written: what happened, and what to do about it."""

import errno

from attrs import frozen

from styrmodell.finding import Finding, Text
from styrmodell.report.codes import NOT_WRITTEN
from styrmodell.session.hold import BusyError
from styrmodell.session.shown_path import shown_path
from styrmodell.source import Source


@frozen
class DiskFault:
    """A fault in words.

    Attributes:
        found: What happened.
        do: What to do about it.
    """

    found: Text
    do: Text


_CLOSE = Text(
    sv="stäng filen i Excel eller Word, eller välj en annan mapp med --out; den gamla filen är orörd",
    en="close the file in Excel or Word, or choose another folder with --out; the old file is untouched",
)
_OTHER_FOLDER = Text(
    sv="välj en annan mapp; det som fanns är orört", en="choose another folder; what was there is untouched"
)
_ROOM = Text(
    sv="frigör utrymme, eller välj en mapp på en annan disk, och kör igen; det som fanns är orört",
    en="free some space, or choose a folder on another disk, and run again; what was there is untouched",
)
_SHORTER = Text(
    sv="välj en mapp eller ett filnamn med kortare sökväg", en="choose a folder or a file name with a shorter path"
)
_FULL = DiskFault(Text(sv="disken är full", en="the disk is full"), _ROOM)
_DENIED = DiskFault(
    Text(
        sv="åtkomst nekades: filen är öppen i ett annat program, eller mappen är skrivskyddad",
        en="access denied: the file is open in another program, or the folder is read-only",
    ),
    _CLOSE,
)
_IN_THE_WAY = DiskFault(
    Text(sv="det finns redan en fil eller länk där mappen skulle vara", en="a file or a link is where the folder goes"),
    _OTHER_FOLDER,
)
_FAULTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: DiskFault(Text(sv="utrymmet på disken är slut", en="the quota of the disk is used up"), _ROOM),
    errno.EFBIG: DiskFault(
        Text(sv="filen blir större än vad datorn tillåter", en="the file grows larger than the computer allows"), _ROOM
    ),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: _DENIED,
    errno.EROFS: DiskFault(Text(sv="mappen är skrivskyddad", en="the folder is read-only"), _OTHER_FOLDER),
    errno.ENAMETOOLONG: DiskFault(Text(sv="sökvägen är för lång", en="the path is too long"), _SHORTER),
    errno.ENOENT: DiskFault(
        Text(sv="mappen eller filen finns inte längre", en="the folder or file is no longer there"), _OTHER_FOLDER
    ),
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTEMPTY: _IN_THE_WAY,
    errno.EIO: DiskFault(
        Text(sv="disken eller nätverket svarar inte", en="the disk or the network does not answer"), _OTHER_FOLDER
    ),
    errno.EILSEQ: DiskFault(
        Text(
            sv="namnet går inte att skriva i datorns teckenkodning", en="the name does not fit the computer's encoding"
        ),
        Text(
            sv="ställ in PYTHONUTF8=1 och kör igen, eller välj ett namn utan å, ä och ö",
            en="set PYTHONUTF8=1 and run again, or choose a name in plain letters",
        ),
    ),
    errno.EPIPE: DiskFault(
        Text(sv="mottagaren tog inte emot allt", en="the reader went away"), Text(sv="kör igen", en="run again")
    ),
}
_BUSY = DiskFault(
    Text(sv="en annan körning skriver i mappen", en="another run writes in the folder"),
    Text(
        sv="vänta tills den är klar och kör igen; det som fanns är orört",
        en="wait until it is done and run again; what was there is untouched",
    ),
)


def disk_fault(error: OSError) -> DiskFault:
    """*error* in words: its own, where it is no common one."""
    if isinstance(error, BusyError):
        return _BUSY
    known = _FAULTS.get(error.errno or 0)
    words = error.strerror or type(error).__name__
    return known or DiskFault(Text(sv=words, en=words), _CLOSE)


def not_written(file: str, error: OSError) -> Finding:
    """SM404 for *file*."""
    fault = disk_fault(error)
    return NOT_WRITTEN.at(
        Source(file=file),
        file=file,
        error=fault.found.sv,
        error_en=fault.found.en,
        do=fault.do.sv,
        do_en=fault.do.en,
    )


def fault_text(error: OSError, lang: str = "sv") -> str:
    """*error* on one line: what happened, and what to do."""
    fault = disk_fault(error)
    return f"{fault.found.get(lang)}; {fault.do.get(lang)}"


def fault_line(error: OSError, lang: str = "sv") -> str:
    """The same, after the file that it is about."""
    name = error.filename if isinstance(error.filename, str) else ""
    return f"{shown_path(name)}: {fault_text(error, lang)}" if name else fault_text(error, lang)
