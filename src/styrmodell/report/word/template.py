"""A region's own Word master, filled in a sandbox: plain variables, a few filters, and nothing else."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from styrmodell.errors import RenderError
from styrmodell.report.document import Edition
from styrmodell.report.edition_text import DRAFT_WORD
from styrmodell.report.engines import docx_engine, docxtpl_engine, jinja_engine
from styrmodell.report.xml_text import clean_text, xml_text

PLACE = "innehall"
_FILTERS = ("lower", "trim", "upper")
_NODES = frozenset(
    [
        "Template",
        "Output",
        "TemplateData",
        "Name",
        "Filter",
        "If",
        "CondExpr",
        "Const",
        "Not",
        "And",
        "Or",
        "Compare",
        "Operand",
    ]
)
_FOOTNOTES = "footnotes+xml"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


class _Word(str):
    """A text of ours inside a master: escaped, and safe from what docxtpl reads as an escaped brace."""

    __slots__ = ()

    def __html__(self) -> str:
        return xml_text(self).replace("_", "&#95;")


def master_words(edition: Edition) -> Mapping[str, str]:
    """The variables a master may use, beside ``{{ innehall }}``, and what they become."""
    document = edition.document
    words = {
        "titel": document.title,
        "dnr": document.head.dnr,
        "datum": edition.as_of.isoformat(),
        "bilaga": document.head.appendix,
        "enhet": edition.unit_name,
        "period": edition.period.text,
        "organ": document.head.body,
        "paragraf": document.head.paragraph,
        "sidfot": document.head.footer,
        "utkast": DRAFT_WORD if edition.draft else "",
    }
    return {name: clean_text(text) for name, text in words.items()}


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
    template = _open(master)
    environment = _environment()
    sources = tuple(_sources(template))
    names = frozenset().union(*(_checked(environment, source, words) for source in sources))
    if PLACE not in names:
        raise RenderError(f"the Word master has no paragraph {{{{ {PLACE} }}}}")
    token = _token(words)
    values = {name: _Word(text) for name, text in words.items()}
    template.render({**values, PLACE: token}, environment, autoescape=True)
    place = _place(template.docx, token)
    return template.docx, place, "titel" in _checked(environment, sources[0], words)


def _open(master: bytes) -> Any:
    try:
        template = docxtpl_engine().DocxTemplate(BytesIO(master))
        template.render_init()
    except (BadZipFile, KeyError, ValueError, docx_engine().opc.exceptions.PackageNotFoundError) as error:
        raise RenderError(f"the Word master is no Word document: {error}") from error
    return template


def _environment() -> Any:
    jinja = jinja_engine()
    environment = jinja.sandbox.ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja.StrictUndefined)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    return environment


def _sources(template: Any) -> Iterator[str]:
    """Every text docxtpl will read as a template; the body's first."""
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.content_type.endswith(_FOOTNOTES):
            yield template.patch_xml(part.blob.decode())
    yield from (getattr(template.docx.core_properties, name) for name in _PROPERTIES)


def _checked(environment: Any, source: str, words: Mapping[str, str]) -> frozenset[str]:
    """The variables *source* uses, when it uses nothing but what is allowed."""
    try:
        tree = environment.parse(source)
        environment.compile(tree)
    except jinja_engine().TemplateError as error:
        raise RenderError(f"the Word master cannot be read: {error}") from error
    for node in tree.find_all(jinja_engine().nodes.Node):
        if type(node).__name__ not in _NODES:
            raise RenderError(f"the Word master may hold variables and conditions only, not {_written(node)}")
    names = frozenset(node.name for node in tree.find_all(jinja_engine().nodes.Name))
    unknown = sorted(names - words.keys() - {PLACE})
    if unknown:
        raise RenderError(f"the Word master asks for {', '.join(unknown)}; known are {', '.join((*words, PLACE))}")
    return names


def _written(node: Any) -> str:
    return f"{type(node).__name__.lower()} (line {node.lineno})"


def _token(words: Mapping[str, str]) -> str:
    """A text that stands nowhere else, to know the body's place by."""
    token = PLACE
    while any(token in text for text in words.values()):
        token += "·"
    return token


def _place(document: Any, token: str) -> Any:
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == token:
            return paragraph._p
    raise RenderError(f"the Word master needs {{{{ {PLACE} }}}} as a paragraph of its own, in the body")
