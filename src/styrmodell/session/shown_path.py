"""A path as a message shows it: on one line, and no longer than one can see."""

_LONGEST = 200


def shown_path(text: str) -> str:
    """*text* with its middle left out where it is long; what cannot be shown is written as in Python ("\\n")."""
    half = _LONGEST // 2
    kept = text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in kept)
