"""The kinds of findings about ledgers and code plans (SM160–SM163, SM180–SM189)."""

from styrmodell.finding import Code, Severity, Text

CLAIMED_TWICE = Code(
    code="SM160",
    severity=Severity.ERROR,
    title=Text(sv="två rader i kodplanen tar samma kodsträng", en="two rows of the code plan take the same codes"),
    found=Text(
        sv="{rows} tar alla {code}[[ och {more} kodsträngar till]]: {lines} rader, {amount} kr",
        en="{rows} all take {code}[[ and {more} more code strings]]: {lines} rows, {amount} kr",
    ),
    expected=Text(sv="en enda rad för varje kodsträng", en="one single row for each code string"),
    do=Text(
        sv="avgränsa raderna, ge dem datum som inte överlappar, eller skriv ja i kolumnen varav på den som är "
        "en del av den andra; tills dess räknas beloppet inte in",
        en="narrow the rows, give them dates that do not overlap, or write ja in the column varav on the one that is "
        "part of the other; until then the amount is left out",
    ),
)
UNMAPPED = Code(
    code="SM161",
    severity=Severity.WARNING,
    title=Text(sv="kodsträng som ingen rad i kodplanen tar", en="codes that no row of the code plan takes"),
    found=Text(sv="{code}: {lines} rader, {amount} kr", en="{code}: {lines} rows, {amount} kr"),
    expected=Text(sv="en rad i kodplanen för varje kodsträng", en="a row of the code plan for each code string"),
    do=Text(
        sv='lägg till kodsträngen i {plan}, eller en rad med "övriga"; tills dess ingår beloppet inte i något mått',
        en='add the codes to {plan}, or a row with "övriga"; until then the amount is part of no measure',
    ),
)
UNMAPPED_REST = Code(
    code="SM162",
    severity=Severity.WARNING,
    title=Text(sv="fler kodsträngar som ingen rad tar", en="more codes that no row takes"),
    found=Text(
        sv="{codes} kodsträngar till: {lines} rader, {amount} kr; utanför kodplanen i allt {total} kr",
        en="{codes} more code strings: {lines} rows, {amount} kr; {total} kr outside the code plan in all",
    ),
    expected=Text(sv="en rad i kodplanen för varje kodsträng", en="a row of the code plan for each code string"),
    do=Text(sv="börja med de största, som står var för sig", en="begin with the largest, which are told one by one"),
)
TOTAL_DIFFERS = Code(
    code="SM163",
    severity=Severity.ERROR,
    title=Text(sv="huvudboken stämmer inte med sin kontrollsumma", en="the ledger differs from its control total"),
    found=Text(
        sv="raderna ger {total}, {control_name} är {control}: skillnad {difference}",
        en="the rows give {total}, {control_name_en} is {control}: a difference of {difference}",
    ),
    expected=Text(sv="samma belopp", en="the same amount"),
    do=Text(
        sv="kontrollera att utdraget är helt och att alla rader gick att läsa; beloppen står i filens skala och tecken",
        en="check that the extract is whole and that every row could be read; amounts have the file's scale and sign",
    ),
)
MONTH_MISSING = Code(
    code="SM180",
    severity=Severity.ERROR,
    title=Text(sv="en månad saknas i ackumulerade belopp", en="a month is missing among accumulated amounts"),
    found=Text(
        sv="{found} saknas före {later}; {amount} kr kan inte fördelas på månader",
        en="{found} is missing before {later}; {amount} kr cannot be placed in months",
    ),
    expected=Text(
        sv="årets alla månader från januari, så att en månad är skillnaden mot den före",
        en="every month of the year from January: a month is the difference from the one before",
    ),
    do=Text(sv="lägg till månadens utdrag", en="add that month's extract"),
)
CODE_GONE = Code(
    code="SM181",
    severity=Severity.ERROR,
    title=Text(sv="kodsträng som försvinner ur ackumulerade belopp", en="codes that vanish among accumulated amounts"),
    found=Text(
        sv="{code}[[ och {more} till]] har {balance} kr t.o.m. {last} men saknas {gone}"
        "[[; {amount} kr kan inte fördelas på månader]]",
        en="{code}[[ and {more} more]] have {balance} kr up to {last} but are missing in {gone}"
        "[[; {amount} kr cannot be placed in months]]",
    ),
    expected=Text(
        sv="kodsträngen varje månad, också när saldot är oförändrat",
        en="the codes every month, also when nothing moved",
    ),
    do=Text(
        sv="ta ut huvudboken igen med alla kodsträngar, eller skriv 0 om saldot är borta",
        en="extract the ledger again with all codes, or write 0 where the balance is gone",
    ),
)
CLOSING_REFUSED = Code(
    code="SM182",
    severity=Severity.ERROR,
    title=Text(sv="period 13 fast den inte ska finnas", en="period 13 although there should be none"),
    found=Text(sv="{lines} rader i period 13, {amount} kr", en="{lines} rows in period 13, {amount} kr"),
    expected=Text(
        sv='period 1–12, eller period_13 = "december" eller "separate"',
        en='periods 1–12, or period_13 = "december" or "separate"',
    ),
    do=Text(
        sv="ange i styrmodell.toml hur bokslutsposterna ska räknas, eller ta ut huvudboken utan dem",
        en="say in styrmodell.toml how closing entries count, or extract the ledger without them",
    ),
)
BUDGET_DIFFERS = Code(
    code="SM183",
    severity=Severity.WARNING,
    title=Text(sv="årets budget och månaderna ger olika belopp", en="a year's budget differs from its months"),
    found=Text(
        sv="{what}: året {year_amount} kr, {months_count} månader {months_amount} kr (från {months_place}): "
        "skillnad {difference} kr",
        en="{what}: the year {year_amount} kr, {months_count} months {months_amount} kr (from {months_place}): "
        "a difference of {difference} kr",
    ),
    expected=Text(sv="en periodisering som summerar till årets budget", en="months that add up to the year's budget"),
    do=Text(
        sv="rätta periodiseringen eller årets budget; båda behålls och räknas inte ihop",
        en="correct the months or the year's budget; both are kept, and not added together",
    ),
)
NOT_A_LEDGER_PERIOD = Code(
    code="SM184",
    severity=Severity.ERROR,
    title=Text(sv="inte en period i en huvudbok", en="not a period of a ledger"),
    found=Text(sv='"{found}" på {lines} rader', en='"{found}" on {lines} rows'),
    expected=Text(
        sv="en månad, som 2024-01 eller 202401, period 13, eller ett år för en budget som inte är periodiserad",
        en="a month, such as 2024-01 or 202401, period 13, or a year for a budget that is not spread over months",
    ),
    do=Text(
        sv="rätta perioden, eller ange year under [[ledgers]] om filen bara har månadens nummer",
        en="correct the period, or give year under [[ledgers]] when the file has only the month's number",
    ),
)
COLUMNS_DIFFER = Code(
    code="SM185",
    severity=Severity.NOTE,
    title=Text(sv="kolumner utanför kodsträngen, eller som saknas", en="columns beside the code string, or missing"),
    found=Text(
        sv="[[används inte: {ignored}]]{between}[[saknas, fast kodplanen frågar efter dem: {missing}]]",
        en="[[not used: {ignored}]]{between}[[missing, although the code plan asks for them: {missing}]]",
    ),
    expected=Text(sv="kolumner ur {known}", en="columns among {known}"),
    do=Text(
        sv="inget, om det är meningen; annars ange rubrikerna i columns under [[ledgers]]",
        en="nothing, if that is meant; otherwise name the headings in columns under [[ledgers]]",
    ),
)
NOT_A_CODE_SET = Code(
    code="SM186",
    severity=Severity.ERROR,
    title=Text(sv="inte en mängd koder", en="not a set of codes"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv='koder och intervall, som 3000-3999, 4010, eller "övriga"; tomt för vilken som helst',
        en='codes and ranges, such as 3000-3999, 4010, or "övriga"; empty for any',
    ),
    do=Text(sv="rätta cellen; raden är inte läst", en="correct the cell; the row was not read"),
)
NOT_MONEY = Code(
    code="SM187",
    severity=Severity.ERROR,
    title=Text(sv="måttet är inte i kronor", en="the measure is not in kr"),
    found=Text(sv='"{found}" är i {unit}', en='"{found}" is in {unit}'),
    expected=Text(sv="ett mått med enheten kr: huvudboken innehåller belopp", en="a measure whose unit is kr"),
    do=Text(sv="välj ett annat mått eller ändra dess enhet", en="choose another measure or change its unit"),
)
DATES_REVERSED = Code(
    code="SM188",
    severity=Severity.ERROR,
    title=Text(sv="gäller till en dag före den första", en="ends before it begins"),
    found=Text(sv="från {first} till {last}", en="from {first} to {last}"),
    expected=Text(sv="en första dag som inte är senare än den sista", en="a first day not later than the last"),
    do=Text(sv="byt plats på dagarna eller rätta den ena", en="swap the days or correct one of them"),
)
TEXT_ROWS = Code(
    code="SM189",
    severity=Severity.NOTE,
    title=Text(sv="rader med text i huvudboken", en="rows of text in the ledger"),
    found=Text(sv="{count} rader utan belopp: {found}", en="{count} rows without amount: {found}"),
    expected=Text(sv="rader med konto, period och belopp", en="rows with account, period and amount"),
    do=Text(sv="inget, om de bara är rubriker eller noter", en="nothing, if they are only titles or notes"),
)
