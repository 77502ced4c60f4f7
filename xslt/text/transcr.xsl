<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcr module: transcriptions of pages, line by line; what surrounds the text on them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:sourceDoc | tei:surfaceGrp | tei:surface | tei:zone">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:line">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- Running heads, numbers of pages, catchwords. -->
  <xsl:template match="tei:fw">
    <xsl:choose>
      <xsl:when test="$page-numbers = 'printed'">
        <xsl:call-template name="line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$mark-omitted"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A deletion that was taken back is none. -->
  <xsl:template match="tei:restore/tei:del" priority="1">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:surplus">
    <xsl:choose>
      <xsl:when test="$reading = 'regularised'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
