<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists and tables of core and figures, in the form that HTML's lists and tables need. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:list">
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="tei:label">dl</xsl:when>
        <xsl:when test="@type = 'ordered' or @type = 'number' or @type = 'numbered' or contains(@rend, 'number')">ol</xsl:when>
        <xsl:otherwise>ul</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="label" select="tei:label[1]"/>
    <xsl:apply-templates select="tei:head | $label/preceding-sibling::*[not(self::tei:head)]"/>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not($label) and not(self::tei:head)] | $label | $label/following-sibling::node()[not(self::tei:head)]" mode="list">
        <xsl:with-param name="list" select="$element"/>
      </xsl:apply-templates>
      <!-- HTML wants a description after the last term. -->
      <xsl:if test="$label and not($label[last()]/following-sibling::tei:item)"><dd/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="list">
    <xsl:if test="normalize-space() = ''"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <!-- Text that stands between items against the schema is kept, too. -->
  <xsl:template match="text()[normalize-space() != '']" mode="list">
    <xsl:param name="list"/>
    <xsl:choose>
      <xsl:when test="$list = 'dl'"><dd><xsl:value-of select="."/></dd></xsl:when>
      <xsl:otherwise><li class="between"><xsl:value-of select="."/></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="list"/>

  <xsl:template match="tei:item" mode="list">
    <xsl:param name="list"/>
    <xsl:choose>
      <xsl:when test="$list = 'dl'">
        <dd><xsl:call-template name="attributes"/><xsl:apply-templates/></dd>
      </xsl:when>
      <xsl:otherwise>
        <li>
          <xsl:call-template name="attributes"/>
          <xsl:if test="$list = 'ol' and string(number(@n)) = @n and not(contains(@n, '.'))">
            <xsl:attribute name="value"><xsl:value-of select="@n"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates/>
        </li>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:label" mode="list">
    <dt><xsl:call-template name="attributes"/><xsl:apply-templates/></dt>
  </xsl:template>

  <!-- Page breaks, notes and the like between the items. -->
  <xsl:template match="*" mode="list">
    <xsl:param name="list"/>
    <xsl:choose>
      <xsl:when test="$list = 'dl'"><dd class="between"><xsl:apply-templates select="."/></dd></xsl:when>
      <xsl:otherwise><li class="between"><xsl:apply-templates select="."/></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A wide table scrolls in its own frame, which the keyboard can reach. -->
  <xsl:template match="tei:table">
    <div class="table-frame" role="group" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:value-of select="normalize-space(tei:head)"/>
        <xsl:if test="normalize-space(tei:head) = ''"><xsl:value-of select="$label-table"/></xsl:if>
      </xsl:attribute>
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:if test="tei:head">
          <caption><xsl:apply-templates select="tei:head/node()"/></caption>
        </xsl:if>
        <xsl:apply-templates select="*[not(self::tei:head)]" mode="table"/>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="tei:row" mode="table">
    <tr>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*" mode="table"/>
    </tr>
  </xsl:template>

  <xsl:template match="tei:cell" mode="table">
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="@role = 'label' or parent::tei:row/@role = 'label'">th</xsl:when>
        <xsl:otherwise>td</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="@cols &gt; 1 and @cols &lt; 1000">
        <xsl:attribute name="colspan"><xsl:value-of select="floor(@cols)"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="@rows &gt; 1 and @rows &lt; 1000">
        <xsl:attribute name="rowspan"><xsl:value-of select="floor(@rows)"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$element = 'th'">
        <xsl:attribute name="scope">
          <xsl:choose>
            <xsl:when test="parent::tei:row/@role = 'label'">col</xsl:when>
            <xsl:otherwise>row</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What stands between the cells of a row. -->
  <xsl:template match="tei:row/*[not(self::tei:cell)]" mode="table">
    <td class="between"><xsl:apply-templates select="."/></td>
  </xsl:template>

  <!-- What stands between the rows. -->
  <xsl:template match="*" mode="table">
    <tr class="between"><td colspan="{count(../tei:row[1]/tei:cell) + not(../tei:row[1]/tei:cell)}"><xsl:apply-templates select="."/></td></tr>
  </xsl:template>
</xsl:stylesheet>
