<?xml version="1.0" encoding="UTF-8"?>
<!-- Module dictionaries: entries as printed dictionaries have them, senses with their numbers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- Parts that only the markup keeps apart get a space between them. -->
  <xsl:template match="tei:entry | tei:entryFree | tei:superEntry | tei:hom | tei:re | tei:etym | tei:dictScrap">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::tei:hom and @n"><b class="number"><xsl:value-of select="@n"/></b><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="spaced"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:form | tei:gramGrp | tei:xr | tei:usg | tei:cit[ancestor::tei:entry or ancestor::tei:entryFree]">
    <xsl:variable name="block"><xsl:if test="*"><xsl:call-template name="holds-block"/></xsl:if></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="spaced"/>
    </xsl:element>
  </xsl:template>

  <!-- A sense: its own number, or its place among its like. -->
  <xsl:template match="tei:sense">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:choose>
        <xsl:when test="@n"><b class="number"><xsl:value-of select="@n"/></b><xsl:text> </xsl:text></xsl:when>
        <xsl:when test="preceding-sibling::tei:sense or following-sibling::tei:sense">
          <b class="number" aria-hidden="true"><xsl:number format="1"/></b><xsl:text> </xsl:text>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="spaced"/>
    </div>
  </xsl:template>

  <!-- The headword of an entry. -->
  <xsl:template match="tei:orth">
    <xsl:call-template name="phrase"><xsl:with-param name="element" select="'b'"/></xsl:call-template>
  </xsl:template>

  <!-- References to the headword stand for it, if they do not spell it out. -->
  <xsl:template match="tei:oRef[not(node())] | tei:pRef[not(node())]">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:text>~</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
