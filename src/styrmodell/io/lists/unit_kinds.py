"""Lists of what a plan stands on: its head, units, hierarchies, dimensions, printed figures and running text."""

from styrmodell.io.lists.kind import ListKind
from styrmodell.io.plan_head import PlanHead
from styrmodell.model.dimension import Dimension
from styrmodell.model.hierarchy import Hierarchy
from styrmodell.model.narrative import Section
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.unit import Unit

UNIT_KINDS = (
    ListKind(
        key="units",
        cls=Unit,
        sheets="enheter; enhet; organisation; organisationsenheter; units",
        required=("id", "name"),
        names=(),
        headings=(
            ("id", "Id; Enhets-id; Kod; Enhetskod"),
            ("name", "Namn; Benämning; Enhet; Enhetens namn"),
            ("level", "Nivå; Organisationsnivå; Enhetstyp; Typ"),
            ("parent", "Överordnad; Överordnad enhet; Ingår i; Tillhör; Förälder"),
            ("valid_from", "Giltig från; Gäller från; Från; Fr o m"),
            ("valid_to", "Giltig till; Gäller till; Gäller t o m; Till; T o m"),
            ("successors.0.unit", "Efterträdare; Ersatt av; Ersätts av"),
        ),
    ),
    ListKind(
        key="hierarchies",
        cls=Hierarchy,
        sheets="hierarkier; hierarki; organisationsträd; hierarchies",
        required=("id", "places.unit"),
        names=(),
        items="places",
        headings=(
            ("id", "Hierarki; Hierarki-id; Hierarchy"),
            ("name", "Hierarkins namn; Hierarkinamn"),
            ("kind", "Hierarkityp; Slag av hierarki; Typ"),
            ("places.unit", "Enhet; Enhets-id; Unit"),
            ("places.parent", "Överordnad; Överordnad enhet; Ingår i; Tillhör; Parent"),
            ("places.valid_from", "Giltig från; Gäller från; Från; Valid from"),
            ("places.valid_to", "Giltig till; Gäller till; Till; Valid to"),
        ),
    ),
    ListKind(
        key="dimensions",
        cls=Dimension,
        sheets="indelningar; indelning; dimensioner; dimensions",
        required=("id", "members.id"),
        names=(),
        items="members",
        headings=(
            ("id", "Indelning; Dimension; Indelnings-id"),
            ("name", "Indelningens namn"),
            ("members.id", "Id; Medlem; Medlems-id; Member"),
            ("members.name", "Namn; Benämning; Medlemmens namn; Name"),
            ("members.parts", "Delar; Består av; Summa av; Parts"),
            ("members.parent", "Ingår i; Del av; Överordnad; Part of; Parent"),
            ("members.codes", "Koder; Kod; Codes"),
            ("members.selection", "Urval; Selection"),
        ),
    ),
    ListKind(
        key="printed",
        cls=PrintedFigure,
        sheets="tryckta siffror; tryckta; printed",
        required=("cell", "text"),
        names=(),
        headings=(
            ("cell", "Cell; Cell-id"),
            ("text", "Tryckt; Tryckt siffra; Siffra; Printed"),
        ),
    ),
    ListKind(
        key="plan",
        cls=PlanHead,
        sheets="plan; planhuvud; om planen",
        required=("unit", "period"),
        names=(),
        headings=(
            ("id", "Id; Plan; Plan-id"),
            ("unit", "Enhet; Nämnd; Förvaltning"),
            ("period", "Period; År; Planår; Planperiod"),
            ("title", "Titel; Rubrik; Namn"),
            ("state", "Läge; Status; Tillstånd"),
            ("dnr", "Dnr; Diarienummer; Diarienr"),
            ("body", "Organ; Beslutande organ; Beslutas av"),
            ("paragraph", "Paragraf; §"),
            ("dated", "Daterad; Datum; Version; Versionsdatum"),
            ("decided", "Beslutad; Beslutsdatum; Fastställd"),
            ("decision", "Beslut; Beslut-id"),
            ("signed_by", "Undertecknas av; Undertecknad av; Underskrift"),
        ),
    ),
    ListKind(
        key="sections",
        cls=Section,
        sheets="textavsnitt; avsnitt; texter; sections",
        required=("heading",),
        prefix="avsnitt",
        names=("number", "heading"),
        headings=(
            ("id", "Id; Avsnitts-id"),
            ("heading", "Rubrik; Avsnitt; Avsnittsrubrik"),
            ("number", "Nummer; Nr; Avsnittsnummer; Avsnittsnr"),
            ("level", "Nivå; Rubriknivå"),
            ("text", "Text; Innehåll; Brödtext"),
            ("unit", "Enhet; Förvaltning"),
            ("period", "Period; År"),
            ("report", "Rapport; Dokument"),
            ("about", "Gäller; Avser; Om"),
        ),
    ),
)
