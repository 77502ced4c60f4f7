"""The process in which Saxon runs one stylesheet; :mod:`teikit.transform.saxon` talks to it.

A request is a line of JSON on standard input, an answer one on standard output: first
``{"sheet": …, "alone": …}``, then any number of ``{"document": …, "parameters": …}``.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

saxonche: Any = import_module("saxonche")

_FEATURE = "http://saxon.sf.net/feature/"


def main() -> None:
    """Answer requests until there are no more."""
    # What Saxon prints must not get among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    processor = saxonche.PySaxonProcessor(license=False)
    sheet: Any = None
    for line in sys.stdin:
        request = json.loads(line)
        answer: dict[str, Any] = {}
        try:
            if "sheet" in request:
                sheet = _compiled(processor, request)
            else:
                answer = _transformed(processor, sheet, request)
        except saxonche.PySaxonApiError as error:
            answer = {"error": str(error), "messages": _messages(sheet)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _compiled(processor: Any, request: Mapping[str, Any]) -> Any:
    """Compile a sheet so that it can read and write nothing but its own modules, and those now."""
    processor.set_configuration_property(f"{_FEATURE}allow-external-functions", "false")
    path = Path(request["sheet"])
    _allow(processor, "" if request["alone"] else "file")
    source: dict[str, str] = {"stylesheet_file": str(path)}
    if request["alone"]:
        source = {"stylesheet_text": path.read_text("utf-8-sig")}
    sheet = processor.new_xslt30_processor().compile_stylesheet(**source)
    _allow(processor, "")
    sheet.set_capture_result_documents(True)
    sheet.set_save_xsl_message(True)
    return sheet


def _allow(processor: Any, protocols: str) -> None:
    processor.set_configuration_property(f"{_FEATURE}allowedProtocols", protocols)


def _transformed(processor: Any, sheet: Any, request: Mapping[str, Any]) -> dict[str, Any]:
    sheet.clear_parameters()
    sheet.clear_xsl_messages()
    for name, value in request["parameters"].items():
        sheet.set_parameter(name, processor.make_string_value(value))
    document = processor.parse_xml(xml_text=request["document"])
    result = sheet.transform_to_string(xdm_node=document)
    return {"result": result or "", "messages": _messages(sheet)}


def _messages(sheet: Any) -> list[str]:
    """What the sheet has said by ``xsl:message``."""
    said = sheet.get_xsl_messages() if sheet is not None else None
    if said is None:
        return []
    return [str(said.item_at(at).get_string_value()) for at in range(said.size)]


if __name__ == "__main__":
    main()
