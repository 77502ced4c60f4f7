<?xml version="1.0" encoding="UTF-8"?>
<!-- Module core: paragraphs, quotations, highlighting, breaks, editorial choices, addresses. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- HTML's <p> holds only phrases; a paragraph with a list or quotation inside is a <div>. One with
       line breaks only need not be looked into. -->
  <xsl:template match="tei:p | tei:ab">
    <xsl:variable name="block"><xsl:if test="*[not(self::tei:lb)]"><xsl:call-template name="holds-block"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$block = 'yes'">
        <div>
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p class="{local-name()}">
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A quotation is a block where it holds or stands among units of the page. -->
  <xsl:template match="tei:quote | tei:q | tei:said">
    <xsl:variable name="block"><xsl:call-template name="is-block"/></xsl:variable>
    <xsl:variable name="in-section"><xsl:call-template name="in-section"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$block = 'yes' and (self::tei:quote or $in-section = 'yes')">
        <blockquote>
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
        </blockquote>
      </xsl:when>
      <xsl:when test="$block = 'yes'">
        <xsl:call-template name="box"/>
      </xsl:when>
      <xsl:otherwise>
        <q>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class">
              <xsl:value-of select="local-name()"/>
              <xsl:call-template name="quotation-marks"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:apply-templates/>
        </q>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- " unmarked" where the text has no quotation marks of its own, so that the style gives them. -->
  <xsl:template name="quotation-marks">
    <xsl:variable name="first" select="substring(normalize-space(), 1, 1)"/>
    <xsl:variable name="before" select="string(preceding-sibling::node()[1][self::text()])"/>
    <xsl:variable name="last" select="substring($before, string-length($before))"/>
    <xsl:variable name="marks">"'“”„‟‘’‚‛«»‹›「」『』—</xsl:variable>
    <xsl:if test="not(($first != '' and contains($marks, $first)) or ($last != '' and contains($marks, $last)))
                  and not(contains(@rend, 'block')) and not(parent::tei:cit)">
      <xsl:text> unmarked</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Highlighting: the usual words become HTML's elements, others are for the style. -->
  <xsl:template match="tei:hi">
    <xsl:variable name="rend" select="concat(' ', translate(@rend, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), ' ')"/>
    <xsl:call-template name="phrase">
      <xsl:with-param name="element">
        <xsl:choose>
          <xsl:when test="contains($rend, ' sup') or contains($rend, ' superscript ')">sup</xsl:when>
          <xsl:when test="contains($rend, ' sub ') or contains($rend, ' subscript ')">sub</xsl:when>
          <xsl:when test="contains($rend, ' ital') or contains($rend, ' i ')">i</xsl:when>
          <xsl:when test="contains($rend, ' bold') or contains($rend, ' b ')">b</xsl:when>
          <xsl:otherwise>span</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:emph">
    <xsl:call-template name="phrase"><xsl:with-param name="element" select="'em'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:foreign | tei:term | tei:mentioned | tei:gloss | tei:distinct">
    <xsl:call-template name="phrase"><xsl:with-param name="element" select="'i'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:title">
    <xsl:call-template name="phrase">
      <xsl:with-param name="element" select="'cite'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:soCalled">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class">soCalled<xsl:call-template name="quotation-marks"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:code | tei:gi | tei:att | tei:tag | tei:val | tei:ident">
    <xsl:call-template name="phrase"><xsl:with-param name="element" select="'code'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:eg">
    <pre>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="phrase"/>
    </pre>
  </xsl:template>

  <!-- Glosses beside characters: HTML has TEI's ruby, but for the base, which is the text itself. -->
  <xsl:template match="tei:ruby">
    <ruby>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </ruby>
  </xsl:template>
  <xsl:template match="tei:ruby/tei:rt">
    <rt><xsl:call-template name="content"/></rt>
  </xsl:template>

  <!-- A break between units of the page, and one inside a phrase. -->
  <xsl:template match="tei:milestone">
    <xsl:variable name="words" select="normalize-space(concat(@unit, ' ', @n))"/>
    <xsl:variable name="in-section"><xsl:call-template name="in-section"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$in-section = 'yes' and not(@n)">
        <hr><xsl:call-template name="attributes"/></hr>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:if test="$words != ''"><xsl:attribute name="title"><xsl:value-of select="$words"/></xsl:attribute></xsl:if>
          <xsl:value-of select="@n"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line of the source, with a hyphen where it cuts a word; every fifth number shows. The first
       line of a unit starts anyway. -->
  <xsl:template match="tei:lb">
    <xsl:if test="@break[. = 'no']"><span class="hyphen"/></xsl:if>
    <xsl:if test="@xml:id or preceding-sibling::*[1] or normalize-space(preceding-sibling::node()[1]) != ''">
      <br>
        <xsl:apply-templates select="@xml:id" mode="attribute"/>
      </br>
    </xsl:if>
    <xsl:for-each select="@n[. mod 5 = 0]"><span class="line-number"><xsl:value-of select="."/></span></xsl:for-each>
  </xsl:template>

  <!-- Pages keep their numbers, with a link to their facsimile. -->
  <xsl:template match="tei:pb">
    <xsl:variable name="url"><xsl:call-template name="facsimile-url"/></xsl:variable>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="normalize-space(@n) != ''">
        <xsl:attribute name="role">doc-pagebreak</xsl:attribute>
        <xsl:attribute name="aria-label"><xsl:value-of select="concat($label-page, ' ', @n)"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$url != '' and not(ancestor::tei:ref or ancestor::tei:persName)">
          <a href="{$url}" title="{$label-image}">
            <xsl:value-of select="@n"/>
            <xsl:if test="normalize-space(@n) = ''"><xsl:value-of select="$label-page"/></xsl:if>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="@n"/>
          <xsl:if test="normalize-space(@n) = ''">|</xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template match="tei:cb | tei:gb">
    <span title="{normalize-space(concat(local-name(), ' ', @n))}"><xsl:call-template name="attributes"/></span>
  </xsl:template>

  <!-- Choices: both readings are in the page, and the style shows one of them. -->
  <xsl:template match="tei:choice">
    <xsl:variable name="original" select="tei:sic | tei:orig | tei:abbr"/>
    <xsl:variable name="regular" select="tei:corr | tei:reg | tei:expan"/>
    <xsl:choose>
      <xsl:when test="$original and $regular">
        <span>
          <xsl:call-template name="attributes"/>
          <span class="original" title="{normalize-space($regular[1])}"><xsl:apply-templates select="$original"/></span>
          <span class="regular" title="{normalize-space($original[1])}"><xsl:apply-templates select="$regular"/></span>
          <xsl:apply-templates select="*[not(self::tei:sic or self::tei:orig or self::tei:abbr or self::tei:corr
              or self::tei:reg or self::tei:expan)]"/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="box"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:choice/tei:unclear[preceding-sibling::*] | tei:choice/tei:seg[preceding-sibling::*]">
    <xsl:text> / </xsl:text>
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template match="tei:abbr">
    <xsl:call-template name="phrase"><xsl:with-param name="element" select="'abbr'"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
