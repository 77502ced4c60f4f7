<?xml version="1.0" encoding="UTF-8"?>
<!-- How the sheets ask for a layout: by characters that no text has. U+2029 stands round a
     paragraph and U+2028 round a line; the others are among the noncharacters that Unicode sets
     aside for use inside a program. src/teikit/transform/marks.py has the same list. Where very many
     elements need U+2029 or U+2028 it is written out, since libxslt looks each variable up. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:variable name="mark-paragraph" select="'&#x2029;'"/>
  <xsl:variable name="mark-line" select="'&#x2028;'"/>
  <!-- A paragraph of nothing but this: extra space. -->
  <xsl:variable name="mark-space" select="'&#xFDDC;'"/>
  <!-- Something was left out here: a space before it goes where punctuation follows. -->
  <xsl:variable name="mark-omitted" select="'&#xFDD0;'"/>
  <!-- At the beginning of a line: one step of indentation. At its end: if the line has to be broken,
       the rest is indented. -->
  <xsl:variable name="mark-indent" select="'&#xFDD1;'"/>
  <!-- Round the lines of a list inside a list. -->
  <xsl:variable name="mark-deeper" select="'&#xFDD2;'"/>
  <xsl:variable name="mark-back" select="'&#xFDD3;'"/>
  <!-- After an item's label: where its further lines begin. -->
  <xsl:variable name="mark-hang" select="'&#xFDD4;'"/>
  <!-- Round a table; after a row; after a cell; in a cell, for each further column and row. -->
  <xsl:variable name="mark-table" select="'&#xFDD5;'"/>
  <xsl:variable name="mark-table-end" select="'&#xFDD6;'"/>
  <xsl:variable name="mark-row" select="'&#xFDD7;'"/>
  <xsl:variable name="mark-cell" select="'&#xFDD8;'"/>
  <xsl:variable name="mark-column" select="'&#xFDD9;'"/>
  <xsl:variable name="mark-spanned-row" select="'&#xFDDA;'"/>
  <!-- Round the id of a note that has no number: the number it gets. -->
  <xsl:variable name="mark-number" select="'&#xFDDB;'"/>
  <!-- Round the id of a list: how often this has been asked before, and one. -->
  <xsl:variable name="mark-ordinal" select="'&#xFDDD;'"/>

  <!-- The marks round a piece of the document whose place is wanted, which a test of words has to
       look through. -->
  <xsl:variable name="marks" select="'&#xFDDE;&#xFDDF;&#xFDE0;&#xFDE1;&#xFDE2;&#xFDE3;&#xFDE4;&#xFDE5;&#xFDE6;&#xFDE7;&#xFDE8;&#xFDE9;'"/>

  <!-- The content of the current element. What the source printed between underscores and the like
       has them again, and so have headings with marks, as “## …”. -->
  <xsl:template name="words">
    <xsl:choose>
      <xsl:when test="not(@rend)">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:when test="contains(@rend, '…')">
        <xsl:value-of select="substring-before(@rend, '…')"/>
        <xsl:apply-templates/>
        <xsl:value-of select="substring-after(@rend, '…')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="rend" select="concat(' ', @rend, ' ')"/>
        <xsl:variable name="mark"
                      select="substring('_=*~', 1 * contains($rend, ' underscores ')
                              + 2 * contains($rend, ' equals-signs ') + 3 * contains($rend, ' asterisks ')
                              + 4 * contains($rend, ' tildes '), 1)"/>
        <xsl:variable name="double" select="substring('**', 1, 2 * contains($rend, ' double-asterisks '))"/>
        <xsl:value-of select="concat($mark, $double)"/>
        <xsl:if test="contains($rend, ' underscore-before ')">_</xsl:if>
        <xsl:apply-templates/>
        <xsl:if test="contains($rend, ' underscore-after ')">_</xsl:if>
        <xsl:value-of select="concat($double, $mark)"/>
      </xsl:otherwise>
    </xsl:choose>
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

  <!-- The children of an element that has no words of its own: something between each two. -->
  <xsl:template name="parts">
    <xsl:param name="between" select="' '"/>
    <xsl:for-each select="node()">
      <xsl:apply-templates select="."/>
      <xsl:if test="self::* and string() and following-sibling::*">
        <xsl:value-of select="$between"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
