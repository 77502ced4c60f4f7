"""Names of divisions, in the languages of the books that people bring: data, and nothing else."""

from __future__ import annotations

RANKS = {
    "volume": 1, "part": 2, "book": 3, "act": 4, "canto": 4, "chapter": 5, "letter": 5,
    "scene": 5, "lecture": 5, "essay": 5, "stave": 5, "article": 6, "section": 7, "entry": 8,
}  # fmt: skip
"""How far up a numbered division stands; a smaller number holds the greater ones."""

NUMBERED = {
    "volume": "volume vol tome band tomo volumen том",
    "part": "part pt partie teil theil parte pars deel del osa czesc часть",
    "book": "book bk livre buch libro liber boek livro bok bog kirja ksiega книга",
    "act": "act acte akt aufzug atto acto actus bedrijf akten naytos акт деиствие",
    "canto": "canto chant gesang",
    "chapter": "chapter chap ch chapitre kapitel capitel kap capitolo capitulo caput cap "
    "hoofdstuk kapittel kapitlet luku rozdział глава",
    "letter": "letter lettre brief epistle carta lettera письмо",
    "scene": "scene szene scena escena scaena auftritt tooneel явление сцена картина",
    "lecture": "lecture vorlesung",
    "essay": "essay",
    "stave": "stave",
    "article": "article articolo articulo artigo artikel статья",
    "section": "section sect abschnitt seccion sezione",
}
"""For each type of a numbered division the nouns that name it, without accents (й is и)."""

CHINESE = {
    "部": "part", "编": "part", "編": "part", "篇": "part", "卷": "volume", "章": "chapter",
    "回": "chapter",
    "节": "section", "節": "section", "幕": "act", "场": "scene", "場": "scene",
}  # fmt: skip
"""What stands behind the number in Chinese and Japanese headings: 第一章."""

NO_SERIES = frozenset(
    "fig figs figure figures plate plates table tables map maps illustration illustrations diagram "
    "page pages line lines verse verses note notes footnote footnotes item items exhibit "
    "abb abbildung tafel tabelle tab seite zeile anmerkung planche tableau".split()
)
"""Words that stand before numbers, and name something else than a division."""

UNNUMBERED = {
    "preface": "preface foreword vorwort vorrede avertissement avant-propos prefacio "
    "prefazione praefatio voorrede voorbericht forord przedmowa предисловие"
    "|prefatory note|author's note|note to the reader|to the reader|advertisement"
    "|avis au lecteur|al lector|ao leitor|an den leser|aan den lezer|biographical note"
    "|publishers' note|publisher's note",
    "introduction": "introduction introductory einleitung introduzione introduccion inleiding "
    "inledning introducao wstep johdanto введение",
    "prologue": "prologue prolog prologo proloog пролог",
    "epilogue": "epilogue epilog epilogo epiloog эпилог",
    "conclusion": "conclusion conclusione conclusao schluss besluit заключение",
    "appendix": "appendix anhang appendice apendice annexe bijlage bilaga liite addenda addendum "
    "supplement приложение",
    "dedication": "dedication widmung dedicace dedicatoria opdracht",
    "acknowledgements": "acknowledgements acknowledgments acknowledgement acknowledgment",
    "bibliography": "bibliography bibliographie references|works cited|further reading",
    "glossary": "glossary vocabulary glossar",
    "afterword": "afterword nachwort postface послесловие",
    "postscript": "postscript nachschrift",
    "notes": "notes footnotes endnotes foot-notes end-notes anmerkungen fussnoten noten "
    "voetnoten notas noter anmarkningar muistutukset przypisy примечания"
    "|end notes|foot notes|notes and references",
    "index": "index",
    "interlude": "interlude intermezzo entr'acte zwischenspiel",
    "envoi": "envoi envoy l'envoi l'envoy",
    "abbreviations": "abbreviations abkurzungen|list of abbreviations",
    "chronology": "chronology chronologie zeittafel",
    "transcriber": "|transcriber's note|transcriber's notes|transcribers' notes|transcriber notes",
    "errata": "errata corrigenda",
}
"""For each type of an unnumbered division the headings that name it: words, or after a bar
whole phrases."""

LONGER = {
    "preface": r"(?:the )?(?:author|editor|translator|publisher|printer|compiler)s?'?s? "
    r"(?:preface|note|foreword|advertisement)|(?:an? |the )?introductory (?:note|remarks)|"
    r"the (?:author|editor|translator|publisher) to the reader|"
    r"(?:preface|foreword|advertisement|note) to (?:the|this) .{0,60}\b"
    r"(?:edition|volume|translation|reader)|preface d(?:e la|e l'|u|es) ?.{4,30}|"
    r"(?:vorwort|vorrede) (?:zur|zum|des|der) .{4,40}|"
    r"(?:preface|foreword|vorwort|vorrede),? (?:by|von|par) .{3,40}",
    "introduction": r"(?:(?:author|editor|translator)s?'?s?|general|critical|historical|"
    r"biographical) introduction|introduction to (?:the|this) .{0,30}\b"
    r"(?:edition|volume|translation)",
    "afterword": r"(?:a )?notes? on the (?:text|author|translation)",
    "notes": r"explanatory notes|notes (?:to|on|for) (?:the )?(?:chapter|book|part|canto|act|"
    r"letter|section|volume|lecture|introduction|preface)\b.{0,40}|"
    r"anmerkungen (?:zu|zum|zur) .{3,30}",
    "chapter": r"(?:the )?last chapter|chapter the last|letztes kapitel|dernier chapitre",
    "index": r"(?:general|alphabetical|analytical) index|index (?:of|to) .{3,40}",
}
"""For some types of unnumbered divisions also patterns of longer headings, without accents."""

HOLD_SECTIONS = frozenset({"appendix", "notes", "bibliography", "glossary"})
"""Unnumbered divisions that hold others; all the rest hold text only."""

CONTENTS = (
    r"(?:table of )?contents(?: of .{1,40})?|table des matieres|inhalt(?:sverzeichnis|sangabe)?|"
    r"indice|inhoud|sommaire|sommario|indhold|innehall|sisallys|spis tresci|содержание|"
    r"оглавление|argument of the .{1,40}"
)
"""Headings of tables of contents, without accents."""

LISTS = (
    r"(?:list of )?(?:the )?(?:full[- ]page )?(?:illustrations|plates|maps|figures|portraits)"
    r"(?: (?:in|to|and|of) .{1,40})?"
)
"""Headings of other lists with page numbers."""

CAST = (
    r"dramatis person(?:ae?|æ|arum)|(?:the )?persons(?: (?:in|of) the (?:play|drama))?|"
    r"(?:the )?persons represented|characters(?: (?:in|of) the (?:play|drama))?|cast|"
    r"деиствующие лица|personen(?: des stucks)?|"
    r"personnages|personaggi|personaj?es|(?:the )?cast of characters"
)
"""Headings of lists of the persons in a play, without accents."""

NO_HEADINGS = frozenset(
    {
        "chorus",
        "refrain",
        "exeunt",
        "exit",
        "curtain",
        "tableau",
        "actdrop",
        "theend",
        "finis",
        "fin",
        "ende",
    }
)
"""Words set as headings are that head nothing."""
