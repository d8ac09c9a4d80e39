"""What the commands share: showing Markdown, and who sits at the keyboard."""

from __future__ import annotations


def show(markdown: str) -> None:
    """Print Markdown, laid out where a person looks and plain where a program does."""
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(markdown) if console.is_terminal else markdown, soft_wrap=not console.is_terminal)


def who() -> str:
    """The name to put in the audit trail when none was given."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command line"
