<?xml version="1.0" encoding="UTF-8"?>
<!--
  What attributes say, in words: how much is missing and why, by whose hand, how sure. An
  attribute without a template here says nothing to a reader.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei str">

  <!-- All that the current element's attributes say: "3 lines, illegible, certainty high". -->
  <xsl:template name="said">
    <xsl:variable name="all"><xsl:apply-templates select="@*" mode="said"/></xsl:variable>
    <xsl:value-of select="substring($all, 3)"/>
  </xsl:template>

  <xsl:template match="@*" mode="said"/>

  <xsl:template match="@extent | @reason | @agent | @place | @value | @key | @name | @locus | @match | @method
                       | @relation | @feature | @tempo | @predicate | @behaviour | @cause  | @scribe | @medium | @script | tei:metamark/@function" mode="said">
    <xsl:value-of select="concat(', ', normalize-space(.))"/>
  </xsl:template>

  <xsl:template match="@quantity" mode="said">
    <xsl:value-of select="normalize-space(concat(', ', ., ' ', ../@unit))"/>
    <xsl:if test=". &gt; 1 and contains(' line word letter character page column ', concat(' ', ../@unit, ' '))">s</xsl:if>
  </xsl:template>
  <xsl:template match="@atLeast | @min" mode="said">
    <xsl:value-of select="concat(', at least ', .)"/>
    <xsl:if test="not(../@atMost or ../@max or ../@quantity) and ../@unit"><xsl:value-of select="concat(' ', ../@unit)"/></xsl:if>
  </xsl:template>
  <xsl:template match="@atMost | @max" mode="said">
    <xsl:value-of select="concat(', at most ', .)"/>
    <xsl:if test="../@unit and not(../@quantity)"><xsl:value-of select="concat(' ', ../@unit)"/></xsl:if>
  </xsl:template>
  <xsl:template match="@cert" mode="said"><xsl:value-of select="concat(', certainty ', .)"/></xsl:template>
  <xsl:template match="@degree" mode="said"><xsl:value-of select="concat(', degree ', .)"/></xsl:template>

  <!-- How often: "optional", "once or more", "2 to 4 times". -->
  <xsl:template match="@minOccurs[../@maxOccurs]" mode="said"/>
  <xsl:template match="@minOccurs" mode="said">
    <xsl:if test=". = 0">, optional</xsl:if>
    <xsl:if test=". &gt; 1"><xsl:value-of select="concat(', ', ., ' times')"/></xsl:if>
  </xsl:template>
  <xsl:template match="@maxOccurs" mode="said">
    <xsl:variable name="least" select="concat(../@minOccurs, substring('1', 1, not(../@minOccurs)))"/>
    <xsl:choose>
      <xsl:when test=". = 'unbounded' and $least = 0">, any number of times</xsl:when>
      <xsl:when test=". = 'unbounded' and $least = 1">, once or more</xsl:when>
      <xsl:when test=". = 'unbounded'"><xsl:value-of select="concat(', ', $least, ' times or more')"/></xsl:when>
      <xsl:when test=". = $least and . = 1"/>
      <xsl:when test=". = 1">, optional</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(', ', $least, ' to ', ., ' times')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A duration (ISO 8601) of seconds, minutes or hours. -->
  <xsl:template match="@dur" mode="said">
    <xsl:variable name="time" select="translate(substring-after(., 'PT'), 'HMS', '   ')"/>
    <xsl:text>, </xsl:text>
    <xsl:choose>
      <xsl:when test="starts-with(., 'PT') and string(number(normalize-space($time))) != 'NaN'">
        <xsl:value-of select="concat(normalize-space($time), ' ')"/>
        <xsl:choose>
          <xsl:when test="contains(., 'S')">s</xsl:when>
          <xsl:when test="contains(., 'M')">min</xsl:when>
          <xsl:otherwise>h</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Hands, persons and other things that have a name of their own. -->
  <xsl:template match="@hand" mode="said">
    <xsl:text>, hand </xsl:text>
    <xsl:call-template name="names-of"/>
  </xsl:template>
  <xsl:template match="@new | @target | @active | @mutual | @passive | @assertedValue | @adj | @children | @adjTo | @fVal | @spanTo
                       | @filter | @url" mode="said">
    <xsl:text>, </xsl:text>
    <xsl:call-template name="names-of"/>
  </xsl:template>

  <!-- What the addresses in an attribute point to, by name. -->
  <xsl:template name="names-of">
    <xsl:param name="addresses" select="."/>
    <xsl:param name="between" select="', '"/>
    <xsl:variable name="here" select="."/>
    <xsl:for-each select="str:tokenize($addresses)">
      <xsl:variable name="address" select="string()"/>
      <xsl:if test="position() &gt; 1"><xsl:value-of select="$between"/></xsl:if>
      <xsl:for-each select="$here"><xsl:call-template name="name-of"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Its name, heading or label, the first words of it, or the address itself. -->
  <xsl:template name="name-of">
    <xsl:param name="address"/>
    <xsl:variable name="thing" select="key('id', substring($address, 2))[starts-with($address, '#')][1]"/>
    <xsl:variable name="name">
      <xsl:apply-templates mode="phrase" select="($thing/tei:persName | $thing/tei:placeName | $thing/tei:orgName | $thing/tei:name
          | $thing/tei:objectName | $thing/tei:head | $thing/tei:label | $thing/tei:abbr | $thing/tei:title | $thing/tei:form)[1]"/>
    </xsl:variable>
    <xsl:variable name="words" select="normalize-space($thing)"/>
    <xsl:choose>
      <xsl:when test="$thing/self::tei:witness"><xsl:call-template name="siglum"><xsl:with-param name="address" select="$address"/></xsl:call-template></xsl:when>
      <xsl:when test="normalize-space($name) != ''"><xsl:value-of select="normalize-space($name)"/></xsl:when>
      <xsl:when test="$thing/@scribe"><xsl:value-of select="translate($thing/@scribe, '_', ' ')"/></xsl:when>
      <xsl:when test="$thing/@n"><xsl:value-of select="$thing/@n"/></xsl:when>
      <xsl:when test="$words != '' and string-length($words) &lt; 60"><xsl:value-of select="concat('“', $words, '”')"/></xsl:when>
      <xsl:when test="starts-with($address, '#')"><xsl:value-of select="substring($address, 2)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$address"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
