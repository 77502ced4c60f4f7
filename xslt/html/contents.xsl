<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents: divisions that have a heading, and the sections of the page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template name="contents">
    <xsl:if test="$contents = 'auto' and ($all-div/tei:head or $all-div1/tei:head or $all-div2/tei:head or $all-div3/tei:head)">
      <nav class="contents" aria-labelledby="page:contents">
        <h2 id="page:contents">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-contents"/></xsl:call-template>
        </h2>
        <ol>
          <xsl:apply-templates select="/*" mode="contents"/>
          <xsl:call-template name="contents-of-page"/>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The sections that the page adds. -->
  <xsl:template name="contents-of-page">
    <xsl:if test="$endnotes">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:notes'"/><xsl:with-param name="words" select="$label-notes"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$apparatus">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:apparatus'"/><xsl:with-param name="words" select="$label-apparatus"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$indexes = 'yes' and $indexed-persons">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:persons'"/><xsl:with-param name="words" select="$label-persons"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$indexes = 'yes' and $indexed-places">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:places'"/><xsl:with-param name="words" select="$label-places"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$indexes = 'yes' and $indexed-organisations">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:organisations'"/><xsl:with-param name="words" select="$label-organisations"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$indexes = 'yes' and $indexed-dates">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:dates'"/><xsl:with-param name="words" select="$label-dates"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$other-records">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:records'"/><xsl:with-param name="words" select="$label-data"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$about = 'yes' and $header">
      <xsl:call-template name="contents-entry">
        <xsl:with-param name="id" select="'page:about'"/><xsl:with-param name="words" select="$label-about"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="contents-entry">
    <xsl:param name="id"/>
    <xsl:param name="words"/>
    <li class="page-section">
      <a href="#{$id}">
        <xsl:call-template name="label"><xsl:with-param name="words" select="$words"/></xsl:call-template>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="text()" mode="contents"/>

  <xsl:template match="*" mode="contents">
    <xsl:apply-templates select="tei:TEI | tei:teiCorpus | tei:front | tei:body | tei:back | tei:group | tei:text | tei:div | tei:div1
        | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7" mode="contents"/>
  </xsl:template>

  <xsl:template match="tei:*[tei:head and (self::tei:div or self::tei:div1 or self::tei:div2 or self::tei:div3
      or self::tei:div4 or self::tei:div5 or self::tei:div6 or self::tei:div7)]" mode="contents">
    <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
    <xsl:variable name="words"><xsl:apply-templates select="tei:head[1]/node()" mode="phrase"/></xsl:variable>
    <xsl:variable name="parts">
      <xsl:apply-templates select="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7" mode="contents"/>
    </xsl:variable>
    <li>
      <a href="#{$id}">
        <xsl:choose>
          <xsl:when test="normalize-space($words) != ''"><xsl:copy-of select="$words"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$label-untitled"/></xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:if test="$parts != ''"><ol><xsl:copy-of select="$parts"/></ol></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
