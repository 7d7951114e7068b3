"""A plan with an object of every kind, in which nothing is wrong; tests break it in one place."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from styrmodell.finding import Finding
from styrmodell.model.action import Action, ActionReport, EffectBasis
from styrmodell.model.activity import Activity, WorkStatus
from styrmodell.model.assessment import Assessment
from styrmodell.model.assignment import Assignment
from styrmodell.model.baseline import Baseline
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.check import check_plan
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.decision import Decision, Meeting
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.direction import Direction
from styrmodell.model.due import Due
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.goal import Goal, GoalConflict
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.internal import Internal
from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind, State
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.narrative import Section
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import Rating, Risk, Score
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Outlook, Status
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Successor, Unit
from styrmodell.source import Source

YEAR = Period.year(2020)
TODAY = date(2020, 6, 1)
HALF = Fraction(1, 2)
RULES = ("sum", "own", "max", "weighted_mean")
PROFILE = Profile(
    key="p",
    valid_from=date(2019, 1, 1),
    levels=("förvaltning", "klinik"),
    versions=("beslutad",),
    value_lists=(
        ("riskkategori", ("Förtroende", "Verksamhet")),
        ("riskvardering", ("Röd", "Gul", "Grön")),
        ("paverkan", ("Medarbetare", "Hushållning resurser")),
        ("projektkategori", ("Utveckling",)),
        ("omfattning", ("Hög = 5000 h", "Låg = 500 h")),
        ("finansieringsform", ("It-plan",)),
        ("atgardskategori", ("effektivisering", "generell")),
        ("genomforbarhet", ("1 – hög", "2", "3")),
        ("malniva", ("inriktningsmål", "strategiskt mål")),
    ),
    scales=(("sannolikhet", ("låg", "medel", "hög", "mycket hög")), ("konsekvens", ("liten", "stor"))),
)


def links(*ids: str, shares: tuple[Fraction, ...] = ()) -> tuple[Link, ...]:
    return tuple(Link(id=name, share=shares[place] if place < len(shares) else None) for place, name in enumerate(ids))


def whole_plan() -> Plan:
    """A plan with an object of every kind."""
    return Plan(
        id="plan-2020",
        unit_id="rlf",
        period=YEAR,
        decision_id="b1",
        units=(
            Unit(id="rlf", name="Förvaltningen", level="förvaltning"),
            Unit(id="gamla", name="Gamla", parent_id="rlf", valid_to=date(2018, 12, 31), successors=(
                Successor(unit_id="norr", share=Fraction(1, 3)), Successor(unit_id="soder", share=Fraction(2, 3)),
            )),
            Unit(id="norr", name="Norr", parent_id="rlf", level="klinik"),
            Unit(id="soder", name="Söder", parent_id="rlf", level="klinik"),
        ),
        hierarchies=(
            Hierarchy(id="linje", places=(
                Place(unit_id="rlf"),
                Place(unit_id="norr", parent_id="rlf", valid_to=date(2019, 12, 31)),
                Place(unit_id="norr", parent_id="soder", valid_from=date(2020, 1, 1)),
                Place(unit_id="soder", parent_id="rlf"),
            )),
        ),
        dimensions=(
            Dimension(id="dvo", members=(
                Member(id="summa", parts=("vard", "ovrigt"), codes="Dvo 999"),
                Member(id="vard", codes="Dvo 010--090, 092"),
                Member(id="ovrigt", codes="Övr.Dvo"),
                Member(id="utvalda", parts=("vard",), selection=True),
            )),
        ),
        goals=(
            Goal(
                id="inriktning",
                name="God vård",
                level="inriktningsmål",
                unit_id="rlf",
                status_rule=StatusRule(by=StatusChoice.WEIGHTED),
            ),
            Goal(
                id="tider",
                name="Kortare väntan",
                level="strategiskt mål",
                parents=(Link(id="inriktning", weight="2"),),
                origin="RS",
            ),
        ),
        goal_conflicts=(GoalConflict(id="k1", goals=("inriktning", "tider"), decision_id="b1"),),
        scorecards=(
            Scorecard(id="kort-region", name="Regionens", unit_id="rlf", period=YEAR),
            Scorecard(
                id="kort",
                name="Styrkort",
                unit_id="rlf",
                period=YEAR,
                parents=("kort-region",),
                decision_id="b1",
                perspectives=(Perspective(id="process", name="Process", goal_id="inriktning"),),
                lines=(ScorecardLine(perspective_id="process", goals=("tider",), measure_id="inom90", origin="RS"),),
            ),
        ),
        measures=(
            Measure(
                id="inom90",
                name="Andel inom 90 dagar",
                unit="%",
                rule="own",
                direction=Direction.HIGHER,
                target=Target.parse("minst 80 %"),
                tolerance="0.02",
                missing=MissingPolicy.CARRY_FORWARD,
                max_age_months=6,
                baseline=Baseline.parse("2019: 67/90 (74%)"),
                goals=links("tider"),
                owner="Områdeschef",
                reporting_owner="Controller",
                system="Väntetidsdatabasen",
                reporting=Reporting.parse("Månadsvis"),
            ),
            Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("dvo",), internal=Internal.NET),
            Measure(id="svar", name="Antal svar", unit="antal"),
            Measure(id="nojdhet", name="Nöjdhet", unit="poäng", rule="weighted_mean", weight_id="svar"),
            Measure(id="nojdast", name="Högsta nöjdhet", unit="poäng", rule="max", of_id="nojdhet"),
            Measure(
                id="kostnad-per-svar",
                name="Kostnad per svar",
                unit="kr/svar",
                definition=parse_expression("ekonomi[dvo=010, typ=budget, version=beslutad, ie=0-2] / svar"),
            ),
        ),
        targets=(TargetLevel(measure_id="inom90", unit_id="norr", period=YEAR, target=Target.parse("minst 85 %")),),
        assessments=(
            Assessment(
                measure_id="inom90", unit_id="norr", period=YEAR, status=Status.CLOSE, by="Områdeschef", why="Sent in"
            ),
            Assessment(
                goal_id="tider", unit_id="rlf", period=YEAR, outlook=Outlook.PARTLY, by="RS", why="Långsamt"
            ),
        ),
        assignments=(
            Assignment(
                id="u1",
                name="Minska köerna",
                addressee="Regiondirektören",
                due_meeting="nästkommande sammanträde",
                decisions=links("b1"),
                reports=links("b2"),
                goals=links("tider"),
                measures=links("inom90"),
            ),
        ),
        activities=(
            Activity(
                id="a1",
                name="Ny schemaläggning",
                unit_id="norr",
                start=date(2020, 1, 1),
                end=date(2020, 12, 31),
                started=date(2020, 2, 1),
                status=WorkStatus.STARTED,
                goals=links("tider"),
                measures=links("inom90"),
                assignments=links("u1"),
                risks=links("r1"),
            ),
        ),
        actions=(
            Action(
                id="atgard1",
                name="Färre hyrläkare",
                unit_id="norr",
                category="Effektivisering",
                feasibility=1,
                target="2000000",
                basis=EffectBasis.NET,
                net="1500000",
                first_month=Period.parse("2020-04"),
                decisions=links("b1"),
                goals=links("tider"),
            ),
            Action(id="atgard2", name="Färre hyrläkare", unit_id="soder", target="2000000", same_as_id="atgard1"),
        ),
        action_reports=(ActionReport(action_id="atgard1", period=Period.parse("2020-T1"), net_calculated=True),),
        calendar=(
            CalendarStep(key="bokslut", name="Årsbokslut", due=Due.parse("20 januari året efter"), levels=("klinik",)),
        ),
        completed_steps=(
            CompletedStep(step="bokslut", unit_id="norr", period=YEAR, done=date(2021, 1, 20), role="Controller"),
        ),
        meetings=(Meeting(id="m1", body="RS", date=date(2019, 11, 1)),),
        decisions=(
            Decision(id="b1", body="RS", date=date(2019, 11, 1), about=links("tider", "inom90")),
            Decision(id="b2", body="RS", about=links("u1", "m1")),
        ),
        risks=(
            Risk(
                id="r1",
                name="Brist på sköterskor",
                unit_id="rlf",
                categories=("Verksamhet",),
                impacts=("Medarbetare",),
                ratings=(Rating(word="Röd"), Rating(word="Gul")),
                before=Score(likelihood=4, consequence=2),
                plan="Rekrytera",
                owner="HR-chef",
                status=WorkStatus.STARTED,
                goals=links("tider"),
                measures=links("inom90"),
            ),
        ),
        projects=(
            Project(
                id="p1",
                name="Nytt bokningssystem",
                unit_id="rlf",
                category="Utveckling",
                extent="Hög = 5000 h",
                financing="It-plan",
                impacts=("Hushållning resurser",),
                start=date(2020, 1, 1),
                end=date(2021, 1, 1),
                goals=links("tider", "inriktning", shares=(HALF, HALF)),
                decisions=links("b1"),
            ),
        ),
        it_projects=(ITProject(project_id="p1"),),
        investments=(
            Investment(id="i1", name="Servrar", unit_id="rlf", project_id="p1", goals=links("tider")),
            Investment(id="i2", name="Kablar", parent_id="i1"),
        ),
        sections=(Section(id="s1", heading="Inledning", unit_id="rlf", about=links("kort")),),
        observations=(
            Observation(measure_id="ekonomi", unit_id="norr", period=YEAR, dims=(("dvo", "vard"),), value="1"),
            *items(),
            Observation(
                measure_id="ekonomi",
                unit_id="norr",
                period=YEAR,
                dims=(("dvo", "vard"),),
                value="2",
                state=State.SETTLED,
                reporter="Ekonomichef",
                comment="En faktura låg på fel år",
            ),
        ),
    )  # fmt: skip


def items() -> tuple[Observation, ...]:
    """What one code was budgeted, as items: told by who is on the other side."""
    item = Observation(
        measure_id="ekonomi", unit_id="norr", period=YEAR, kind=Kind.BUDGET, dims=(("dvo", "010"),), value="-5"
    )
    return (
        evolve(item, counterparty="soder", ie="0"),
        evolve(item, counterparty="101", ie="2"),
        evolve(item, counterparty="", ie="9"),
    )


def changed(whole: Plan, collection: str, place: int = 0, /, **changes: object) -> Plan:
    """*whole* with one object of *collection* changed; it stands in Blad1!B2."""
    things = list(getattr(whole, collection))
    things[place] = evolve(things[place], **{"source": Source(file="plan.xlsx", place="Blad1!B2"), **changes})
    return evolve(whole, **{collection: tuple(things)})


def found(plan: Plan, **how: object) -> tuple[Finding, ...]:
    """What check_plan finds, with a profile and a day; every finding has its places filled in both languages."""
    findings = check_plan(plan, **{"profile": PROFILE, "today": TODAY, "rules": RULES, **how})
    for finding in findings:
        assert "{" not in finding.text("sv") + finding.text("en")
    return findings


def codes(plan: Plan, **how: object) -> list[str]:
    return [finding.code.code for finding in found(plan, **how)]
