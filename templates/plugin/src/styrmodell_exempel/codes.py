"""What the plugin's checks may say. A code is never used again for anything else."""

from styrmodell.api import Code, Severity, Text

NO_OWNER = Code(
    code="exempel.1",
    severity=Severity.WARNING,
    title=Text(sv="Mått utan ansvarig", en="A measure that nobody answers for"),
    found=Text(sv="{measure} har ingen ansvarig", en="nobody answers for {measure}"),
    expected=Text(sv="en roll som svarar för det som görs", en="a role that answers for what is done"),
    do=Text(sv="skriv rollen under owner", en="write the role under owner"),
)
