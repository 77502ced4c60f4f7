<?xml version="1.0" encoding="UTF-8"?>
<!--
  A timeline of the dates, as a picture (SVG): a dot for a day, month or year, larger where it is
  named more often, and a bar for a span of time. The list of dates below it says the same in words.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="tei exsl">

  <!-- The picture is as wide as this, in its own units, with room for half a label at each end. -->
  <xsl:variable name="timeline-width" select="640"/>
  <xsl:variable name="timeline-margin" select="24"/>

  <xsl:template name="timeline">
    <xsl:variable name="spans">
      <xsl:for-each select="$indexed-dates">
        <xsl:variable name="start"><xsl:call-template name="year"><xsl:with-param name="date" select="(@when | @from | @notBefore)[1]"/></xsl:call-template></xsl:variable>
        <xsl:variable name="end"><xsl:call-template name="year"><xsl:with-param name="date" select="(@when | @to | @notAfter)[1]"/></xsl:call-template></xsl:variable>
        <xsl:if test="$start != '' or $end != ''">
          <span count="{count(key('date', concat('true|', @when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter)))}">
            <xsl:attribute name="start"><xsl:value-of select="$start"/><xsl:if test="$start = ''"><xsl:value-of select="$end"/></xsl:if></xsl:attribute>
            <xsl:attribute name="end"><xsl:value-of select="$end"/><xsl:if test="$end = ''"><xsl:value-of select="$start"/></xsl:if></xsl:attribute>
            <xsl:attribute name="words"><xsl:call-template name="date-in-words"/></xsl:attribute>
          </span>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" select="exsl:node-set($spans)/span[@start &lt;= @end]"/>
    <xsl:variable name="years">
      <xsl:for-each select="$all/@start | $all/@end">
        <xsl:sort data-type="number"/>
        <year><xsl:value-of select="."/></year>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="first" select="floor(exsl:node-set($years)/year[1])"/>
    <xsl:variable name="last" select="floor(exsl:node-set($years)/year[last()]) + 1"/>
    <!-- Two dots are no line. -->
    <xsl:if test="count($all) &gt; 2">
      <xsl:call-template name="timeline-picture">
        <xsl:with-param name="spans" select="$all"/>
        <xsl:with-param name="first" select="$first"/>
        <xsl:with-param name="last" select="$last"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="timeline-picture">
    <xsl:param name="spans"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:variable name="unit" select="($timeline-width - 2 * $timeline-margin) div ($last - $first)"/>
    <svg class="timeline" viewBox="0 0 {$timeline-width} 84" role="img" aria-labelledby="page:timeline page:timeline-words">
      <title id="page:timeline"><xsl:value-of select="$label-timeline"/></title>
      <desc id="page:timeline-words">
        <xsl:call-template name="year-in-words"><xsl:with-param name="year" select="$first"/></xsl:call-template>
        <xsl:text>–</xsl:text>
        <xsl:call-template name="year-in-words"><xsl:with-param name="year" select="$last"/></xsl:call-template>
      </desc>
      <line class="axis" x1="{$timeline-margin}" x2="{$timeline-width - $timeline-margin}" y1="58" y2="58"/>
      <xsl:call-template name="ticks">
        <xsl:with-param name="first" select="$first"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="unit" select="$unit"/>
      </xsl:call-template>
      <xsl:for-each select="$spans">
        <xsl:variable name="x" select="$timeline-margin + (@start - $first) * $unit"/>
        <xsl:variable name="width" select="(@end - @start) * $unit"/>
        <xsl:choose>
          <xsl:when test="@start != @end">
            <rect x="{format-number($x, '0.0')}" y="40" height="6" rx="3">
              <xsl:attribute name="width"><xsl:value-of select="format-number($width * ($width &gt; 6) + 6 * not($width &gt; 6), '0.0')"/></xsl:attribute>
              <title><xsl:value-of select="@words"/></title>
            </rect>
          </xsl:when>
          <xsl:otherwise>
            <circle cx="{format-number($x, '0.0')}" cy="24" r="{format-number(4 + 8 * (1 - 1 div @count), '0.0')}">
              <title><xsl:value-of select="@words"/></title>
            </circle>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <!-- Years below the axis: at most eight, at round numbers. -->
  <xsl:template name="ticks">
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:param name="unit"/>
    <xsl:param name="step">
      <xsl:call-template name="round-step"><xsl:with-param name="least" select="($last - $first) div 8"/></xsl:call-template>
    </xsl:param>
    <xsl:param name="year" select="ceiling($first div $step) * $step"/>
    <xsl:if test="$year &lt;= $last">
      <xsl:variable name="x" select="format-number($timeline-margin + ($year - $first) * $unit, '0.0')"/>
      <line class="tick" x1="{$x}" x2="{$x}" y1="58" y2="63"/>
      <text x="{$x}" y="78" text-anchor="middle">
        <xsl:call-template name="year-in-words"><xsl:with-param name="year" select="$year"/></xsl:call-template>
      </text>
      <xsl:call-template name="ticks">
        <xsl:with-param name="first" select="$first"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="step" select="$step"/>
        <xsl:with-param name="year" select="$year + $step"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The smallest of 1, 2, 5, 10, 20, 50 and so on that is not below a number. -->
  <xsl:template name="round-step">
    <xsl:param name="least"/>
    <xsl:param name="power" select="1"/>
    <xsl:choose>
      <xsl:when test="$least &lt;= $power"><xsl:value-of select="$power"/></xsl:when>
      <xsl:when test="$least &lt;= 2 * $power"><xsl:value-of select="2 * $power"/></xsl:when>
      <xsl:when test="$least &lt;= 5 * $power"><xsl:value-of select="5 * $power"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="round-step">
          <xsl:with-param name="least" select="$least"/>
          <xsl:with-param name="power" select="10 * $power"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A date as a year with a fraction, "1786.34"; nothing where it has no year. -->
  <xsl:template name="year">
    <xsl:param name="date"/>
    <xsl:variable name="plain" select="normalize-space($date)"/>
    <xsl:variable name="sign" select="1 - 2 * starts-with($plain, '-')"/>
    <xsl:variable name="parts" select="substring($plain, 1 + starts-with($plain, '-'))"/>
    <xsl:variable name="shape" select="translate(substring($parts, 1, 10), '012345678', '999999999')"/>
    <xsl:if test="$shape = '9999' or $shape = '9999-99' or $shape = '9999-99-99'">
      <xsl:variable name="month" select="concat(substring($parts, 6, 2), substring('01', 1, 2 * ($shape = '9999')))"/>
      <xsl:variable name="day" select="concat(substring($parts, 9, 2), substring('01', 1, 2 * ($shape != '9999-99-99')))"/>
      <xsl:value-of select="format-number($sign * substring($parts, 1, 4) + ($month - 1) div 12 + ($day - 1) div 372, '0.0000')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="year-in-words">
    <xsl:param name="year"/>
    <xsl:choose>
      <xsl:when test="$year &lt; 0"><xsl:value-of select="concat(-$year, ' BC')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$year"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
