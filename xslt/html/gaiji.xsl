<?xml version="1.0" encoding="UTF-8"?>
<!-- Module gaiji: a character that Unicode has not, as its description maps it, or by its name. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:g">
    <xsl:variable name="character" select="key('id', substring-after(@ref, '#'))[1]"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:variable name="name"><xsl:call-template name="character-name"><xsl:with-param name="character" select="$character"/></xsl:call-template></xsl:variable>
      <xsl:if test="$name != ''"><xsl:attribute name="title"><xsl:value-of select="$name"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:call-template name="character"/></xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="tei:g[not(node())]" mode="phrase"><xsl:call-template name="character"/></xsl:template>

  <!-- What stands for the character: a mapping, for readers before one for machines. -->
  <xsl:template name="character">
    <xsl:variable name="character" select="key('id', substring-after(@ref, '#'))[1]"/>
    <xsl:variable name="mappings" select="$character/tei:mapping[normalize-space() != '']"/>
    <xsl:variable name="name"><xsl:call-template name="character-name"><xsl:with-param name="character" select="$character"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$mappings[@type = 'Unicode' or @type = 'standard' or @type = 'standardized']">
        <xsl:value-of select="normalize-space($mappings[@type = 'Unicode' or @type = 'standard' or @type = 'standardized'][1])"/>
      </xsl:when>
      <xsl:when test="$mappings[@type != 'PUA']"><xsl:value-of select="normalize-space($mappings[@type != 'PUA'][1])"/></xsl:when>
      <xsl:when test="$mappings"><xsl:value-of select="normalize-space($mappings[1])"/></xsl:when>
      <xsl:when test="$name != ''"><xsl:value-of select="concat('⟨', $name, '⟩')"/></xsl:when>
      <!-- The hyphen of a line's end in the texts of the TCP, which do not say where lines end. -->
      <xsl:when test="@ref = 'char:EOLhyphen'">&#173;</xsl:when>
      <xsl:when test="@type"><xsl:value-of select="concat('⟨', @type, '⟩')"/></xsl:when>
      <xsl:when test="contains(@ref, '#')"><xsl:value-of select="concat('⟨', substring-after(@ref, '#'), '⟩')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('⟨', substring-after(@ref, ':'), '⟩')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="character-name">
    <xsl:param name="character"/>
    <xsl:value-of select="normalize-space(($character/tei:charName | $character/tei:glyphName | $character/tei:unicodeProp[@name = 'Name']/@value
        | $character/tei:localProp[@name = 'name' or @name = 'Name']/@value | $character/tei:desc)[1])"/>
  </xsl:template>
</xsl:stylesheet>
