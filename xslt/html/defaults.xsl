<?xml version="1.0" encoding="UTF-8"?>
<!--
  What an element becomes for which no other sheet has a template: a box of its class, as
  common/classes.xsl has it. A unit of the page is a <div>, a phrase a <span>, both with the
  element's name as class. Also the question that many templates ask: unit or phrase?
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:include href="../common/classes.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="labels.xsl"/>
  <xsl:include href="said.xsl"/>

  <!-- Is the current element a unit of the page? "yes" or nothing. -->
  <xsl:template name="is-block">
    <xsl:variable name="class"><xsl:apply-templates select="." mode="class"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="contains($class, '-unit')">yes</xsl:when>
      <xsl:otherwise><xsl:call-template name="among-units"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Does a phrase stand among units, or hold one? "yes" or nothing. -->
  <xsl:template name="among-units">
    <xsl:variable name="classes">
      <xsl:apply-templates select=".." mode="class"/>
      <xsl:text>|</xsl:text>
      <xsl:apply-templates select="*" mode="units"/>
    </xsl:variable>
    <xsl:if test="starts-with($classes, 'section') or starts-with($classes, 'record') or starts-with($classes, 'remark')
                  or contains(substring-after($classes, '|'), '-unit')">yes</xsl:if>
  </xsl:template>

  <!-- Do the units of the page that are siblings of the current element, and it, have a parent
       that holds units? "yes" or nothing. -->
  <xsl:template name="in-section">
    <xsl:variable name="class"><xsl:apply-templates select=".." mode="class"/></xsl:variable>
    <xsl:if test="starts-with($class, 'section') or starts-with($class, 'record') or starts-with($class, 'remark')">yes</xsl:if>
  </xsl:template>

  <!-- Is there a unit of the page inside the current element? "yes" or nothing. -->
  <xsl:template name="holds-block">
    <xsl:variable name="classes"><xsl:apply-templates select="*" mode="units"/></xsl:variable>
    <xsl:if test="contains($classes, '-unit')">yes</xsl:if>
  </xsl:template>

  <!-- The classes of an element and all elements in it. -->
  <xsl:template match="*" mode="units">
    <xsl:apply-templates select="." mode="class"/>
    <xsl:apply-templates select="*" mode="units"/>
  </xsl:template>

  <xsl:template match="tei:*">
    <xsl:call-template name="box"/>
  </xsl:template>

  <!-- Elements of other vocabularies keep their text, and nothing else. Parts of content models in
       other languages, and rules, show as their source. (A pattern for these would be tried with
       every element, which takes a tenth of all the time.) -->
  <xsl:template match="*">
    <xsl:choose>
      <xsl:when test="parent::tei:content or parent::tei:datatype or parent::tei:constraint">
        <pre><code><xsl:apply-templates select="." mode="source"/></code></pre>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="box">
          <xsl:with-param name="class" select="'other-vocabulary'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The current element as its class has it. -->
  <xsl:template name="box">
    <xsl:param name="class" select="local-name()"/>
    <xsl:param name="title"/>
    <xsl:variable name="kind"><xsl:apply-templates select="." mode="class"/></xsl:variable>
    <xsl:choose>
      <!-- By far the most, so they need not be asked what else they are. -->
      <xsl:when test="$kind = 'phrase'">
        <xsl:call-template name="phrase-box">
          <xsl:with-param name="class" select="$class"/>
          <xsl:with-param name="title" select="$title"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$kind = 'record-unit'"><xsl:call-template name="record"/></xsl:when>
      <xsl:when test="contains($kind, '-unit')">
        <div>
          <xsl:call-template name="content">
            <xsl:with-param name="class" select="$class"/>
            <xsl:with-param name="title" select="$title"/>
          </xsl:call-template>
        </div>
      </xsl:when>
      <xsl:when test="$kind = 'remark'"><xsl:call-template name="remark"/></xsl:when>
      <xsl:when test="$kind = 'mark'"><xsl:call-template name="mark"/></xsl:when>
      <xsl:when test="$kind = 'place'"><span><xsl:call-template name="attributes"/></span></xsl:when>
      <xsl:when test="$kind = 'hidden'">
        <span hidden="hidden"><xsl:call-template name="attributes"/><xsl:apply-templates mode="phrase"/></span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="phrase-box">
          <xsl:with-param name="class" select="$class"/>
          <xsl:with-param name="title" select="$title"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A phrase as it stands: among units, or in a line. -->
  <xsl:template name="phrase-box">
    <xsl:param name="class"/>
    <xsl:param name="title"/>
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$among-units = 'yes'">
        <div>
          <xsl:call-template name="content">
            <xsl:with-param name="class" select="$class"/>
            <xsl:with-param name="title" select="$title"/>
          </xsl:call-template>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="content">
            <xsl:with-param name="class" select="$class"/>
            <xsl:with-param name="title" select="$title"/>
          </xsl:call-template>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes of the current element, and what is in it. -->
  <xsl:template name="content">
    <xsl:param name="class" select="local-name()"/>
    <xsl:param name="title"/>
    <xsl:call-template name="attributes">
      <xsl:with-param name="class" select="$class"/>
    </xsl:call-template>
    <xsl:if test="$title != ''">
      <xsl:attribute name="title"><xsl:value-of select="$title"/></xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- What is in the current element; where its encoder left the spaces between words to the
       markup, as in "<forename>Ada</forename><surname>Quill</surname>", they are put in. -->
  <xsl:template name="spaced">
    <xsl:variable name="data" select="not(text()) and *[2]"/>
    <xsl:for-each select="node()">
      <xsl:if test="$data and position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- A phrase in an HTML element of its own, or a box where it holds units of the page. -->
  <xsl:template name="phrase">
    <xsl:param name="element" select="'span'"/>
    <xsl:param name="class" select="local-name()"/>
    <xsl:param name="title"/>
    <xsl:variable name="block"><xsl:if test="*"><xsl:call-template name="holds-block"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$block = 'yes'">
        <xsl:call-template name="box">
          <xsl:with-param name="class" select="$class"/>
          <xsl:with-param name="title" select="$title"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$element}">
          <xsl:call-template name="content">
            <xsl:with-param name="class" select="$class"/>
            <xsl:with-param name="title" select="$title"/>
          </xsl:call-template>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
