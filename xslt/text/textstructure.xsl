<?xml version="1.0" encoding="UTF-8"?>
<!-- The textstructure module: title pages, divisions, letters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:titlePage | tei:opener | tei:closer | tei:trailer | tei:postscript
                       | tei:epigraph | tei:argument | tei:floatingText | tei:div | tei:div1
                       | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:titlePart | tei:byline | tei:titlePage/tei:docAuthor | tei:docImprint
                       | tei:docEdition | tei:address | tei:addrLine | tei:dateline | tei:salute | tei:signed | tei:imprimatur">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- The notes of a whole text follow it. -->
  <xsl:template match="tei:TEI/tei:text | tei:TEI//tei:group/tei:text">
    <xsl:call-template name="paragraph"/>
    <xsl:if test="not(tei:group)">
      <xsl:call-template name="end-notes"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
