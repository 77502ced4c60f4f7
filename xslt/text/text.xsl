<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text from TEI. U+2029 stands round a paragraph and U+2028 round a line; teikit turns
     them into line ends when it has normalised the white space between them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="transcr.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What describes the text is not the text. -->
  <xsl:template match="tei:teiHeader | tei:standOff | tei:facsimile"/>

  <!-- What the source printed between underscores has them again. -->
  <xsl:template name="words">
    <xsl:variable name="mark">
      <xsl:if test="contains(concat(' ', @rend, ' '), ' underscores ')">_</xsl:if>
    </xsl:variable>
    <xsl:value-of select="$mark"/>
    <xsl:apply-templates/>
    <xsl:value-of select="$mark"/>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:call-template name="words"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template name="line">
    <xsl:text>&#x2028;</xsl:text>
    <xsl:call-template name="words"/>
    <xsl:text>&#x2028;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
