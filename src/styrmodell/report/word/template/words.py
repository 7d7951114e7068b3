"""What a Word master may use: its variables, filters and conditions, as one table."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from styrmodell.finding import Text
from styrmodell.report.document import Edition
from styrmodell.report.edition_text import DRAFT_WORD
from styrmodell.report.xml_text import clean_text

PLACE = "innehall"


def _nothing(_edition: Edition) -> str:
    return ""


@frozen(kw_only=True)
class MasterVariable:
    """A variable of Word masters.

    Attributes:
        name: What stands between the braces.
        text: What it becomes.
        example: One such text.
        is_body: Whether it is the place of the body: one paragraph of its own, once.
    """

    name: str
    text: Text
    example: str
    is_body: bool = False
    _value: Callable[[Edition], str] = field(default=_nothing, repr=False)

    @property
    def written(self) -> str:
        """As it is written in a master: its name between double braces."""
        return f"{{{{ {self.name} }}}}"

    def value(self, edition: Edition) -> str:
        """Its text in *edition*; empty for the place of the body."""
        return clean_text(self._value(edition))


@frozen(kw_only=True)
class MasterForm:
    """A filter or a condition of Word masters.

    Attributes:
        name: Its keyword.
        written: As it is written in a master.
        text: What it does.
        example: What then stands in the document.
    """

    name: str
    written: str
    text: Text
    example: str


_VARIABLES = (
    MasterVariable(
        name=PLACE,
        text=Text(
            sv="platsen för rapportens innehåll: rubriker, tabeller och noter. Ett eget stycke, en gång",
            en="the place of the report's content: headings, tables and notes. A paragraph of its own, once",
        ),
        example="hela rapporten",
        is_body=True,
    ),
    MasterVariable(
        name="titel",
        text=Text(
            sv="dokumentets titel; står den i mallens brödtext skrivs den inte igen före innehållet",
            en="the document's title; where the master's body has it, it is not printed again before the content",
        ),
        example="Bilaga till verksamhetsplan 2020",
        value=lambda edition: edition.document.title,
    ),
    MasterVariable(
        name="dnr",
        text=Text(sv="diarienummer", en="the registry's number"),
        example="19RS2753",
        value=lambda edition: edition.document.head.dnr,
    ),
    MasterVariable(
        name="datum",
        text=Text(sv="arbetsytans dag, as_of", en="the workspace's day, as_of"),
        example="2019-09-26",
        value=lambda edition: edition.as_of.isoformat(),
    ),
    MasterVariable(
        name="bilaga",
        text=Text(sv="bilagans nummer", en="the appendix"),
        example="Bilaga 10 a",
        value=lambda edition: edition.document.head.appendix,
    ),
    MasterVariable(
        name="enhet",
        text=Text(sv="enhetens namn", en="the unit's name"),
        example="Regionledningsförvaltningen",
        value=lambda edition: edition.unit_name,
    ),
    MasterVariable(
        name="period",
        text=Text(sv="perioden", en="the period"),
        example="2020",
        value=lambda edition: edition.period.text,
    ),
    MasterVariable(
        name="organ",
        text=Text(sv="den nämnd eller styrelse som dokumentet går till", en="the political body it goes to"),
        example="Regionstyrelsen",
        value=lambda edition: edition.document.head.body,
    ),
    MasterVariable(
        name="paragraf",
        text=Text(sv="beslutets paragraf", en="the paragraph of the decision"),
        example="§ 123",
        value=lambda edition: edition.document.head.paragraph,
    ),
    MasterVariable(
        name="sidfot",
        text=Text(sv="rapportens text för sidfoten", en="the report's text for the foot of each page"),
        example="Region Västernorrland",
        value=lambda edition: edition.document.head.footer,
    ),
    MasterVariable(
        name="utkast",
        text=Text(sv="ordet UTKAST i ett utkast, annars tomt", en="the word UTKAST in a draft, else empty"),
        example=DRAFT_WORD,
        value=lambda edition: DRAFT_WORD if edition.draft else "",
    ),
)
FILTERS = (
    MasterForm(
        name="upper",
        written="{{ enhet|upper }}",
        text=Text(sv="versaler", en="capitals"),
        example="REGIONLEDNINGSFÖRVALTNINGEN",
    ),
    MasterForm(
        name="lower",
        written="{{ bilaga|lower }}",
        text=Text(sv="gemener", en="small letters"),
        example="bilaga 10 a",
    ),
    MasterForm(
        name="trim",
        written="{{ titel|trim }}",
        text=Text(sv="utan mellanslag först och sist", en="without spaces at the ends"),
        example="Bilaga till verksamhetsplan 2020",
    ),
)
CONDITIONS = (
    MasterForm(
        name="if",
        written="{% if utkast %}…{% endif %}",
        text=Text(sv="skrivs bara när variabeln inte är tom", en="printed only when the variable is not empty"),
        example="texten mellan märkena, i ett utkast",
    ),
    MasterForm(
        name="else",
        written="{% if utkast %}…{% else %}…{% endif %}",
        text=Text(sv="det ena eller det andra", en="the one or the other"),
        example="Ej beslutat, annars Beslutat",
    ),
    MasterForm(
        name="elif",
        written="{% if dnr %}…{% elif bilaga %}…{% endif %}",
        text=Text(sv="det första som inte är tomt", en="the first that is not empty"),
        example="diarienumret, annars bilagans nummer",
    ),
    MasterForm(
        name="not",
        written='{% if not utkast and organ == "Regionstyrelsen" %}…{% endif %}',
        text=Text(sv="not, and, or, == och != mellan variabler och text", en="not, and, or, == and != of texts"),
        example="texten mellan märkena, i ett beslutat dokument till Regionstyrelsen",
    ),
)


def master_variables() -> tuple[MasterVariable, ...]:
    """The variables a Word master may use, the place of the body first."""
    return _VARIABLES


def master_words(edition: Edition) -> Mapping[str, str]:
    """The variables a master may use, beside ``{{ innehall }}``, and what they become in *edition*."""
    return {variable.name: variable.value(edition) for variable in _VARIABLES if not variable.is_body}
