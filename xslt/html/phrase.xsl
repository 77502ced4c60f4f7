<?xml version="1.0" encoding="UTF-8"?>
<!-- An element's words on one line, without ids and links: for contents, titles and pop-ups. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="*" mode="phrase">
    <xsl:variable name="class"><xsl:apply-templates select="." mode="class"/></xsl:variable>
    <xsl:if test="contains($class, '-unit')"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates mode="phrase"/>
    <xsl:if test="contains($class, '-unit')"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="tei:note | tei:figDesc | tei:index | tei:fw | tei:ref[@type = 'note']
                       | comment() | processing-instruction()" mode="phrase"/>

  <!-- Where the markup alone parts the words of a name, they get a space, as in the text. -->
  <xsl:template match="tei:persName[not(text()) and tei:*[2]] | tei:author[not(text()) and tei:*[2]] | tei:address[not(text())]
                       | tei:placeName[not(text()) and tei:*[2]]" mode="phrase">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="phrase"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:lb[not(@break = 'no')] | tei:pb[not(@break = 'no')] | tei:cb" mode="phrase">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="tei:hi | tei:emph | tei:title[not(@level = 'a')] | tei:foreign" mode="phrase">
    <i><xsl:apply-templates mode="phrase"/></i>
  </xsl:template>

  <xsl:template match="tei:choice" mode="phrase">
    <xsl:variable name="regular" select="tei:corr | tei:reg | tei:expan"/>
    <xsl:choose>
      <xsl:when test="$regular and $reading = 'regularised'"><xsl:apply-templates select="$regular[1]" mode="phrase"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*[1]" mode="phrase"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:gap" mode="phrase">[…]</xsl:template>
</xsl:stylesheet>
