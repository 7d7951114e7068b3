"""Findings about plugins. Each names the distribution and its version."""

from styrmodell.finding import Code, Severity, Text

_SWITCHED_OFF = Text(
    sv="tilläggsmodulen är avstängd i denna körning; uppdatera eller avinstallera {plugin}",
    en="the plugin is switched off for this run; update or uninstall {plugin}",
)

NOT_LOADED = Code(
    code="SM501",
    severity=Severity.ERROR,
    title=Text(sv="Tilläggsmodulen kunde inte läsas in", en="The plugin could not be loaded"),
    found=Text(sv="{plugin}: {error}", en="{plugin}: {error}"),
    expected=Text(sv="en modul som går att importera", en="a module that can be imported"),
    do=_SWITCHED_OFF,
)
HOOK_FAILED = Code(
    code="SM502",
    severity=Severity.ERROR,
    title=Text(sv="En krok i tilläggsmodulen misslyckades", en="A hook of the plugin failed"),
    found=Text(sv="{plugin} {hook}: {error}", en="{plugin} {hook}: {error}"),
    expected=Text(sv="det kroken ska ge", en="what the hook should give"),
    do=_SWITCHED_OFF,
)
UNKNOWN_HOOK = Code(
    code="SM503",
    severity=Severity.ERROR,
    title=Text(sv="Krok som inte finns eller har fel argument", en="A hook that does not exist or has wrong arguments"),
    found=Text(sv="{plugin}: {error}", en="{plugin}: {error}"),
    expected=Text(
        sv="en av krokarna {hooks}, utan argument[[; menade du {near}?]]",
        en="one of the hooks {hooks}, without arguments[[; did you mean {near}?]]",
    ),
    do=_SWITCHED_OFF,
)
DOUBLE_KEY = Code(
    code="SM504",
    severity=Severity.ERROR,
    title=Text(sv="Samma nyckel från två tilläggsmoduler", en="One key from two plugins"),
    found=Text(sv="{key} från både {plugin} och {other}", en="{key} from both {plugin} and {other}"),
    expected=Text(sv="en nyckel som bara en ger", en="a key that only one gives"),
    do=Text(sv="avinstallera den ena; {other} används", en="uninstall one of them; {other} is used"),
)
WRONG_KEY = Code(
    code="SM505",
    severity=Severity.ERROR,
    title=Text(sv="Nyckel utan tilläggsmodulens namn", en="Key without the plugin's name"),
    found=Text(sv="{key} från {plugin}", en="{key} from {plugin}"),
    expected=Text(sv="en nyckel som börjar med {prefix}", en="a key that begins with {prefix}"),
    do=Text(
        sv="den används inte; be den som gjort {plugin} att börja nyckeln med {prefix}",
        en="it is not used; ask the author of {plugin} to begin the key with {prefix}",
    ),
)
OLD_API = Code(
    code="SM506",
    severity=Severity.ERROR,
    title=Text(sv="Tilläggsmodulen är gjord för en annan version", en="The plugin is made for another version"),
    found=Text(sv="{plugin} är gjord för plugin_api {found}", en="{plugin} is made for plugin_api {found}"),
    expected=Text(sv="plugin_api {expected}", en="plugin_api {expected}"),
    do=_SWITCHED_OFF,
)
WRONG_RESULT = Code(
    code="SM507",
    severity=Severity.ERROR,
    title=Text(
        sv="En krok i tilläggsmodulen ger fel sorts sak", en="A hook of the plugin gives the wrong kind of thing"
    ),
    found=Text(sv="{plugin} {hook} ger {found}", en="{plugin} {hook} gives {found}"),
    expected=Text(sv="en följd av {expected}", en="a sequence of {expected}"),
    do=_SWITCHED_OFF,
)
PRINTED = Code(
    code="SM508",
    severity=Severity.WARNING,
    title=Text(sv="Tilläggsmodulen skriver ut text", en="The plugin prints text"),
    found=Text(sv="{plugin} {where}: {text}", en="{plugin} {where}: {text}"),
    expected=Text(sv="ingen utskrift; stdout är till för data", en="no output; stdout is for data"),
    do=Text(
        sv="utskriften visas bara här; be den som gjort {plugin} att ta bort den",
        en="the output is shown only here; ask the author of {plugin} to remove it",
    ),
)
NO_API = Code(
    code="SM509",
    severity=Severity.WARNING,
    title=Text(
        sv="Tilläggsmodulen säger inte vilken version den är gjord för",
        en="The plugin does not say which version it is made for",
    ),
    found=Text(sv="{plugin} saknar plugin_api", en="{plugin} has no plugin_api"),
    expected=Text(sv="plugin_api = {expected}", en="plugin_api = {expected}"),
    do=Text(
        sv="den används ändå; be den som gjort {plugin} att skriva plugin_api = {expected} i modulen {module}",
        en="it is used all the same; ask the author of {plugin} to write plugin_api = {expected} in the module {module}",
    ),
)
RULE_FAILED = Code(
    code="SM510",
    severity=Severity.ERROR,
    title=Text(sv="En regel från en tilläggsmodul misslyckades", en="A rule of a plugin failed"),
    found=Text(
        sv="{plugin} {hook} {rule}: {part}: {error}[[, för {given}]]",
        en="{plugin} {hook} {rule}: {part}: {error}[[, of {given}]]",
    ),
    expected=Text(
        sv="ett värde som går att räkna exakt, eller inget (None) där inget kan räknas",
        en="a value that can be computed exactly, or nothing (None) where none can be told",
    ),
    do=Text(
        sv="[[{report} görs inte; ]]ge de mått som har regeln {rule} en annan, eller uppdatera {plugin}, och anmäl felet"
        " till den som gjort den",
        en="[[{report} is not made; ]]give the measures that have the rule {rule} another, or update {plugin}, and"
        " report it to the author",
    ),
)
