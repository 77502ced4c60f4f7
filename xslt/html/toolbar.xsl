<?xml version="1.0" encoding="UTF-8"?>
<!--
  The bar at the top of the window: the running title, search, and the reader's switches.
  The switches work by CSS alone; search needs the script, which shows its form.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template name="toolbar">
    <div class="toolbar">
      <a class="running-title" href="#page:top"><xsl:call-template name="page-title"/></a>
      <xsl:call-template name="search"/>
      <xsl:call-template name="switches"/>
    </div>
  </xsl:template>

  <xsl:template name="search">
    <form class="search" role="search" lang="{$label-language}" hidden="hidden">
      <label>
        <span class="unseen"><xsl:call-template name="label"><xsl:with-param name="words" select="$label-search"/></xsl:call-template></span>
        <input type="search" placeholder="{$label-search}" autocomplete="off"/>
      </label>
      <output></output>
      <button type="button" value="-1" aria-label="{$label-previous}">↑</button>
      <button type="submit" value="1" aria-label="{$label-next}">↓</button>
    </form>
  </xsl:template>

  <!-- A switch stands where the text has something for it. -->
  <xsl:template name="switches">
    <xsl:variable name="switches">
      <xsl:if test="$all-choice[tei:orig and (tei:reg or tei:corr or tei:expan)]">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'spelling'"/><xsl:with-param name="words" select="$label-spelling"/>
          <xsl:with-param name="on" select="$reading = 'original'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$all-choice[tei:sic and (tei:reg or tei:corr or tei:expan)]">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'errors'"/><xsl:with-param name="words" select="$label-errors"/>
          <xsl:with-param name="on" select="$reading = 'original'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$all-choice[tei:abbr and (tei:reg or tei:corr or tei:expan)]">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'abbreviations'"/><xsl:with-param name="words" select="$label-abbreviations"/>
          <xsl:with-param name="on" select="$reading = 'original'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$all-del[ancestor::tei:text or ancestor::tei:sourceDoc]">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'deletions'"/><xsl:with-param name="words" select="$label-deletions"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$all-add[ancestor::tei:text or ancestor::tei:sourceDoc]">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'additions'"/><xsl:with-param name="words" select="$label-additions"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$apparatus">
        <xsl:call-template name="switch">
          <xsl:with-param name="id" select="'variants'"/><xsl:with-param name="words" select="$label-variants"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="string($switches) != ''">
      <button type="button" class="display" popovertarget="page:display">
        <xsl:call-template name="label"><xsl:with-param name="words" select="$label-display"/></xsl:call-template>
      </button>
      <!-- The browser is not to remember what was switched: the page starts as its editors mean it. -->
      <form class="display" autocomplete="off">
        <fieldset class="switches" id="page:display" popover="auto">
          <legend><xsl:call-template name="label"><xsl:with-param name="words" select="$label-display"/></xsl:call-template></legend>
          <xsl:copy-of select="$switches"/>
        </fieldset>
      </form>
    </xsl:if>
  </xsl:template>

  <xsl:template name="switch">
    <xsl:param name="id"/>
    <xsl:param name="words"/>
    <xsl:param name="on" select="true()"/>
    <label>
      <input type="checkbox" id="page:{$id}">
        <xsl:if test="$on"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <xsl:text> </xsl:text>
      <xsl:call-template name="label"><xsl:with-param name="words" select="$words"/></xsl:call-template>
    </label>
  </xsl:template>
</xsl:stylesheet>
