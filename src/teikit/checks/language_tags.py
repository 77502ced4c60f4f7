"""Language tags: their form (RFC 5646, section 2.1) and the parts that stand for nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from teikit.checks.subtags import (
    LANGUAGES,
    MISTAKEN,
    MISTAKEN_REGIONS,
    NAMES,
    REGIONS,
    SHORTER,
)

_TAG = re.compile(
    r"""(?:
        (?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
        (?P<extensions>(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*)
        (?:-x(?:-[a-z0-9]{1,8})+)?
        |x(?:-[a-z0-9]{1,8})+
    )""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_GRANDFATHERED = frozenset(
    """art-lojban cel-gaulish en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux
    i-mingo i-navajo i-pwn i-tao i-tay i-tsu no-bok no-nyn sgn-be-fr sgn-be-nl sgn-ch-de zh-guoyu
    zh-hakka zh-min zh-min-nan zh-xiang""".split()
)
_SCRIPTS = {
    "arabic": "Arab",
    "cyrillic": "Cyrl",
    "greek": "Grek",
    "hebrew": "Hebr",
    "latin": "Latn",
}

Fault = Literal["malformed", "unknown", "long"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a language tag.

    Attributes:
        fault: ``malformed`` against the grammar of BCP 47; ``unknown``: a part stands for nothing;
            ``long``: there is a shorter code.
        part: the part that is wrong.
        meant: the tag that is probably meant; may be empty.
    """

    fault: Fault
    part: str
    meant: str = ""


@lru_cache(maxsize=1024)
def judge(tag: str) -> Verdict | None:
    """What is wrong with a language tag; ``None`` for nothing.

    Only what is certain counts: codes of two letters are all known here, of those of three only
    the ones that have a shorter form, and no variants.
    """
    if tag.lower() in _GRANDFATHERED:
        return None
    found = _TAG.fullmatch(tag)
    if found is None or _repeats(found):
        return Verdict("malformed", tag, _repaired(tag))
    language, region = (found["language"] or "").lower(), found["region"] or ""
    fault = _language_fault(language.partition("-")[0])
    if fault:
        rest = tag[len(fault.part) :]
        return Verdict(fault.fault, tag[: len(fault.part)], fault.meant and fault.meant + rest)
    if region.isalpha() and region.upper() not in REGIONS:
        right = MISTAKEN_REGIONS.get(region.upper(), "")
        start = found.start("region")
        meant = right and tag[:start] + right + tag[found.end("region") :]
        return Verdict("unknown", region, meant)
    return None


def _language_fault(code: str) -> Verdict | None:
    if len(code) == 2 and code not in LANGUAGES:
        return Verdict("unknown", code, MISTAKEN.get(code, ""))
    if len(code) == 3 and code in SHORTER:
        return Verdict("long", code, SHORTER[code])
    # BCP 47 has room for languages with such long codes, but none is registered.
    if len(code) > 3:
        return Verdict("unknown", code, NAMES.get(code, ""))
    return None


def _repeats(found: re.Match[str]) -> bool:
    """Whether a variant or the letter of an extension is there twice (RFC 5646, section 2.2.9)."""
    variants = (found["variants"] or "").lower().split("-")[1:]
    letters = [part for part in (found["extensions"] or "").lower().split("-") if len(part) == 1]
    return len(variants) != len(set(variants)) or len(letters) != len(set(letters))


def _repaired(tag: str) -> str:
    """The well-formed tag that a malformed one is meant for; ``""`` if none comes to mind."""
    plain = tag.strip().lower()
    if plain in NAMES:
        return NAMES[plain]
    candidate = re.sub(r"[\s_–—]+", "-", tag.strip()).strip("-")
    parts = candidate.split("-")
    parts = [parts[0], *(_SCRIPTS.get(part.lower(), part) for part in parts[1:])]
    candidate = "-".join(parts)
    return candidate if candidate != tag and _TAG.fullmatch(candidate) else ""
