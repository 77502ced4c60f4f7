"""``python -m teikit``: the command line."""

from teikit.cli.main import main

main()
