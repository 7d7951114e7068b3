"""What Word and HTML say alike about an edition as a whole: that it is a draft, what is doubtful, its origin."""

from styrmodell.finding import Acknowledgement
from styrmodell.report.document import Edition

DRAFT_WORD = "UTKAST"
FINDINGS_TITLE = "Iakttagelser"
FINDINGS_INTRO = "Detta är felaktigt eller tveksamt i underlaget till dokumentets siffror."
FINDINGS_COLUMNS = ("Kod", "Var", "Hittade", "Väntade", "Gör")
ACKNOWLEDGED_TITLE = "Kvitterade iakttagelser"
ACKNOWLEDGED_INTRO = "Detta är känt och får stå kvar: någon svarar för det till och med den dag som anges."
ACKNOWLEDGED_COLUMNS = ("Kod", "Var", "Hittade", "Varför", "Kvitterad av")


def draft_text(edition: Edition) -> str:
    """The mark at the top of a draft."""
    return f"{DRAFT_WORD} – se avsnittet {FINDINGS_TITLE}" if edition.findings.open() else DRAFT_WORD


def acknowledged_by(one: Acknowledgement | None) -> str:
    """Who answers for a finding, and until when."""
    return f"{one.role}, till och med {one.until.isoformat()}" if one is not None else ""


def origin_text(edition: Edition) -> str:
    """What made the document, and of which day its input is."""
    return f"Framställt med {edition.generator} ur underlag per {edition.as_of.isoformat()}."
