<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, of the core module, and the anchors that keep the places where their bodies stood. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:key name="anchor" match="tei:anchor[@type = 'notes']" use="concat('#', @xml:id)"/>
  <xsl:key name="anchored" match="tei:note[@corresp]" use="@corresp"/>

  <!-- Notes that are printed where they stand: between paragraphs, or as a part of a record. Of all
       others there is a marker, and the words follow the text. -->
  <xsl:key name="between" use="generate-id()" match="tei:div/tei:note | tei:div1/tei:note
      | tei:div2/tei:note | tei:div3/tei:note | tei:div4/tei:note | tei:div5/tei:note
      | tei:div6/tei:note | tei:div7/tei:note | tei:body/tei:note | tei:back/tei:note | tei:front/tei:note | tei:noteGrp/tei:note | tei:lg/tei:note"/>
  <xsl:key name="part" use="generate-id()" match="tei:person/tei:note | tei:place/tei:note
      | tei:org/tei:note | tei:event/tei:note | tei:biblStruct/tei:note | tei:monogr/tei:note
      | tei:analytic/tei:note | tei:bibl/tei:note | tei:msItem/tei:note | tei:msItemStruct/tei:note
      | tei:entry/tei:note | tei:sense/tei:note | tei:app/tei:note | tei:notesStmt/tei:note"/>

  <!-- Numbers that are made up must not be those that some notes have. -->
  <xsl:variable name="made-up">
    <xsl:if test="//tei:text//tei:note[@n]">n</xsl:if>
  </xsl:variable>

  <xsl:template match="tei:note">
    <xsl:choose>
      <xsl:when test="$notes = 'none'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:when test="key('between', generate-id())">
        <xsl:call-template name="end-note"/>
      </xsl:when>
      <xsl:when test="key('part', generate-id())">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:when test="$notes = 'end' and ancestor::tei:text and not(@place = 'inline')">
        <xsl:call-template name="marker"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>[</xsl:text>
        <xsl:if test="@n">
          <xsl:value-of select="concat(@n, ': ')"/>
        </xsl:if>
        <xsl:apply-templates/>
        <xsl:text>]</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note that the source prints where it belongs: “[Footnote: Words.]”, or in the form of
       @rend, as “[Sidenote: …]”. -->
  <xsl:template match="tei:note[not(@n) and (@rend = 'Footnote' or contains(@rend, '…'))]"
                priority="1">
    <xsl:choose>
      <xsl:when test="$notes = 'none'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="apart" select="substring($mark-paragraph, 1, number(boolean(parent::tei:div
            or parent::tei:body or parent::tei:front or parent::tei:back)))"/>
        <xsl:variable name="form">
          <xsl:choose>
            <xsl:when test="@rend = 'Footnote'">[Footnote: …]</xsl:when>
            <xsl:otherwise><xsl:value-of select="@rend"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="concat($apart, substring-before($form, '…'))"/>
        <xsl:apply-templates/>
        <xsl:value-of select="concat(substring-after($form, '…'), $apart)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:anchor[@type = 'notes']">
    <xsl:if test="$notes = 'end'">
      <xsl:for-each select="key('anchored', concat('#', @xml:id))">
        <xsl:call-template name="end-note"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Without notes there are no markers that point to one, and no space before them. -->
  <xsl:template match="tei:ref[@type = 'note']">
    <xsl:choose>
      <xsl:when test="$notes = 'none'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- All notes below the current element of which only a marker was printed. -->
  <xsl:template name="end-notes">
    <xsl:if test="$notes = 'end'">
      <xsl:for-each select=".//tei:note[not(@place = 'inline'
          or not(@n) and (@rend = 'Footnote' or contains(@rend, '…'))
          or key('between', generate-id()) or key('part', generate-id())
          or @corresp and key('anchor', @corresp))]">
        <xsl:call-template name="end-note"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- A body as it was printed: “[1] Words.”, with a label “[Footnote 1: Words.]”, or in the form
       that follows the marker's in @rend, as in “(#) #. …”. -->
  <xsl:template name="end-note">
    <xsl:variable name="form" select="substring-after(@rend, ' ')"/>
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:choose>
      <xsl:when test="@n and @rend = 'Footnote'">
        <xsl:value-of select="concat('[Footnote ', @n, ': ')"/>
        <xsl:apply-templates/>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <xsl:when test="@n and contains($form, '…')">
        <xsl:call-template name="number">
          <xsl:with-param name="form" select="substring-before($form, '…')"/>
        </xsl:call-template>
        <xsl:apply-templates/>
        <xsl:value-of select="substring-after($form, '…')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@n or not(key('between', generate-id()))">
          <xsl:call-template name="marker"/>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="$mark-paragraph"/>
  </xsl:template>

  <!-- The first paragraph of a note goes on after its number; the last one ends with the note. -->
  <xsl:template match="tei:note/tei:p">
    <xsl:if test="preceding-sibling::*">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::*">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="marker">
    <xsl:choose>
      <xsl:when test="@n and contains(@rend, '…') and contains(@rend, ' ')">
        <xsl:call-template name="number">
          <xsl:with-param name="form" select="substring-before(@rend, ' ')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>[</xsl:text>
        <xsl:value-of select="@n"/>
        <xsl:if test="not(@n)">
          <xsl:value-of select="concat($made-up, $mark-number, generate-id(), $mark-number)"/>
        </xsl:if>
        <xsl:text>]</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of a note or page in its form: # stands for it, ⁿ for it in raised figures. -->
  <xsl:template name="number">
    <xsl:param name="form"/>
    <xsl:choose>
      <xsl:when test="contains($form, '#')">
        <xsl:value-of select="concat(substring-before($form, '#'), @n, substring-after($form, '#'))"/>
      </xsl:when>
      <xsl:when test="contains($form, 'ⁿ')">
        <xsl:value-of select="concat(substring-before($form, 'ⁿ'),
                                     translate(@n, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'),
                                     substring-after($form, 'ⁿ'))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
