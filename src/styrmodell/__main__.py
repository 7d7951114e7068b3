"""`python -m styrmodell`: the same as the command styrmodell."""

from styrmodell.cli.main import main

if __name__ == "__main__":
    main()
