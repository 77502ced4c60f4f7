<?xml version="1.0" encoding="UTF-8"?>
<!--
  Ids and numbers. An element's own xml:id is its id in the page. Those that need an id and have
  none get one with a colon ("note:3"), which no xml:id can have. One pass numbers them all, so
  that the time stays linear, and the numbers are the same in every run.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="tei exsl">

  <xsl:key name="id" match="*" use="@xml:id"/>
  <xsl:key name="anchor" match="anchor" use="@for"/>

  <!-- One name at a time: libxslt finds a name quickly, but asks each element anew for each of
       several, and takes quadratic time to unite node sets. -->
  <xsl:variable name="anchor-tree">
    <xsl:apply-templates select="$all-note" mode="anchor"/>
    <xsl:apply-templates select="$all-div" mode="anchor"/>
    <xsl:apply-templates select="$all-div1" mode="anchor"/>
    <xsl:apply-templates select="$all-div2" mode="anchor"/>
    <xsl:apply-templates select="$all-div3" mode="anchor"/>
    <xsl:apply-templates select="$all-div4" mode="anchor"/>
    <xsl:apply-templates select="$all-div5" mode="anchor"/>
    <xsl:apply-templates select="$all-div6" mode="anchor"/>
    <xsl:apply-templates select="$all-div7" mode="anchor"/>
    <xsl:apply-templates select="$all-group/tei:text" mode="anchor"/>
    <xsl:apply-templates select="$all-persName" mode="anchor"/>
    <xsl:apply-templates select="$all-placeName" mode="anchor"/>
    <xsl:apply-templates select="$all-geogName" mode="anchor"/>
    <xsl:apply-templates select="$all-orgName" mode="anchor"/>
    <xsl:apply-templates select="$all-settlement[@ref]" mode="anchor"/>
    <xsl:apply-templates select="$all-name" mode="anchor"/>
    <xsl:apply-templates select="$all-rs" mode="anchor"/>
    <xsl:apply-templates select="$all-date" mode="anchor"/>
    <xsl:apply-templates select="$note-refs" mode="anchor"/>
    <xsl:apply-templates select="$note-ptrs" mode="anchor"/>
    <xsl:apply-templates select="$apparatus" mode="anchor"/>
    <xsl:for-each select="$apparatus">
      <anchor for="number:{generate-id()}" id="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="$endnotes">
      <anchor for="number:{generate-id()}" id="{position()}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:template match="*" mode="anchor">
    <anchor for="{generate-id()}" id="{local-name()}:{position()}"/>
  </xsl:template>
  <xsl:variable name="anchors" select="exsl:node-set($anchor-tree)"/>

  <!-- The id of the current element in the page: its own, or its number among its like. -->
  <xsl:template name="id">
    <xsl:variable name="own"><xsl:call-template name="own-id"/></xsl:variable>
    <xsl:variable name="this" select="generate-id()"/>
    <xsl:choose>
      <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$anchors"><xsl:value-of select="key('anchor', $this)/@id"/></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The place of the current element among the notes, or the entries of the apparatus, that move out
       of the text; nothing where it stays. (A key would say so by itself; but libxslt goes through the
       document for each key, as soon as it needs one of them.) -->
  <xsl:template name="moved-number">
    <xsl:variable name="this" select="concat('number:', generate-id())"/>
    <xsl:for-each select="$anchors"><xsl:value-of select="key('anchor', $this)/@id"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="own-id">
    <xsl:variable name="attribute"><xsl:if test="@xml:id"><i><xsl:apply-templates select="@xml:id" mode="attribute"/></i></xsl:if></xsl:variable>
    <xsl:value-of select="exsl:node-set($attribute)/i/@id"/>
  </xsl:template>

  <!-- The attributes of an element that something in the page links to. -->
  <xsl:template name="attributes-with-id">
    <xsl:param name="class" select="local-name()"/>
    <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
    <xsl:if test="$id != ''">
      <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
    </xsl:if>
    <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
    <xsl:apply-templates select="@*[name() != 'xml:id']" mode="attribute"/>
  </xsl:template>
</xsl:stylesheet>
