"""click in Swedish: headings of the help, and what it says of wrong use."""

import click

from styrmodell.cli.messages import near

_PIECES = {"[OPTIONS]": "[FLAGGOR]", "COMMAND [ARGS]...": "KOMMANDO …"}


class SwedishCommand(click.Command):
    """A command whose help is in Swedish throughout."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """How the command is written: its flags and arguments."""
        return [_PIECES.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Swedish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa denna hjälp."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line: how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, one a line."""
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        with formatter.section("Flaggor"):
            formatter.write_dl([(name, _swedish(text)) for name, text in filter(None, records)])


def _swedish(text: str) -> str:
    """What click adds to an option's help."""
    return text.replace("[required]", "[obligatorisk]")


def usage_text(error: click.ClickException, lang: str) -> str:
    """What is wrong with a command line: "argumentet ARBETSYTA saknas", and where help is found."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    words = error.format_message() if lang == "en" else _words(error)
    context = getattr(error, "ctx", None)
    hint = ("see" if lang == "en" else "se") + f" {context.command_path} --help" if context is not None else ""
    return f"styrmodell: {words}" + (f"\n{hint}" if hint else "")


def _words(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter() if error.param is not None:
            if isinstance(error.param, click.Argument):
                return f"argumentet {error.param.human_readable_name} saknas"
            return f"flaggan {error.param.opts[0]} saknas"
        case click.NoSuchOption():
            return f"flaggan {error.option_name} finns inte{near(tuple(error.possibilities or ()))}"
        case click.BadOptionUsage():
            return f"flaggan {error.option_name} saknar sitt värde"
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return f"{error.param.opts[0]} ska vara ett av {choices}"
    return error.format_message()
