<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI P5 to a self-contained HTML reading edition. XSLT 1.0 with EXSLT node-set and tokenize.

  One sheet per module of TEI that needs one; the default box and the style do the rest. To adapt it,
  write a sheet that imports this one and overrides single templates:
    <xsl:import href="teikit:html/html.xsl"/>

  A pattern has one predicate at most ("[a and b]", not "[a][b]"): for one with two libxslt evaluates
  the pattern on the whole document, and looks for each node in what it finds.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Imported, so that each template below wins over a default. -->
  <xsl:import href="defaults.xsl"/>

  <!-- The method is HTML because the root is. Said here, libxslt would enter each id in a table. -->
  <xsl:output encoding="UTF-8" indent="no"/>

  <!-- Text is text. It has a priority because libxslt would try with it each pattern for all elements
       that does not rank below. -->
  <xsl:template match="text()" priority="1"><xsl:copy/></xsl:template>

  <xsl:include href="parameters.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="elements.xsl"/>
  <xsl:include href="anchors.xsl"/>
  <xsl:include href="phrase.xsl"/>
  <xsl:include href="attributes.xsl"/>

  <xsl:include href="page.xsl"/>
  <xsl:include href="toolbar.xsl"/>
  <xsl:include href="metadata.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="indexes.xsl"/>
  <xsl:include href="timeline.xsl"/>

  <xsl:include href="header.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="namesdates.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="transcr.xsl"/>
  <xsl:include href="foreign.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="gaiji.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="dictionaries.xsl"/>
  <xsl:include href="msdescription.xsl"/>
  <xsl:include href="textcrit.xsl"/>
  <xsl:include href="graphs.xsl"/>
  <xsl:include href="tagdocs.xsl"/>
</xsl:stylesheet>
