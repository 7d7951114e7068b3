"""What the gallery draws on: the ids of the measures, units and members of its workspace."""

ECONOMY = "galleri-ekonomi"
RESULT = "galleri-resultat"
DEVIATION = "galleri-avvikelse"
VISITS = "galleri-besok"
ACCESS = "galleri-vard"
SICK_LEAVE = "galleri-sjukfranvaro"
TRIPS = "galleri-resor"
DIGITAL = "galleri-digitalt"
INJURIES = "galleri-skador"
MONTHLY = "galleri-manad"
PER_INHABITANT = "galleri-per-inv"
MEASURES = (
    ECONOMY, RESULT, DEVIATION, VISITS, ACCESS, SICK_LEAVE, TRIPS, DIGITAL, INJURIES, MONTHLY, PER_INHABITANT,
)  # fmt: skip
NETTO = (("slag", "netto"),)
