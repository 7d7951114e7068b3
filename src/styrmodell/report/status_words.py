"""The words of statuses: what people read of a status, why it is so, and what it is compared with."""

from collections.abc import Mapping
from types import MappingProxyType

from styrmodell.aggregation.status.reference import Lack
from styrmodell.aggregation.status.why import GoalWhy, Why
from styrmodell.finding import Text
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.status import Outlook, Status, outlook_word, status_word
from styrmodell.model.status_rule import StatusChoice

_STATUS: Mapping[Status, str] = MappingProxyType(
    {
        Status.MET: "Reached",
        Status.CLOSE: "Partly reached",
        Status.MISSED: "Not reached",
        Status.NOT_MEASURED: "Not measured",
        Status.STALE: "Stale figure",
    }
)
_OUTLOOK: Mapping[Outlook, str] = MappingProxyType(
    {
        Outlook.MET: "expected to be reached",
        Outlook.PARTLY: "expected to be partly reached",
        Outlook.NOT: "not expected to be reached",
    }
)
# Why a measure cannot be told; the others say themselves.
_WHY: Mapping[Why, Text] = MappingProxyType(
    {
        Why.STALE: Text(sv="uppgiften är för gammal", en="the figure is too old"),
        Why.MILESTONE: Text(
            sv="målet är en händelse eller en nivå i ord; att den är nådd måste någon fastställa",
            en="the target is an event or a level in words; that it is reached must be settled by somebody",
        ),
        Why.UNREAD: Text(sv="målet kan inte läsas", en="the target cannot be read"),
        Why.PERCENT_OR_POINTS: Text(
            sv="målet säger inte om det är procent eller procentenheter",
            en="the target does not say whether it is per cent or percentage points",
        ),
        Why.NO_DIRECTION: Text(
            sv="måttet saknar riktning, så målet säger inte om högre eller lägre är bättre",
            en="the measure has no direction, so the target does not say whether higher or lower is better",
        ),
        Why.WRONG_UNIT: Text(
            sv="målet är inte skrivet i måttets enhet", en="the target is not written in the measure's unit"
        ),
        Why.SHARE_OR_COUNT: Text(
            sv="det syns inte om värdet är ett antal eller en andel",
            en="whether the value is a count or a share cannot be seen",
        ),
        Why.OTHER_LENGTH: Text(
            sv="målet eller det som jämförs med gäller en annan tidslängd än värdet",
            en="the target or what it is compared with is of another length of time than the value",
        ),
        Why.MONTHS_LACKING: Text(
            sv="månader av perioden är inte rapporterade än", en="months of the period are not reported yet"
        ),
        Why.OF_EACH_UNIT: Text(
            sv="målet gäller varje enhets egen siffra, och måttets regel räknar hur de står till det",
            en="the target is one for each unit's own figure, and the measure's rule counts how they stand",
        ),
        Why.NO_TARGET: Text(sv="inget mål är satt", en="no target is set"),
        Why.NO_VALUE: Text(sv="värdet saknas", en="the value is missing"),
        Why.NOT_APPLICABLE: Text(sv="här kan inte finnas något värde", en="there can be no value here"),
        Why.NOT_YES_OR_NO: Text(
            sv="värdet är varken ja (1) eller nej (0)", en="the value is neither yes (1) nor no (0)"
        ),
        Why.SIGN: Text(
            sv="målet är ett tak, och beloppen är minus: det syns inte om storleken menas",
            en="the target is a ceiling, and the amounts are minus: whether their size is meant cannot be seen",
        ),
    }
)
_GOAL_WHY: Mapping[GoalWhy, Text] = MappingProxyType(
    {
        GoalWhy.NOTHING_BELOW: Text(
            sv="inget mått med mål och inget mål ligger under det",
            en="no measure with a target and no goal is below it",
        ),
        GoalWhy.NOTHING_JUDGED: Text(sv="inget under det kunde bedömas", en="nothing below it could be judged"),
        GoalWhy.WEIGHTS: Text(sv="vikterna går inte att använda", en="the weights cannot be used"),
        GoalWhy.CIRCLE: Text(sv="målet ligger under sig självt", en="the goal is below itself"),
    }
)
_RULES: Mapping[StatusChoice, Text] = MappingProxyType(
    {
        StatusChoice.WORST: Text(sv="sämst", en="the worst"),
        StatusChoice.SHARE: Text(sv="andel uppnådda", en="share reached"),
        StatusChoice.WEIGHTED: Text(sv="viktad andel", en="weighted share"),
    }
)
TERMS: Mapping[str, Text] = MappingProxyType(
    {
        "measure": Text(sv="Mått", en="Measure"),
        "goal": Text(sv="Mål", en="Goal"),
        "card": Text(sv="Styrkort", en="Scorecard"),
        "no_target": Text(sv="Utan mål", en="No target"),
        "settled": Text(sv="fastställt", en="settled as"),
        "by": Text(sv="av", en="by"),
        "on": Text(sv="den", en="on"),
        "who": Text(sv="vem", en="who"),
        "reason": Text(sv="skäl", en="why"),
        "target": Text(sv="mål", en="target"),
        "level": Text(sv="målnivå", en="target level"),
        "no_value": Text(sv="ej rapporterat", en="not reported"),
        "not_applicable": Text(sv="ej aktuellt", en="not applicable"),
        "compared": Text(sv="jämfört med", en="compared with"),
        "left": Text(sv="från målet", en="from the target"),
        "at_limit": Text(sv="precis på gränsen, som ska passeras", en="at the very limit, which is to be passed"),
        "point": Text(sv="procentenhet", en="percentage point"),
        "points": Text(sv="procentenheter", en="percentage points"),
        "tolerance": Text(sv="tolerans", en="tolerance"),
        "of": Text(sv="av", en="of"),
        "reported": Text(sv="har rapporterat", en="have reported"),
        "lacks": Text(sv="saknas", en="missing"),
        "as_of": Text(sv="avser", en="as of"),
        "oldest": Text(sv="äldsta uppgiften från", en="oldest figure from"),
        "why": Text(sv="skäl:", en="reason:"),
        "old_met": Text(sv="den når målet", en="it reaches the target"),
        "old_missed": Text(sv="den når inte målet", en="it does not reach the target"),
        "reach": Text(sv="når målet", en="reach the target"),
        "judged": Text(sv="bedömda", en="judged"),
        "above": Text(sv="se ovan", en="see above"),
        "more": Text(sv="mer finns under", en="more below"),
        "limits": Text(sv="uppnått från {met}, delvis från {close}", en="reached from {met}, partly from {close}"),
    }
)


def status_text(status: Status | None, lang: str) -> str:
    """What people read of *status*; None is a measure without target."""
    if status is None:
        return TERMS["no_target"].get(lang)
    return _STATUS[status] if lang == "en" else status_word(status)


def outlook_text(outlook: Outlook, lang: str) -> str:
    """What people read of how the year is expected to end."""
    return _OUTLOOK[outlook] if lang == "en" else outlook_word(outlook)


def kind_text(kind: Kind, lang: str) -> str:
    """The word for a sort of figures ("utfall", "outcome")."""
    return kind.value if lang == "en" else kind_word(kind)


def why_text(why: Why | GoalWhy, lang: str) -> str:
    """Why it cannot be told how something stands; empty where it can."""
    found = _WHY.get(why) if isinstance(why, Why) else _GOAL_WHY.get(why)
    return found.get(lang) if found is not None else ""


def lack_text(lack: Lack, lang: str) -> str:
    """That what a target compares with is missing, by name."""
    return f"{lack.en} to compare with is missing" if lang == "en" else f"{lack.sv} att jämföra med saknas"


def rule_text(choice: StatusChoice, lang: str) -> str:
    """How a goal is judged, in a word or two."""
    return _RULES[choice].get(lang)
