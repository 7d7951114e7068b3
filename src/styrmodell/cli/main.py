"""The command styrmodell. It imports nothing heavy: `--help` answers at once, commands load when used."""

import gc
import sys
from typing import NoReturn

import click

from styrmodell.cli.console import default_language, tell
from styrmodell.cli.engines import command_engine, own_version, trace_of_fault, words_of_fault
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.lost_stream import LostStream, standing_streams
from styrmodell.cli.messages import message
from styrmodell.cli.swedish import SwedishCommand, usage_text
from styrmodell.errors import PluginError, ReadError, RenderError, StyrmodellError, UnknownNameError
from styrmodell.model.ids import require_known

# command → (module, one line of help): the table from which commands load.
_COMMANDS = {
    "acknowledge": ("acknowledge", "Kvittera en iakttagelse: varför, vilken roll och till och med när."),
    "calendar": ("calendar", "Visa vad som ska lämnas, när och av vem, också som en fil för Outlook."),
    "check": ("check", "Granska en arbetsyta: allt som är fel eller tveksamt, på en gång."),
    "diff": ("diff", "Visa vad som har ändrats sedan förra rapporten, och varför summorna rört sig."),
    "collect": ("collect", "Läs in formulär som har kommit tillbaka."),
    "explain": ("explain", "Visa var en siffra kommer ifrån, ner till fil och rad."),
    "form": ("form", "Skriv formulär som enheterna fyller i i Excel."),
    "freeze": ("freeze", "Frys det som ett organ beslutade om, med indata och kontrollsummor."),
    "init": ("init", "Börja en arbetsyta."),
    "placed": ("placed", "Visa belopp efter det som objekten bidrar till, varje objekt en gång."),
    "plugin": ("plugin", "Börja en egen tilläggsmodul."),
    "plugins": ("plugins", "Visa installerade tilläggsmoduler."),
    "reconcile": ("reconcile", "Stäm av huvudböcker mot kodplanen."),
    "render": ("render", "Skriv rapporter som Excel, Word och HTML."),
    "reports": ("reports", "Visa rapporter som går att skriva."),
    "rollover": ("rollover", "Gör nästa års utkast av en arbetsyta, i en ny mapp."),
    "save": ("save", "Spara en arbetsyta som JSON eller CSV, i en egen mapp."),
    "savings": ("savings", "Visa handlingsplanen: mål, utfall, prognos och avvikelse."),
    "show": ("show", "Visa vad en arbetsyta håller."),
    "status": ("status", "Visa hur mått och mål står till sina målvärden."),
    "verify": ("verify", "Pröva om det som är fryst eller skrivet är vad det var."),
    "schema": ("schema", "Visa eller skriv JSON-scheman för arbetsytans filer."),
    "template": ("template", "Granska en egen Wordmall, eller visa vad den får använda."),
}
_EXITS = {
    UnknownNameError: ExitCode.USAGE,
    ReadError: ExitCode.CANNOT_READ,
    RenderError: ExitCode.CANNOT_WRITE,
    PluginError: ExitCode.PLUGIN,
}


# (Swedish, English)
_NOWHERE = (
    "svaret kunde inte skrivas: stdout är stängd eller full; öppna den, eller skicka svaret till en fil som får plats",
    "the answer could not be written: stdout is closed or full; open it, or send the answer to a file with room for it",
)
_NO_MEMORY = (
    "minnet räckte inte; stäng andra program, eller ta färre rapporter åt gången med --report. Det som fanns är orört",
    "out of memory; close other programs, or take fewer reports at a time with --report. What was there is untouched",
)


class _LazyGroup(SwedishCommand, click.Group):
    """A group that knows its commands' names and help without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        require_known("command", cmd_name, _COMMANDS)
        return command_engine(_COMMANDS[cmd_name][0])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, text) for name, (_, text) in sorted(_COMMANDS.items())])


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"styrmodell {own_version()}")
        ctx.exit()


@click.command(cls=_LazyGroup, name="styrmodell")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Visa versionen."
)
def group() -> None:
    """Planer, budgetbilagor och uppföljning ur vanliga filer: exakta siffror som kan förklaras."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    code = run(args)
    # What is left goes with the process: to look for cycles among millions of figures takes longer than to read them.
    gc.freeze()
    sys.exit(code)


def run(args: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        args: Arguments; None takes the process's own.

    Returns:
        The exit code. A fault that is told has no traceback; a bug does, and ends with 70.
    """
    lang = _language(sys.argv[1:] if args is None else args)
    with standing_streams():
        code = _run(args, lang)
        if isinstance(sys.stdout, LostStream) and sys.stdout.is_lost:
            tell(f"styrmodell: {_NOWHERE[lang == 'en']}")
            code = max(code, ExitCode.CANNOT_WRITE)
    return code


def _run(args: list[str] | None, lang: str) -> int:
    try:
        return int(group.main(args=args, prog_name="styrmodell", standalone_mode=False) or ExitCode.OK)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        tell("Avbrutet.")
        return ExitCode.FINDINGS
    except click.ClickException as error:
        tell(usage_text(error, lang))
        return ExitCode.USAGE
    except (BrokenPipeError, SystemExit):
        # The reader went away (`| head`): there is nobody to tell. Click leaves when it meets that itself.
        return ExitCode.OK
    except StyrmodellError as error:
        tell(f"styrmodell: {message(error, lang)}")
        return next((code for kind, code in _EXITS.items() if isinstance(error, kind)), ExitCode.USAGE)
    except MemoryError:
        tell(f"styrmodell: {_NO_MEMORY[lang == 'en']}")
        return ExitCode.CANNOT_WRITE
    except OSError as error:  # the world's fault, wherever it is met
        tell(f"styrmodell: {words_of_fault(error, lang)}")
        return ExitCode.CANNOT_WRITE
    except Exception:  # ours to mend: the traceback is what a report of it needs
        tell(f"{trace_of_fault()}styrmodell: ett fel i programmet; anmäl det med texten ovan")
        return ExitCode.BUG


def _language(args: list[str]) -> str:
    """The language asked for with --lang, else the locale's; a fault may come before the options are read."""
    for place, arg in enumerate(args):
        if arg.startswith("--lang"):
            return (arg.partition("=")[2] or "".join(args[place + 1 : place + 2])).strip()
    return default_language()
