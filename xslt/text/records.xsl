<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: of books, manuscripts, persons, places and words. Elements of the core, header,
     msdescription, namesdates and dictionaries modules that hold no words of their own. What they
     consist of is kept apart. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <!-- A paragraph for the record, its parts in one line. -->
  <xsl:template match="tei:biblStruct | tei:biblFull | tei:msIdentifier | tei:altIdentifier
      | tei:person | tei:personGrp | tei:persona | tei:place | tei:org | tei:event | tei:object
      | tei:nym | tei:relation | tei:physDesc | tei:msItemStruct
      | tei:history | tei:additional | tei:adminInfo | tei:binding | tei:seal | tei:hom
      | tei:correspDesc | tei:recording | tei:broadcast | tei:equipment | tei:scriptStmt">
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:call-template name="parts"/>
    <xsl:value-of select="$mark-paragraph"/>
  </xsl:template>

  <!-- Lists of records, and what is told in paragraphs or lines of its own. -->
  <xsl:template match="tei:listBibl | tei:listBibl/tei:bibl | tei:listBibl/tei:msDesc | tei:msDesc
      | tei:msPart | tei:msFrag | tei:msContents | tei:msItem | tei:objectDesc | tei:supportDesc
      | tei:support | tei:extent | tei:foliation | tei:collation | tei:condition | tei:layoutDesc
      | tei:layout | tei:handDesc | tei:handNotes | tei:handNote | tei:scriptDesc | tei:scriptNote
      | tei:typeDesc | tei:typeNote | tei:decoDesc | tei:decoNote | tei:musicNotation
      | tei:additions | tei:bindingDesc | tei:sealDesc | tei:accMat | tei:origin | tei:provenance
      | tei:acquisition | tei:summary | tei:recordHist | tei:custodialHist | tei:custEvent
      | tei:surrogates | tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent
      | tei:listObject | tei:listNym | tei:listRelation | tei:noteGrp/tei:desc
      | tei:entry | tei:entryFree | tei:superEntry | tei:dictScrap
      | tei:listChange | tei:change | tei:abstract | tei:notesStmt | tei:recordingStmt | tei:post">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- Without words of their own, inside a line. -->
  <xsl:template match="tei:analytic | tei:monogr | tei:imprint | tei:respStmt | tei:relatedItem
      | tei:locusGrp | tei:dimensions | tei:objectIdentifier | tei:population | tei:state
      | tei:trait | tei:climate | tei:terrain | tei:location | tei:langKnowledge | tei:correspAction
      | tei:correspContext | tei:titleStmt | tei:editionStmt | tei:seriesStmt | tei:publicationStmt
      | tei:availability | tei:sourceDesc | tei:fileDesc | tei:profileDesc | tei:langUsage
      | tei:textClass | tei:keywords | tei:calendarDesc | tei:calendar | tei:setting
      | tei:settingDesc | tei:particDesc | tei:textDesc | tei:listTranspose | tei:docTitle">
    <xsl:call-template name="parts"/>
  </xsl:template>

  <xsl:template match="tei:address">
    <xsl:value-of select="$mark-line"/>
    <xsl:call-template name="parts"/>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>

  <!-- A sense, or an example in it, opens a line of its entry. -->
  <xsl:template match="tei:sense | tei:re | tei:entry/tei:form | tei:entry/tei:etym
      | tei:sense/tei:cit | tei:entry/tei:cit | tei:hom/tei:cit | tei:re/tei:cit">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- A child of a record that is one line says its words there, even if it could hold
       paragraphs. -->
  <xsl:template match="tei:birth/tei:p | tei:death/tei:p | tei:occupation/tei:p | tei:residence/tei:p
      | tei:education/tei:p | tei:faith/tei:p | tei:trait/tei:p | tei:state/tei:p">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A gloss over or beside a word. -->
  <xsl:template match="tei:rt">
    <xsl:text>(</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>)</xsl:text>
  </xsl:template>
</xsl:stylesheet>
