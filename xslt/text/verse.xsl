<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse, of the core module: a stanza is a paragraph, a verse a line, indented as @rend says. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:lg">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:l">
    <xsl:text>&#x2028;</xsl:text>
    <xsl:choose>
      <xsl:when test="not(@rend or @part)">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="indented-verse"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="$mark-end-of-verse"/>
  </xsl:template>

  <!-- If the line has to be broken, the rest is indented. -->
  <xsl:variable name="mark-end-of-verse"
                select="concat(substring($mark-indent, 1, number($width != 0)), $mark-line)"/>

  <xsl:template name="indented-verse">
    <xsl:if test="contains(concat(' ', @rend), ' indent')">
      <!-- “indent”, or with a number: “indent2”, “indent(2)”. -->
      <xsl:variable name="steps"
                    select="number(substring(translate(substring-after(@rend, 'indent'), '(-', ''), 1, 1))"/>
      <xsl:value-of select="$mark-indent"/>
      <xsl:if test="$steps &gt; 1">
        <xsl:variable name="four" select="concat($mark-indent, $mark-indent, $mark-indent, $mark-indent)"/>
        <xsl:value-of select="substring(concat($four, $four), 1, $steps - 1)"/>
      </xsl:if>
    </xsl:if>
    <!-- The later parts of a line that speakers share. -->
    <xsl:if test="@part = 'M' or @part = 'F'">
      <xsl:value-of select="concat($mark-indent, $mark-indent)"/>
    </xsl:if>
    <xsl:call-template name="words"/>
    <!-- A line whose number the source prints at its end. -->
    <xsl:if test="contains(concat(' ', @rend, ' '), ' number ')">
      <xsl:value-of select="concat(' ', @n)"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
