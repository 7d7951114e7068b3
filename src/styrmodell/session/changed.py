"""Whether a workspace's files still are what was read."""

from collections.abc import Iterator

from styrmodell.finding import Finding, Findings
from styrmodell.report.codes import INPUT_CHANGED
from styrmodell.session.form.register import root_of
from styrmodell.session.frozen_files import digest_of
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source


def changed_inputs(workspace: Workspace) -> Findings:
    """SM446 for every file that was changed or removed since *workspace* was read: what was read still stands."""
    return Findings(_changed(workspace))


def _changed(workspace: Workspace) -> Iterator[Finding]:
    root = root_of(workspace.path)
    for file, expected in dict(workspace.inputs).items():
        found = digest_of(root / file, through_links=True)
        if found != expected:
            words = ("har tagits bort", "was removed") if found is None else ("har ändrats", "was changed")
            yield INPUT_CHANGED.at(Source(file=file), found=words[0], found_en=words[1])
