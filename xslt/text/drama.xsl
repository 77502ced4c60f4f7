<?xml version="1.0" encoding="UTF-8"?>
<!-- The drama and spoken modules: speeches keep their speakers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:castList | tei:castGroup | tei:set | tei:prologue | tei:epilogue
                       | tei:performance | tei:view | tei:camera | tei:caption | tei:sound | tei:tech
                       | tei:spGrp">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:castItem">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- A speaker who is only pointed to is named by what the pointer says. -->
  <xsl:template match="tei:sp | tei:u">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:if test="@who and not(tei:speaker) and $speakers != 'no'">
      <xsl:value-of select="concat(translate(@who, '#', ''), ':')"/>
      <xsl:value-of select="substring(concat($mark-line, ' '), 1 + count(self::tei:u), 1)"/>
    </xsl:if>
    <xsl:call-template name="words"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <xsl:if test="$speakers != 'no'">
      <xsl:call-template name="line"/>
    </xsl:if>
  </xsl:template>

  <!-- A stage direction: in a speech a line, in running text words, elsewhere a paragraph. -->
  <xsl:template match="tei:stage">
    <xsl:choose>
      <xsl:when test="parent::tei:p or parent::tei:l or parent::tei:ab or parent::tei:speaker or
                      parent::tei:hi or parent::tei:emph or parent::tei:foreign or parent::tei:seg">
        <xsl:call-template name="words"/>
      </xsl:when>
      <xsl:when test="parent::tei:sp or parent::tei:lg">
        <xsl:call-template name="line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is spoken follows its speaker on the next line. -->
  <xsl:template match="tei:sp/tei:p | tei:sp/tei:ab">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- What was heard beside words. -->
  <xsl:template match="tei:vocal | tei:kinesic | tei:incident | tei:writing | tei:pause">
    <xsl:text> [</xsl:text>
    <xsl:call-template name="parts"/>
    <xsl:if test="not(node())">
      <xsl:value-of select="local-name()"/>
    </xsl:if>
    <xsl:text>] </xsl:text>
  </xsl:template>

  <xsl:template match="tei:vocal/tei:desc | tei:kinesic/tei:desc | tei:incident/tei:desc">
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
