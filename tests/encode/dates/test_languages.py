"""Dates in other languages than English."""

from __future__ import annotations

import subprocess
import sys

import pytest

from encode.dates.marking import marked, plain

FORMS = [
    ("de", "am <3. Mai 1862=1862-05-03>, vom <3. bis 5. Mai 1790=1790-05-03/1790-05-05>"),
    ("de", "im Jahre <1848=1848>, im <19. Jahrhundert=1801/1900>, <5. Jänner 1790=1790-01-05>"),
    ("de", "Wien, <22. Hornung 1803=1803-02-22>, <3. Weinmonat 1803=1803-10-03>"),
    ("fr", "le <1er mai 1862=1862-05-01>, du <3 au 5 août 1790=1790-08-03/1790-08-05>"),
    ("fr", "<mardi 3 juin 1862=1862-06-03>, au mois de <mars 1870=1870-03>, en <1871=1871>"),
    (
        "fr",
        "au <XVIIIe siècle=1701/1800> et au <xixème siècle=1801/1900>, Louis XIV, le siècle d'or",
    ),
    ("es", "en el <siglo XVIII=1701/1800> y el <siglo V=0401/0500>, un siglo después"),
    ("it", "nel <secolo XVI=1501/1600>, il <XV secolo=1401/1500>, il secolo di Leone X"),
    ("de", "das <XVIII. Jahrhundert=1701/1800>, das Jahrhundert der Vernunft"),
    ("en", "the <XVIIIth century=1701/1800>, the century I live in, the century VI"),
    ("es", "el <3 de mayo de 1862=1862-05-03> y en <mayo de 1810=1810-05>"),
    ("it", "tra il <1905 e il 1907=1905..1907> visse"),
    ("it", "il <3 maggio 1862=1862-05-03>, l'<11 settembre 1901=1901-09-11>, nel <1848=1848>"),
    ("la", "die <3 Maii 1562=1562-05-03>, die <4 Iulii anno Domini 1500=1500-07-04>"),
]


@pytest.mark.parametrize(("language", "expected"), FORMS)
def test_full_forms_of_other_languages(language: str, expected: str) -> None:
    """Full dates of each language are found with their values."""
    text = plain(expected)
    assert marked(text, language=language) == expected


def test_short_forms_that_are_common_words_do_not_stand_alone() -> None:
    """French "sept" is seven unless a number makes it September."""
    assert marked("en sept jours", language="fr") == "en sept jours"
    assert marked("le 3 sept. 1862", language="fr") == "le <3 sept. 1862=1862-09-03>"


def test_an_unknown_language_is_read_as_english() -> None:
    """A language without a lexicon does not stop the conversion."""
    assert marked("5 May 1862", language="xx-Latn") == "<5 May 1862=1862-05-05>"


def test_english_needs_no_locale_data() -> None:
    """Babel, which is slow to import, is left alone for an English text."""
    code = (
        "import sys\n"
        "from teikit.encode.dates import DateAnnotator\n"
        "from teikit.encode.model import Document\n"
        "list(DateAnnotator().annotate(Document('5 May 1862', [])))\n"
        "print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
