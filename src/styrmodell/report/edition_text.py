"""What Word and HTML say alike about an edition as a whole: that it is a draft, what is doubtful, its origin."""

from styrmodell.report.document import Edition

DRAFT_WORD = "UTKAST"
FINDINGS_TITLE = "Iakttagelser"
FINDINGS_INTRO = "Detta är felaktigt eller tveksamt i underlaget till dokumentets siffror."
FINDINGS_COLUMNS = ("Kod", "Var", "Hittade", "Väntade", "Gör")


def draft_text(edition: Edition) -> str:
    """The mark at the top of a draft."""
    return f"{DRAFT_WORD} – se avsnittet {FINDINGS_TITLE}" if edition.findings else DRAFT_WORD


def origin_text(edition: Edition) -> str:
    """What made the document, and of which day its input is."""
    return f"Framställt med {edition.generator} ur underlag per {edition.as_of.isoformat()}."
