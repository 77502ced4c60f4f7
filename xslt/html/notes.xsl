<?xml version="1.0" encoding="UTF-8"?>
<!--
  Notes. One inside running text becomes a marker there, a pop-up beside the marker, and an entry
  in the section of notes; marker and entry link to each other. A note that stands between units
  of the page (in <back>, in a division) stays where it is, with links back to what refers to it.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="tei exsl">

  <!-- Notes that move to the section of notes, by their place in the document. -->
  <xsl:variable name="endnotes" select="$all-note[ancestor::tei:text][not(@place = 'inline')]
        [not(parent::tei:div or parent::tei:div1 or parent::tei:div2 or parent::tei:div3 or parent::tei:div4
             or parent::tei:div5 or parent::tei:div6 or parent::tei:div7 or parent::tei:front or parent::tei:body
             or parent::tei:back or parent::tei:text or parent::tei:group or parent::tei:noteGrp
             or parent::tei:person or parent::tei:place or parent::tei:org or parent::tei:event
             or parent::tei:bibl or parent::tei:biblStruct or parent::tei:monogr or parent::tei:analytic
             or parent::tei:listBibl or parent::tei:msItem or parent::tei:msItemStruct or parent::tei:msIdentifier
             or parent::tei:msDesc or parent::tei:object or parent::tei:app or parent::tei:entry or parent::tei:sense or parent::tei:note)]"/>

  <!-- What refers to a note, and the references of the text by the id of their note. -->
  <xsl:variable name="note-refs" select="$all-ref[key('id', translate(normalize-space(@target), '#', ''))[self::tei:note]]"/>
  <xsl:variable name="note-ptrs" select="$all-ptr[key('id', translate(normalize-space(@target), '#', ''))[self::tei:note]]"/>
  <xsl:variable name="reference-tree">
    <xsl:for-each select="$note-refs[ancestor::tei:text] | $note-ptrs[ancestor::tei:text]">
      <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
      <reference to="{translate(normalize-space(@target), '#', '')}" id="{$id}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="references" select="exsl:node-set($reference-tree)"/>
  <xsl:key name="reference" match="reference" use="@to"/>

  <xsl:template match="tei:note">
    <xsl:variable name="this" select="concat('number:', generate-id())"/>
    <xsl:choose>
      <xsl:when test="$anchors[key('anchor', $this)]"><xsl:call-template name="endnote"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="note-in-place"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a note holds is no part of its place where only its marker stays. -->
  <xsl:template match="tei:note" mode="units">
    <xsl:variable name="this" select="concat('number:', generate-id())"/>
    <xsl:if test="not($anchors[key('anchor', $this)])"><xsl:apply-imports/></xsl:if>
  </xsl:template>

  <!-- A note in running text: its marker, with the pop-up. -->
  <xsl:template name="endnote">
    <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
    <xsl:call-template name="note-marker">
      <xsl:with-param name="note" select="."/>
      <xsl:with-param name="id" select="concat('from:', $id)"/>
      <xsl:with-param name="words"><xsl:call-template name="note-number"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- That a marker follows its word without the space that the source may have there, is seen to
       afterwards (teikit.transform.html): a pattern for text is tried with all text. -->
  <xsl:template name="note-marker">
    <xsl:param name="note"/>
    <xsl:param name="id"/>
    <xsl:param name="words"/>
    <xsl:variable name="target"><xsl:for-each select="$note"><xsl:call-template name="id"/></xsl:for-each></xsl:variable>
    <span class="noteref">
      <sup>
        <a id="{$id}" href="#{$target}" role="doc-noteref" aria-label="{concat($label-note, ' ', normalize-space($words))}">
          <xsl:copy-of select="$words"/>
        </a>
      </sup>
      <span class="popup" aria-hidden="true">
        <xsl:apply-templates select="$note/node()" mode="phrase"/>
      </span>
    </span>
  </xsl:template>

  <!-- The number that a note shows: its own, or its place among the notes without one. -->
  <xsl:template name="note-number">
    <xsl:variable name="moved"><xsl:call-template name="moved-number"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(@n) != ''"><xsl:value-of select="normalize-space(@n)"/></xsl:when>
      <xsl:when test="$moved != ''"><xsl:value-of select="$moved"/></xsl:when>
      <xsl:otherwise>*</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The section of notes. -->
  <xsl:template name="notes">
    <xsl:variable name="notes" select="$endnotes"/>
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes" aria-labelledby="page:notes">
        <h2 id="page:notes">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-notes"/></xsl:call-template>
        </h2>
        <ol>
          <xsl:for-each select="$notes">
            <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
            <li>
              <xsl:call-template name="attributes-with-id"/>
              <xsl:call-template name="note-body">
                <xsl:with-param name="back" select="concat('from:', $id)"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
    <xsl:call-template name="apparatus"/>
  </xsl:template>

  <!-- A note that stays in its place. -->
  <xsl:template name="note-in-place">
    <xsl:variable name="block"><xsl:call-template name="is-block"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$block = 'yes'">
        <div>
          <xsl:call-template name="attributes-with-id"/>
          <xsl:call-template name="note-body"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="attributes-with-id"><xsl:with-param name="class" select="'note inline'"/></xsl:call-template>
          <xsl:apply-templates/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Number, text and links back. -->
  <xsl:template name="note-body">
    <xsl:param name="back"/>
    <xsl:variable name="number"><xsl:call-template name="note-number"/></xsl:variable>
    <xsl:if test="$back != '' or @n">
      <span class="number"><xsl:value-of select="$number"/></span>
    </xsl:if>
    <div class="note-text">
      <xsl:apply-templates/>
      <xsl:variable name="id" select="string(@xml:id)"/>
      <xsl:for-each select="$references">
        <xsl:call-template name="back-links">
          <xsl:with-param name="first" select="$back"/>
          <xsl:with-param name="references" select="key('reference', $id)"/>
        </xsl:call-template>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template name="back-links">
    <xsl:param name="first"/>
    <xsl:param name="references" select="/.."/>
    <xsl:variable name="several" select="number($first != '') + count($references) &gt; 1"/>
    <xsl:if test="$first != ''">
      <xsl:call-template name="back-link">
        <xsl:with-param name="id" select="$first"/>
        <xsl:with-param name="number"><xsl:if test="$several">1</xsl:if></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$references">
      <xsl:call-template name="back-link">
        <xsl:with-param name="id" select="@id"/>
        <xsl:with-param name="number">
          <xsl:if test="$several"><xsl:value-of select="position() + number($first != '')"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- An arrow to look at, and words to hear. -->
  <xsl:template name="back-link">
    <xsl:param name="id"/>
    <xsl:param name="number"/>
    <xsl:text>&#160;</xsl:text>
    <a class="backlink" href="#{$id}" role="doc-backlink">
      <span aria-hidden="true">↩</span>
      <span class="unseen"><xsl:value-of select="$label-back"/></span>
      <xsl:if test="$number != ''"><sup><xsl:value-of select="$number"/></sup></xsl:if>
    </a>
  </xsl:template>
</xsl:stylesheet>
