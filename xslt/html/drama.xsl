<?xml version="1.0" encoding="UTF-8"?>
<!-- Modules drama, spoken and cmc: who speaks, what is said, and what is done. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- Boxes that a play has by the thousand: they need ask neither for their class nor their name. -->
  <xsl:template match="tei:sp">
    <div class="sp"><xsl:apply-templates select="@*" mode="attribute"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="tei:speaker">
    <div class="speaker"><xsl:apply-templates select="@*" mode="attribute"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="tei:lg">
    <div class="lg"><xsl:apply-templates select="@*" mode="attribute"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- A list of roles; one that names a group has it at the side. -->
  <xsl:template match="tei:castGroup[tei:roleDesc and tei:castItem]">
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'castGroup bracketed'"/></xsl:call-template>
      <xsl:apply-templates select="tei:head"/>
      <div class="members"><xsl:apply-templates select="node()[not(self::tei:roleDesc or self::tei:head)]"/></div>
      <xsl:apply-templates select="tei:roleDesc"/>
    </div>
  </xsl:template>

  <!-- An utterance begins with its speaker, as a speech does. -->
  <xsl:template match="tei:u">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="speaker-of"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A post of a chat or forum: who wrote it and when. -->
  <xsl:template match="tei:post">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="speaker-of"/>
      <xsl:if test="@when"><span class="facts"><xsl:call-template name="date-in-words"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template name="speaker-of">
    <xsl:variable name="who" select="@who[not(../parent::tei:annotationBlock)] | ../@who[../self::tei:annotationBlock]"/>
    <xsl:for-each select="$who[1]">
      <span class="speaker"><xsl:call-template name="names-of"/></span>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- What is heard or seen beside the words. -->
  <xsl:template match="tei:vocal | tei:kinesic | tei:incident | tei:writing[ancestor::tei:u or ancestor::tei:body]">
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$among-units = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('heard ', local-name())"/></xsl:call-template>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() = ''"><xsl:call-template name="lower-label"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:move">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'mark move'"/></xsl:call-template>
      <xsl:text>[</xsl:text>
      <xsl:variable name="words">
        <xsl:for-each select="@who"><xsl:call-template name="names-of"/></xsl:for-each>
        <xsl:value-of select="concat(' ', @type, ' ', @where)"/>
      </xsl:variable>
      <xsl:value-of select="normalize-space($words)"/>
      <xsl:if test="normalize-space($words) = ''"><xsl:call-template name="lower-label"/></xsl:if>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
