"""`python -m bot` is `portevoix`."""

from bot.cli import main

main()
