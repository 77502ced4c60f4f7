<?xml version="1.0" encoding="UTF-8"?>
<!-- The analysis, certainty, iso-fs, linking, nets and transcr modules: what says something about
     the text, stands where it is out of the way, and is not the text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:interp | tei:interpGrp | tei:spanGrp | tei:span
      | tei:fs | tei:fLib | tei:fvLib | tei:vAlt | tei:vColl | tei:vMerge | tei:vNot | tei:vLabel
      | tei:certainty | tei:precision | tei:respons
      | tei:altGrp | tei:joinGrp | tei:linkGrp | tei:join | tei:timeline
      | tei:listTranspose | tei:substJoin"/>

  <!-- Graphs and trees are their labels. -->
  <xsl:template match="tei:graph | tei:tree | tei:eTree | tei:forest | tei:listForest
                       | tei:triangle">
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:call-template name="parts"/>
    <xsl:value-of select="$mark-paragraph"/>
  </xsl:template>

  <xsl:template match="tei:eTree//tei:eTree | tei:eTree//tei:triangle | tei:node | tei:root
                       | tei:iNode | tei:leaf | tei:eLeaf | tei:arc" priority="1">
    <xsl:call-template name="parts"/>
  </xsl:template>
</xsl:stylesheet>
