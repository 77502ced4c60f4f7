<?xml version="1.0" encoding="UTF-8"?>
<!-- Module figures, and the graphics of core: figures, images, facsimiles, written music. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:figure | tei:notatedMusic">
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
    <xsl:variable name="safe"><xsl:call-template name="image-url"/></xsl:variable>
    <xsl:variable name="words" select="normalize-space(concat(tei:desc, ' ', ../tei:figDesc))"/>
    <xsl:variable name="what">
      <xsl:choose>
        <xsl:when test="starts-with(@mimeType, 'audio/')"><xsl:value-of select="$label-audio"/></xsl:when>
        <xsl:when test="starts-with(@mimeType, 'video/')"><xsl:value-of select="$label-video"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$label-image"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$images = 'show' and $what = $label-image and $url != '' and not(contains($url, ':')) and not(starts-with($url, '/'))
                      and not(starts-with($url, '#')) and not(contains($url, '\'))">
        <img src="{$url}" alt="{$words}"><xsl:call-template name="attributes"/></img>
      </xsl:when>
      <xsl:when test="string($safe) != '' and not(ancestor::tei:ref)">
        <a href="{$safe}">
          <xsl:call-template name="attributes"/>
          <xsl:value-of select="concat($what, ': ', $url)"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:value-of select="concat($what, ': ', $url)"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="tei:desc"><span class="desc"><xsl:apply-templates select="tei:desc/node()"/></span></xsl:if>
  </xsl:template>

  <!-- The address of a graphic: on the web, or a file beside the page; xml:base comes before it. -->
  <xsl:template name="image-url">
    <xsl:variable name="url" select="normalize-space(@url)"/>
    <xsl:variable name="base" select="normalize-space(ancestor-or-self::*[@xml:base][1]/@xml:base)"/>
    <xsl:choose>
      <xsl:when test="contains($url, ':') or $base = ''"><xsl:call-template name="file-or-safe-url"><xsl:with-param name="url" select="$url"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="file-or-safe-url"><xsl:with-param name="url" select="concat($base, $url)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="file-or-safe-url">
    <xsl:param name="url"/>
    <xsl:choose>
      <xsl:when test="contains($url, ':')"><xsl:call-template name="safe-url"><xsl:with-param name="url" select="$url"/></xsl:call-template></xsl:when>
      <xsl:when test="$url = '' or starts-with($url, '/') or starts-with($url, '#') or contains($url, '\') or contains($url, ' ')"/>
      <xsl:otherwise><xsl:value-of select="$url"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The image of a page: what @facs names, be it an address or a graphic, surface or zone. -->
  <xsl:template name="facsimile-url">
    <xsl:variable name="facs" select="substring-before(concat(normalize-space(@facs), ' '), ' ')"/>
    <xsl:choose>
      <xsl:when test="starts-with($facs, '#')">
        <xsl:variable name="thing" select="key('id', substring($facs, 2))[1]"/>
        <xsl:for-each select="($thing/self::tei:graphic | $thing/tei:graphic | $thing/self::tei:zone/../tei:graphic)[1]">
          <xsl:call-template name="image-url"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$facs != ''">
        <xsl:call-template name="safe-url"><xsl:with-param name="url" select="$facs"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A surface, page or leaf of the source says which it is. -->
  <xsl:template match="tei:surface">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@n">
        <div class="surface-number"><xsl:value-of select="@n"/></div>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
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
