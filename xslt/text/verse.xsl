<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse, of the core module: a stanza is a paragraph, a verse a line, indented as @rend says. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:lg">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:l">
    <xsl:value-of select="$mark-line"/>
    <xsl:if test="@rend and contains(concat(' ', @rend), ' indent')">
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
    <xsl:if test="@rend and contains(concat(' ', @rend, ' '), ' number ')">
      <xsl:value-of select="concat(' ', @n)"/>
    </xsl:if>
    <xsl:if test="$width != 0">
      <xsl:value-of select="$mark-indent"/>
    </xsl:if>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>
</xsl:stylesheet>
