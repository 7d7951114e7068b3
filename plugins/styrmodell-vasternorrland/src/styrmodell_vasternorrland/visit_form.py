"""What the form of bilaga 9 a has, for a plan that does not say: areas, professions, contacts and notes."""

from styrmodell.api import Dims, Member

PROFESSIONS = (
    Member(id="lakare", name="Läkare"),
    Member(id="distriktsskoterska", name="Distriktsköterska/sjuksköterska"),
    Member(id="barnmorska", name="Barnmorska/sjuksköterska"),
    Member(id="sjukskoterska", name="Sjuksköterska"),
    Member(id="fysioterapeut", name="Fysioterapeut/sjukgymnast"),
    Member(id="arbetsterapeut", name="Arbetsterapeut"),
    Member(id="annan", name="Annan personalkategori"),
)
CONTACTS = (
    Member(id="mottagning", name="Mottagning besök"),
    Member(id="hembesok", name="Hemsjukv/hembesök"),
    Member(id="telefon", name="Telefon-/brevkontakt"),
)
# Each delverksamhetsområde, and the professions it has.
AREAS: tuple[tuple[Member, tuple[str, ...]], ...] = (
    (Member(id="010", name="Allmänläkarvård", codes="DVO 010"), ("lakare",)),
    (Member(id="015", name="Sjuksköterskevård", codes="DVO 015"), ("distriktsskoterska", "annan")),
    (Member(id="020", name="Mödrahälsovård", codes="DVO 020"), ("lakare", "barnmorska", "annan")),
    (Member(id="025", name="Barnhälsovård", codes="DVO 025"), ("lakare", "sjukskoterska", "annan")),
    (Member(id="030", name="Fysioterapi/arbetsterapi", codes="DVO 030"), ("fysioterapeut", "arbetsterapeut", "annan")),
    (Member(id="090", name="Övrig primärvård", codes="DVO 090"), ("lakare", "sjukskoterska", "annan")),
)
# Row, what stands before its figures, and the member of the professions that it counts.
TOTALS = (("lakarbesok", "Läkarbesök", "lakare"), ("ovriga", "Övriga vårdgivare besök", "ovriga"))

# A mark, what it stands at, and its note.
MARKS: tuple[tuple[str, Dims, str], ...] = (
    (
        "1)",
        (("vardomrade", "030"), ("profession", "fysioterapeut")),
        "Inkluderar besök som görs av privatpraktikserande fysioterapeuter på nationella taxan",
    ),
    (
        "2)",
        (("vardomrade", "090"), ("profession", "annan")),
        "Dietist, psykolog, kurator m.m. samt cellprov, p-rådgivning m.m. "
        "(ej mödravård men som handhas på mödravården)",
    ),
    ("3)", (("kontakt", "hembesok"),), "Inkluderar DVO 060 Primärvårdsansluten hemsjukvård"),
)
REMARKS = (
    "Sammanställningen är uppbyggd utifrån den modell som används vid inlämning av verksamhetsstatistik till SKL. "
    "Modellen bygger på indelningen i delverksamhetsområden (DVO).",
    "Utfall {year} överensstämmer med den verksamhetsstatistik som lämnades av Region Västernorrland för {year}.",
)
