"""The classes of capitalised words, as bits.

They are plain integers and not an ``enum.Flag``, because they are tested for every capital in a
text. Modules import this one as ``wc``.
"""

from __future__ import annotations

from typing import Final

FUNCTION: Final = 1 << 0  # opens sentences: articles, pronouns, conjunctions, verbs
COMMON: Final = 1 << 1  # nouns and adjectives that open sentences
TITLE: Final = 1 << 2  # stands before a name and belongs to it
OFFICE: Final = 1 << 3  # announces a name, stays outside
GIVEN: Final = 1 << 4  # a given name and hardly anything else
WEAK: Final = 1 << 5  # a given name that is also a word, place or surname
SURNAME: Final = 1 << 6
PLACE: Final = 1 << 7
HEAD: Final = 1 << 8  # ends the name of a thing, never a surname
SOFT: Final = 1 << 9  # ends the name of a thing, or is a surname
THING: Final = 1 << 10  # calendar, peoples, deities, press, institutions, parts of books
DERIVED: Final = 1 << 11  # -ism, -ist, -ian: made from a name
SUFFIX: Final = 1 << 12  # Jr., Esq.
PARTICLE: Final = 1 << 13  # De, Van, Mac
ALONE: Final = 1 << 14  # Papa, Granny
INITIAL: Final = 1 << 15  # a single letter
NUMERAL: Final = 1 << 16  # II, XIV
NOBLE: Final = 1 << 17  # Duke (of York)
ROYAL: Final = 1 << 18  # King
SAINT: Final = 1 << 19
ADDRESS: Final = 1 << 20  # Mr, Mrs, Dr: before any surname, even one that is a common word
MALE: Final = 1 << 21
FEMALE: Final = 1 << 22
SHORT: Final = 1 << 23  # a written abbreviation (Wm., Capt.): its full stop ends no sentence
PLURAL: Final = 1 << 24  # Messrs, Misses
CALENDAR: Final = 1 << 25  # months, weekdays, feasts
BEFORE: Final = 1 << 26  # begins the name of a thing: Fort, Lake
CLERICAL: Final = 1 << 27  # Rev., Bishop
MILITARY: Final = 1 << 28  # Capt., General
