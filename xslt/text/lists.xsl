<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, of the core module: an item is a line; bullets and numbers where the list asks for
     them, since other lists have their labels in the text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:list">
    <xsl:choose>
      <xsl:when test="parent::tei:item">
        <xsl:value-of select="concat($mark-line, $mark-deeper)"/>
        <xsl:apply-templates/>
        <xsl:value-of select="concat($mark-line, $mark-back, $mark-line)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:item">
    <xsl:value-of select="$mark-line"/>
    <xsl:variable name="kind" select="concat(' ', ../@rend, ' ', ../@type, ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($kind, ' bulleted ') or contains($kind, ' bullets ')
                      or contains($kind, ' unordered ')">
        <xsl:call-template name="label">
          <xsl:with-param name="label" select="'•'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($kind, ' numbered ') or contains($kind, ' ordered ')">
        <xsl:call-template name="label">
          <xsl:with-param name="label">
            <xsl:value-of select="@n"/>
            <xsl:if test="not(@n)">
              <!-- xsl:number would count all items before this one. -->
              <xsl:value-of select="concat($mark-ordinal, generate-id(..), $mark-ordinal, '.')"/>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:call-template name="words"/>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>

  <!-- A label for the current item, unless its words begin with one: a sign, or a number or letter
       with a full stop or bracket. -->
  <xsl:template name="label">
    <xsl:param name="label"/>
    <xsl:variable name="first"
                  select="substring-before(concat(normalize-space(translate(., $marks, '')), ' '), ' ')"/>
    <xsl:variable name="sign" select="translate($first, '•*·‣◦–—-+', '') = ''"/>
    <xsl:variable name="number" select="translate($first, '0123456789ivxlcdmIVXLCDMabefghABEFGH', '')"/>
    <xsl:if test="not($first != '' and ($sign or $number = '.' or $number = ')' or $number = '()'
                      or $number = '[]'))">
      <xsl:value-of select="concat($label, $mark-hang)"/>
    </xsl:if>
  </xsl:template>

  <!-- A label stands before its item, in the same line. -->
  <xsl:template match="tei:label">
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="tei:list/tei:label | tei:person/tei:label | tei:place/tei:label
                       | tei:event/tei:label">
    <xsl:value-of select="$mark-line"/>
    <xsl:call-template name="words"/>
    <xsl:choose>
      <xsl:when test="following-sibling::*[1][self::tei:item]">
        <xsl:value-of select="$mark-hang"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$mark-line"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:item[preceding-sibling::*[1][self::tei:label]]" priority="1">
    <xsl:call-template name="words"/>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>

  <!-- The first paragraph of an item goes on after its label. -->
  <xsl:template match="tei:item/tei:p">
    <xsl:if test="preceding-sibling::*">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
    <xsl:call-template name="words"/>
    <xsl:if test="following-sibling::*">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
