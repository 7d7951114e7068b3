"""Captions of tables and pictures: "Tabell 2. Resultat", numbered by Word's own field."""

from styrmodell.report.word.markup import field, paragraph, run


def caption_xml(style: str, number: str, text: str, look: str = "") -> str:
    """A caption; nothing when it says nothing.

    Args:
        style: Id of the style of captions.
        number: "Tabell 2"; empty where nothing is numbered.
        look: More of ``w:pPr``.
    """
    word, _, figure = number.rpartition(" ")
    shown = run(f"{word} ") + field(f"SEQ {word} \\* ARABIC", run(figure)) if number else ""
    shown += run(f". {text}" if number and text else text)
    return paragraph(style, shown, look) if shown else ""
