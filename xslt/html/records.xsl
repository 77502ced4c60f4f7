<?xml version="1.0" encoding="UTF-8"?>
<!--
  Records (the description of a manuscript or person, a feature structure), remarks about the
  text, and marks: the classes that show what an element's name and attributes say.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- A record: its own label if it stands alone, and each of its parts with one. -->
  <xsl:template name="record">
    <xsl:param name="class" select="local-name()"/>
    <xsl:variable name="around"><xsl:apply-templates select=".." mode="class"/></xsl:variable>
    <div>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="concat('record ', $class)"/>
      </xsl:call-template>
      <!-- What has a name or heading is called by it. -->
      <xsl:if test="not(starts-with($around, 'record') or starts-with($around, 'remark')) and not(tei:head or tei:label or tei:persName
                    or tei:placeName or tei:orgName or tei:objectName or tei:eventName or tei:msIdentifier or tei:objectIdentifier)">
        <xsl:call-template name="record-title"/>
      </xsl:if>
      <xsl:call-template name="facts"/>
      <xsl:apply-templates mode="field"/>
    </div>
  </xsl:template>

  <xsl:template name="record-title">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
    <xsl:if test="$label != ''">
      <div class="record-title">
        <xsl:call-template name="label"><xsl:with-param name="words" select="$label"/></xsl:call-template>
        <xsl:call-template name="which"/>
      </div>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A part of a record with its label; what needs none stands as elsewhere. A part that says
       what the record around it says already, such as <layout> in <layoutDesc>, needs none. -->
  <xsl:template match="*" mode="field">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
    <xsl:variable name="around"><xsl:apply-templates select=".." mode="label"/></xsl:variable>
    <xsl:variable name="kind"><xsl:apply-templates select="." mode="class"/></xsl:variable>
    <xsl:choose>
      <!-- A form that nobody filled in. -->
      <xsl:when test="normalize-space() = '' and not(@* or .//@*)"/>
      <xsl:when test="$label = '' or $kind = 'mark' or $kind = 'hidden' or $kind = 'place'"><xsl:apply-templates select="."/></xsl:when>
      <xsl:when test="$label = $around and $kind != 'remark' and not(@n or @ident)">
        <div class="value">
          <xsl:apply-templates select="."/>
          <xsl:if test="$kind != 'record-unit'"><xsl:call-template name="facts"/></xsl:if>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <div class="field">
          <xsl:if test="$kind = 'record-unit'"><xsl:attribute name="class">field group</xsl:attribute></xsl:if>
          <span class="label">
            <xsl:call-template name="label"><xsl:with-param name="words" select="$label"/></xsl:call-template>
            <xsl:call-template name="which"/>
          </span>
          <xsl:text> </xsl:text>
          <div class="value">
            <xsl:apply-templates select="."/>
            <xsl:if test="$kind = 'phrase' or $kind = 'block-unit'"><xsl:call-template name="facts"/></xsl:if>
          </div>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="field"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="field"/>

  <!-- What only the attributes say: "1 May 1790", "sex: 2". Words of the element come first. -->
  <xsl:template name="facts">
    <xsl:variable name="words">
      <xsl:variable name="dates"><xsl:call-template name="date-in-words"/></xsl:variable>
      <xsl:if test="not(self::tei:date) and not(.//tei:date)"><xsl:value-of select="$dates"/></xsl:if>
      <xsl:variable name="said"><xsl:call-template name="said"/></xsl:variable>
      <xsl:if test="$dates != '' and $said != ''">, </xsl:if>
      <xsl:value-of select="$said"/>
    </xsl:variable>
    <xsl:if test="$words != ''"><span class="facts"><xsl:text> </xsl:text><xsl:value-of select="$words"/></span></xsl:if>
  </xsl:template>

  <!-- A remark about the text: a small record among units, out of sight in a line. -->
  <xsl:template name="remark">
    <xsl:variable name="in-section"><xsl:call-template name="in-section"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$in-section = 'yes'">
        <div>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="concat('remark ', local-name())"/>
          </xsl:call-template>
          <xsl:variable name="around"><xsl:apply-templates select=".." mode="class"/></xsl:variable>
          <xsl:if test="starts-with($around, 'section')"><xsl:call-template name="record-title"/></xsl:if>
          <xsl:call-template name="facts"/>
          <xsl:apply-templates mode="field"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <span hidden="hidden"><xsl:call-template name="attributes"/><xsl:apply-templates mode="phrase"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A mark: "[pause: 2 s]". -->
  <xsl:template name="mark">
    <xsl:variable name="block"><xsl:if test="*"><xsl:call-template name="holds-block"/></xsl:if></xsl:variable>
    <xsl:variable name="element">
      <xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="class"><xsl:value-of select="concat('mark ', local-name())"/></xsl:attribute>
      <xsl:text>[</xsl:text>
      <xsl:variable name="label"><xsl:call-template name="lower-label"/></xsl:variable>
      <xsl:value-of select="$label"/>
      <xsl:variable name="said"><xsl:call-template name="said"/></xsl:variable>
      <xsl:if test="$label != '' and $said != ''">: </xsl:if>
      <xsl:value-of select="$said"/>
      <xsl:for-each select="node()"><xsl:text> </xsl:text><xsl:apply-templates select="."/></xsl:for-each>
      <xsl:text>]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- The label inside a sentence. -->
  <xsl:template name="lower-label">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
    <xsl:value-of select="translate(substring($label, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:value-of select="substring($label, 2)"/>
  </xsl:template>

  <!-- Which of its kind it is. -->
  <xsl:template name="which">
    <xsl:if test="@n"><xsl:value-of select="concat(' ', @n)"/></xsl:if>
    <xsl:if test="@ident"><xsl:text> </xsl:text><code><xsl:value-of select="@ident"/></code></xsl:if>
  </xsl:template>
</xsl:stylesheet>
