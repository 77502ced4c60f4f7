"""Which attributes are pointers, and which schemes of addresses are public.

The grammar's ``teidata.pointer``; a test compares the table with it. The one exception is
``@xml:base``, which has a meaning of its own.
"""

from __future__ import annotations

_EVERYWHERE = frozenset(
    """adj adjFrom adjTo ana calendar change children code copyOf corresp datcat datingMethod
    datingPoint decls domains edRef end exclude fVal facs feats filter follow fromUnit given hand
    inst lemmaRef mergedIn mutual next nymRef origin parent parts perf period prev property ref
    rendition replyTo require resp sameAs scribeRef scriptRef select since source spanTo synch
    target targetDatcat targetEnd toUnit toWhom unitRef uri url valueDatcat who wit""".split()
)
"""Attributes that are pointers on every element that has them."""

_SPANNING = frozenset({"app", "arc", "rt", "span"})
_ON_SOME = {
    "active": frozenset({"relation"}),
    "class": frozenset({"msContents", "msItem", "msItemStruct"}),
    "from": _SPANNING,
    "location": frozenset(
        """case colloc def entryFree etym form gen gram gramGrp hom hyph iType lang lbl mood number
        oRef orth pRef per pos pron sense subc syll tns usg xr""".split()
    ),
    "new": frozenset({"handShift"}),
    "passive": frozenset({"relation"}),
    "scheme": frozenset("catRef classCode keywords locus locusGrp occupation socecStatus".split()),
    "start": frozenset(
        """annotationBlock binaryObject ellipsis gap incident kinesic line media path pause post
        surface u vocal writing zone""".split()
    ),
    "to": _SPANNING,
    "value": frozenset("eLeaf eTree iNode leaf node root triangle".split()),
    "where": frozenset({"birth", "conversion", "death", "event"}),
}
"""Attributes that are pointers on these elements and something else on others."""

POINTERS = _EVERYWHERE | _ON_SOME.keys()
"""The names of all attributes that can be pointers."""


def is_pointer(element: str, attribute: str) -> bool:
    """Whether an attribute holds pointers on a TEI element."""
    return attribute in _EVERYWHERE or element in _ON_SOME.get(attribute, ())


KINDS = {
    "change": frozenset({"change", "listChange"}),
    "hand": frozenset({"handNote", "hand", "handShift", "scriptNote"}),
    "rendition": frozenset({"rendition"}),
}
"""Attributes whose targets the Guidelines name: which elements these can be."""

TO_ANOTHER = frozenset({"copyOf", "corresp", "exclude", "next", "prev", "sameAs"})
"""Attributes that say how an element relates to another one, which cannot be itself."""

SCHEMES = frozenset(
    """about acct ark cid crid data did dns doi example fax feed ftp ftps geo git gopher hdl http
    https im imap info ipfs irc jar javascript ldap ldaps magnet mailto mid news nfs ni nntp oai
    pop rtsp service sftp sip sips smb sms ssh svn tag tel telnet tftp tn3270 urn view-source
    wais ws wss xmpp z39.50r z39.50s""".split()
)
"""Schemes of addresses that everyone knows; most are in IANA's registry."""
