<?xml version="1.0" encoding="UTF-8"?>
<!--
  What an element becomes for which no other sheet has a template: a box of its class.
  A unit of the page is a <div>, a phrase a <span>, both with the element's name as class.
  Also what all templates share: the attributes, and the question of block or phrase.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- Elements that are units of the page wherever they stand. -->
  <xsl:variable name="blocks" select="concat(
    ' TEI teiCorpus text group floatingText front body back div div1 div2 div3 div4 div5 div6 div7 ',
    ' p ab head trailer argument epigraph opener closer postscript titlePage docTitle titlePart docImprint ',
    ' imprimatur castList castGroup castItem set prologue epilogue performance sp spGrp speaker lg l ',
    ' list item listBibl listPerson listPlace listOrg listEvent listNym listRelation listApp listWit ',
    ' listObject listAnnotation listTranspose listForest listPrefixDef listChange ',
    ' person personGrp persona place org event object nym relation witness ',
    ' table row cell figure figDesc eg egXML biblStruct biblFull analytic monogr imprint series ',
    ' msDesc msPart msFrag msIdentifier msContents msItem msItemStruct physDesc objectDesc supportDesc ',
    ' layoutDesc handDesc decoDesc typeDesc scriptDesc musicNotation bindingDesc sealDesc accMat history ',
    ' origin provenance acquisition additional adminInfo recordHist custodialHist surrogates ',
    ' entry entryFree superEntry hom sense dictScrap re etym u addrLine address ',
    ' annotationBlock spanGrp linkGrp interpGrp joinGrp altGrp timeline graph tree eTree forest eLeaf ',
    ' facsimile surface surfaceGrp zone sourceDoc line standOff schemaSpec specGrp elementSpec classSpec ',
    ' macroSpec moduleSpec dataSpec paramSpec attList attDef valList valItem content constraintSpec ',
    ' exemplum remarks listRef specList specDesc transcriptionDesc ')"/>

  <!-- Elements whose children are units of the page, whatever they are. -->
  <xsl:variable name="containers" select="concat(
    ' TEI teiCorpus text group floatingText front body back div div1 div2 div3 div4 div5 div6 div7 ',
    ' argument epigraph postscript titlePage castGroup castList set prologue epilogue sp spGrp lg ',
    ' listBibl listPerson listPlace listOrg listEvent listNym listRelation listWit listObject ',
    ' person place org event object standOff facsimile surface surfaceGrp sourceDoc opener closer ',
    ' biblStruct msDesc msPart history origin physDesc msContents msItem entry ')"/>

  <!-- Is the current element a unit of the page? "yes" or nothing. -->
  <xsl:template name="is-block">
    <xsl:choose>
      <xsl:when test="contains($blocks, concat(' ', local-name(), ' '))">yes</xsl:when>
      <xsl:when test="contains($containers, concat(' ', local-name(..), ' '))">yes</xsl:when>
      <xsl:when test="*"><xsl:call-template name="holds-block"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Is there a unit of the page inside the current element? "yes" or nothing. What a note
       holds does not count where only its marker stays. -->
  <xsl:template name="holds-block">
    <xsl:variable name="notes" select="count(ancestor-or-self::tei:note[key('endnote', generate-id())])"/>
    <xsl:if test=".//*[contains($blocks, concat(' ', local-name(), ' '))]
                      [count(ancestor::tei:note[key('endnote', generate-id())]) = $notes]">yes</xsl:if>
  </xsl:template>

  <xsl:template match="tei:*">
    <xsl:call-template name="box"/>
  </xsl:template>

  <!-- Elements of other vocabularies keep their text, and nothing else. -->
  <xsl:template match="*">
    <xsl:call-template name="box">
      <xsl:with-param name="class" select="'other-vocabulary'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A <div> or <span> for the current element. -->
  <xsl:template name="box">
    <xsl:param name="class" select="local-name()"/>
    <xsl:param name="title"/>
    <xsl:variable name="block"><xsl:call-template name="is-block"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$block = 'yes'">
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

  <!-- Class, id, language, direction and rendition of the current element. -->
  <xsl:template name="attributes">
    <xsl:param name="class" select="local-name()"/>
    <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
    <xsl:apply-templates select="@xml:id | @xml:lang | @type | @level | @rend | @rendition | @style" mode="attribute"/>
  </xsl:template>

  <xsl:template match="@*" mode="attribute"/>

  <!-- Only the first element of an id, and only a real one: HTML ids have no space, and those
       with a colon are the page's own. -->
  <xsl:template match="@xml:id" mode="attribute">
    <xsl:if test="count(.. | key('id', .)[1]) = 1 and not(contains(., ':'))
                  and not(contains(normalize-space(concat('x', ., 'x')), ' ')) and . != ''">
      <xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="attribute">
    <xsl:variable name="tag"><xsl:call-template name="language-tag"><xsl:with-param name="tag" select="."/></xsl:call-template></xsl:variable>
    <xsl:if test="$tag != ''">
      <xsl:attribute name="lang"><xsl:value-of select="$tag"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="contains(' ar arc dv fa he ku ps sd syr ug ur yi ',
                           concat(' ', substring-before(concat($tag, '-'), '-'), ' '))
                  or contains($tag, '-Arab') or contains($tag, '-Hebr') or contains($tag, '-Syr')">
      <xsl:attribute name="dir">rtl</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- BCP 47 wants the two-letter code of a language that has one; many documents have three. -->
  <xsl:variable name="two-letters" select="concat(' ara=ar bul=bg cat=ca ces=cs cze=cs cym=cy dan=da deu=de ger=de ',
      'ell=el eng=en epo=eo est=et eus=eu fas=fa fin=fi fra=fr fre=fr gla=gd gle=ga glg=gl heb=he hin=hi hrv=hr ',
      'hun=hu hye=hy ice=is isl=is ita=it jpn=ja kat=ka kor=ko lat=la lav=lv lit=lt mkd=mk nld=nl dut=nl nor=no ',
      'pol=pl por=pt ron=ro rum=ro rus=ru san=sa slk=sk slv=sl spa=es sqi=sq srp=sr swe=sv tur=tr ukr=uk yid=yi ',
      'zho=zh chi=zh ')"/>

  <xsl:template name="language-tag">
    <xsl:param name="tag"/>
    <xsl:variable name="language" select="substring-before(concat($tag, '-'), '-')"/>
    <xsl:variable name="short" select="substring-before(substring-after($two-letters, concat(' ', $language, '=')), ' ')"/>
    <xsl:choose>
      <xsl:when test="string-length($language) = 3 and $short != ''">
        <xsl:value-of select="concat($short, substring($tag, 4))"/>
      </xsl:when>
      <!-- A tag can only hold letters, digits and hyphens. -->
      <xsl:when test="translate($tag, '-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''">
        <xsl:value-of select="$tag"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- For the style sheet, which knows the usual words of @rend, and the document's renditions. -->
  <xsl:template match="@type | @level | @rend | @rendition | @style" mode="attribute">
    <xsl:attribute name="data-{local-name()}"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
