<?xml version="1.0" encoding="UTF-8"?>
<!-- The core module: paragraphs, quotations, breaks, simple editing; and what other modules have
     at the level of paragraphs and lines. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:p | tei:ab | tei:cit | tei:desc">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- A description inside words. -->
  <xsl:template match="tei:gap/tei:desc | tei:space/tei:desc | tei:person/tei:desc | tei:place/tei:desc">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:head">
    <xsl:if test="$headings != 'no'">
      <xsl:call-template name="paragraph"/>
    </xsl:if>
  </xsl:template>

  <!-- A quotation that holds paragraphs or verse, or stands among them, is set off. -->
  <xsl:template match="tei:quote | tei:q | tei:said">
    <xsl:choose>
      <xsl:when test="tei:p or tei:lg or tei:l or parent::tei:div or parent::tei:body
                      or parent::tei:cit/parent::tei:div or parent::tei:cit/parent::tei:body">
        <xsl:call-template name="paragraph"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:addrLine | tei:cit/tei:bibl">
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="tei:hi | tei:foreign | tei:title">
    <xsl:call-template name="words"/>
  </xsl:template>

  <!-- Inside a line of running text a break is a space, unless it cuts a word. -->
  <xsl:template match="tei:lb | tei:cb | tei:gb">
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:space">
    <xsl:text> </xsl:text>
    <xsl:if test="tei:desc">
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>] </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:lb[ancestor::tei:titlePage]">
    <xsl:value-of select="$mark-line"/>
  </xsl:template>

  <!-- A page break for which the source prints a number, as “[12]”: that number, in the form of
       @rend. -->
  <xsl:template match="tei:pb[contains(@rend, '#') or contains(@rend, 'ⁿ')]" priority="1">
    <xsl:if test="$page-numbers = 'printed'">
      <xsl:variable name="apart" select="substring($mark-paragraph, 1, number(boolean(
          parent::tei:div or parent::tei:body or parent::tei:front or parent::tei:back
          or parent::tei:lg or parent::tei:sp or parent::tei:list)))"/>
      <xsl:value-of select="$apart"/>
      <xsl:call-template name="number">
        <xsl:with-param name="form" select="@rend"/>
      </xsl:call-template>
      <xsl:value-of select="$apart"/>
    </xsl:if>
    <xsl:if test="$page-numbers = 'breaks'">
      <xsl:value-of select="concat(' [p. ', @n, '] ')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:pb">
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$page-numbers = 'breaks' and @n">
      <xsl:value-of select="concat('[p. ', @n, ']')"/>
      <xsl:if test="not(@break = 'no')">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Extra space that parts two sections. -->
  <xsl:template match="tei:milestone">
    <xsl:if test="@rend = 'space'">
      <xsl:value-of select="concat($mark-paragraph, $mark-space, $mark-paragraph)"/>
    </xsl:if>
  </xsl:template>

  <!-- Dots or dashes that stand for words, and what an editor has put for them. -->
  <xsl:template match="tei:ellipsis">
    <xsl:choose>
      <xsl:when test="$reading = 'regularised' and tei:supplied">
        <xsl:apply-templates select="tei:supplied"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="tei:metamark"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One reading of several, and never two. -->
  <xsl:template match="tei:choice">
    <xsl:variable name="asked"
                  select="*[($reading = 'regularised' and (self::tei:corr or self::tei:reg
                             or self::tei:expan or self::tei:ex))
                            or ($reading != 'regularised' and (self::tei:sic or self::tei:orig
                                or self::tei:abbr or self::tei:am))]"/>
    <xsl:choose>
      <xsl:when test="$asked">
        <xsl:apply-templates select="$asked[1]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:gap">
    <xsl:text>[</xsl:text>
    <xsl:if test="not(tei:desc)">…</xsl:if>
    <xsl:apply-templates/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- What was struck out: between the double brackets of the Leiden conventions, or left out. -->
  <xsl:template match="tei:del">
    <xsl:choose>
      <xsl:when test="$reading = 'regularised'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>⟦</xsl:text>
        <xsl:apply-templates/>
        <xsl:text>⟧</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Terms for an index that the text does not print. -->
  <xsl:template match="tei:index"/>

  <!-- A character that is described in the header, where the text has only a pointer to it. -->
  <xsl:key name="character" match="tei:char | tei:glyph" use="concat('#', @xml:id)"/>

  <xsl:template match="tei:g">
    <xsl:apply-templates/>
    <xsl:if test="not(node())">
      <xsl:variable name="mappings" select="key('character', @ref)/tei:mapping"/>
      <xsl:value-of select="($mappings[@type = 'standard'] | $mappings[@type = 'Unicode']
                             | $mappings[not(@type)] | $mappings)[1]"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
