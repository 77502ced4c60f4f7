<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements of other vocabularies: MathML is passed on, XML examples are shown as source. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    exclude-result-prefixes="tei eg m">

  <!-- Presentation MathML, without links and handlers; what is none of it keeps its parts. -->
  <xsl:template match="m:math | m:mi | m:mn | m:mo | m:ms | m:mtext | m:mspace | m:mrow | m:mfrac | m:msqrt | m:mroot
                       | m:mstyle | m:merror | m:mpadded | m:mphantom | m:msub | m:msup | m:msubsup | m:munder | m:mover
                       | m:munderover | m:mmultiscripts | m:mprescripts | m:none | m:mtable | m:mtr | m:mtd
                       | m:semantics | m:annotation">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@display | @mathvariant | @stretchy | @fence | @accent | @accentunder | @separator | @form | @lspace | @rspace
                           | @minsize | @maxsize | @movablelimits | @symmetric | @largeop | @rowspan | @columnspan | @displaystyle
                           | @scriptlevel | @linethickness | @width | @height | @depth | @voffset | @encoding"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Parentheses of their own kind are written out, as MathML Core asks. -->
  <xsl:template match="m:mfenced">
    <xsl:variable name="separators" select="translate(concat(@separators, substring(',', 1, not(@separators))), ' ', '')"/>
    <mrow>
      <mo><xsl:value-of select="concat(@open, substring('(', 1, not(@open)))"/></mo>
      <xsl:for-each select="*">
        <xsl:if test="position() &gt; 1 and $separators != ''"><mo><xsl:value-of select="substring($separators, 1, 1)"/></mo></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <mo><xsl:value-of select="concat(@close, substring(')', 1, not(@close)))"/></mo>
    </mrow>
  </xsl:template>

  <xsl:template match="m:*"><mrow><xsl:apply-templates/></mrow></xsl:template>
  <xsl:template match="m:annotation-xml"/>

  <xsl:template match="eg:egXML">
    <pre>
      <xsl:call-template name="attributes"/>
      <code><xsl:apply-templates mode="source"/></code>
    </pre>
  </xsl:template>

  <!-- The line ends round an example are the encoder's. -->
  <xsl:template match="eg:egXML/text()[normalize-space() = '' and not(preceding-sibling::node() and following-sibling::node())]" mode="source"/>

  <!-- An element as its source. -->
  <xsl:template match="*" mode="source">
    <xsl:value-of select="concat('&lt;', name())"/>
    <xsl:for-each select="@*"><xsl:value-of select="concat(' ', name(), '=&quot;', ., '&quot;')"/></xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="source"/>
        <xsl:value-of select="concat('&lt;/', name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment()" mode="source">
    <xsl:value-of select="concat('&lt;!--', ., '--&gt;')"/>
  </xsl:template>
</xsl:stylesheet>
