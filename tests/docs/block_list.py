"""Which test takes which blocks of which page; test_every_block.py holds the pages to it."""

from collections.abc import Mapping

from attrs import frozen


@frozen
class Taken:
    """What takes the blocks of one language on a page.

    Attributes:
        test: File and function.
        number: How many blocks; None where the test finds each by itself.
        where: The last part of the page's name, if the test's file calls it something else.
    """

    test: str
    number: int | None = None
    where: str = ""


@frozen
class NotRun:
    """Blocks that are not run here.

    Attributes:
        number: How many.
        reason: Why.
    """

    number: int
    reason: str


PICTURE = "{picture}"
Blocks = Mapping[str, Taken | NotRun]
FOLLOWED = "tests/docs/test_followed_pages.py::test_its_commands_work_and_answer_what_it_shows"
FOLLOW_UP = "tests/test_example_uppfoljning_pages.py::"
SHOWN = "test_a_page_shows_what_its_command_prints"
SCRIPT = "test_the_script_prints_what_it_says"
PRINTED = "test_the_commands_print_what_the_page_shows"
TOML = "tests/docs/test_toml_blocks.py::test_a_block_is_read_without_findings"
NO_WINDOWS = "no Windows is at hand; test_commands.py looks up the commands, their options and what they name"


def _page(test: str, **languages: tuple[str, int | None]) -> Blocks:
    """The blocks of a page whose tests stand in one file; `shown` are those without a language."""
    return {
        "" if language == "shown" else language: Taken(f"{test}::{name}", number)
        for language, (name, number) in languages.items()
    }


def _by_commands(test: str, number: int, script: str = SCRIPT) -> Blocks:
    """A page of so many commands, each with what it answers, and one script."""
    return _page(f"tests/docs/{test}", sh=(PRINTED, number), shown=(PRINTED, number), python=(script, 1))


EXAMPLE = "docs/examples/styrmodell-exempeldalen/README.md"
PAGES: Mapping[str, Blocks] = {
    "README.md": {"sh": Taken(FOLLOWED), "powershell": NotRun(3, NO_WINDOWS)},
    EXAMPLE: {
        "sh": Taken("tests/docs/test_plugin_example.py::test_its_example_is_sound_and_rendered", 1, "exempeldalen")
    },
    "docs/explanation/hastighet.md": {
        "console": NotRun(1, "the measurements take minutes: nox -s benchmarks; test_commands.py finds the script")
    },
    "docs/explanation/mal.md": {"sh": Taken(FOLLOWED), "": Taken(FOLLOWED, 2)},
    "docs/explanation/raknat-en-gang.md": {"sh": Taken(FOLLOWED), "": Taken(FOLLOWED, 3)},
    "docs/explanation/reliability.md": {
        "sh": NotRun(1, "7.2 million figures take half an hour: nox -s load; test_commands.py finds the script")
    },
    "docs/explanation/saknat-och-gammalt.md": {"sh": Taken(FOLLOWED), "": Taken(FOLLOWED, 4)},
    "docs/how-to/arshjul.md": {
        **_by_commands("test_calendar_page.py", 4),
        **_page("tests/docs/test_calendar_page.py", yaml=("test_the_steps_of_the_page_are_those_of_the_example", None)),
    },
    "docs/how-to/delarsrapport.md": _page(
        "plugins/styrmodell-dalarna/tests/delarsrapport/test_page.py",
        sh=("test_its_command_writes_the_report", 1),
        toml=("test_its_settings_are_those_of_the_example", 1),
    ),
    "docs/how-to/egen-region.md": _page(
        "tests/docs/test_own_region_page.py",
        sh=("test_every_command_works_and_answers_what_the_page_shows", None),
        text=("test_every_command_works_and_answers_what_the_page_shows", None),
        toml=("test_every_report_that_it_promises_is_written", None),
        yaml=("test_every_report_that_it_promises_is_written", None),
    ),
    "docs/how-to/egen-wordmall.md": _page(
        "tests/report/test_template_page.py",
        sh=("test_its_commands_work", None),
        text=("test_what_it_shows_is_what_the_command_shows", 1),
        python=("test_its_script_works", 1),
        toml=("test_its_commands_work", 1),
    ),
    "docs/how-to/excel.md": _page(
        "tests/docs/test_workbook_page.py",
        yaml=("test_the_workbook_is_told_of_as_it_shows", 1),
        toml=("test_its_blocks_put_right_what_is_not_for_excel", 6),
        sh=("test_its_commands_show_what_was_read", 3),
        shown=("test_the_crossed_table_of_the_example_is_read_by_its_block", 3),
    ),
    "docs/how-to/forklara.md": {
        "sh": Taken(FOLLOW_UP + SHOWN),
        "": Taken(FOLLOW_UP + SHOWN, 8),
        "python": Taken(FOLLOW_UP + "test_the_scripts_of_the_pages_print_what_they_say"),
    },
    "docs/how-to/formular-listor.md": _page(
        "tests/docs/test_form_lists_page.py",
        **dict.fromkeys(("text", "yaml", "python"), ("test_the_page_is_followed_from_form_to_objects", 1)),
        sh=("test_the_page_is_followed_from_form_to_objects", 3),
    ),
    "docs/how-to/formular.md": _page(
        "tests/docs/test_form_page.py",
        **dict.fromkeys(("text", "python"), ("test_the_page_is_followed_from_form_to_figures", 1)),
        sh=("test_the_page_is_followed_from_form_to_figures", 3),
    ),
    "docs/how-to/frysa.md": _by_commands("test_freeze_page.py", 5),
    "docs/how-to/handlingsplan.md": {
        "yaml": Taken(
            "tests/cli/test_savings.py::test_what_the_page_tells_people_to_write_gives_the_figures_it_tells", 3
        ),
        "sh": Taken(FOLLOWED),
        "": Taken("tests/cli/test_savings.py::test_the_page_shows_what_the_command_prints", 5),
        "python": Taken(
            "tests/docs/test_followed_pages.py::test_the_script_about_a_savings_plan_prints_what_it_says", 1
        ),
    },
    "docs/how-to/harledda-matt.md": _page(
        "tests/docs/test_derived_page.py",
        **dict.fromkeys(("yaml", "text"), ("test_every_block_is_tried", None)),
        sh=("test_the_definitions_are_sound_and_explained_as_the_page_shows", None),
    ),
    "docs/how-to/huvudbok.md": {
        "": Taken("tests/docs/test_ledger_page.py::test_every_other_block_stands_under_its_command", 6),
        "toml": Taken("tests/docs/test_ledger_page.py::test_its_settings_are_the_examples", 1),
        "sh": Taken(FOLLOWED),
    },
    "docs/how-to/installera.md": {
        "sh": Taken("tests/docs/test_install_page.py::test_every_command_begins_as_its_shell_wants"),
        "powershell": Taken("tests/docs/test_install_page.py::test_the_programs_own_commands_are_understood"),
    },
    "docs/how-to/jamfora.md": _page(
        "tests/docs/test_compare_page.py",
        sh=("test_a_command_prints_what_the_page_shows", None),
        shown=("test_a_command_prints_what_the_page_shows", 5),
        python=("test_the_script_runs", 1),
    ),
    "docs/how-to/kvittera.md": _by_commands("test_acknowledge_page.py", 4),
    "docs/how-to/nytt-ar.md": _page(
        "tests/docs/test_rollover_page.py",
        sh=("test_the_commands_do_what_the_page_says", None),
        shown=("test_the_commands_do_what_the_page_says", None),
        python=("test_the_script_does_the_same", 1),
    ),
    "docs/how-to/over-tid-och-organisation.md": {
        "sh": Taken(FOLLOW_UP + SHOWN),
        "": Taken(FOLLOW_UP + SHOWN, 11),
        "python": Taken(FOLLOW_UP + "test_the_scripts_of_the_pages_print_what_they_say"),
        **dict.fromkeys(("yaml", "toml"), Taken(FOLLOW_UP + "test_a_page_shows_the_files_of_the_example")),
    },
    "docs/how-to/rendera.md": {
        "sh": Taken(FOLLOWED),
        "": Taken("tests/docs/test_followed_pages.py::test_the_finding_about_a_wrong_number_is_told_as_it_shows", 2),
        "python": Taken("tests/docs/test_followed_pages.py::test_the_script_about_rendering_runs", 1),
    },
    "docs/how-to/schemalagd-korning.md": {
        **dict.fromkeys(
            ("sh", "text"),
            Taken("tests/docs/test_scheduled_page.py::test_a_run_writes_the_documents_and_the_log_that_the_page_shows"),
        ),
        "bat": NotRun(2, f"{NO_WINDOWS}, and test_scheduled_page.py runs the program's own line"),
    },
    "docs/how-to/skript.md": _page("tests/docs/test_script_page.py", python=(SCRIPT, None)),
    "docs/how-to/spara.md": {
        "sh": Taken(FOLLOWED),
        "toml": Taken("tests/docs/test_save_page.py::test_the_settings_of_the_lists_are_those_that_are_written", 1),
        "": Taken("tests/docs/test_save_page.py::test_a_changed_file_is_left_and_told_as_it_shows", 1),
    },
    "docs/how-to/status.md": _page(
        "tests/docs/test_status_page.py",
        yaml=("test_its_files_are_a_plan_without_faults", None),
        shown=("test_its_files_are_a_plan_without_faults", 1),
        text=("test_what_is_settled_and_expected_is_shown_as_on_the_page", None),
        sh=("test_its_commands_and_its_script_work", None),
        python=("test_its_commands_and_its_script_work", 1),
    ),
    "docs/how-to/styrkort-dalarna.md": _page(
        "tests/docs/test_dalarna_card_page.py",
        sh=("test_its_commands_work", None),
        shown=("test_its_rows_are_those_of_the_example", 1),
        text=("test_a_status_is_shown_as_the_command_shows_it", 1),
    ),
    "docs/how-to/text.md": _page(
        "tests/docs/test_text_page.py",
        toml=("test_its_settings_read_the_files_of_the_example", 1),
        shown=("test_a_table_and_a_wrong_name_in_the_text_are_told_as_it_shows", 2),
        yaml=("test_its_section_is_the_examples_summary_and_is_rendered", 1),
    ),
    "docs/how-to/tillaggsmodul.md": _page(
        "tests/docs/test_plugin_page.py",
        **dict.fromkeys(("sh", "text"), ("test_every_command_works_and_answers_what_the_page_shows", None)),
        **dict.fromkeys(("python", "yaml", "toml"), ("test_every_block_of_code_is_a_file_or_run", None)),
    ),
    "docs/index.md": {
        "{toctree}": NotRun(4, "Sphinx builds them: nox -s docs, where a page that is missing is an error")
    },
    "docs/reference/api.md": _page("tests/docs/test_api_page.py", python=("test_the_page_is_what_the_code_says", None)),
    "docs/reference/arbetsyta.md": {
        "toml": Taken(TOML),
        **_page(
            "tests/docs/test_workspace_page.py",
            yaml=("test_its_plan_is_read_without_faults", 3),
            console=("test_its_own_table_is_rendered_by_its_command", 1),
            shown=("test_its_row_of_figures_is_read", 1),
            text=("test_its_printed_figure_is_one_of_the_examples", 1),
        ),
    },
    "docs/reference/dokument.md": _page(
        "tests/docs/test_document_page.py",
        sh=("test_the_example_is_rendered", 1),
        python=("test_the_figure_in_the_text_explains_itself", 1),
    ),
    "docs/reference/exempel.md": {
        "sh": Taken(FOLLOWED),
    },
    "docs/reference/kommandorad.md": _page(
        "tests/docs/test_command_page.py", shown=("test_the_lines_of_use_are_those_of_the_commands", 1)
    ),
    "docs/reference/krokar.md": _page(
        "tests/plugins/test_hooks_page.py", python=("test_the_example_of_a_hook_works", 8)
    ),
    "docs/reference/modell.md": _page(
        "tests/docs/test_examples_load.py", yaml=("test_an_example_is_read_without_fault", None)
    ),
    "docs/reference/rapporter.md": _page(
        "tests/docs/test_reports_page.py", sh=("test_its_commands_offer_and_write_the_reports", 1)
    ),
    "docs/reference/regler.md": _page(
        "tests/docs/test_rules_page.py",
        python=("test_the_pages_own_test_passes", 2),
        yaml=("test_a_measure_with_the_pages_own_rule_has_the_value_the_page_says", 1),
    ),
    "docs/reference/testning.md": _page(
        "tests/docs/test_plugin_reference.py", python=("test_a_document_is_approved_and_then_compared", 2)
    ),
    "docs/reference/tillaggsmoduler.md": _page(
        "tests/docs/test_plugin_reference.py",
        python=("test_the_reports_of_the_page_pass_the_tests_of_the_pages", 4),
        toml=("test_the_reports_of_the_page_pass_the_tests_of_the_pages", 1),
    ),
    "docs/tutorial/forsta-dokumentet.md": _page(
        "tests/docs/test_tutorial_page.py",
        **dict.fromkeys(("sh", "text"), ("test_the_document_shows_the_table_that_the_page_shows", 7)),
    ),
}
