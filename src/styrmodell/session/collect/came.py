"""What the register says of a form that came back."""

from styrmodell.session.collect.compare import Compared
from styrmodell.session.form.register import Came


def came_of(one: Compared) -> Came:
    """The line of *one*: whose it is, who signed it off, and how much of it is new; a new object counts as one."""
    form, sign, edits = one.form, one.form.sign, one.objects.edits
    new_objects = len({(edit.kind, edit.id) for edit in edits if edit.is_new})
    return Came(
        id=form.head["formulär-id"],
        unit=form.head["enhet"],
        period=form.head["period"],
        file=form.file,
        sha256=form.sha256,
        role=sign.role,
        day=sign.day.isoformat() if sign.day is not None else "",
        done=sign.done,
        comment=sign.comment,
        new=sum(change.before is None for change in one.changes) + new_objects,
        changed=sum(change.before is not None for change in one.changes) + sum(not edit.is_new for edit in edits),
        unchanged=one.unchanged + one.objects.unchanged,
    )
