"""What a plan's follow-up deserves to be told."""

from styrmodell.api import Code, Severity, Text

STATUS_BEHIND = Code(
    code="jamtland-harjedalen.1",
    severity=Severity.WARNING,
    title=Text(sv="Aktiviteter har kommit längre än sin status", en="Activities have come further than their status"),
    found=Text(
        sv="{unit}: {count} aktiviteter, bland dem {names}", en="{unit}: {count} activities, among them {names}"
    ),
    expected=Text(
        sv="en status som stämmer med datum och kommentarer", en="a status that agrees with dates and comments"
    ),
    do=Text(sv="ändra statusen; båda visas i uppföljningen", en="change the status; both are shown in the follow-up"),
)
OUTSIDE = Code(
    code="jamtland-harjedalen.2",
    severity=Severity.WARNING,
    title=Text(sv="Leder inte till något målområde", en="Leads to no målområde"),
    found=Text(sv="{name}", en="{name}"),
    expected=Text(sv="ett mål under ett målområde", en="a goal under a målområde"),
    do=Text(sv="ange målet under goals", en="name the goal under goals"),
)
