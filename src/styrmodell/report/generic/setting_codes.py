"""Findings of the settings of the generic reports."""

from styrmodell.finding import Code, Severity, Text

WRONG_SETTING = Code(
    code="SM497",
    severity=Severity.ERROR,
    title=Text(sv="En rapports inställning är fel", en="A setting of a report is wrong"),
    found=Text(sv="{report}: {name} = {value}", en="{report}: {name} = {value}"),
    expected=Text(sv="{expected}[[; menade du {near}?]]", en="{expected_en}[[; did you mean {near}?]]"),
    do=Text(
        sv='rätta den under [reports."{report}"] i styrmodell.toml; tills dess skrivs tabellen inte',
        en='correct it under [reports."{report}"] in styrmodell.toml; until then the table is not written',
    ),
)
