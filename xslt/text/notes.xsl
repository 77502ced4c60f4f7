<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, of the core module, and the anchors that keep the places where their bodies stood. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:key name="anchor" match="tei:anchor[@type = 'notes']" use="concat('#', @xml:id)"/>
  <xsl:key name="anchored" match="tei:note[@corresp]" use="@corresp"/>

  <!-- A note that is called where it stands: its number, or its words in brackets. -->
  <xsl:template match="tei:note">
    <xsl:choose>
      <xsl:when test="$notes = 'none'"/>
      <xsl:when test="$notes = 'end' and @n">
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

  <!-- A note that the source prints where it is called: “[Footnote: Words.]”. -->
  <xsl:template match="tei:note[@rend = 'Footnote' and not(@n)]" priority="1">
    <xsl:if test="not($notes = 'none')">
      <xsl:variable name="apart">
        <xsl:if test="parent::tei:div or parent::tei:body or parent::tei:front
                      or parent::tei:back">&#x2029;</xsl:if>
      </xsl:variable>
      <xsl:value-of select="concat($apart, '[Footnote: ')"/>
      <xsl:apply-templates/>
      <xsl:value-of select="concat(']', $apart)"/>
    </xsl:if>
  </xsl:template>

  <!-- A note that stands between paragraphs is printed there. -->
  <xsl:template match="tei:div/tei:note | tei:body/tei:note | tei:back/tei:note | tei:front/tei:note
                       | tei:noteGrp/tei:note | tei:lg/tei:note">
    <xsl:if test="not($notes = 'none')">
      <xsl:call-template name="end-note"/>
    </xsl:if>
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
    <xsl:if test="not($notes = 'none')">
      <xsl:apply-templates/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()[following-sibling::node()[1][self::tei:note
                       or self::tei:ref[@type = 'note']]]">
    <xsl:choose>
      <xsl:when test="$notes = 'none' and substring(., string-length(.)) = ' '
                      and translate(substring(following-sibling::text()[1], 1, 1),
                                    '.,;:!?)', '') = ''">
        <xsl:value-of select="substring(., 1, string-length(.) - 1)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="end-notes">
    <xsl:if test="$notes = 'end'">
      <xsl:for-each select=".//tei:note[@n][not(parent::tei:div or parent::tei:body
                            or parent::tei:back or parent::tei:front or parent::tei:noteGrp
                            or parent::tei:lg)][not(key('anchor', @corresp))]">
        <xsl:call-template name="end-note"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- A body as it was printed: “[1] Words.”, or with a label “[Footnote 1: Words.]”. -->
  <xsl:template name="end-note">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:choose>
      <xsl:when test="@n and @rend = 'Footnote'">
        <xsl:value-of select="concat('[Footnote ', @n, ': ')"/>
        <xsl:apply-templates/>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@n">
          <xsl:call-template name="marker"/>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <!-- The first paragraph of a note goes on after its number; the last one ends with the note. -->
  <xsl:template match="tei:note/tei:p">
    <xsl:if test="preceding-sibling::*">
      <xsl:text>&#x2029;</xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::*">
      <xsl:text>&#x2029;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="marker">
    <xsl:value-of select="concat('[', @n, ']')"/>
  </xsl:template>
</xsl:stylesheet>
