"""Words that stand where a number is expected: nothing is known, it is protected, or there is nothing to count."""

from types import MappingProxyType

from attrs import frozen

from styrmodell.model.kind import State

_NOTHING = "uppgift saknas"
_PROTECTED = "skyddad uppgift"
_EITHER = "uppgift saknas eller är skyddad"
_NOT_APPLICABLE = "ej aktuellt"
_WORDS = MappingProxyType(
    {
        **dict.fromkeys(("..", "...", "…"), _EITHER),
        **dict.fromkeys(("x", "sekretess", "sekretessbelagt", "skyddad uppgift", "skyddad"), _PROTECTED),
        **dict.fromkeys(("-", "–", "—", "−", "‐", "--", "saknas", "i.u", "iu", "n/a", "#n/a", "n.a", "na"), _NOTHING),
        **dict.fromkeys(("uppgift saknas", "uppg. saknas", "uppg saknas", "ingen uppgift", "ej uppgift"), _NOTHING),
        **dict.fromkeys(("ej rapporterat", "ej rapporterad", "ej redovisat", "ej redovisad"), _NOTHING),
        **dict.fromkeys(("ej aktuellt", "ej aktuell", "e.t", "et", "ej tillämpligt", "ej tillämplig"), _NOT_APPLICABLE),
    }
)
_LONGEST = max(map(len, _WORDS)) + 1


@frozen(kw_only=True)
class Suppressed:
    """A word instead of a number.

    Attributes:
        word: As it was written.
        reason: What it says, in Swedish.
        state: MISSING, or NOT_APPLICABLE where there is no figure by nature.
    """

    word: str
    reason: str
    state: State

    @property
    def remark(self) -> str:
        """What a comment keeps of it: "..": uppgift saknas eller är skyddad."""
        return self.word if self.word.casefold() == self.reason else f'"{self.word}": {self.reason}'


def read_suppressed(text: str) -> Suppressed | None:
    """The meaning of a cell that holds a known word; None for everything else."""
    word = " ".join(text.split())
    if not word or len(word) > _LONGEST:
        return None
    folded = word.casefold()
    reason = _WORDS.get(folded) or _WORDS.get(folded.removesuffix("."))
    if reason is None:
        return None
    state = State.NOT_APPLICABLE if reason == _NOT_APPLICABLE else State.MISSING
    return Suppressed(word=word, reason=reason, state=state)
