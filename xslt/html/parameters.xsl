<?xml version="1.0" encoding="UTF-8"?>
<!--
  All parameters of the HTML edition. The option "param" of `teikit transform` gives them as
  name=value; in Python it is `teikit.transform(source, parameters={"name": "value"})`.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The title of the page; without it, the header's main title. -->
  <xsl:param name="title"/>

  <!-- The language of the page (BCP 47); without it, what the document says. -->
  <xsl:param name="language"/>

  <!-- Table of contents: "auto" where a division has a heading, or "none". -->
  <xsl:param name="contents" select="'auto'"/>

  <!-- Names of persons, places and organisations: "link" to the index, "mark", or "plain". -->
  <xsl:param name="names" select="'link'"/>

  <!-- Indexes of persons, places, organisations and dates after the text: "yes" or "no". -->
  <xsl:param name="indexes" select="'yes'"/>

  <!-- Of a <choice>, the reading that shows first: "regularised" or "original". -->
  <xsl:param name="reading" select="'regularised'"/>

  <!-- Images: "link" to them, so that the page fetches nothing, or "show" those that lie
       beside the page. Images on other hosts are always links. -->
  <xsl:param name="images" select="'link'"/>

  <!-- The section "About this text", from the header: "yes" or "no". -->
  <xsl:param name="about" select="'yes'"/>

  <!-- CSS of your own, which comes after teikit's. (It reaches the page with teikit's style: the
       page's policy allows no other.) -->
  <xsl:param name="own-css"/>

  <!-- The words of the page itself, to be given in another language. -->
  <xsl:param name="label-skip" select="'Skip to the text'"/>
  <xsl:param name="label-search" select="'Search the page'"/>
  <xsl:param name="label-previous" select="'Previous'"/>
  <xsl:param name="label-next" select="'Next'"/>
  <xsl:param name="label-display" select="'Display'"/>
  <xsl:param name="label-spelling" select="'Original spelling'"/>
  <xsl:param name="label-errors" select="'Mistakes of the source'"/>
  <xsl:param name="label-abbreviations" select="'Abbreviations as written'"/>
  <xsl:param name="label-deletions" select="'Deletions'"/>
  <xsl:param name="label-additions" select="'Additions'"/>
  <xsl:param name="label-variants" select="'Variant readings'"/>
  <xsl:param name="label-contents" select="'Contents'"/>
  <xsl:param name="label-notes" select="'Notes'"/>
  <xsl:param name="label-note" select="'Note'"/>
  <xsl:param name="label-apparatus" select="'Critical apparatus'"/>
  <xsl:param name="label-variant" select="'Variant'"/>
  <xsl:param name="label-back" select="'Back to the text'"/>
  <xsl:param name="label-persons" select="'Persons'"/>
  <xsl:param name="label-places" select="'Places'"/>
  <xsl:param name="label-organisations" select="'Organisations'"/>
  <xsl:param name="label-dates" select="'Dates'"/>
  <xsl:param name="label-timeline" select="'Timeline'"/>
  <xsl:param name="label-data" select="'Further records'"/>
  <xsl:param name="label-about" select="'About this text'"/>
  <xsl:param name="label-cite" select="'How to cite'"/>
  <xsl:param name="label-page" select="'Page'"/>
  <xsl:param name="label-image" select="'Image'"/>
  <xsl:param name="label-audio" select="'Audio'"/>
  <xsl:param name="label-video" select="'Video'"/>
  <xsl:param name="label-table" select="'Table'"/>
  <xsl:param name="label-untitled" select="'Untitled'"/>
  <!-- The language of these words. -->
  <xsl:param name="label-language" select="'en'"/>

  <!-- Supplied by teikit: "plain" where it has seen that each xml:id is unique and a name, so that
       the sheets need not look. -->
  <xsl:param name="ids"/>

  <!-- Supplied by teikit: names of elements.xsl that the document does not have, each between spaces. -->
  <xsl:param name="absent"/>

  <!-- Supplied by teikit: style, script, and the policy that allows only these two. -->
  <xsl:param name="css"/>
  <xsl:param name="script"/>
  <xsl:param name="content-security-policy"/>
</xsl:stylesheet>
