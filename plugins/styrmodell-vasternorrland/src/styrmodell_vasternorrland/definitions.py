"""What the region means by its areas, ratios, units and signs: the notes of the appendices are made of it."""

from attrs import frozen

from styrmodell.api import Note


@frozen(kw_only=True)
class Area:
    """A delområde of bilaga 10 a.

    Attributes:
        key: The member of the dimension dvo, and the row.
        codes: The codes it is the sum of (delverksamhetsområden), as printed.
        remark: What else its note says.
        is_activity: Whether it is one of those that SUMMA VERKSAMHET adds up.
    """

    key: str
    label: str
    codes: str
    remark: str = ""
    is_activity: bool = True

    @property
    def text(self) -> str:
        """Its note: "Dvo 993 Endast ie-kod 2 här"."""
        return f"{self.codes} {self.remark}".strip()


@frozen(kw_only=True)
class Cut:
    """A part of the ledger (utsnitt): accounts, and the codes of internal and external items (I/E).

    Attributes:
        name: What it is called in running text.
        accounts: Its classes or groups of accounts (kontoklass, kontogrupp): "kkl 4-7 samt 85", "kgr 79".
        internal: Its I/E codes where they are its own: "0-1".
        without: What is left out of it.
    """

    name: str
    accounts: str = ""
    internal: str = ""
    without: str = ""

    @property
    def text(self) -> str:
        """The cut in words: "verksamhetens kostnader (kkl 4-7 samt 85)"."""
        internal = f"IE {self.internal}" if self.internal else ""
        without = f"exkl {self.without}" if self.without else ""
        parts = ", ".join(filter(None, (self.accounts, internal, without)))
        return f"{self.name} ({parts})" if parts else self.name


@frozen(kw_only=True)
class Ratio:
    """A nyckeltal of bilaga 11: one cut divided by another.

    Attributes:
        key: The row it stands in.
        internal: The I/E codes of the whole ratio, where the cuts do not have their own.
    """

    key: str
    upper: Cut
    lower: Cut
    internal: str = ""

    @property
    def text(self) -> str:
        """Its note."""
        tail = f" (iekod {self.internal})" if self.internal else ""
        return f"Beräkning: {self.upper.text} dividerat med {self.lower.text}.{tail}"


@frozen(kw_only=True)
class Amounts:
    """How an appendix or table writes its amounts.

    Attributes:
        place: The report, or the table in the verksamhetsplan.
        unit: "tkr", "mnkr", "kr" or "m2".
        sign: The sign policy in words; empty where nothing has a sign.
    """

    place: str
    unit: str
    sign: str = ""


AREAS = (
    Area(key="primarvard", label="Primärvård", codes="Dvo 010--090, 092"),
    Area(key="lakemedel", label="Läkemedel", codes="Dvo 190"),
    Area(key="bestallartandvard", label="Beställartandvård", codes="Dvo 320-330"),
    Area(key="medicinsk_service", label="Medicinsk service", codes="Dvo 091, 191, 291, 940"),
    Area(key="allm_service", label="Allm.service inkl. Centrala stabsfunktioner", codes="Dvo 960"),
    Area(key="ovrig_hos", label="Övrig hälso- och sjukvård", codes="Dvo 180, 410-490, 890"),
    Area(key="fastighet", label="Fastighetsförvaltning", codes="Dvo 980"),
    Area(key="hogskola", label="Högskoleverksamhet", codes="Dvo 520"),
    Area(key="fortroende", label="Förtroendemannaorg.", codes="Dvo 910, 920, 921"),
    Area(key="ovrig", label="Övrig verksamhet", codes="Övr.Dvo"),
    Area(key="finans", label="Finansiella intäkter/kostnader", codes="Dvo 992", is_activity=False),
    Area(key="tandvardsersattning", label="Tandvårdsersättning", codes="Dvo 995", is_activity=False),
    Area(key="primarvardersattning", label="Primärvårdersättning", codes="Dvo 996", is_activity=False),
    Area(
        key="regionbidrag",
        label="Regionbidrag",
        codes="Dvo 993",
        remark="Endast ie-kod 2 här",
        is_activity=False,
    ),
)
RESULT = Area(key="resultat", label="RESULTAT", codes="Dvo 999", is_activity=False)
# The I/E codes of every income and cost in bilaga 10 a.
ECONOMY_INTERNAL = "0-3"

_COSTS = "kkl 4-7 samt 85"
_INHABITANTS = Cut(name="antalet invånare")
_INVESTED = Cut(name="Nettoinvesteringarna")

RATIOS = (
    Ratio(
        key="intaktsfinansieringsgrad",
        upper=Cut(name="Verksamhetens intäkter", accounts="kkl 3"),
        lower=Cut(name="verksamhetens kostnader", accounts=_COSTS),
        internal="0-2",
    ),
    Ratio(
        key="aterinvesteringsgrad",
        upper=_INVESTED,
        lower=Cut(name="avskrivningarna", accounts="kgr 793", without="avskrivning fastigheter"),
    ),
    Ratio(
        key="tandvard_kr_inv",
        upper=Cut(name="Tandvårdsersättning respektive år"),
        lower=_INHABITANTS,
        internal="0-2",
    ),
    Ratio(
        key="primarvard_kr_inv",
        upper=Cut(name="Primärvårdsersättning respektive år"),
        lower=_INHABITANTS,
        internal="0-2",
    ),
    Ratio(
        key="regionbidrag_kr_inv",
        upper=Cut(name="Regionbidraget respektive år"),
        lower=_INHABITANTS,
        internal=ECONOMY_INTERNAL,
    ),
)
# A verksamhet with ratios of its own counts the items outside the förvaltning.
OWN_RATIOS = (
    Ratio(
        key="extern_intaktsfinansieringsgrad",
        upper=Cut(name="Verksamhetens externa intäkter", accounts="kkl 3", internal="0-1"),
        lower=Cut(name="samtliga förvaltningsexterna kostnader", accounts=_COSTS, internal="0-2"),
    ),
    Ratio(key="aterinvesteringsgrad", upper=_INVESTED, lower=Cut(name="avskrivningarna", accounts="kgr 79")),
)

_LEDGER = "Intäkter har plus och kostnader minus; netto är deras summa."
_OUTLAY = "En utgift har plus."
AMOUNTS = (
    Amounts(place="bilaga9", unit="m2"),
    Amounts(place="bilaga10a", unit="tkr", sign=_LEDGER),
    Amounts(place="bilaga10b", unit="tkr", sign=_OUTLAY),
    Amounts(place="bilaga10c", unit="tkr", sign=_OUTLAY),
    Amounts(place="bilaga17", unit="kr", sign=_OUTLAY),
    Amounts(place="5.2", unit="mnkr", sign=_LEDGER),
    Amounts(place="5.3", unit="tkr", sign=_OUTLAY),
)


def numbered_notes(texts: tuple[str, ...]) -> tuple[Note, ...]:
    """Notes with the marks 1), 2) and so on."""
    return tuple(Note(mark=f"{number})", text=text) for number, text in enumerate(texts, 1))


def mark_of(key: str, things: tuple[Area, ...] | tuple[Ratio, ...]) -> str:
    """The mark of the one among *things* that has *key*."""
    return f"{[thing.key for thing in things].index(key) + 1})"
