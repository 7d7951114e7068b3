"""The words of the savings plan, in Swedish and English."""

from collections.abc import Mapping

from styrmodell.report.rounding import ROUNDING_REMARK

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("actions", "Åtgärder", "Actions"),
    ("action", "åtgärd", "action"),
    ("unit", "enhet", "unit"),
    ("target", "mål", "target"),
    ("gross", "brutto", "gross"),
    ("counter_effects", "moteffekter", "costs elsewhere"),
    ("net", "netto", "net"),
    ("outcome", "utfall", "outcome"),
    ("left", "kvar", "left"),
    ("reached", "av målet", "of target"),
    ("forecast", "prognos", "forecast"),
    ("deviation", "avvikelse", "deviation"),
    ("change", "förändring", "change"),
    ("full_year", "helår", "full year"),
    ("part_year", "del av helår", "part of year"),
    ("remark", "anmärkning", "remark"),
    ("total", "summa", "total"),
    ("of", "av", "of"),
    ("levels", "Planen som helhet", "The plan as a whole"),
    ("by.unit", "Per enhet", "By unit"),
    ("by.category", "Per kategori", "By category"),
    ("by.feasibility", "Per genomförbarhet", "By feasibility"),
    ("by.origin", "Per ursprung", "By origin"),
    ("by.basis", "Brutto och netto", "Gross and net"),
    ("changes", "Prognosen sedan förra rapporten", "The forecast since the report before"),
    ("before", "förra", "before"),
    ("now", "nu", "now"),
    ("version", "version", "version"),
    ("comment", "kommentar", "comment"),
    ("no_comment", "kommentar saknas", "no comment"),
    ("lacks", "Antal och vad som saknas", "How many, and what is lacking"),
    ("count", "antal", "count"),
    ("which", "åtgärder", "actions"),
    ("counted", "åtgärder räknas", "actions count"),
    ("parts", "delar, som ingår i dem", "parts, which are in them"),
    ("repeated", "räknas hos någon annan", "count with somebody else"),
    ("repeats", "räknas i {name}", "counts in {name}"),
    ("judged_one", "bedömt utfall", "outcome judged"),
    ("out_of_reach_one", "når inte målet ens på helår", "out of reach even in a whole year"),
    ("needs", "väntar på {needs}", "waits for {needs}"),
    ("without_net", "nettoeffekten är inte beräknad", "the net effect is not calculated"),
    ("net_unsaid", "ingen har sagt om netto är beräknat", "nobody said whether the net is calculated"),
    ("without_target", "mål saknas", "no target"),
    ("without_forecast", "prognos saknas", "no forecast"),
    ("without_outcome", "utfall saknas", "no outcome"),
    ("without_feasibility", "genomförbarhet saknas", "no feasibility"),
    ("without_method", "mätmetod saknas", "no method of measuring"),
    ("every", "alla", "all"),
    ("judged", "utfallet är en bedömning", "the outcome is a judgement"),
    ("out_of_reach", "målet nås inte ens på helår", "the target is out of reach even in a whole year"),
    ("rounding", ROUNDING_REMARK, "Sums may differ because of rounding."),
    ("waiting", "väntar på politiska beslut", "waits for political decisions"),
)


def savings_words(lang: str) -> Mapping[str, str]:
    """Key → word in *lang*, "sv" or "en"; anything else gives Swedish."""
    return {key: english if lang == "en" else swedish for key, swedish, english in _WORDS}
