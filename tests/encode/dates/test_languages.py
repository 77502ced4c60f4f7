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
SHORT_MONTHS = [
    ("en", "<Feb'y 3d 1851=1851-02-03>, <Sept’r 4th 1851=1851-09-04>; <Octbr. 3d 1761=1761-10-03>"),
    ("en", "They can't come; don't wait, Rob't says."),
    ("de", "am <2t Novbr 1822=1822-11-02>, <Montag d. 3. Mai 1830=1830-05-03>"),
    (
        "de",
        "den <28. Mai 1812=1812-05-28>. Ihr Brief vom <13ten v. M.=1812-04-13> kam am"
        " <5. d. M.=1812-05-05> an",
    ),
    ("fr", "le <3 juill. 1803=1803-07-03>, ce <4 10bre 1790=1790-12-04>"),
    ("es", "a <3 de Nove. de 1780=1780-11-03>, <12 de 7bre de 1790=1790-09-12>"),
    ("es", "los <siglos XVI y XVII=1501/1700>, Alfonso XII y XIII"),
    ("it", "nei <secoli XVI e XVII=1501/1700>, Luigi XIV"),
]
WORDS = [
    ("de", "am <ersten Mai 1848=1848-05-01> und <einundzwanzigsten Juni=1848-06-21>"),
    ("fr", "le <premier mars 1815=1815-03-01>, le <vingt et un janvier 1793=1793-01-21>"),
    ("fr", "l'an <mil sept cent quatre-vingt-treize=1793>; au <dix-neuvième siècle=1801/1900>"),
    ("fr", "le <3 sept. 1862=1862-09-03>; un siècle, cent francs, en sept jours, un mars"),
    ("es", "<dos de mayo de mil ochocientos ocho=1808-05-02>; el <primero de mayo=1808-05-01>"),
    (
        "es",
        "a <veintidós de junio de mil setecientos noventa y tres=1793-06-22>, dos y tres",
    ),
    ("it", "il <primo gennaio 1900=1900-01-01>, il <due giugno 1946=1946-06-02>; sei lire"),
    ("la", "die <decimo quinto mensis Maii anno Domini 1432=1432-05-15>; liber primus, hora nona"),
    ("la", "die <vicesima prima Februarii anno Domini millesimo quingentesimo=1500-02-21>"),
    (
        "la",
        "die <XII mensis Aprilis anno Domini MDXXVII=1527-04-12>; mense <Maio=1527-05>",
    ),
]
ELISIONS = [
    ("fr", "le <15 d'août 1801=1801-08-15>, <mai de l’an 1805=1805-05>, au mois d’<août=1805-08>"),
    ("it", "a dì <5 d'agosto 1503=1503-08-05>, dall'<11 al 13 maggio 1500=1500-05-11/1500-05-13>"),
]
LETTERS = [
    ("de", "Weimar, den <14. October 1806=1806-10-14>. Den <5ten huj=1806-10-05>. ging ich."),
    ("de", "<1808=1808> traf er Goethe. Am <1. 5. 1890=1890-05-01> kam er."),
    ("de", "Zwischen dem <1. und dem 5. Mai 1945=1945-05-01..1945-05-05>"),
    ("fr", "ce <14 juillet 1790=1790-07-14>. La lettre du <3 de ce mois=1790-07-03> et celle du"
     " <28 juin dernier=1790-06-28>"),
    ("es", "<5 de mayo de 1808=1808-05-05>; la del <3 del corriente=1808-05-03>"),
    ("it", "<5 maggio 1808=1808-05-05>; il <3 corrente=1808-05-03>"),
]  # fmt: skip
PARTS = [
    ("de", "im <16. und 17. Jahrhundert=1501/1700>"),
    ("fr", "aux <XVIIIe et XIXe siècles=1701/1900>, l'<hiver de 1812 à 1813=1812-12..1813-02>"),
    ("de", "<Ende Mai 1848=1848-05-21..1848-05-31>, <Anfang des 18. Jahrhunderts=1701..1734>"),
    ("de", "in der <zweiten Hälfte des neunzehnten Jahrhunderts=1851..1900>"),
    (
        "de",
        "in den <1830er Jahren=1830/1839>; <1848=1848> in den <dreißiger Jahren=1830/1839>",
    ),
    ("de", "Er wurde <1749=1749> in Frankfurt geboren. 1848 Mann, 1500 tapfere Männer, Nr. 1832."),
    ("fr", "<début 1848=1848-01..1848-04>, la <fin du mois de mai 1848=1848-05-21..1848-05-31>"),
    ("fr", "<mi-juillet 1794=1794-07-11..1794-07-20>, la <fin du XVIIIe siècle=1768..1800>"),
    ("it", "il <1934=1934>, gli <anni '30=1930/1939>, l'anno del Signore <1300=1300>"),
    (
        "es",
        "en <1936=1936>, en los <años treinta=1930/1939>, la <década de 1920"
        "=1920/1929>, dos años treinta",
    ),
    ("fr", "en <1934=1934>, dans les <années trente=1930/1939>; trois années trente"),
    ("fr", "dans les <années 1830=1830/1839>, les années 1850 et <1851=1851>"),
    ("es", "en los <años 1830=1830/1839>, a <fines de mayo de 1808=1808-05-21..1808-05-31>"),
    ("es", "a <principios de 1808=1808-01..1808-04>; la <segunda mitad del siglo XIX=1851..1900>"),
    ("it", "negli <anni 1830=1830/1839>, a <metà del 1848=1848-05..1848-08>"),
    ("it", "alla <fine di maggio 1848=1848-05-21..1848-05-31>; la fine del libro"),
]
FEASTS = [
    ("de", "<Ostern 1810=1810-04-22>, zu <Weihnachten 1806=1806-12-25>; Karfreitagszauber"),
    (
        "de",
        "zu <Pfingsten 1690=1690>, bei zwei Kalendern; <Ostern 1500=1500-04-19>",
    ),
    ("fr", "à <Pâques 1801=1801-04-05>, à la <Toussaint 1802=1802-11-01>; Noël Dupont vint"),
    ("fr", "<Pâques 1700=1700-04-11>, du nouveau calendrier"),
    ("es", "por <Navidad=--12-25>; Pascua Ortiz llegó"),
    ("it", "a <Pasqua del 1801=1801-04-05>, a <Natale 1848=1848-12-25>; Natale Rossi venne"),
]


@pytest.mark.parametrize(
    ("language", "expected"), [*FORMS, *SHORT_MONTHS, *WORDS, *ELISIONS, *LETTERS, *PARTS, *FEASTS]
)
def test_forms_of_other_languages(language: str, expected: str) -> None:
    """Dates of each language are found with their values, and nothing else is."""
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
