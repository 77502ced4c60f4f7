<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, of the core module, and the anchors that keep the places where their bodies stood. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:key name="anchor" match="tei:anchor[@type = 'notes']" use="concat('#', @xml:id)"/>
  <xsl:key name="anchored" match="tei:note[@corresp]" use="@corresp"/>

  <!-- Notes that are printed where they stand, by what they stand in: between paragraphs, or as a
       part of a record, unless a note to a source has a place. Of all others there is a marker,
       and the words follow the text. (As keys, libxslt would go through the document for each
       name.) -->
  <xsl:variable name="between" select="' div div1 div2 div3 div4 div5 div6 div7 body back front noteGrp lg '"/>
  <xsl:variable name="records" select="' person place org event biblStruct monogr analytic bibl msItem msItemStruct
      entry sense app notesStmt '"/>

  <xsl:key name="has-numbered-notes" match="tei:text" use="boolean(descendant::tei:note[@n])"/>

  <xsl:template match="tei:note">
    <xsl:choose>
      <xsl:when test="$notes = 'none'">
        <xsl:value-of select="$mark-omitted"/>
      </xsl:when>
      <xsl:when test="contains($between, concat(' ', local-name(..), ' '))">
        <xsl:call-template name="end-note"/>
      </xsl:when>
      <xsl:when test="contains($records, concat(' ', local-name(..), ' '))
                      and not(parent::tei:bibl and @place)">
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
      <xsl:for-each select="descendant::tei:note[not(@place = 'inline'
          or not(@n) and (@rend = 'Footnote' or contains(@rend, '…'))
          or contains($between, concat(' ', local-name(..), ' '))
          or contains($records, concat(' ', local-name(..), ' ')) and not(parent::tei:bibl and @place)
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
        <xsl:if test="@n or not(contains($between, concat(' ', local-name(..), ' ')))">
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
          <!-- Numbers that are made up must not be those that some notes have. -->
          <xsl:if test="key('has-numbered-notes', 'true')">n</xsl:if>
          <xsl:value-of select="concat($mark-number, generate-id(), $mark-number)"/>
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
