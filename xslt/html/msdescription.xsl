<?xml version="1.0" encoding="UTF-8"?>
<!--
  Module msdescription: a manuscript's shelfmark as a heading, its contents as a numbered list,
  the rest as labels and values in the order of the description.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- "Oxford, Bodleian Library, MS. Digby 23" -->
  <xsl:template match="tei:msIdentifier | tei:altIdentifier | tei:objectIdentifier">
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <xsl:variable name="element">
      <xsl:choose><xsl:when test="$among-units = 'yes' and not(parent::tei:msIdentifier)">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="*[normalize-space() != '' or @*][not(self::tei:altIdentifier or self::tei:msName or self::tei:objectName or self::tei:note)]">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:apply-templates select="." mode="identifier"/>
      </xsl:for-each>
      <xsl:for-each select="(tei:msName | tei:objectName | tei:altIdentifier | tei:note)[normalize-space() != '']">
        <xsl:text> · </xsl:text>
        <xsl:choose>
          <xsl:when test="self::tei:altIdentifier"><span class="other"><xsl:apply-templates select="."/></span></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="identifier"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="identifier">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() = ''"><xsl:value-of select="@key"/></xsl:if>
    </span>
  </xsl:template>

  <!-- The shelfmark needs no label where it heads the record. -->
  <xsl:template match="tei:msDesc/tei:msIdentifier | tei:msPart/tei:msIdentifier | tei:msFrag/tei:msIdentifier
                       | tei:object/tei:objectIdentifier" mode="field">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <!-- A paragraph, a heading or a list needs none either. An item's locus, authors and title stand
       on its first line. -->
  <xsl:template match="tei:msItem | tei:msItemStruct" mode="field">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="tei:msItem | tei:msItemStruct">
    <xsl:variable name="first" select="tei:locus | tei:locusGrp | tei:author | tei:title"/>
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('record ', local-name())"/></xsl:call-template>
      <div class="item-title">
        <xsl:if test="@n"><span class="number"><xsl:value-of select="@n"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="not(@n) and (preceding-sibling::tei:msItem or following-sibling::tei:msItem)">
          <span class="number"><xsl:number count="tei:msItem | tei:msItemStruct"/></span><xsl:text> </xsl:text>
        </xsl:if>
        <xsl:for-each select="$first">
          <xsl:if test="position() &gt; 1">
            <xsl:if test="preceding-sibling::*[self::tei:author or self::tei:title] and not(self::tei:locus)">,</xsl:if>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="in-line"/>
        </xsl:for-each>
      </div>
      <xsl:apply-templates select="node()[not(self::tei:locus or self::tei:locusGrp or self::tei:author or self::tei:title)]" mode="field"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="in-line">
    <span><xsl:call-template name="content"/></span>
  </xsl:template>
  <xsl:template match="tei:title" mode="in-line">
    <cite><xsl:call-template name="content"/></cite>
  </xsl:template>
  <xsl:template match="tei:locus" mode="in-line"><xsl:call-template name="locus"/></xsl:template>

  <!-- Folios: what the description says, or from where to where. -->
  <xsl:template name="locus">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() = '' and @from">
        <xsl:value-of select="concat('ff. ', @from)"/>
        <xsl:if test="@to"><xsl:value-of select="concat('–', @to)"/></xsl:if>
      </xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="tei:locus"><xsl:call-template name="locus"/></xsl:template>

  <!-- "240 × 160 mm" -->
  <xsl:template match="tei:dimensions">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:variable name="measures" select="*[normalize-space() != '' or @*[local-name() != 'unit' and local-name() != 'scope']]"/>
      <xsl:for-each select="$measures">
        <xsl:if test="position() &gt; 1"> × </xsl:if>
        <xsl:apply-templates select="." mode="in-line"/>
        <xsl:if test="normalize-space() = ''"><xsl:value-of select="@quantity"/></xsl:if>
      </xsl:for-each>
      <xsl:variable name="unit" select="(@unit | */@unit)[1]"/>
      <xsl:if test="$measures and $unit and not(contains(normalize-space(), $unit))"><xsl:value-of select="concat(' ', $unit)"/></xsl:if>
      <xsl:if test="$measures and @type"><xsl:value-of select="concat(' (', @type, ')')"/></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
