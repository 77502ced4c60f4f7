<?xml version="1.0" encoding="UTF-8"?>
<!-- Module figures: figures, graphics and formulae. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:figure">
    <xsl:variable name="caption" select="node()[not(self::tei:graphic or self::tei:media or self::tei:binaryObject
        or self::tei:figure or self::tei:formula or self::tei:table)]"/>
    <figure>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[self::tei:graphic or self::tei:media or self::tei:binaryObject
          or self::tei:figure or self::tei:formula or self::tei:table]"/>
      <xsl:if test="$caption[self::* or normalize-space()]">
        <figcaption><xsl:apply-templates select="$caption"/></figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <!-- The page fetches nothing: an image is a link, or lies beside the page. -->
  <xsl:template match="tei:graphic | tei:media">
    <xsl:variable name="url" select="normalize-space(@url)"/>
    <xsl:variable name="safe">
      <xsl:call-template name="safe-url"><xsl:with-param name="url" select="$url"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="words" select="normalize-space(concat(tei:desc, ' ', ../tei:figDesc))"/>
    <xsl:choose>
      <xsl:when test="$images = 'show' and $url != '' and not(contains($url, ':')) and not(starts-with($url, '/'))
                      and not(starts-with($url, '#')) and not(contains($url, '\'))">
        <img src="{$url}" alt="{$words}"><xsl:call-template name="attributes"/></img>
      </xsl:when>
      <xsl:when test="string($safe) != '' and not(ancestor::tei:ref)">
        <a href="{$safe}">
          <xsl:call-template name="attributes"/>
          <xsl:value-of select="concat($label-image, ': ', $url)"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:value-of select="concat($label-image, ': ', $url)"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="tei:desc"><span class="desc"><xsl:apply-templates select="tei:desc/node()"/></span></xsl:if>
  </xsl:template>

  <!-- An image inside the document; only the raster formats, which can do nothing. -->
  <xsl:template match="tei:binaryObject">
    <xsl:choose>
      <xsl:when test="(@mimeType = 'image/png' or @mimeType = 'image/jpeg' or @mimeType = 'image/gif' or @mimeType = 'image/webp')
                      and (not(@encoding) or @encoding = 'base64')">
        <img src="data:{@mimeType};base64,{translate(string(text()), ' &#9;&#10;&#13;', '')}" alt="{normalize-space(concat(tei:desc, ' ', ../tei:figDesc))}">
          <xsl:call-template name="attributes"/>
        </img>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="box"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
