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

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="anchor" match="anchor" use="@for"/>

  <!-- A piece of TEI, such as a lone division, is read whole; of a document the texts are. Long
       node sets are had in one step from the root: to unite them takes quadratic time. -->
  <xsl:variable name="piece" select="not(/tei:TEI or /tei:teiCorpus)"/>

  <xsl:variable name="anchor-tree">
    <xsl:for-each select="/descendant::tei:note[$piece or ancestor::tei:text]">
      <anchor for="{generate-id()}" id="note:{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="/descendant::*[self::tei:div or self::tei:div1 or self::tei:div2 or self::tei:div3
        or self::tei:div4 or self::tei:div5 or self::tei:div6 or self::tei:div7 or self::tei:text]">
      <anchor for="{generate-id()}" id="div:{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="/descendant::*[self::tei:persName or self::tei:rs or self::tei:name or self::tei:placeName or self::tei:geogName
        or self::tei:orgName or self::tei:settlement[@ref]][$piece or ancestor::tei:text]">
      <anchor for="{generate-id()}" id="name:{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="/descendant::tei:date[$piece or ancestor::tei:text]">
      <anchor for="{generate-id()}" id="date:{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="/descendant::*[self::tei:ref or self::tei:ptr][starts-with(@target, '#')]">
      <anchor for="{generate-id()}" id="ref:{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="$apparatus">
      <anchor for="{generate-id()}" id="app:{position()}"/>
      <anchor for="number:{generate-id()}" id="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="$endnotes">
      <anchor for="number:{generate-id()}" id="{position()}"/>
    </xsl:for-each>
  </xsl:variable>
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
    <xsl:apply-templates select="@xml:lang | @type | @level | @rend | @rendition | @style" mode="attribute"/>
  </xsl:template>
</xsl:stylesheet>
