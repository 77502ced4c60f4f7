<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes: persons with links to each mention, dates in the order of time, other records. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei str">

  <xsl:key name="mention" use="str:tokenize(@ref)"
      match="tei:persName[@ref][ancestor::tei:text] | tei:rs[@ref][ancestor::tei:text] | tei:name[@ref][ancestor::tei:text]"/>

  <!-- Letters that an index treats alike; other scripts keep the order of Unicode. -->
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyzàáâãäåÀÁÂÃÄÅçÇèéêëÈÉÊËìíîïÌÍÎÏñÑòóôõöøÒÓÔÕÖØùúûüÙÚÛÜýÿÝšŠžŽćĆčČłŁ'"/>
  <xsl:variable name="capital" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZAAAAAAAAAAAACCEEEEEEEEIIIIIIIINNOOOOOOOOOOOOUUUUUUUUYYYSSZZCCCCLL'"/>

  <!-- Dates of the text by what they mean, which is the order of time. -->
  <xsl:key name="date" use="concat(@when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter)"
      match="tei:date[ancestor::tei:text][@when or @from or @to or @notBefore or @notAfter]"/>
  <!-- Persons on record outside the text; those of the header only if the text names them. -->
  <xsl:variable name="indexed-persons"
      select="/descendant::*[self::tei:person or self::tei:personGrp]
              [ancestor::tei:standOff or (ancestor::tei:particDesc and key('mention', concat('#', @xml:id)))]"/>

  <xsl:variable name="indexed-dates"
      select="/descendant::tei:date[generate-id() = generate-id(key('date',
              concat(@when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter))[1])]"/>

  <xsl:template name="indexes">
    <xsl:if test="$indexes = 'yes'">
      <xsl:call-template name="index-of-persons"/>
      <xsl:call-template name="index-of-dates"/>
    </xsl:if>
    <xsl:call-template name="further-records"/>
  </xsl:template>

  <xsl:template name="index-of-persons">
    <xsl:if test="$indexed-persons">
      <section class="page-index persons" role="doc-index" aria-labelledby="page:persons">
        <h2 id="page:persons">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-persons"/></xsl:call-template>
        </h2>
        <ul>
          <xsl:for-each select="$indexed-persons">
            <!-- By surname, or what is probably one: the last word of the name. -->
            <xsl:sort select="translate(concat(.//tei:surname[1], str:tokenize(tei:persName[not(..//tei:surname)][1])[last()]), $small, $capital)"/>
            <xsl:sort select="normalize-space(tei:persName[1])"/>
            <li>
              <xsl:call-template name="attributes"/>
              <xsl:apply-templates select="." mode="entry"/>
              <xsl:call-template name="mentions">
                <xsl:with-param name="places" select="key('mention', concat('#', @xml:id))"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A person's entry: the first name stands out, the rest follows. -->
  <xsl:template match="*" mode="entry">
    <xsl:variable name="name" select="(tei:persName | tei:name)[1]"/>
    <b>
      <xsl:apply-templates select="$name" mode="phrase"/>
      <xsl:if test="not($name)"><xsl:value-of select="@xml:id"/></xsl:if>
    </b>
    <xsl:for-each select="(tei:persName | tei:name)[position() &gt; 1]">
      <xsl:text>; </xsl:text>
      <xsl:apply-templates select="." mode="phrase"/>
    </xsl:for-each>
    <xsl:for-each select="*[not(self::tei:persName or self::tei:name)]">
      <xsl:variable name="words">
        <xsl:apply-templates select="." mode="phrase"/>
        <xsl:if test="normalize-space() = ''"><xsl:call-template name="date-in-words"/></xsl:if>
      </xsl:variable>
      <xsl:if test="normalize-space($words) != ''">
        <span class="fact">
          <xsl:text>; </xsl:text>
          <xsl:if test="self::tei:birth">born </xsl:if>
          <xsl:if test="self::tei:death">died </xsl:if>
          <xsl:copy-of select="$words"/>
        </span>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Links to some places of the text, numbered. -->
  <xsl:template name="mentions">
    <xsl:param name="places"/>
    <xsl:if test="$places">
      <span class="mentions">
        <xsl:for-each select="$places">
          <xsl:variable name="id"><xsl:call-template name="id"/></xsl:variable>
          <xsl:text> </xsl:text>
          <a href="#{$id}" title="{normalize-space()}"><xsl:value-of select="position()"/></a>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="index-of-dates">
    <xsl:if test="$indexed-dates">
      <section class="page-index dates" role="doc-index" aria-labelledby="page:dates">
        <h2 id="page:dates">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-dates"/></xsl:call-template>
        </h2>
        <ul>
          <xsl:for-each select="$indexed-dates">
            <!-- By the first date that it has: by its year, then as text. -->
            <xsl:sort data-type="number" select="substring(concat(@when, @notBefore, @from, @notAfter, @to), 1,
                4 + starts-with(concat(@when, @notBefore, @from, @notAfter, @to), '-'))"/>
            <xsl:sort select="normalize-space(concat(@when, ' ', @notBefore, ' ', @from, ' ', @notAfter, ' ', @to))"/>
            <li>
              <b><xsl:call-template name="date-in-words"/></b>
              <xsl:call-template name="mentions">
                <xsl:with-param name="places" select="key('date', concat(@when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter))"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Records of standOff that are in no index. -->
  <xsl:template name="further-records">
    <xsl:variable name="records" select="/descendant::tei:standOff/*[not(self::tei:listPerson and $indexes = 'yes')]
        | /descendant::tei:standOff/tei:listPerson[$indexes = 'yes']/*[not(self::tei:person or self::tei:personGrp)]"/>
    <xsl:if test="$records">
      <section class="records" aria-labelledby="page:records">
        <h2 id="page:records">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-data"/></xsl:call-template>
        </h2>
        <xsl:apply-templates select="$records"/>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
