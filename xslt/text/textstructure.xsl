<?xml version="1.0" encoding="UTF-8"?>
<!-- The textstructure module: title pages, divisions, letters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:titlePage | tei:opener | tei:closer | tei:trailer | tei:postscript
                       | tei:epigraph | tei:argument | tei:floatingText | tei:div | tei:div1
                       | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7
                       | tei:front | tei:body | tei:back | tei:group | tei:TEI">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:titlePart | tei:byline | tei:docImprint | tei:docEdition | tei:dateline
                       | tei:salute | tei:signed | tei:imprimatur
                       | tei:titlePage/tei:docAuthor | tei:div/tei:docAuthor | tei:body/tei:docAuthor
                       | tei:titlePage/tei:docDate | tei:div/tei:docDate | tei:body/tei:docDate
                       | tei:div/tei:meeting | tei:body/tei:meeting">
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
