<?xml version="1.0" encoding="UTF-8"?>
<!-- What all templates give their HTML element: class, id, language, direction, rendition. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- Class, id, language, direction and rendition of the current element. -->
  <xsl:template name="attributes">
    <xsl:param name="class" select="local-name()"/>
    <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
    <xsl:apply-templates select="@*" mode="attribute"/>
  </xsl:template>

  <xsl:template match="@*" mode="attribute"/>

  <xsl:variable name="plain-ids" select="$ids = 'plain'"/>

  <!-- Only the first element of an id, and only a real one: HTML ids have no space, and those
       with a colon are the page's own. -->
  <xsl:template match="@xml:id" mode="attribute">
    <xsl:if test="$plain-ids or (count(.. | key('id', .)[1]) = 1 and not(contains(., ':'))
                  and not(contains(normalize-space(concat('x', ., 'x')), ' ')) and . != '')">
      <xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="attribute">
    <xsl:call-template name="language-attributes">
      <xsl:with-param name="tag"><xsl:call-template name="language-tag"><xsl:with-param name="tag" select="."/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="language-attributes">
    <xsl:param name="tag"/>
    <xsl:if test="$tag != ''">
      <xsl:attribute name="lang"><xsl:value-of select="$tag"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="contains(' ar arc dv fa he ku ps sd syr ug ur yi ',
                           concat(' ', substring-before(concat($tag, '-'), '-'), ' '))
                  or contains($tag, '-Arab') or contains($tag, '-Hebr') or contains($tag, '-Syr')">
      <xsl:attribute name="dir">rtl</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- BCP 47 wants the two-letter code of a language that has one; many documents have three. -->
  <xsl:variable name="two-letters" select="concat(' ara=ar bul=bg cat=ca ces=cs cze=cs cym=cy dan=da deu=de ger=de ',
      'ell=el eng=en epo=eo est=et eus=eu fas=fa fin=fi fra=fr fre=fr gla=gd gle=ga glg=gl heb=he hin=hi hrv=hr ',
      'hun=hu hye=hy ice=is isl=is ita=it jpn=ja kat=ka kor=ko lat=la lav=lv lit=lt mkd=mk nld=nl dut=nl nor=no ',
      'pol=pl por=pt ron=ro rum=ro rus=ru san=sa slk=sk slv=sl spa=es sqi=sq srp=sr swe=sv tur=tr ukr=uk yid=yi ',
      'zho=zh chi=zh ')"/>

  <xsl:template name="language-tag">
    <xsl:param name="tag"/>
    <xsl:variable name="language" select="substring-before(concat($tag, '-'), '-')"/>
    <xsl:variable name="short" select="substring-before(substring-after($two-letters, concat(' ', $language, '=')), ' ')"/>
    <xsl:choose>
      <xsl:when test="string-length($language) = 3 and $short != ''">
        <xsl:value-of select="concat($short, substring($tag, 4))"/>
      </xsl:when>
      <!-- A tag can only hold letters, digits and hyphens. -->
      <xsl:when test="translate($tag, '-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''">
        <xsl:value-of select="$tag"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- For the style sheet, which knows the usual words of @rend, and the document's renditions. -->
  <xsl:template match="@type | @level | @rend | @rendition | @style" mode="attribute">
    <xsl:attribute name="data-{local-name()}"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
