<?xml version="1.0" encoding="UTF-8"?>
<!-- Module textstructure: divisions, headings, title pages, the parts of letters. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:teikit="urn:teikit:pieces"
    extension-element-prefixes="teikit"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7
                       | tei:group/tei:text">
    <xsl:choose>
      <!-- Written out when it is finished, and not kept (teikit.transform.pieces). -->
      <xsl:when test="element-available('teikit:piece')">
        <teikit:piece><xsl:call-template name="division"/></teikit:piece>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="division"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="division">
    <section>
      <xsl:call-template name="attributes-with-id"><xsl:with-param name="class" select="'div'"/></xsl:call-template>
      <xsl:if test="not(tei:head)"><xsl:call-template name="division-label"/></xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- A division without a heading shows its number, by which it is cited, unless that is a URN or
       nought; the parts of an inscription (EpiDoc) what they are. -->
  <xsl:template name="division-label">
    <xsl:choose>
      <xsl:when test="contains(' translation apparatus commentary bibliography ', concat(' ', @type, ' ')) and normalize-space() != ''">
        <div class="division-label">
          <xsl:call-template name="label">
            <xsl:with-param name="words" select="concat(translate(substring(@type, 1, 1), 'tacb', 'TACB'), substring(@type, 2))"/>
          </xsl:call-template>
        </div>
      </xsl:when>
      <xsl:when test="normalize-space(@n) != '' and @n != '0' and string-length(@n) &lt; 12 and not(contains(@n, ':'))">
        <div class="division-label"><xsl:value-of select="@n"/></div>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The heading of a division, at the level of its depth; all others are boxes. -->
  <xsl:template match="tei:div/tei:head | tei:div1/tei:head | tei:div2/tei:head | tei:div3/tei:head | tei:div4/tei:head
                       | tei:div5/tei:head | tei:div6/tei:head | tei:div7/tei:head | tei:front/tei:head
                       | tei:body/tei:head | tei:back/tei:head | tei:group/tei:head">
    <!-- Only divisions that have headings count, so that no level is left out. -->
    <xsl:variable name="depth" select="1 + count((ancestor::tei:div | ancestor::tei:div1 | ancestor::tei:div2
        | ancestor::tei:div3 | ancestor::tei:div4 | ancestor::tei:div5 | ancestor::tei:div6 | ancestor::tei:div7)
        [tei:head]) + count(ancestor::tei:TEI[parent::*])"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$depth &gt; 6">6</xsl:when>
        <xsl:when test="$depth &lt; 2">2</xsl:when>
        <xsl:otherwise><xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="block"><xsl:call-template name="holds-block"/></xsl:variable>
    <xsl:choose>
      <!-- A second heading right after the first is its subtitle. -->
      <xsl:when test="preceding-sibling::*[1][self::tei:head] or $block = 'yes'">
        <div>
          <xsl:call-template name="attributes"><xsl:with-param name="class" select="'head sub'"/></xsl:call-template>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{$level}">
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The first title page heads the page already. -->
  <xsl:template match="tei:titlePage">
    <xsl:if test="$title != '' or generate-id() != generate-id($title-page)">
      <xsl:call-template name="box"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:titlePage" mode="title-block">
    <xsl:call-template name="box"/>
  </xsl:template>

  <!-- Its main title, or its first, is the heading of the page. -->
  <xsl:template match="tei:titlePart">
    <xsl:variable name="parts" select="$title-page//tei:titlePart[normalize-space() != '']"/>
    <xsl:variable name="first" select="($parts[@type = 'main'] | $parts[not($parts[@type = 'main'])])[1]"/>
    <xsl:variable name="block"><xsl:call-template name="holds-block"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$title = '' and generate-id() = generate-id($first) and $block = ''">
        <h1><xsl:call-template name="attributes"/><xsl:apply-templates/></h1>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="box"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
