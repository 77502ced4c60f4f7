<?xml version="1.0" encoding="UTF-8"?>
<!-- A play to HTML in XSLT 3.0, for Saxon in the benchmark: contents, scenes, speeches, verse with
     its numbers, notes at the end. Less than teikit's edition has. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <xsl:output method="html" version="5"/>
  <xsl:mode on-no-match="shallow-skip"/>

  <xsl:template match="/TEI">
    <html lang="{@xml:lang}">
      <head><title>{(//titleStmt/title)[1]}</title></head>
      <body>
        <nav><xsl:apply-templates select="text//div/head" mode="contents"/></nav>
        <main><xsl:apply-templates select="text"/></main>
        <ol class="notes"><xsl:apply-templates select="text//note" mode="end"/></ol>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="head" mode="contents">
    <a href="#{generate-id()}">{normalize-space(.)}</a>
  </xsl:template>

  <xsl:template match="note" mode="end">
    <li id="note-{generate-id()}"><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="note"><a href="#note-{generate-id()}">*</a></xsl:template>

  <xsl:template match="text()"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="front | body | back | div | lg | sp | list | castList | castGroup | table | row">
    <div class="{local-name()}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="head"><h2 id="{generate-id()}"><xsl:apply-templates/></h2></xsl:template>

  <xsl:template match="p | ab | stage | speaker | item | castItem | cell">
    <p class="{local-name()}"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="l">
    <p class="l">
      <xsl:if test="@n castable as xs:integer and number(@n) mod 5 = 0"
              xmlns:xs="http://www.w3.org/2001/XMLSchema"><span class="n">{@n}</span></xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="text//*" priority="-1">
    <span class="{local-name()}"><xsl:apply-templates/></span>
  </xsl:template>
</xsl:stylesheet>
