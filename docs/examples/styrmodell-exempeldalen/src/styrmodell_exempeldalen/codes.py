"""What the plugin's checks may say. A code is never used again for anything else."""

from styrmodell.api import Code, Severity, Text

NO_OWNER = Code(
    code="exempeldalen.1",
    severity=Severity.WARNING,
    title=Text(sv="Mått utan ansvarig", en="A measure that nobody answers for"),
    found=Text(sv="{measure} har ingen ansvarig", en="nobody answers for {measure}"),
    expected=Text(sv="en roll som svarar för det som görs", en="a role that answers for what is done"),
    do=Text(sv="skriv rollen under owner", en="write the role under owner"),
)
FEWER_VISITS = Code(
    code="exempeldalen.2",
    severity=Severity.WARNING,
    title=Text(sv="Besöken har minskat mycket", en="Many fewer visits"),
    found=Text(
        sv="{unit} hade {now} besök {period}, mot {before} ett år tidigare",
        en="{unit} had {now} visits in {period}, and {before} a year before",
    ),
    expected=Text(sv="högst en tiondel färre", en="at most a tenth fewer"),
    do=Text(sv="rätta siffran, eller förklara minskningen i planen", en="mend the figure, or explain it in the plan"),
)
