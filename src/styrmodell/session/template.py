"""Word masters from files: guarded, checked, and opened no further than the file itself."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path

from attrs import define, field

from styrmodell.finding import Finding, Findings
from styrmodell.io.codes import OPEN_FAILED, OUTSIDE_FOLDER
from styrmodell.io.file_pattern import FilePattern, is_name, is_within
from styrmodell.io.input_file import open_file
from styrmodell.io.workbook.codes import ENCRYPTED_WORKBOOK, NOT_A_WORKBOOK
from styrmodell.io.workbook.file_kind import is_encrypted_office
from styrmodell.io.workbook.zip_guard import check_zip
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.report.codes import UNSAFE_MASTER
from styrmodell.report.word.template.check import check_master_bytes, not_a_master
from styrmodell.source import Source

SETTING = "master"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = ("en fil med lösenord", "a file with a password")
_OLD_WORD = ("en fil i det gamla formatet (.doc)", "a file in the old format (.doc)")


@define(kw_only=True, eq=False)
class MasterFile:
    """A workspace's own master, as it was read.

    Attributes:
        file: Its path, relative to the workspace.
        sha256: Hex digest of *data*, for the manifest.
    """

    file: str
    data: bytes = field(repr=False)
    sha256: str

    @cached_property
    def findings(self) -> Findings:
        """What is wrong with it (SM410 to SM419); found when it is first asked for."""
        return check_master_data(self.data, self.file)

    def require(self) -> bytes:
        """Its bytes.

        Raises:
            FindingsError: It cannot be filled.
        """
        self.findings.require()
        return self.data


def check_master(path: str | PathLike[str]) -> Findings:
    """Check a Word master: everything that keeps a report from being written with it, and what is worth knowing.

    Nothing of it is run, and nothing outside the file is opened.

    Args:
        path: The Word file (.docx).

    Returns:
        SM101 or SM114 when the file cannot be read, SM410 or SM411 when it is no safe Word document, else SM412 to
        SM419 of all its parts. Places are named as people see them: "mall.docx Sidhuvud 2, stycke 1".
    """
    opened = open_file(Path(path), Path(path).name)
    return Findings((opened,)) if isinstance(opened, Finding) else check_master_data(opened.data, opened.file)


def check_master_data(data: bytes, file: str) -> Findings:
    """The same for bytes that were already read; *file* is the name in findings."""
    if is_encrypted_office(data):
        return not_a_master(file, *_PASSWORD)
    if data.startswith(_OLE):
        return not_a_master(file, *_OLD_WORD)
    unsafe = Findings(_of_master(finding) for finding in check_zip(data, file))
    return unsafe or check_master_bytes(data, file)


def _of_master(finding: Finding) -> Finding:
    """What the guard of packages found, in the words of Word masters."""
    args = dict(finding.args)
    if finding.code is ENCRYPTED_WORKBOOK:
        return not_a_master(finding.source.file, *_PASSWORD)[0]
    if finding.code is NOT_A_WORKBOOK:
        return not_a_master(finding.source.file, args["found"], args["found_en"])[0]
    found, limit = args["found"], args.get("limit", "")
    told = {"found_en": found, "limit": limit, "limit_en": limit, "part": "", **args}
    return UNSAFE_MASTER.at(finding.source, **told)


def read_masters(
    path: Path, settings: Iterable[tuple[str, tuple[tuple[str, str], ...]]]
) -> tuple[Mapping[str, MasterFile], Findings]:
    """Read the masters that a workspace's own settings of reports name.

    Args:
        path: The workspace's folder, or its styrmodell.toml.
        settings: (report key, its settings).

    Returns:
        Report key → master, and SM101, SM114 or SM133 for those that cannot be read.
    """
    root = path.parent if path.name == FILE_NAME and not path.is_dir() else path
    masters: dict[str, MasterFile] = {}
    findings: list[Finding] = []
    for report, pairs in settings:
        named = dict(pairs).get(SETTING)
        if named is None:
            continue
        read = _read(root, report, named)
        if isinstance(read, Finding):
            findings.append(read)
        else:
            masters[report] = read
    return masters, Findings.gather(findings)


def _read(root: Path, report: str, named: str) -> MasterFile | Finding:
    pattern = FilePattern.parse(named)
    source = Source(file=FILE_NAME, place=f"reports.{report}.{SETTING}")
    if not named.strip() or not is_name(named):
        return OPEN_FAILED.at(source, found=ascii(named), found_en=ascii(named), **_EXPECTED)
    if not pattern.is_inside or not is_within(root, pattern.text):
        return OUTSIDE_FOLDER.at(source, found=named)
    opened = open_file(root / pattern.text, pattern.text)
    return (
        opened if isinstance(opened, Finding) else MasterFile(file=opened.file, data=opened.data, sha256=opened.sha256)
    )


_EXPECTED: Mapping[str, str] = {"expected": "mallar/region.docx", "expected_en": "mallar/region.docx"}
