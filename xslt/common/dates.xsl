<?xml version="1.0" encoding="UTF-8"?>
<!-- Normalised dates (att.datable.w3c) in words, and as HTML's datetime. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:variable name="months"
      select="'January   February  March     April     May       June      July      August    September October   November  December  '"/>

  <!-- A date's attributes in words: "27 January 1934", "from 1924 to 1927". -->
  <xsl:template name="date-in-words">
    <xsl:choose>
      <xsl:when test="@when">
        <xsl:apply-templates select="@when" mode="date"/>
      </xsl:when>
      <xsl:when test="@from or @to">
        <xsl:apply-templates select="@from" mode="date"><xsl:with-param name="before" select="'from '"/></xsl:apply-templates>
        <xsl:if test="@from and @to"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="@to" mode="date"><xsl:with-param name="before" select="'to '"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="@notBefore and @notAfter">
        <xsl:apply-templates select="@notBefore" mode="date"><xsl:with-param name="before" select="'between '"/></xsl:apply-templates>
        <xsl:apply-templates select="@notAfter" mode="date"><xsl:with-param name="before" select="' and '"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="@notBefore" mode="date"><xsl:with-param name="before" select="'not before '"/></xsl:apply-templates>
        <xsl:apply-templates select="@notAfter" mode="date"><xsl:with-param name="before" select="'not after '"/></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="date">
    <xsl:param name="before"/>
    <xsl:value-of select="$before"/>
    <xsl:call-template name="one-date">
      <xsl:with-param name="date" select="normalize-space(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One W3C date in words; what has another form stays as it is. -->
  <xsl:template name="one-date">
    <xsl:param name="date"/>
    <xsl:variable name="shape" select="translate($date, '012345678', '999999999')"/>
    <xsl:choose>
      <xsl:when test="$shape = '9999-99-99'">
        <xsl:value-of select="concat(number(substring($date, 9, 2)), ' ')"/>
        <xsl:call-template name="month"><xsl:with-param name="number" select="substring($date, 6, 2)"/></xsl:call-template>
        <xsl:value-of select="concat(' ', number(substring($date, 1, 4)))"/>
      </xsl:when>
      <xsl:when test="$shape = '9999-99'">
        <xsl:call-template name="month"><xsl:with-param name="number" select="substring($date, 6, 2)"/></xsl:call-template>
        <xsl:value-of select="concat(' ', number(substring($date, 1, 4)))"/>
      </xsl:when>
      <xsl:when test="$shape = '9999'">
        <xsl:value-of select="number($date)"/>
      </xsl:when>
      <xsl:when test="$shape = '--99-99'">
        <xsl:value-of select="concat(number(substring($date, 6, 2)), ' ')"/>
        <xsl:call-template name="month"><xsl:with-param name="number" select="substring($date, 3, 2)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$shape = '--99'">
        <xsl:call-template name="month"><xsl:with-param name="number" select="substring($date, 3, 2)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$shape = '-9999'">
        <xsl:value-of select="concat(number(substring($date, 2)), ' BC')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$date"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="month">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$number &gt;= 1 and $number &lt;= 12">
        <xsl:value-of select="normalize-space(substring($months, (number($number) - 1) * 10 + 1, 10))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('month ', $number)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The value of a W3C date if HTML's <time datetime> allows it, else nothing. -->
  <xsl:template name="html-datetime">
    <xsl:param name="date"/>
    <xsl:variable name="shape" select="translate($date, '012345678', '999999999')"/>
    <xsl:variable name="day" select="substring-after(substring-after($date, '-'), '-')"/>
    <xsl:variable name="month" select="substring($date, 6, 2)"/>
    <xsl:choose>
      <xsl:when test="($shape = '9999-99-99' and $day &gt;= 1 and $day &lt;= 28 and $month &gt;= 1 and $month &lt;= 12)
                      or ($shape = '9999-99-99' and $day &gt;= 29 and $day &lt;= 30 and $month &gt;= 1 and $month &lt;= 12 and $month != 2)
                      or ($shape = '9999-99-99' and $day = 31 and contains('01 03 05 07 08 10 12', $month))
                      or ($shape = '9999-99' and $month &gt;= 1 and $month &lt;= 12)
                      or ($shape = '9999' and $date &gt; 0)
                      or ($shape = '99:99' and substring($date, 1, 2) &lt; 24 and substring($date, 4, 2) &lt; 60)
                      or ($shape = '99:99:99' and substring($date, 1, 2) &lt; 24 and substring($date, 4, 2) &lt; 60 and substring($date, 7, 2) &lt; 60)">
        <xsl:if test="not(starts-with($shape, '9999')) or substring($date, 1, 4) &gt; 0">
          <xsl:value-of select="$date"/>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
