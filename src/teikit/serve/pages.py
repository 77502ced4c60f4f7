"""The pages that are shown: the edition with a script that looks for changes, and errors."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path

from teikit.errors import TeikitError

CHANGES = "/.teikit/version"
"""Where the script asks for the version of the page."""

_SCRIPT = f"""\
(() => {{
  const shown = document.currentScript.dataset.version;
  setInterval(async () => {{
    if (document.hidden) return;
    try {{
      const answer = await fetch("{CHANGES}");
      if (answer.ok && (await answer.text()) !== shown) location.reload();
    }} catch {{ /* the server has ended */ }}
  }}, 500);
}})();
"""
_STYLE = """\
:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
h1 { font-size: 1.3rem }
pre { overflow-x: auto; padding: .8rem; border: 1px solid; border-radius: .3rem }
mark { background: #b00020; color: #fff }
"""
_POLICY = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE
)
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
_AROUND = 2


def live_page(result: str, name: str, version: str) -> str:
    """An edition with the script, for which its content security policy makes room.

    Args:
        result: what the stylesheet made; if it is no HTML, it is shown as it is.
        name: the name of the document.
        version: of the files it was made from.
    """
    if "<html" not in result[:1000].lower():
        return _page(name, f"<pre>{escape(result)}</pre>", version)
    page = _POLICY.sub(lambda meta: meta[1] + _allow(meta[2]) + meta[3], result)
    before, end, after = page.rpartition("</body>")
    return f"{before}{_script(version)}{end}{after}" if end else page + _script(version)


def error_page(error: TeikitError, name: str, version: str) -> str:
    """A page that says why there is no edition: place, sentence, hint, and the lines there."""
    place = f"<p><code>{escape(error.place)}</code></p>" if error.place else ""
    hint = f"<p>{escape(error.hint)}</p>" if error.hint else ""
    body = (
        f"<h1>{escape(name)} cannot be shown</h1>{place}"
        f"<p><strong>{escape(error.message)}</strong></p>{_excerpt(error.place)}{hint}"
        "<p>This page will change when the file does.</p>"
    )
    return _page(name, body, version)


def _page(name: str, body: str, version: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{_allow(_own_policy())}">'
        f"<title>{escape(name)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{body}</main>{_script(version)}</body></html>\n"
    )


def _script(version: str) -> str:
    return f'<script data-version="{escape(version)}">{_SCRIPT}</script>'


def _allow(policy: str) -> str:
    """A policy (CSP 3) under which the script may run and ask."""
    directives = {
        name: sources.strip()
        for name, _, sources in (part.strip().partition(" ") for part in policy.split(";"))
        if name
    }
    for name, source in (("script-src", _digest(_SCRIPT)), ("connect-src", "'self'")):
        others = directives.get(name, "").replace("'none'", "").strip()
        directives[name] = f"{others} {source}".strip()
    return "; ".join(f"{name} {sources}".strip() for name, sources in directives.items())


def _own_policy() -> str:
    return f"default-src 'none'; style-src {_digest(_STYLE)}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _excerpt(place: str) -> str:
    """The lines round a place, the one that is meant marked."""
    match = _PLACE.fullmatch(place)
    if match is None:
        return ""
    try:
        lines = Path(match["file"]).read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    number = int(match["line"])
    shown = []
    for at in range(max(number - _AROUND, 1), min(number + _AROUND, len(lines)) + 1):
        line = escape(lines[at - 1][:200])
        shown.append(f"<mark>{at:5}</mark> {line}" if at == number else f"{at:5} {line}")
    return f"<pre>{chr(10).join(shown)}</pre>"
