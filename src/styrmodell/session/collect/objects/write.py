"""Writing what was collected of objects: changes and new objects as YAML in the workspace, after what is there."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, evolve

from styrmodell.errors import TextError
from styrmodell.io.converter import Converters, key_of
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.object_changes import CHANGES
from styrmodell.io.read_yaml import YamlContent, yaml_content
from styrmodell.io.save.plain_tree import field_tree, plain_tree
from styrmodell.io.save.yaml_file import FORMAT, yaml_lists
from styrmodell.model.object_change import ObjectChange
from styrmodell.session.collect.folder_writer import FolderWriter
from styrmodell.session.collect.objects.edit import Addition
from styrmodell.session.file_name import safe_name
from styrmodell.session.form.register import FOLDER
from styrmodell.source import Source

_COMMENT = """Det som har kommit in med formulär: skrivet av styrmodell collect. Objektens egna filer är inte ändrade.
Belopp i kronor. Varje ändring säger vad fältet höll (was) och vad det håller sedan dess (now)."""


@define(kw_only=True, eq=False)
class ObjectWriter(FolderWriter):
    """Writes files of objects under the workspace's folder."""

    def add(self, name: str, revisions: Sequence[ObjectChange], additions: Iterable[Addition]) -> bool:
        """Add to insamlat/*name*.yaml, after what is there; whether it was written."""
        file = f"{FOLDER}/{safe_name(name)}.yaml"
        before = self._before(file)
        if before is None:
            return False
        # Somebody else may have collected the same form since the workspace was read.
        unknown = (one for one in revisions if one not in before.changes)
        changes = (*before.changes, *(evolve(one, source=Source(file=file)) for one in unknown))
        lists = {key: list(before.objects.get(key, ())) for key, _ in OBJECT_KINDS}
        for one in (one for one in additions if one.thing not in lists[one.kind]):
            lists[one.kind].append(evolve(one.thing, source=Source(file=file)))
        filled = {key: tuple(things) for key, things in lists.items() if things}
        try:
            trees = {CHANGES: [_change(one) for one in changes]} if changes else {}
            trees |= {key: [plain_tree(one) for one in things] for key, things in filled.items()}
            data = yaml_lists(trees, _COMMENT)
        except (TextError, ValueError) as error:
            return self.refuse(file, str(error))
        back = yaml_content(data, file, Converters().of(FORMAT))
        if back.findings or back.changes != changes or dict(back.objects) != filled:
            return self.refuse(file, back.findings.text() or "det lästes inte tillbaka lika")
        return self.put(file, data)

    def _before(self, file: str) -> YamlContent | None:
        """What the file holds; nothing where there is none, None where it cannot be read."""
        if not (self.root / file).exists():
            return YamlContent()
        data = self.read(file)
        if data is None:
            return None
        content = yaml_content(data, file, Converters().of(FORMAT))
        if content.findings.errors() or content.head or content.profile or content.rows:
            found = content.findings.errors().text() or "annat än ändringar och objekt"
            self.refuse(file, found)
            return None
        return content


def _change(one: ObjectChange) -> dict[str, Any]:
    """A change as a file has it."""
    tree: dict[str, Any] = {"kind": one.kind, "id": one.id, "field": key_of(one.field)}
    tree |= {"was": field_tree(one.field, one.was), "now": field_tree(one.field, one.now)}
    tree |= {"dated": one.dated.isoformat() if one.dated is not None else None, "by": one.by, "form": one.form}
    return {key: value for key, value in tree.items() if key in ("was", "now") or value not in (None, "")}
