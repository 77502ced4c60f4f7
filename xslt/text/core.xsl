<?xml version="1.0" encoding="UTF-8"?>
<!-- The core module: paragraphs, quotations, lists, breaks, simple editing. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:p | tei:ab | tei:head | tei:list | tei:listBibl
                       | tei:biblStruct | tei:listBibl/tei:bibl | tei:cit | tei:desc">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- A quotation that holds paragraphs or verse is set off; one that holds words is not. -->
  <xsl:template match="tei:quote[tei:p or tei:lg or tei:l] | tei:q[tei:p or tei:lg or tei:l]
                       | tei:said[tei:p or tei:lg or tei:l]">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:item | tei:label | tei:cit/tei:bibl | tei:lb[ancestor::tei:titlePage]">
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="tei:hi">
    <xsl:call-template name="words"/>
  </xsl:template>

  <!-- Inside a line of running text a line break is a space, unless it cuts a word. -->
  <xsl:template match="tei:lb | tei:cb | tei:pb | tei:gb | tei:space">
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Extra space that parts two sections: an empty paragraph. -->
  <xsl:template match="tei:milestone[@rend = 'space']">
    <xsl:text>&#x2029;&#x2028;&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:choice">
    <xsl:choose>
      <xsl:when test="$reading = 'regularised' and (tei:corr or tei:reg or tei:expan)">
        <xsl:apply-templates select="(tei:corr | tei:reg | tei:expan)[1]"/>
      </xsl:when>
      <xsl:when test="tei:sic or tei:orig or tei:abbr">
        <xsl:apply-templates select="(tei:sic | tei:orig | tei:abbr)[1]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:gap">
    <xsl:text>[…]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
