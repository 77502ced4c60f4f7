<?xml version="1.0" encoding="UTF-8"?>
<!-- The drama module: speeches keep their speakers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:sp | tei:castList | tei:castGroup | tei:set | tei:prologue
                       | tei:epilogue | tei:stage[not(parent::tei:p or parent::tei:l
                       or parent::tei:ab or parent::tei:speaker)]">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:speaker | tei:castItem">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- A stage direction in running text. -->
  <xsl:template match="tei:stage" priority="-0.2">
    <xsl:call-template name="words"/>
  </xsl:template>

  <!-- What is spoken follows its speaker on the next line. -->
  <xsl:template match="tei:sp/tei:p | tei:sp/tei:ab">
    <xsl:call-template name="line"/>
  </xsl:template>
</xsl:stylesheet>
