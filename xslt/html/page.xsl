<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: its head, landmarks and sections. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- The header of the whole page; a corpus has one of its own before those of its texts. -->
  <xsl:variable name="header" select="/tei:*/tei:teiHeader"/>

  <xsl:variable name="page-language">
    <xsl:variable name="stated" select="(/*/@xml:lang | /tei:*/tei:text/@xml:lang | /tei:*/tei:text/tei:body/@xml:lang)[last()]"/>
    <xsl:variable name="used" select="$header/tei:profileDesc/tei:langUsage/tei:language"/>
    <xsl:call-template name="language-tag">
      <xsl:with-param name="tag">
        <xsl:choose>
          <xsl:when test="$language != ''"><xsl:value-of select="$language"/></xsl:when>
          <xsl:when test="$stated"><xsl:value-of select="$stated"/></xsl:when>
          <xsl:when test="$used/@ident"><xsl:value-of select="$used[1]/@ident"/></xsl:when>
          <!-- BCP 47's word for a language that nobody has said. -->
          <xsl:otherwise>und</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:variable>

  <xsl:template match="/">
    <html>
      <xsl:call-template name="language-attributes"><xsl:with-param name="tag" select="$page-language"/></xsl:call-template>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
        <xsl:if test="$content-security-policy != ''">
          <meta http-equiv="Content-Security-Policy" content="{$content-security-policy}"/>
        </xsl:if>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:call-template name="page-title"/></title>
        <xsl:call-template name="metadata"/>
        <xsl:if test="$css != ''">
          <style><xsl:value-of select="$css"/></style>
        </xsl:if>
      </head>
      <body>
        <a class="skip" href="#page:text">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-skip"/></xsl:call-template>
        </a>
        <xsl:apply-templates select="*" mode="page"/>
        <xsl:if test="$script != ''">
          <script><xsl:value-of select="$script"/></script>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="page">
    <header class="page-header" id="page:top">
      <xsl:call-template name="toolbar"/>
      <xsl:call-template name="title-block"/>
    </header>
    <xsl:call-template name="contents"/>
    <main id="page:text" tabindex="-1">
      <article class="reading-text">
        <xsl:apply-templates select="." mode="edition"/>
      </article>
      <xsl:call-template name="notes"/>
    </main>
    <xsl:call-template name="indexes"/>
    <xsl:call-template name="about"/>
  </xsl:template>

  <!-- What is read. Records outside the text (standOff) follow in sections of their own. -->
  <xsl:template match="*" mode="edition">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="tei:TEI | tei:teiCorpus" mode="edition">
    <xsl:apply-templates select="tei:text | tei:TEI | tei:teiCorpus | tei:sourceDoc"/>
    <!-- The pages of the text link to their images; the list of these follows. -->
    <xsl:apply-templates select="tei:facsimile"/>
  </xsl:template>

  <!-- A text of a corpus, or a TEI inside a TEI. -->
  <xsl:template match="tei:TEI | tei:teiCorpus">
    <section>
      <xsl:call-template name="attributes"/>
      <h2>
        <xsl:apply-templates select="tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[1]" mode="phrase"/>
        <xsl:if test="not(tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title)"><xsl:value-of select="$label-untitled"/></xsl:if>
      </h2>
      <xsl:apply-templates select="." mode="edition"/>
    </section>
  </xsl:template>

  <!-- Words of the page itself, marked where their language is not that of the text. -->
  <xsl:template name="label">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="substring-before(concat($page-language, '-'), '-') = $label-language">
        <xsl:value-of select="$words"/>
      </xsl:when>
      <xsl:otherwise><span lang="{$label-language}"><xsl:value-of select="$words"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
