"""The words of overrullning.md, in Swedish and English."""

from styrmodell.finding import Text

TITLE = Text(sv="# Planen för {year}", en="# The plan of {year}")
FROM = Text(sv="Utkastet är fört över från {name}.", en="The draft is rolled over from {name}.")
PLAN_OF = Text(sv="planen för {year}", en="the plan of {year}")
EMPTY = Text(
    sv="Diarienummer, paragraf och datum är tomma.", en="Its registration number, paragraph and dates are empty."
)
DECIDE = Text(sv="Att bestämma", en="To decide")
KNOW = Text(sv="Att känna till", en="To know")
STARTS = Text(sv="Ingångsvärden ur utfallet {year}", en="Baselines from the outcome of {year}")
STARTS_HEAD = Text(sv="| mått | enhet | ingångsvärde | källa |", en="| measure | unit | baseline | source |")
FOLLOWED = Text(sv="Följde med", en="Followed")
FOLLOWED_HEAD = Text(sv="| | följde med | stannade |", en="| | followed | stayed |")
STAYED = Text(sv="Stannade i den gamla arbetsytan", en="Stayed in the old workspace")
NOTHING = Text(sv="Inget.", en="Nothing.")
NONE = Text(sv="Inga.", en="None.")
SECTIONS = Text(
    sv="- Skriv om texten i {count} avsnitt; de är märkta med året texten är från.",
    en="- Rewrite the text of {count} sections; they are marked with the year that the text is from.",
)
WORD_FILE = Text(
    sv="- Skriv om texten i {file}; den är förra årets.", en="- Rewrite the text of {file}; it is last year's."
)
SETTING = Text(
    sv="- Inställningen {name} för {report} är {value}. Ska den vara det nya årets?",
    en="- The setting {name} of {report} is {value}. Should it be of the new year?",
)
DEFINITION = Text(
    sv="- Definitionen av {name} nämner ett år: {definition}. Ska det ändras?",
    en="- The definition of {name} names a year: {definition}. Should it change?",
)
TABLE = Text(
    sv="- Tabellen {key} nämner {year}. Ska det ändras?", en="- The table {key} names {year}. Should it change?"
)
FIGURES = Text(sv="{count} värden från {year}", en="{count} figures of {year}")
