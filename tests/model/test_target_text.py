"""Targets as people write them: what is read, what is doubtful, and one canonical text for each condition."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from styrmodell.model.direction import Direction
from styrmodell.model.period import Period
from styrmodell.model.target import ChangeUnit, Target, TargetDoubt, TargetKind
from styrmodell.testing.strategies import dates, figures, periods

LIMITS = (TargetKind.AT_LEAST, TargetKind.MORE_THAN, TargetKind.AT_MOST, TargetKind.LESS_THAN)
UNITS = ("", "%", "dagar", "st", "kr", "tkr", "mnkr", "nya avtal", "m2", "utbildningsdagar")
PERS = ("", "år", "anställd och år", "1000 invånare")
WORDS = ("tilldelad budgetram", "riket", "ingångsvärdet", "internbudget för staben")
EVENTS = ("Certifikat erhålls", "Planen är fastställd", "NKI-mätning genomförd", "Certifiering enligt ISO 14001")
# Anything may stand in a qualifier: other comparisons, brackets and times too.
QUALIFIERS = st.sampled_from(
    ("", "försenad kallelse >4 månader", "friska barn (riskgrupp 1)", "minst 5 av 6", "1) alla; 2) inga", "a) b (c")
) | st.text("abcåäö ()<>%/.,:-5", max_size=30)


@st.composite
def references(draw: DrawFn, *, needed: bool = False) -> dict[str, object]:
    """A reference in one of the three ways, or none."""
    ways = [
        st.fixed_dictionaries({"against": periods()}),
        st.fixed_dictionaries({"years_back": st.integers(1, 9)}),
        st.fixed_dictionaries({"against_words": st.sampled_from(WORDS)}),
    ]
    return draw(st.one_of(*ways) if needed else st.one_of(st.just({}), *ways))


@st.composite
def due_times(draw: DrawFn) -> dict[str, object]:
    """A period, a day, or nothing."""
    day = draw(dates())
    month = day.year * 12 + day.month - 1
    on_day = {"due": Period(first=month, last=month), "due_on": day}
    return draw(st.sampled_from(({}, on_day)) | st.fixed_dictionaries({"due": periods()}))


def _plain(text: str) -> str:
    return " ".join(text.replace(";", ",").split())


@st.composite
def demands(draw: DrawFn) -> dict[str, object]:
    """The fields of a simple target but its time and qualifier."""
    kind = draw(st.sampled_from([kind for kind in TargetKind if kind not in _APART]))
    if kind in LIMITS and draw(st.booleans()):
        return {"kind": kind, **draw(references(needed=True))}
    if kind in (*LIMITS, TargetKind.LEVEL, TargetKind.EQUALS, TargetKind.BETWEEN):
        level, upper = sorted((draw(figures()), draw(figures())))
        fields = {
            "kind": kind,
            "level": level,
            "unit": draw(st.sampled_from(UNITS)),
            "per": draw(st.sampled_from(PERS)),
        }
        return fields | ({"upper": upper} if kind is TargetKind.BETWEEN else {})
    if kind is TargetKind.N_OF_M:
        of = draw(st.integers(1, 99_999))
        return {
            "kind": kind,
            "level": draw(st.integers(0, of)),
            "of": of,
            "unit": draw(st.sampled_from(("", "enheter"))),
        }
    if kind is TargetKind.RELATIVE:
        return {"kind": kind, **draw(amounts()), **draw(references())}
    return {"kind": kind, **(draw(references()) if kind not in (TargetKind.YES, TargetKind.NO) else {})}


_APART = (TargetKind.MILESTONE, TargetKind.EVERY_UNIT, TargetKind.ALL_OF)


@st.composite
def amounts(draw: DrawFn) -> dict[str, object]:
    """The fields of a change by an amount."""
    unit = draw(st.sampled_from(("%", "", "st", "mnkr")))
    choice = draw(st.sampled_from((None, ChangeUnit.PERCENT, ChangeUnit.POINTS))) if unit == "%" else ChangeUnit.UNIT
    way = draw(st.sampled_from((None, Direction.HIGHER, Direction.LOWER)))
    doubts = (TargetDoubt.PERCENT_OR_POINTS,) if choice is None else ()
    return {"change": abs(draw(figures())), "unit": unit, "change_unit": choice, "way": way, "doubts": doubts}


@st.composite
def simple_targets(draw: DrawFn) -> Target:
    """Targets without parts, milestones apart."""
    fields = draw(demands())
    qualifier = _plain(draw(QUALIFIERS))
    return Target(**fields, **draw(due_times()), qualifier=qualifier)


@st.composite
def milestones(draw: DrawFn) -> Target:
    """Events, with or without a time."""
    return Target(kind=TargetKind.MILESTONE, qualifier=draw(st.sampled_from(EVENTS)), **draw(due_times()))


def targets() -> SearchStrategy[Target]:
    """Targets of every kind."""
    every = simple_targets().map(lambda part: Target(kind=TargetKind.EVERY_UNIT, parts=(part,)))
    single = simple_targets() | milestones() | every
    several = st.lists(single, min_size=2, max_size=3)
    return single | several.map(lambda parts: Target(kind=TargetKind.ALL_OF, parts=tuple(parts)))


@given(targets())
def test_every_target_is_read_back_from_its_text(target):
    again = Target.parse(str(target))
    assert again == target
    assert str(again) == str(target)


@given(st.text() | st.text("0123456789 %<>≥=,.-–/()minsthögavjäåö;", max_size=40))
def test_any_text_is_read_or_told_to_be_unread_and_keeps_its_words(text):
    target = Target.parse(text)
    assert target.words == text
    assert Target.parse(str(target)) == target


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Minst 80 %", "minst 80 %"),
        ("≥ 80 %", "minst 80 %"),
        (">= 80%", "minst 80 %"),
        ("80 % eller mer", "minst 80 %"),
        ("lägst 80 procent", "minst 80 %"),
        ("Ej mindre än 40 %", "minst 40 %"),
        ("öka till 80 %", "minst 80 % (öka)"),
        ("Andelen kvinnor ska inte understiga 40 %", "minst 40 % (Andelen kvinnor)"),
        ("<= 5", "högst 5"),
        ("Max. 90 dagar", "högst 90 dagar"),
        ("5 dagar eller färre", "högst 5 dagar"),
        ("under 5 %", "under 5 %"),
        ("mer än 5 st", "över 5 st"),
        ("minst 2 mnkr", "minst 2 mnkr"),
        ("-10 mnkr", "−10 mnkr"),
        ("−10 mkr", "−10 mnkr"),
        ("10–20 %", "mellan 10 och 20 %"),
        ("mellan −10 och −5 mnkr", "mellan −10 och −5 mnkr"),
        ("5 till 10 dagar", "mellan 5 och 10 dagar"),
        ("6/6", "6 av 6"),
        ("25/25 (100 %)", "25 av 25"),
        ("minst 5 av 6 enheter", "5 av 6 enheter"),
        ("Mål: 90 %", "90 %"),
        ("mål 0 st", "exakt 0 st"),
        ("0 st", "0 st"),
        ("Inga avvikelser", "exakt 0 (avvikelser)"),
        ("3333 nya avtal/år", "3 333 nya avtal per år"),
        ("nej.", "nej"),
        ("oförändrad", "bibehållas"),
        ("Ökad tillgänglighet", "ska öka (tillgänglighet)"),
        ("ska vara lägre än 2019", "ska minska jämfört med 2019"),
        ("Andelen ska vara högre än riket", "överstiga riket (Andelen)"),
        ("ska förbättras jämfört med 2019", "ska förbättras jämfört med 2019"),
        ("Sjukfrånvaron ska inte öka", "inte överstiga ingångsvärdet (Sjukfrånvaron)"),
        ("Ingen ökning av sjukfrånvaron", "inte överstiga ingångsvärdet (av sjukfrånvaron)"),
        ("5 % förbättring jämfört med 2019", "förbättras med 5 % jämfört med 2019"),
        ("minska med 3 procentenheter jämfört med 2019", "minska med 3 procentenheter jämfört med 2019"),
        ("5 procentenheters ökning", "öka med 5 procentenheter"),
        ("Minska antalet vårdskador med 50 procent", "minska med 50 procent (antalet vårdskador)"),
        ("Minst 70 och högst 80", "minst 70; högst 80"),
        (
            "Samtliga vårdcentraler ska ha minst 75 i HME",
            "varje enhet: minst 75 (Samtliga vårdcentraler ska ha … i HME)",
        ),
        ("senast 2020-12-31", "senast 2020-12-31"),
        ("Plan antagen senast den 30 juni 2020", "Plan antagen senast 2020-06-30"),
        ("Minst 80 % i slutet av 2020", "minst 80 % senast 2020"),
    ],
)
def test_one_condition_has_one_text(text, canonical):
    target = Target.parse(text)
    assert str(target).replace("\u00a0", " ") == canonical
    assert TargetDoubt.UNREAD not in target.doubts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "försenad kallelse >4 månader",
        "försenad kallelse mer än 4 månader",
        "Andel nöjda >90 %",
        "Andel barn som ska ha minst 2 besök",
        "Alla enheter som väntat mer än 5 dagar",
        "ska inte öka med mer än 5 %",
        "ska öka med högst 5 %",
        "ska inte ta mer än 5 dagar",
        "Lägre än 5 % jämfört med 2019",
        "Minst 80 % nöjda och högst 5 % missnöjda",
        "Öka andelen med god hälsa och minska andelen med ohälsa",
        "Bibehålla minst 80 %",
        "minska med hälften",
        "inte minst 80 %",
        "minst 2.5 dagar",
        "minst 5-7 dagar",
        "mellan 5 och 3",
        "90 % (25/25)",
        "24/7",
        "senast 1/9",
        "senast 2020-13-01",
        "Ja/Nej",
        "2019",
        "under 2019",
        "2018-2020",
        "=>1",
        "+5 %",
        "25 genomförda",
        "Inget målvärde",
        "minst 80 % " * 200,
    ],
)
def test_what_has_no_plain_meaning_is_never_guessed(text):
    target = Target.parse(text)
    assert (target.kind, target.doubts) == (TargetKind.MILESTONE, (TargetDoubt.UNREAD,))
    assert target.words == text


def test_a_milestone_with_a_known_event_is_no_doubt_and_keeps_its_time():
    target = Target.parse("full följsamhet till planerings- och styrmodellen i slutet av 2018")
    assert (target.kind, target.due, target.doubts) == (TargetKind.MILESTONE, Period.year(2018), ())
    assert target.qualifier == "full följsamhet till planerings- och styrmodellen"


def test_per_cent_written_as_a_sign_may_be_per_cent_or_points():
    assert Target.parse("minska med 20 %").doubts == (TargetDoubt.PERCENT_OR_POINTS,)
    assert Target.parse("minska med 20 procent").doubts == ()
    assert Target.parse("minska med 20 st").doubts == ()


def test_the_choice_between_per_cent_and_points_stands_in_the_text():
    target = Target.parse("minska med 20 % mot föregående år")
    chosen = evolve(target, change_unit=ChangeUnit.PERCENT, doubts=())
    assert str(chosen) == "minska med 20 procent jämfört med föregående år"
    assert Target.parse(str(chosen)) == chosen


def test_level_is_held_as_the_measure_holds_it():
    assert Target.parse("minst 80 %").level == Decimal("0.8")
    assert Target.parse("minst 2,5 mnkr").level == 2_500_000


def test_a_long_text_of_change_words_is_read_in_no_time():
    assert Target.parse("öka med " * 100).doubts == (TargetDoubt.UNREAD,)
