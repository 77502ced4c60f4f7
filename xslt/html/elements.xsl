<?xml version="1.0" encoding="UTF-8"?>
<!--
  The elements that other sheets look for in the whole document. libxslt goes through all of it for
  each name; so each is looked for once, and not at all where teikit has seen that the document has
  none. Of some only those in texts count.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- A piece of TEI, such as a lone division, is read whole; of a document the texts are. -->
  <xsl:variable name="piece" select="not(/tei:TEI or /tei:teiCorpus)"/>

  <!-- Where records are that are no part of a text: of a document that has no other inside, all but its
       text, which need not be gone through for them. -->
  <xsl:variable name="outside" select="/tei:TEI[not(tei:TEI)]/*[not(self::tei:text)] | /self::node()[not(tei:TEI) or tei:TEI/tei:TEI]"/>

  <xsl:variable name="all-add" select="/self::node()[not(contains($absent, ' add '))]/descendant::tei:add"/>
  <xsl:variable name="all-app" select="/self::node()[not(contains($absent, ' app '))]/descendant::tei:app"/>
  <xsl:variable name="all-choice" select="/self::node()[not(contains($absent, ' choice '))]/descendant::tei:choice"/>
  <xsl:variable name="all-date" select="/self::node()[not(contains($absent, ' date '))]/descendant::tei:date[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-del" select="/self::node()[not(contains($absent, ' del '))]/descendant::tei:del"/>
  <xsl:variable name="all-div" select="/self::node()[not(contains($absent, ' div '))]/descendant::tei:div"/>
  <xsl:variable name="all-div1" select="/self::node()[not(contains($absent, ' div1 '))]/descendant::tei:div1"/>
  <xsl:variable name="all-div2" select="/self::node()[not(contains($absent, ' div2 '))]/descendant::tei:div2"/>
  <xsl:variable name="all-div3" select="/self::node()[not(contains($absent, ' div3 '))]/descendant::tei:div3"/>
  <xsl:variable name="all-div4" select="/self::node()[not(contains($absent, ' div4 '))]/descendant::tei:div4"/>
  <xsl:variable name="all-div5" select="/self::node()[not(contains($absent, ' div5 '))]/descendant::tei:div5"/>
  <xsl:variable name="all-div6" select="/self::node()[not(contains($absent, ' div6 '))]/descendant::tei:div6"/>
  <xsl:variable name="all-div7" select="/self::node()[not(contains($absent, ' div7 '))]/descendant::tei:div7"/>
  <xsl:variable name="all-geogName" select="/self::node()[not(contains($absent, ' geogName '))]/descendant::tei:geogName[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-group" select="/self::node()[not(contains($absent, ' group '))]/descendant::tei:group"/>
  <xsl:variable name="all-name" select="/self::node()[not(contains($absent, ' name '))]/descendant::tei:name[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-note" select="/self::node()[not(contains($absent, ' note '))]/descendant::tei:note[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-org" select="$outside[not(contains($absent, ' org '))]/descendant-or-self::tei:org"/>
  <xsl:variable name="all-orgName" select="/self::node()[not(contains($absent, ' orgName '))]/descendant::tei:orgName[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-persName" select="/self::node()[not(contains($absent, ' persName '))]/descendant::tei:persName[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-person" select="$outside[not(contains($absent, ' person '))]/descendant-or-self::tei:person"/>
  <xsl:variable name="all-personGrp" select="$outside[not(contains($absent, ' personGrp '))]/descendant-or-self::tei:personGrp"/>
  <xsl:variable name="all-place" select="$outside[not(contains($absent, ' place '))]/descendant-or-self::tei:place"/>
  <xsl:variable name="all-placeName" select="/self::node()[not(contains($absent, ' placeName '))]/descendant::tei:placeName[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-ptr" select="/self::node()[not(contains($absent, ' ptr '))]/descendant::tei:ptr"/>
  <xsl:variable name="all-ref" select="/self::node()[not(contains($absent, ' ref '))]/descendant::tei:ref"/>
  <xsl:variable name="all-rs" select="/self::node()[not(contains($absent, ' rs '))]/descendant::tei:rs[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-settlement" select="/self::node()[not(contains($absent, ' settlement '))]/descendant::tei:settlement[$piece or ancestor::tei:text]"/>
  <xsl:variable name="all-standOff" select="$outside[not(contains($absent, ' standOff '))]/descendant-or-self::tei:standOff"/>
</xsl:stylesheet>
