<?xml version="1.0" encoding="UTF-8"?>
<!-- Module linking, and the pointers of core: links that can do no harm. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei str">

  <!-- A URL that a link may have: http, https, mailto, or a place in this page; else nothing. -->
  <xsl:template name="safe-url">
    <xsl:param name="url"/>
    <xsl:variable name="plain" select="normalize-space($url)"/>
    <xsl:variable name="start" select="translate(substring($plain, 1, 8), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:choose>
      <xsl:when test="contains($plain, ' ')"/>
      <xsl:when test="starts-with($start, 'http://') or starts-with($start, 'https://') or starts-with($start, 'mailto:')">
        <xsl:value-of select="$plain"/>
      </xsl:when>
      <xsl:when test="starts-with($plain, '#')">
        <xsl:for-each select="key('id', substring($plain, 2))[1]">
          <xsl:variable name="id"><xsl:call-template name="own-id"/></xsl:variable>
          <xsl:if test="$id != '' and not(ancestor-or-self::tei:teiHeader)">
            <xsl:value-of select="concat('#', $id)"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A reference to a note shows as a note's marker, also where it lacks the "#". -->
  <xsl:template match="tei:ref[@target and key('id', translate(normalize-space(@target), '#', ''))[self::tei:note]]
                       | tei:ptr[@target and key('id', translate(normalize-space(@target), '#', ''))[self::tei:note]]">
    <xsl:variable name="note" select="key('id', translate(normalize-space(@target), '#', ''))[1]"/>
    <xsl:call-template name="note-marker">
      <xsl:with-param name="note" select="$note"/>
      <xsl:with-param name="id"><xsl:call-template name="id"/></xsl:with-param>
      <xsl:with-param name="words">
        <xsl:apply-templates mode="phrase"/>
        <xsl:if test="normalize-space() = ''">
          <xsl:for-each select="$note"><xsl:call-template name="note-number"/></xsl:for-each>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:ref">
    <xsl:variable name="url">
      <xsl:call-template name="safe-url"><xsl:with-param name="url" select="substring-before(concat(normalize-space(@target), ' '), ' ')"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="block"><xsl:call-template name="holds-block"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$url = '' or ancestor::tei:ref or $block = 'yes' or .//tei:ref or .//tei:ptr or .//tei:note
                      or .//tei:persName or .//tei:name or .//tei:rs or .//tei:placeName or .//tei:orgName or .//tei:graphic">
        <xsl:call-template name="box">
          <xsl:with-param name="title" select="@target"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$url}">
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
          <xsl:if test="normalize-space() = ''"><xsl:value-of select="$url"/></xsl:if>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A pointer shows where it leads: the heading of its target, or the address. -->
  <xsl:template match="tei:ptr[normalize-space(@target) != '']" priority="0.4">
    <xsl:variable name="target" select="@target"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="str:tokenize(@target)">
        <xsl:variable name="address" select="string()"/>
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:for-each select="$target">
          <xsl:call-template name="pointer"><xsl:with-param name="address" select="$address"/></xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template name="pointer">
    <xsl:param name="address"/>
    <xsl:variable name="url">
      <xsl:call-template name="safe-url"><xsl:with-param name="url" select="$address"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="heading"><xsl:apply-templates select="key('id', substring-after($address, '#'))/tei:head[1]" mode="phrase"/></xsl:variable>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="normalize-space($heading) != ''"><xsl:value-of select="normalize-space($heading)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$address"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$url = '' or ancestor::tei:ref"><xsl:value-of select="$words"/></xsl:when>
      <xsl:otherwise><a href="{$url}"><xsl:value-of select="$words"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Segments and words need no box of their own unless something says so. -->
  <xsl:template match="tei:seg[not(@*)] | tei:w[not(@xml:id or @rend or @rendition or @style or @xml:lang)]
                       | tei:c[not(@xml:id or @rend or @rendition)] | tei:pc[not(@xml:id or @rend or @rendition)]">
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
