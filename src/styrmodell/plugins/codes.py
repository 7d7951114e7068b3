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
    expected=Text(sv="en av krokarna {hooks}", en="one of the hooks {hooks}"),
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
    do=_SWITCHED_OFF,
)
OLD_API = Code(
    code="SM506",
    severity=Severity.ERROR,
    title=Text(sv="Tilläggsmodulen är gjord för en annan version", en="The plugin is made for another version"),
    found=Text(sv="{plugin} är gjord för plugin_api {found}", en="{plugin} is made for plugin_api {found}"),
    expected=Text(sv="plugin_api {expected}", en="plugin_api {expected}"),
    do=_SWITCHED_OFF,
)
