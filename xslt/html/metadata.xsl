<?xml version="1.0" encoding="UTF-8"?>
<!--
  What catalogues, search engines and readers who cite need, from the header: Dublin Core terms,
  schema.org as JSON-LD, and the words of a citation.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei str">

  <xsl:variable name="publication" select="$file/tei:publicationStmt"/>
  <xsl:variable name="authors" select="$file/tei:titleStmt/tei:author[normalize-space() != '']"/>
  <xsl:variable name="editors" select="$file/tei:titleStmt/tei:editor[normalize-space() != '']"/>
  <xsl:variable name="named-publishers" select="$publication/tei:publisher[normalize-space() != '']"/>
  <xsl:variable name="publishers" select="$named-publishers | $publication/*[self::tei:authority or self::tei:distributor]
      [normalize-space() != ''][not($named-publishers)]"/>
  <xsl:variable name="publication-date" select="($publication/tei:date | $file/tei:editionStmt/tei:edition/tei:date)[normalize-space() != '' or @when][1]"/>
  <xsl:variable name="licence" select="$publication/tei:availability//tei:licence[1]"/>

  <!-- The first address or number by which the edition can be found. -->
  <xsl:variable name="identifier" select="$publication/tei:idno[starts-with(normalize-space(), 'http') or @type = 'DOI' or @type = 'doi']
      [normalize-space() != ''][1]"/>

  <xsl:template name="publication-date">
    <xsl:choose>
      <xsl:when test="$publication-date/@when"><xsl:value-of select="normalize-space($publication-date/@when)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($publication-date)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="identifier-url">
    <xsl:variable name="words" select="normalize-space($identifier)"/>
    <xsl:call-template name="safe-url">
      <xsl:with-param name="url">
        <xsl:if test="$words != '' and not(contains($words, ':'))">https://doi.org/</xsl:if>
        <xsl:value-of select="$words"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="licence-url">
    <xsl:call-template name="safe-url"><xsl:with-param name="url" select="$licence/@target"/></xsl:call-template>
  </xsl:template>

  <!-- The name of a person or body, without its address or the punctuation of a title page. -->
  <xsl:template name="agent">
    <xsl:variable name="names" select="tei:persName | tei:orgName | tei:name"/>
    <xsl:variable name="words">
      <xsl:for-each select="$names | current()[not($names)]">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:call-template name="line"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="trimmed"><xsl:with-param name="words" select="string($words)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="trimmed">
    <xsl:param name="words"/>
    <xsl:variable name="last" select="substring($words, string-length($words))"/>
    <xsl:choose>
      <xsl:when test="$last != '' and contains(' ,;:', $last)">
        <xsl:call-template name="trimmed">
          <xsl:with-param name="words" select="substring($words, 1, string-length($words) - 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="metadata">
    <meta name="generator" content="teikit"/>
    <xsl:for-each select="$authors">
      <meta name="author"><xsl:attribute name="content"><xsl:call-template name="agent"/></xsl:attribute></meta>
    </xsl:for-each>
    <meta name="dcterms.title"><xsl:attribute name="content"><xsl:call-template name="page-title"/></xsl:attribute></meta>
    <xsl:for-each select="$authors">
      <meta name="dcterms.creator"><xsl:attribute name="content"><xsl:call-template name="agent"/></xsl:attribute></meta>
    </xsl:for-each>
    <xsl:for-each select="$editors">
      <meta name="dcterms.contributor"><xsl:attribute name="content"><xsl:call-template name="agent"/></xsl:attribute></meta>
    </xsl:for-each>
    <xsl:for-each select="$publishers">
      <meta name="dcterms.publisher"><xsl:attribute name="content"><xsl:call-template name="agent"/></xsl:attribute></meta>
    </xsl:for-each>
    <xsl:if test="$publication-date">
      <meta name="dcterms.date"><xsl:attribute name="content"><xsl:call-template name="publication-date"/></xsl:attribute></meta>
    </xsl:if>
    <xsl:if test="$identifier">
      <meta name="dcterms.identifier" content="{normalize-space($identifier)}"/>
    </xsl:if>
    <xsl:if test="$page-language != 'und'">
      <meta name="dcterms.language" content="{$page-language}"/>
    </xsl:if>
    <xsl:for-each select="$licence">
      <meta name="dcterms.rights"><xsl:attribute name="content"><xsl:call-template name="line"/></xsl:attribute></meta>
    </xsl:for-each>
    <xsl:variable name="licence-url"><xsl:call-template name="licence-url"/></xsl:variable>
    <xsl:if test="starts-with($licence-url, 'http')"><link rel="license" href="{$licence-url}"/></xsl:if>
    <xsl:if test="$header">
      <script type="application/ld+json"><xsl:call-template name="json-ld"/></script>
    </xsl:if>
  </xsl:template>

  <!-- The edition as a DigitalDocument of schema.org. -->
  <xsl:template name="json-ld">
    <xsl:text>{"@context":"https://schema.org","@type":"DigitalDocument","name":</xsl:text>
    <xsl:call-template name="json-string">
      <xsl:with-param name="words"><xsl:call-template name="page-title"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="json-agents">
      <xsl:with-param name="name" select="'author'"/><xsl:with-param name="agents" select="$authors"/>
    </xsl:call-template>
    <xsl:call-template name="json-agents">
      <xsl:with-param name="name" select="'editor'"/><xsl:with-param name="agents" select="$editors"/>
    </xsl:call-template>
    <xsl:call-template name="json-agents">
      <xsl:with-param name="name" select="'publisher'"/><xsl:with-param name="agents" select="$publishers"/>
      <xsl:with-param name="type" select="'Organization'"/>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="'datePublished'"/>
      <xsl:with-param name="words"><xsl:call-template name="publication-date"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="'inLanguage'"/>
      <xsl:with-param name="words"><xsl:if test="$page-language != 'und'"><xsl:value-of select="$page-language"/></xsl:if></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="'license'"/>
      <xsl:with-param name="words"><xsl:call-template name="licence-url"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="'identifier'"/>
      <xsl:with-param name="words" select="$identifier"/>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="'isBasedOn'"/>
      <xsl:with-param name="words">
        <xsl:for-each select="($file/tei:sourceDesc/tei:p | $file/tei:sourceDesc//*[self::tei:author or self::tei:title
            or self::tei:pubPlace or self::tei:publisher or self::tei:date or self::tei:repository or self::tei:idno[parent::tei:msIdentifier]])[normalize-space() != '']">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:call-template name="agent"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template name="json-agents">
    <xsl:param name="name"/>
    <xsl:param name="agents"/>
    <xsl:param name="type" select="'Person'"/>
    <xsl:if test="$agents">
      <xsl:value-of select="concat(',&quot;', $name, '&quot;:[')"/>
      <xsl:for-each select="$agents">
        <xsl:if test="position() &gt; 1">,</xsl:if>
        <xsl:value-of select="concat('{&quot;@type&quot;:&quot;', $type, '&quot;')"/>
        <xsl:call-template name="json-member">
          <xsl:with-param name="name" select="'name'"/>
          <xsl:with-param name="words"><xsl:call-template name="agent"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="json-member">
          <xsl:with-param name="name" select="'sameAs'"/>
          <xsl:with-param name="words"><xsl:if test="starts-with(@ref, 'http')"><xsl:value-of select="@ref"/></xsl:if></xsl:with-param>
        </xsl:call-template>
        <xsl:text>}</xsl:text>
      </xsl:for-each>
      <xsl:text>]</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A member of an object, after another one; none where there is nothing to say. -->
  <xsl:template name="json-member">
    <xsl:param name="name"/>
    <xsl:param name="words"/>
    <xsl:if test="normalize-space($words) != ''">
      <xsl:value-of select="concat(',&quot;', $name, '&quot;:')"/>
      <xsl:call-template name="json-string"><xsl:with-param name="words" select="$words"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A string of JSON (RFC 8259, 7) that cannot end the script it stands in: XML has no control
       characters but white space, which is normalised; a "<" is written by its number. -->
  <xsl:template name="json-string">
    <xsl:param name="words"/>
    <xsl:variable name="quoted"
        select="str:replace(str:replace(normalize-space($words), '\', '\\'), '&quot;', '\&quot;')"/>
    <xsl:value-of select="concat('&quot;', str:replace(string($quoted), '&lt;', '\u003c'), '&quot;')"/>
  </xsl:template>

  <!-- Authors, title, editors, publisher, year, address: what a footnote needs. -->
  <xsl:template name="citation-entry">
    <div class="citation">
      <dt><xsl:value-of select="$label-cite"/></dt>
      <dd><p><xsl:call-template name="citation"/></p></dd>
    </div>
  </xsl:template>

  <xsl:template name="citation">
    <xsl:variable name="date"><xsl:call-template name="publication-date"/></xsl:variable>
    <xsl:variable name="url"><xsl:call-template name="identifier-url"/></xsl:variable>
    <xsl:variable name="place" select="$publication/tei:pubPlace[1]"/>
    <xsl:for-each select="$authors"><xsl:call-template name="agent"/><xsl:text>, </xsl:text></xsl:for-each>
    <cite>
      <xsl:call-template name="language-attributes"><xsl:with-param name="tag" select="$page-language"/></xsl:call-template>
      <xsl:call-template name="page-title"/>
    </cite>
    <xsl:for-each select="$editors">
      <xsl:text>, </xsl:text>
      <xsl:if test="position() = 1">ed. </xsl:if>
      <xsl:call-template name="agent"/>
    </xsl:for-each>
    <xsl:if test="$place or $publishers or string($date) != ''">
      <xsl:text> (</xsl:text>
      <xsl:call-template name="trimmed"><xsl:with-param name="words" select="normalize-space($place)"/></xsl:call-template>
      <xsl:if test="$place and $publishers">: </xsl:if>
      <xsl:for-each select="$publishers">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:call-template name="agent"/>
      </xsl:for-each>
      <xsl:if test="string($date) != ''">
        <xsl:if test="$place or $publishers">, </xsl:if>
        <xsl:value-of select="$date"/>
      </xsl:if>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:if test="string($url) != ''">
      <xsl:text>, </xsl:text><a href="{$url}"><xsl:value-of select="$url"/></a>
    </xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>
</xsl:stylesheet>
