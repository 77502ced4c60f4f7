<?xml version="1.0" encoding="UTF-8"?>
<!-- Module namesdates, and the dates and names of core: visible, explained, linked to the index. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:name | tei:rs | tei:geogName | tei:settlement
                       | tei:objectName | tei:eventName">
    <xsl:variable name="inside-link" select="ancestor::tei:ref or ancestor::tei:persName or ancestor::tei:placeName
        or ancestor::tei:orgName or ancestor::tei:name or ancestor::tei:rs"/>
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <!-- Of several references the first. -->
    <xsl:variable name="ref" select="substring-before(concat(normalize-space(@ref), ' '), ' ')"/>
    <xsl:variable name="entry" select="key('id', substring($ref, 2))[starts-with($ref, '#')][1]"/>
    <xsl:variable name="title"><xsl:call-template name="name-title"><xsl:with-param name="entry" select="$entry"/></xsl:call-template></xsl:variable>
    <xsl:variable name="url">
      <xsl:if test="@ref and not($inside-link) and $names = 'link' and not(.//tei:ref or .//tei:ptr or .//tei:note)
                    and not(ancestor::tei:teiHeader)">
        <xsl:call-template name="safe-url"><xsl:with-param name="url" select="$ref"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$among-units = 'yes'">
        <div>
          <xsl:call-template name="name-attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
          <xsl:call-template name="spaced"/>
        </div>
      </xsl:when>
      <xsl:when test="$url != '' and (not(starts-with($url, '#')) or $indexes = 'yes' or $entry/ancestor::tei:text)">
        <a href="{$url}">
          <xsl:call-template name="name-attributes"><xsl:with-param name="title" select="$title"/></xsl:call-template>
          <xsl:call-template name="spaced"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="name-attributes"><xsl:with-param name="title" select="$title"/></xsl:call-template>
          <xsl:call-template name="spaced"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name that an index links to always has an id. -->
  <xsl:template name="name-attributes">
    <xsl:param name="title"/>
    <xsl:param name="class">
      <xsl:if test="$names != 'plain'">name </xsl:if>
      <xsl:value-of select="local-name()"/>
    </xsl:param>
    <xsl:choose>
      <xsl:when test="@ref or @key or @type or self::tei:persName or self::tei:placeName or self::tei:geogName or self::tei:orgName">
        <xsl:call-template name="attributes-with-id"><xsl:with-param name="class" select="$class"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="attributes"><xsl:with-param name="class" select="$class"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$title != '' and $names != 'plain'"><xsl:attribute name="title"><xsl:value-of select="$title"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Who or what a name means, and how sure that is. -->
  <xsl:template name="name-title">
    <xsl:param name="entry"/>
    <xsl:variable name="name">
      <xsl:apply-templates select="($entry/tei:persName | $entry/tei:placeName | $entry/tei:orgName | $entry/tei:name)[1]" mode="phrase"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($name) != ''"><xsl:value-of select="normalize-space($name)"/></xsl:when>
      <xsl:when test="@key"><xsl:value-of select="@key"/></xsl:when>
    </xsl:choose>
    <xsl:call-template name="certainty"/>
  </xsl:template>

  <xsl:template name="certainty">
    <xsl:if test="@cert">
      <xsl:value-of select="concat(' (certainty: ', @cert, ')')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:date | tei:time | tei:docDate[@when] | tei:origDate">
    <xsl:variable name="datetime">
      <xsl:if test="@when">
        <xsl:call-template name="html-datetime"><xsl:with-param name="date" select="normalize-space(@when)"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="words">
      <xsl:call-template name="date-in-words"/>
      <xsl:call-template name="certainty"/>
    </xsl:variable>
    <xsl:variable name="block"><xsl:if test="*"><xsl:call-template name="holds-block"/></xsl:if></xsl:variable>
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="$block = 'yes'">div</xsl:when>
        <xsl:when test="string($datetime) != ''">time</xsl:when>
        <xsl:otherwise>span</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:choose>
        <xsl:when test="self::tei:date and ancestor::tei:text">
          <xsl:call-template name="attributes-with-id"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="attributes"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$element = 'time'"><xsl:attribute name="datetime"><xsl:value-of select="$datetime"/></xsl:attribute></xsl:if>
      <xsl:if test="string($words) != ''"><xsl:attribute name="title"><xsl:value-of select="$words"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:call-template name="date-in-words"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- "spouse: Ann, Bob"; "parent: Ann → Carl" -->
  <xsl:template match="tei:relation">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:value-of select="@name"/>
      <xsl:if test="not(@name)"><xsl:for-each select="@ref"><xsl:call-template name="names-of"/></xsl:for-each></xsl:if>
      <xsl:if test="@active or @mutual">: </xsl:if>
      <xsl:for-each select="@mutual | @active"><xsl:call-template name="names-of"/></xsl:for-each>
      <xsl:for-each select="@passive"><xsl:text> → </xsl:text><xsl:call-template name="names-of"/></xsl:for-each>
      <xsl:if test="node()"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:if>
    </div>
  </xsl:template>

  <!-- A person in a list inside the text keeps its place, with links to the mentions. -->
  <xsl:template match="tei:person | tei:personGrp">
    <xsl:call-template name="record"/>
    <xsl:if test="@xml:id">
      <xsl:call-template name="mentions"><xsl:with-param name="places" select="key('mention', concat('#', @xml:id))"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
