"""Language of a text, told by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

# Words that are common in one of these languages and rare in the others.
_COMMON = {
    "en": "the of and to that was his with for he had which not is were her she this be from "
    "my you have but they we been were has would in it as at by a",
    "de": "der die und das nicht ist ich ein zu den mit sich auch von dem es war aber eine wie "
    "am im nach vom habe hat sind wir sie er mein dein noch bei in an so",
    "fr": "le les des et est une que dans pour qui pas sur au elle je vous avec du mais ce "
    "ne par plus mon nous votre cette leur où de la en à un",
    "es": "el los que las una por con para su del pero como más había era lo al muy yo "
    "sin sobre este cuando nos sus esta usted de la en y a un",
    "it": "il che di non una gli della per si con era come più del sono nel ma anche alla "
    "questo ho suo quando nella mio la in e i a",
    "la": "et in est non ad cum ut quod sed qui ex si quae atque autem enim esse nec ab sunt "
    "quam eius hoc quo tamen vel haec a de",
    "nl": "het een van dat niet met zijn op voor hij maar aan ook naar bij nog uit werd haar "
    "ik zij wij mijn heeft deze de en in is te",
    "pt": "que não uma com os para por mais dos da se ao era mas como ele foi ela seu à "
    "meu sua ao pelo muito de o a e em do",
}
_SAMPLE = 100_000
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def detect_language(text: str) -> str:
    """The BCP 47 tag of the language of a text: ``und`` where that cannot be told.

    >>> detect_language("It was the best of times, and it was the worst of times.")
    'en'
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    total = sum(words.values())
    scores = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    ranked = sorted(scores, key=lambda language: -scores[language])
    best, second = scores[ranked[0]], scores[ranked[1]]
    # Running prose has at least one common word in eight.
    return ranked[0] if best * 8 >= total and best > second * 1.2 and best > 2 else "und"
