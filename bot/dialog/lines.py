"""What was said about a matter, line by line."""

from __future__ import annotations


def in_order(story: list[str], said: list[str]) -> list[str]:
    """The lines kept along the way and those that open a ticket, each once, as they were said.

    What is kept stands before the next line that both have; where they share none, it is older.
    """
    told, left = [], list(dict.fromkeys(line for line in said if line))
    for line in dict.fromkeys(line for line in story if line):
        if line in left:
            place = left.index(line)
            told += left[: place + 1]
            left = left[place + 1 :]
        elif line not in told:
            told.append(line)
    return [*told, *left]
