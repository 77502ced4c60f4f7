<?xml version="1.0" encoding="UTF-8"?>
<!--
  Indexes: persons, places and organisations with links to each mention, dates in the order of
  time, other records. What an index lists is on record (in standOff, or in the header if the text
  names it), or is only named: then the names with one @ref, one @key or the same words are one
  entry.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="tei exsl str">

  <!-- Names of the text by what they refer to, word by word, and by what they name: "person|true|#a||"
       for <persName ref="#a">. A record's own names are not mentions of it. Keys match a bare name,
       and say in their value which elements count: libxslt takes ten times as long for a pattern with
       conditions, and quadratic time for a union. It goes through the document for each. -->
  <xsl:key name="mention" match="tei:persName" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat('person|', ancestor::tei:text and not(ancestor::tei:person or ancestor::tei:personGrp), '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:placeName" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat('place|', ancestor::tei:text and not(ancestor::tei:place), '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:geogName" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat('place|', ancestor::tei:text and not(ancestor::tei:place), '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:orgName" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat('org|', ancestor::tei:text and not(ancestor::tei:org), '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:rs" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat(@type, '|', (@ref or @key) and ancestor::tei:text, '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:name" use="str:tokenize(self::*[ancestor::tei:text]/@ref) | exsl:node-set(
      concat(@type, '|', boolean(ancestor::tei:text), '|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
  <xsl:key name="mention" match="tei:settlement" use="str:tokenize(self::*[ancestor::tei:text]/@ref)"/>

  <!-- Dates of the text by what they mean, which is the order of time. -->
  <xsl:key name="date" match="tei:date"
      use="concat(boolean(ancestor::tei:text), '|', @when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter)"/>

  <!-- Letters that an index treats alike; other scripts keep the order of Unicode. -->
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyzàáâãäåÀÁÂÃÄÅçÇèéêëÈÉÊËìíîïÌÍÎÏñÑòóôõöøÒÓÔÕÖØùúûüÙÚÛÜýÿÝšŠžŽćĆčČłŁ'"/>
  <xsl:variable name="capital" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZAAAAAAAAAAAACCEEEEEEEEIIIIIIIINNOOOOOOOOOOOOUUUUUUUUYYYSSZZCCCCLL'"/>

  <!-- Records outside the text; those of the header only if the text names them. -->
  <xsl:variable name="person-records" select="$all-person[not(ancestor::tei:text)]
        [ancestor::tei:standOff or (ancestor::tei:particDesc and key('mention', concat('#', @xml:id)))]
      | $all-personGrp[not(ancestor::tei:text)]
        [ancestor::tei:standOff or (ancestor::tei:particDesc and key('mention', concat('#', @xml:id)))]"/>
  <xsl:variable name="place-records" select="$all-place[not(ancestor::tei:text)]
      [ancestor::tei:standOff or (ancestor::tei:settingDesc and key('mention', concat('#', @xml:id)))]"/>
  <xsl:variable name="organisation-records" select="$all-org[not(ancestor::tei:text)]
      [ancestor::tei:standOff or (ancestor::tei:particDesc and key('mention', concat('#', @xml:id)))]"/>

  <!-- What the indexes list: the records, and the first name of each thing that has none. -->
  <xsl:variable name="indexed-persons" select="$person-records
      | $all-persName[ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('person|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-rs[@type = 'person'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('person|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-name[@type = 'person'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('person|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]"/>
  <xsl:variable name="indexed-places" select="$place-records
      | $all-placeName[ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('place|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-geogName[ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('place|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-rs[@type = 'place'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('place|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-name[@type = 'place'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('place|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]"/>
  <xsl:variable name="indexed-organisations" select="$organisation-records
      | $all-orgName[ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('org|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-rs[@type = 'org'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('org|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]
      | $all-name[@type = 'org'][ancestor::tei:text][normalize-space() != ''][not(key('id', substring-after(@ref, '#')))]
        [generate-id() = generate-id(key('mention', concat('org|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))[1])]"/>
  <xsl:variable name="indexed-dates"
      select="$all-date[@when or @from or @to or @notBefore or @notAfter][generate-id() = generate-id(key('date',
              concat('true|', @when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter))[1])]"/>

  <!-- Records of standOff that are in no index. -->
  <xsl:variable name="other-records" select="$all-standOff/*[not((self::tei:listPerson or self::tei:listPlace
      or self::tei:listOrg) and $indexes = 'yes')]
      | $all-standOff[$indexes = 'yes']/*[self::tei:listPerson or self::tei:listPlace or self::tei:listOrg]
        /*[not(self::tei:person or self::tei:personGrp or self::tei:place or self::tei:org)]"/>

  <xsl:template name="indexes">
    <xsl:if test="$indexes = 'yes'">
      <xsl:call-template name="index">
        <xsl:with-param name="kind" select="'person'"/><xsl:with-param name="id" select="'persons'"/>
        <xsl:with-param name="entries" select="$indexed-persons"/><xsl:with-param name="words" select="$label-persons"/>
      </xsl:call-template>
      <xsl:call-template name="index">
        <xsl:with-param name="kind" select="'place'"/><xsl:with-param name="id" select="'places'"/>
        <xsl:with-param name="entries" select="$indexed-places"/><xsl:with-param name="words" select="$label-places"/>
      </xsl:call-template>
      <xsl:call-template name="index">
        <xsl:with-param name="kind" select="'org'"/><xsl:with-param name="id" select="'organisations'"/>
        <xsl:with-param name="entries" select="$indexed-organisations"/><xsl:with-param name="words" select="$label-organisations"/>
      </xsl:call-template>
      <xsl:call-template name="index-of-dates"/>
    </xsl:if>
    <xsl:call-template name="further-records"/>
  </xsl:template>

  <xsl:template name="index">
    <xsl:param name="kind"/>
    <xsl:param name="id"/>
    <xsl:param name="entries"/>
    <xsl:param name="words"/>
    <xsl:if test="$entries">
      <section class="page-index {$id}" role="doc-index" aria-labelledby="page:{$id}">
        <h2 id="page:{$id}">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$words"/></xsl:call-template>
        </h2>
        <ul>
          <xsl:for-each select="$entries">
            <!-- A person by surname, or what is probably one: the last word of the name. -->
            <xsl:sort select="translate(concat(.//tei:surname[1][$kind = 'person'], str:tokenize((tei:persName | self::*[not(*)]
                | self::tei:persName | self::tei:rs | self::tei:name)[$kind = 'person'][not(.//tei:surname)][1])[last()]), $small, $capital)"/>
            <xsl:sort select="translate(normalize-space((tei:persName | tei:placeName | tei:orgName | tei:name | self::*)[last()]), $small, $capital)"/>
            <xsl:apply-templates select="." mode="index"><xsl:with-param name="kind" select="$kind"/></xsl:apply-templates>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Something on record. -->
  <xsl:template match="tei:person | tei:personGrp | tei:place | tei:org" mode="index">
    <li>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="entry"/>
      <xsl:call-template name="mentions">
        <xsl:with-param name="places" select="key('mention', concat('#', @xml:id))"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <!-- Something that is only named. -->
  <xsl:template match="*" mode="index">
    <xsl:param name="kind"/>
    <xsl:variable name="names" select="key('mention', concat($kind, '|true|', @ref, '|', @key, '|', normalize-space(self::*[not(@ref or @key)])))"/>
    <li>
      <b><xsl:apply-templates select="($names[not(self::tei:rs)] | $names[not($names[not(self::tei:rs)])])[1]" mode="phrase"/></b>
      <xsl:call-template name="mentions"><xsl:with-param name="places" select="$names"/></xsl:call-template>
    </li>
  </xsl:template>

  <!-- A record's entry: the first name stands out, the rest follows. -->
  <xsl:template match="*" mode="entry">
    <xsl:variable name="names" select="tei:persName | tei:placeName | tei:orgName | tei:name"/>
    <b>
      <xsl:apply-templates select="$names[1]" mode="phrase"/>
      <xsl:if test="not($names)"><xsl:value-of select="@xml:id"/></xsl:if>
    </b>
    <xsl:for-each select="$names[position() &gt; 1]">
      <xsl:text>; </xsl:text>
      <xsl:apply-templates select="." mode="phrase"/>
    </xsl:for-each>
    <xsl:for-each select="*[not(self::tei:persName or self::tei:placeName or self::tei:orgName or self::tei:name)]">
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
        <xsl:call-template name="timeline"/>
        <ul>
          <xsl:for-each select="$indexed-dates">
            <!-- By the first date that it has: by its year, then as text. -->
            <xsl:sort data-type="number" select="substring(concat(@when, @notBefore, @from, @notAfter, @to), 1,
                4 + starts-with(concat(@when, @notBefore, @from, @notAfter, @to), '-'))"/>
            <xsl:sort select="normalize-space(concat(@when, ' ', @notBefore, ' ', @from, ' ', @notAfter, ' ', @to))"/>
            <li>
              <b><xsl:call-template name="date-in-words"/></b>
              <xsl:call-template name="mentions">
                <xsl:with-param name="places" select="key('date', concat('true|', @when, '|', @from, '|', @to, '|', @notBefore, '|', @notAfter))"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="further-records">
    <xsl:if test="$other-records">
      <section class="records" aria-labelledby="page:records">
        <h2 id="page:records">
          <xsl:call-template name="label"><xsl:with-param name="words" select="$label-data"/></xsl:call-template>
        </h2>
        <xsl:apply-templates select="$other-records"/>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
