"""A region's own Word master, filled in a sandbox: plain variables, a few filters, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from styrmodell.errors import RenderError
from styrmodell.finding import Finding, Findings
from styrmodell.report.codes import BODY_PLACE, REFUSED_TAG, UNBALANCED_TAG, UNKNOWN_VARIABLE
from styrmodell.report.document import Edition
from styrmodell.report.engines import docxtpl_engine, jinja_engine
from styrmodell.report.word.faults import READ_FAULTS
from styrmodell.report.word.template.check import MasterNames, check_marks, open_master
from styrmodell.report.word.template.parts import FILLED_PROPERTIES, filled_parts
from styrmodell.report.word.template.tags import Word, require_allowed, sandbox
from styrmodell.report.word.template.words import PLACE, master_words

__all__ = ["PLACE", "fill_master", "master_words"]


def fill_master(edition: Edition, master: bytes) -> tuple[Any, Any, bool]:
    """Fill *master*'s variables.

    Returns:
        The python-docx document, the paragraph element where the body goes, and whether the master's own body
        prints the title.

    Raises:
        RenderError: The master is no Word document, has no paragraph ``{{ innehall }}`` in its body, asks for
            unknown variables, or holds more than variables, filters and conditions.
    """
    words = master_words(edition)
    document = open_master(master)
    findings, names = _checked(document)
    if findings:
        raise RenderError(_message(findings, words))
    token = _token([*words.values(), "".join(document.element.body.itertext())])
    values = {name: Word(text) for name, text in words.items()}
    filled = _filled(document, {**values, PLACE: token})
    return filled, _place(filled, token), names.titled


def _checked(document: Any) -> tuple[Findings, MasterNames]:
    findings, names = check_marks(document, "")
    # Writing replaces a master's own properties; filled, they might be longer than properties may be.
    for name in FILLED_PROPERTIES:
        setattr(document.core_properties, name, "")
    return findings.errors(), names


def _filled(document: Any, values: Mapping[str, str]) -> Any:
    """What docxtpl makes of a document whose marks are sound; read once more as it will read them itself."""
    template = docxtpl_engine().DocxTemplate(BytesIO())
    template.docx = document
    environment = sandbox()
    try:
        for source in _sources(template):
            require_allowed(environment, source)
        template.render(dict(values), environment, autoescape=True)
    except (*READ_FAULTS, jinja_engine().TemplateError) as error:
        raise RenderError(f"the Word master cannot be filled: {error}") from error
    return template.docx


def _sources(template: Any) -> Iterator[str]:
    """Every text docxtpl will read as a template."""
    for story in filled_parts(template.docx):
        yield template.patch_xml(template.xml_to_string(story.root))


def _message(findings: Findings, words: Mapping[str, str]) -> str:
    """What is wrong with a master, as one line: what cannot be read before what is not known or misplaced."""
    by_code = {code: [one for one in findings if one.code is code] for code in (UNBALANCED_TAG, REFUSED_TAG)}
    if broken := by_code[UNBALANCED_TAG]:
        found, expected = broken[0].found("en"), broken[0].expected("en")
        return f"the Word master cannot be read: {found}, expected {expected} ({broken[0].source.place})"
    if refused := by_code[REFUSED_TAG]:
        argument = dict(refused[0].args)["found_en"]
        return f"the Word master may hold variables and conditions only, not {argument} ({refused[0].source.place})"
    unknown = sorted({one.found("en") for one in findings if one.code is UNKNOWN_VARIABLE})
    if unknown:
        return f"the Word master asks for {', '.join(unknown)}; known are {', '.join((*words, PLACE))}"
    return _place_message(next(one for one in findings if one.code is BODY_PLACE))


def _place_message(finding: Finding) -> str:
    found = finding.found("en")
    if found.endswith("missing"):
        return f"the Word master has no paragraph {{{{ {PLACE} }}}}"
    return f"the Word master needs {{{{ {PLACE} }}}} as a paragraph of its own, in the body: {found}"


def _token(texts: Sequence[str]) -> str:
    """A text that stands nowhere else, to know the body's place by."""
    token = f"{PLACE}·"
    while any(token in text for text in texts):
        token += "·"
    return token


def _place(document: Any, token: str) -> Any:
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == token:
            return paragraph._p
    raise RenderError(f"the Word master needs {{{{ {PLACE} }}}} as a paragraph of its own, in the body")
