<?xml version="1.0" encoding="UTF-8"?>
<!-- Module header: the title of the page, and the section about the text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:variable name="file" select="$header/tei:fileDesc"/>
  <xsl:variable name="main-title"
      select="($file/tei:titleStmt/tei:title[@type = 'main'] | $file/tei:titleStmt/tei:title[not(../tei:title[@type = 'main'])])[1]"/>

  <xsl:template name="page-title">
    <xsl:variable name="words"><xsl:apply-templates select="$main-title" mode="phrase"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$title != ''"><xsl:value-of select="$title"/></xsl:when>
      <xsl:when test="normalize-space($words) != ''"><xsl:value-of select="normalize-space($words)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$label-untitled"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The title page of the text heads the page; without one, the header's titles and authors do. -->
  <xsl:variable name="title-page" select="(/tei:TEI/tei:text/tei:front/tei:titlePage[.//tei:titlePart[normalize-space() != '']])[1]"/>

  <xsl:template name="title-block">
    <xsl:choose>
      <xsl:when test="$title-page and $title = ''">
        <xsl:apply-templates select="$title-page" mode="title-block"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="header-titles"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="header-titles">
    <h1><xsl:call-template name="page-title"/></h1>
    <xsl:for-each select="$file/tei:titleStmt/tei:title[generate-id() != generate-id($main-title)]">
      <p class="subtitle"><xsl:call-template name="line"/></p>
    </xsl:for-each>
    <xsl:if test="$file/tei:titleStmt/tei:author[normalize-space() != '']">
      <p class="byline">
        <xsl:for-each select="$file/tei:titleStmt/tei:author[normalize-space() != '']">
          <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
          <xsl:call-template name="line"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The current element's words on one line, without the number that an authority gave it. -->
  <xsl:template name="line">
    <xsl:variable name="words"><xsl:apply-templates select="node()[not(self::tei:idno)]" mode="phrase"/></xsl:variable>
    <xsl:value-of select="normalize-space($words)"/>
  </xsl:template>

  <!-- About this text: who made it, what it is made from, how, and what one may do with it. -->
  <xsl:template name="about">
    <xsl:if test="$about = 'yes' and $header">
      <section class="about" aria-labelledby="page:about">
        <h2 id="page:about">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-about"/></xsl:call-template>
        </h2>
        <dl lang="{$label-language}">
          <xsl:call-template name="citation-entry"/>
          <xsl:apply-templates select="$file/* | $header/tei:encodingDesc/* | $header/tei:profileDesc/*
              | $header/tei:revisionDesc" mode="about"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- An entry is a term and its description; what says nothing has no entry. -->
  <xsl:template match="*" mode="about">
    <xsl:param name="term">
      <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
      <xsl:value-of select="$label"/>
      <xsl:if test="$label = ''"><xsl:value-of select="local-name()"/></xsl:if>
    </xsl:param>
    <xsl:if test="normalize-space() != '' or .//@target">
      <div>
        <dt><xsl:value-of select="$term"/></dt>
        <dd>
          <xsl:if test="$page-language != ''"><xsl:attribute name="lang"><xsl:value-of select="$page-language"/></xsl:attribute></xsl:if>
          <xsl:apply-templates select="@xml:lang" mode="attribute"/>
          <xsl:apply-templates mode="record"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Titles and authors head the page already. -->
  <xsl:template match="tei:titleStmt" mode="about">
    <xsl:apply-templates select="*[not(self::tei:title or self::tei:author)]" mode="about"/>
  </xsl:template>
  <xsl:template match="tei:respStmt" mode="about">
    <xsl:if test="normalize-space() != ''">
      <div>
        <dt><xsl:for-each select="tei:resp"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="line"/></xsl:for-each></dt>
        <dd>
          <xsl:for-each select="*[not(self::tei:resp)]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:call-template name="line"/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:publicationStmt" mode="about">
    <xsl:variable name="publication" select="*[not(self::tei:availability)]"/>
    <xsl:if test="$publication[normalize-space() != '']">
      <div>
        <dt>Publication</dt>
        <dd><xsl:apply-templates select="$publication" mode="record"/></dd>
      </div>
    </xsl:if>
    <xsl:apply-templates select="tei:availability" mode="about"/>
  </xsl:template>

  <xsl:template match="tei:editionStmt" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Edition'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:editor" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Editor'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:sponsor" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Sponsor'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:funder" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Funder'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:principal" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Principal investigator'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:extent" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Extent'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:availability" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Licence'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:seriesStmt" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Series'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:notesStmt" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Notes on the edition'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:sourceDesc" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Source'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:encodingDesc/tei:p | tei:encodingDesc/tei:ab" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Encoding'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:projectDesc" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Project'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:samplingDecl" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Sampling'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:editorialDecl" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Encoding'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:appInfo" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Software'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:langUsage" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Language'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:creation" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Creation'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:textClass" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Subjects'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:abstract" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Abstract'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:correspDesc" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Correspondence'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:revisionDesc" mode="about">
    <xsl:call-template name="entry"><xsl:with-param name="term" select="'Changes'"/></xsl:call-template>
  </xsl:template>

  <!-- For machines only: how names are declared, and how elements look. -->
  <xsl:template match="tei:tagsDecl | tei:particDesc | tei:refsDecl | tei:listPrefixDef | tei:classDecl
                       | tei:charDecl | tei:schemaSpec | tei:schemaRef | tei:fsdDecl | tei:metDecl | tei:variantEncoding
                       | tei:geoDecl | tei:unitDecl | tei:standOff" mode="about"/>

  <xsl:template name="entry">
    <xsl:param name="term"/>
    <xsl:if test="normalize-space() != '' or .//@target or .//@ident">
      <div>
        <dt><xsl:value-of select="$term"/></dt>
        <dd>
          <xsl:if test="$page-language != '' and $page-language != $label-language">
            <xsl:attribute name="lang"><xsl:value-of select="$page-language"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="@xml:lang" mode="attribute"/>
          <xsl:apply-templates mode="record"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Inside an entry: each element that holds text alone is a line, others are gone through. -->
  <xsl:template match="text()" mode="record">
    <xsl:if test="normalize-space() != ''"><p><xsl:value-of select="normalize-space()"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="record">
    <xsl:choose>
      <xsl:when test="normalize-space() = '' and not(@target)"/>
      <xsl:when test="text()[normalize-space() != ''] or not(*)">
        <p>
          <xsl:call-template name="record-label"/>
          <xsl:call-template name="record-line"/>
        </p>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="record"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:biblStruct | tei:biblFull | tei:address | tei:persName | tei:author | tei:editor" mode="record">
    <p>
      <xsl:for-each select=".//text()[normalize-space() != '']">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="normalize-space()"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- Descriptions are records here as in the text. -->
  <xsl:template match="tei:msDesc | tei:object | tei:listObject | tei:recordingStmt | tei:scriptStmt" mode="record">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="tei:respStmt" mode="record">
    <p>
      <xsl:for-each select="*">
        <xsl:if test="position() &gt; 1"><xsl:text>: </xsl:text></xsl:if>
        <xsl:call-template name="line"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- "Sent: Alice Vane, Marrowby, 3 October 1811" -->
  <xsl:template match="tei:correspAction" mode="record">
    <p>
      <span class="key"><xsl:apply-templates select="." mode="label"/></span>
      <xsl:text> </xsl:text>
      <xsl:for-each select="*">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:call-template name="line"/>
        <xsl:if test="normalize-space() = ''"><xsl:call-template name="date-in-words"/></xsl:if>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="tei:change" mode="record">
    <p>
      <xsl:if test="@when"><span class="key"><xsl:value-of select="@when"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="line"/>
    </p>
  </xsl:template>

  <xsl:template match="tei:application" mode="record">
    <p>
      <xsl:value-of select="normalize-space(concat(tei:label[1], ' ', @version))"/>
      <xsl:for-each select="*[not(self::tei:label)]">
        <xsl:text> — </xsl:text>
        <xsl:call-template name="line"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- "SHA-256: …" where an element says what its value is. -->
  <xsl:template name="record-label">
    <xsl:if test="@type and (self::tei:idno or self::tei:date or self::tei:measure or self::tei:note or self::tei:num)">
      <span class="key"><xsl:value-of select="@type"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="record-line">
    <xsl:variable name="url">
      <xsl:call-template name="safe-url"><xsl:with-param name="url" select="@target"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($url, '#') or string($url) = ''"><xsl:apply-templates mode="record-phrase"/></xsl:when>
      <xsl:when test="normalize-space() = ''"><a href="{$url}"><xsl:value-of select="$url"/></a></xsl:when>
      <xsl:when test=".//@target[. != current()/@target]"><xsl:apply-templates mode="record-phrase"/></xsl:when>
      <xsl:otherwise><a href="{$url}"><xsl:call-template name="line"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Phrases keep their links. -->
  <xsl:template match="*" mode="record-phrase">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="record-phrase"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="tei:ref | tei:ptr" mode="record-phrase">
    <xsl:variable name="url">
      <xsl:call-template name="safe-url"><xsl:with-param name="url" select="@target"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="string($url) = '' or starts-with($url, '#')"><xsl:call-template name="line"/></xsl:when>
      <xsl:when test="normalize-space() = ''"><a href="{$url}"><xsl:value-of select="$url"/></a></xsl:when>
      <xsl:otherwise><a href="{$url}"><xsl:call-template name="line"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:hi | tei:title | tei:emph | tei:foreign | tei:gi | tei:persName | tei:name | tei:date
                       | tei:forename | tei:surname | tei:att | tei:term" mode="record-phrase">
    <xsl:apply-templates mode="record-phrase"/>
  </xsl:template>

  <!-- The header of a text inside a corpus is in its own section's title. -->
  <xsl:template match="tei:teiHeader"/>
</xsl:stylesheet>
