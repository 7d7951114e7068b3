"""The Word writer."""

from styrmodell.report.word.write import write_word

__all__ = ["write_word"]
