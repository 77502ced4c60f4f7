<?xml version="1.0" encoding="UTF-8"?>
<!--
  Module textcrit. The text has the lemma, or else the first reading, with a letter; the letter
  leads to an entry of the apparatus with all readings and their witnesses, and is a pop-up, as a
  note's number is. Readings that hold paragraphs or verses stand one below the other.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei str">

  <!-- Entries that stand in a line of the text. -->
  <xsl:variable name="apparatus" select="$all-app[tei:lem or tei:rdg][ancestor::tei:text][not(parent::tei:listApp or @from or @loc)]
        [not(.//tei:p or .//tei:ab or .//tei:l or .//tei:lg or .//tei:sp or .//tei:div or .//tei:list or .//tei:head or .//tei:table or .//tei:figure)]"/>

  <!-- Of an entry only what is in the text counts. -->
  <xsl:template match="tei:app" mode="units">
    <xsl:variable name="this" select="concat('number:', generate-id())"/>
    <xsl:choose>
      <xsl:when test="$anchors[key('anchor', $this)]"><xsl:apply-templates select="tei:lem | tei:rdg[not(../tei:lem)][1]" mode="units"/></xsl:when>
      <xsl:otherwise><xsl:apply-imports/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:app" mode="phrase">
    <xsl:apply-templates select="tei:lem | (.//tei:rdg)[not(../tei:lem)][1]" mode="phrase"/>
  </xsl:template>

  <xsl:template match="tei:app">
    <xsl:variable name="this" select="concat('number:', generate-id())"/>
    <xsl:choose>
      <xsl:when test="$anchors[key('anchor', $this)]"><xsl:call-template name="app-in-line"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="app-in-place"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="app-in-line">
    <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
    <!-- The id is that of the entry. -->
    <span class="app">
      <xsl:for-each select="tei:lem | tei:rdg[not(../tei:lem)][1]">
        <span><xsl:call-template name="content"><xsl:with-param name="class" select="'lem'"/></xsl:call-template></span>
      </xsl:for-each>
      <span class="noteref">
        <sup>
          <a id="from:{$id}" href="#{$id}" role="doc-noteref">
            <xsl:variable name="letter"><xsl:call-template name="letter"/></xsl:variable>
            <xsl:attribute name="aria-label"><xsl:value-of select="concat($label-variant, ' ', $letter)"/></xsl:attribute>
            <xsl:value-of select="$letter"/>
          </a>
        </sup>
        <span class="popup" aria-hidden="true"><xsl:call-template name="readings"><xsl:with-param name="plain" select="true()"/></xsl:call-template></span>
      </span>
    </span>
  </xsl:template>

  <!-- a, b, …, z, aa, ab, … -->
  <xsl:template name="letter">
    <xsl:variable name="number"><xsl:call-template name="moved-number"/></xsl:variable>
    <xsl:number value="$number" format="a"/>
  </xsl:template>

  <!-- The section of the apparatus. -->
  <xsl:template name="apparatus">
    <xsl:if test="$apparatus">
      <section class="notes apparatus" aria-labelledby="page:apparatus">
        <h2 id="page:apparatus">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-apparatus"/></xsl:call-template>
        </h2>
        <xsl:variable name="witnesses" select="/descendant::tei:teiHeader/descendant::tei:witness"/>
        <xsl:if test="$witnesses">
          <div class="listWit"><xsl:apply-templates select="$witnesses"/></div>
        </xsl:if>
        <ol>
          <xsl:for-each select="$apparatus">
            <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
            <li class="note" id="{$id}">
              <span class="number"><xsl:call-template name="letter"/></span>
              <div class="note-text">
                <xsl:call-template name="readings"/>
                <xsl:call-template name="back-links"><xsl:with-param name="first" select="concat('from:', $id)"/></xsl:call-template>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- "lemma A] reading B; C omits" -->
  <xsl:template name="readings">
    <xsl:param name="plain" select="false()"/>
    <xsl:variable name="base" select="(tei:lem | tei:rdg[not(../tei:lem)])[1]"/>
    <span class="lem">
      <xsl:for-each select="$base">
        <xsl:apply-templates mode="phrase"/>
        <xsl:if test="normalize-space() = ''"><i>om.</i></xsl:if>
        <xsl:call-template name="sigla"/>
      </xsl:for-each>
    </span>
    <xsl:text>] </xsl:text>
    <xsl:for-each select="*[generate-id() != generate-id($base)] | tei:rdgGrp/*">
      <xsl:if test="not(self::tei:rdgGrp)">
        <xsl:if test="preceding-sibling::*[generate-id() != generate-id($base)][not(self::tei:rdgGrp)] or parent::tei:rdgGrp[preceding-sibling::tei:rdgGrp]">; </xsl:if>
        <xsl:choose>
          <xsl:when test="$plain"><xsl:apply-templates mode="phrase"/></xsl:when>
          <xsl:otherwise>
            <xsl:variable name="block"><xsl:call-template name="holds-block"/></xsl:variable>
            <xsl:variable name="element"><xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
            <xsl:element name="{$element}">
              <xsl:call-template name="attributes"/>
              <xsl:apply-templates/>
            </xsl:element>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="normalize-space() = '' and (self::tei:rdg or self::tei:lem)"><i>om.</i></xsl:if>
        <xsl:call-template name="sigla"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The witnesses of a reading, and who conjectured it. -->
  <xsl:template name="sigla">
    <xsl:variable name="source" select="@source | @resp"/>
    <xsl:if test="@wit or $source">
      <xsl:text> </xsl:text>
      <span class="wit">
        <xsl:for-each select="@wit"><xsl:call-template name="siglum-list"/></xsl:for-each>
        <xsl:for-each select="$source">
          <xsl:if test="../@wit or position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:call-template name="names-of"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="siglum-list">
    <xsl:variable name="here" select="."/>
    <xsl:for-each select="str:tokenize(.)">
      <xsl:variable name="address" select="string()"/>
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:for-each select="$here"><xsl:call-template name="siglum"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The name that a witness goes by: its siglum if it states one, else its id. -->
  <xsl:template name="siglum">
    <xsl:param name="address"/>
    <xsl:variable name="witness" select="key('id', substring-after($address, '#'))[1]"/>
    <xsl:variable name="stated" select="($witness//tei:abbr[@type = 'siglum'] | $witness//tei:idno[@type = 'siglum'])[1]"/>
    <xsl:choose>
      <xsl:when test="$stated"><xsl:value-of select="normalize-space($stated)"/></xsl:when>
      <xsl:when test="$witness/@n"><xsl:value-of select="$witness/@n"/></xsl:when>
      <xsl:when test="contains($address, '#')"><xsl:value-of select="substring-after($address, '#')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$address"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A witness with its siglum before it, unless its words start with one. -->
  <xsl:template match="tei:witness">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@xml:id and not(starts-with(normalize-space(), concat(@xml:id, ' ')))
                    and not(.//tei:abbr[@type = 'siglum'] or .//tei:idno[@type = 'siglum'])">
        <b class="siglum"><xsl:value-of select="@xml:id"/></b>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Entries that do not stand in a line: where they belong, and each reading by itself. -->
  <xsl:template name="app-in-place">
    <xsl:variable name="block"><xsl:call-template name="is-block"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="@loc or @n">
        <span class="number"><xsl:value-of select="normalize-space(concat(@loc, ' ', @n[not(../@loc)]))"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:lem | tei:rdg">
    <xsl:variable name="block"><xsl:call-template name="holds-block"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() = ''"><i>om.</i></xsl:if>
      <xsl:call-template name="sigla"/>
      <xsl:if test="self::tei:lem and $block = ''">]</xsl:if>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
