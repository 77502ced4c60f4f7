<?xml version="1.0" encoding="UTF-8"?>
<!--
  What kind of thing each element is, module by module. This table alone decides how an element
  shows that has no template of its own, and whether one stands in a line or makes a unit of the
  page. A sheet that imports this one can give an element another class.

    section-unit   a unit of the page that holds units
    record-unit    a section whose units have labels, such as the description of a manuscript
    block-unit     a unit of the page that holds words
    phrase         words in a line; a unit where it stands among units, or holds one
    remark         said about the text, not part of it: shown among units, kept out of the line
    mark           has no words and shows as a sign
    place          has no words and shows as nothing; links lead to it
    hidden         for machines only; the comment above says why
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    exclude-result-prefixes="tei eg">

  <!-- An element that P5 does not have, or of another vocabulary. -->
  <xsl:template mode="class" match="*" priority="-2">phrase</xsl:template>

  <!-- Module textstructure -->
  <xsl:template mode="class" match="tei:TEI | tei:teiCorpus | tei:text | tei:group | tei:floatingText | tei:front | tei:body
      | tei:back | tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 | tei:argument
      | tei:epigraph | tei:opener | tei:closer | tei:postscript | tei:titlePage">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:trailer | tei:docTitle | tei:titlePart | tei:docImprint | tei:imprimatur">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:byline | tei:dateline | tei:docAuthor | tei:docDate | tei:docEdition | tei:salute
      | tei:signed">phrase</xsl:template>

  <!-- Module core -->
  <xsl:template mode="class" match="tei:sp | tei:lg | tei:listBibl | tei:noteGrp | tei:list">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:p | tei:head | tei:speaker | tei:l | tei:item | tei:headItem | tei:headLabel
      | tei:address | tei:addrLine | tei:biblStruct | tei:divGen">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:abbr | tei:add | tei:analytic | tei:author | tei:bibl | tei:biblScope | tei:binaryObject
      | tei:choice | tei:cit | tei:citedRange | tei:corr | tei:date | tei:del | tei:desc | tei:distinct | tei:editor
      | tei:ellipsis | tei:email | tei:emph | tei:expan | tei:foreign | tei:gloss | tei:graphic | tei:hi | tei:imprint
      | tei:label | tei:measure | tei:measureGrp | tei:media | tei:meeting | tei:mentioned | tei:monogr | tei:name
      | tei:note | tei:num | tei:orig | tei:postBox | tei:postCode | tei:pubPlace | tei:publisher | tei:q | tei:quote
      | tei:rb | tei:ref | tei:reg | tei:relatedItem | tei:resp | tei:respStmt | tei:rs | tei:rt | tei:ruby | tei:said
      | tei:series | tei:sic | tei:soCalled | tei:stage | tei:street | tei:term | tei:textLang | tei:time | tei:title
      | tei:unclear | tei:unit">phrase</xsl:template>
  <xsl:template mode="class" match="tei:cb | tei:gap | tei:gb | tei:lb | tei:milestone | tei:pb | tei:ptr">mark</xsl:template>
  <!-- Terms for the index of a printed book; they would stand twice in the line. -->
  <xsl:template mode="class" match="tei:index">hidden</xsl:template>

  <!-- Module header, of which parts occur in bibliographies and in standOff -->
  <xsl:template mode="class" match="tei:biblFull | tei:fileDesc | tei:titleStmt | tei:editionStmt | tei:publicationStmt
      | tei:seriesStmt | tei:notesStmt | tei:sourceDesc | tei:profileDesc | tei:calendarDesc | tei:correspDesc
      | tei:correspAction | tei:correspContext | tei:keywords | tei:langUsage | tei:textClass | tei:listChange
      | tei:revisionDesc">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:abstract | tei:availability | tei:calendar | tei:change | tei:creation
      | tei:handNote | tei:scriptNote">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:authority | tei:classCode | tei:distributor | tei:edition | tei:extent | tei:funder
      | tei:idno | tei:language | tei:licence | tei:principal | tei:sponsor">phrase</xsl:template>
  <xsl:template mode="class" match="tei:catRef">mark</xsl:template>
  <!-- Metadata in another format, which says to programs what the header says to people. -->
  <xsl:template mode="class" match="tei:xenoData">hidden</xsl:template>

  <!-- Module gaiji -->
  <xsl:template mode="class" match="tei:g">phrase</xsl:template>

  <!-- Module verse -->
  <xsl:template mode="class" match="tei:rhyme">phrase</xsl:template>
  <xsl:template mode="class" match="tei:caesura">mark</xsl:template>

  <!-- Module drama -->
  <xsl:template mode="class" match="tei:castGroup | tei:castList | tei:epilogue | tei:performance | tei:prologue | tei:set
      | tei:spGrp">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:castItem">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:actor | tei:camera | tei:caption | tei:role | tei:roleDesc | tei:sound | tei:tech
      | tei:view">phrase</xsl:template>
  <xsl:template mode="class" match="tei:move">mark</xsl:template>

  <!-- Module spoken -->
  <xsl:template mode="class" match="tei:annotationBlock">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:broadcast | tei:recording | tei:recordingStmt | tei:scriptStmt">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:equipment | tei:u">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:incident | tei:kinesic | tei:vocal | tei:writing">phrase</xsl:template>
  <xsl:template mode="class" match="tei:pause | tei:shift">mark</xsl:template>

  <!-- Module cmc -->
  <xsl:template mode="class" match="tei:post">section-unit</xsl:template>

  <!-- Module dictionaries -->
  <xsl:template mode="class" match="tei:entry | tei:entryFree | tei:superEntry | tei:hom | tei:sense | tei:dictScrap | tei:re
      | tei:etym">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:case | tei:colloc | tei:def | tei:form | tei:gen | tei:gram | tei:gramGrp | tei:hyph
      | tei:iType | tei:lang | tei:lbl | tei:mood | tei:number | tei:oRef | tei:orth | tei:pRef | tei:per | tei:pos
      | tei:pron | tei:stress | tei:subc | tei:syll | tei:tns | tei:usg | tei:xr">phrase</xsl:template>

  <!-- Module msdescription -->
  <xsl:template mode="class" match="tei:msDesc | tei:msPart | tei:msFrag | tei:msContents | tei:msItem | tei:msItemStruct
      | tei:physDesc | tei:objectDesc | tei:supportDesc | tei:layoutDesc | tei:handDesc | tei:scriptDesc | tei:typeDesc
      | tei:decoDesc | tei:bindingDesc | tei:sealDesc | tei:accMat | tei:history | tei:additional | tei:adminInfo
      | tei:custodialHist | tei:recordHist | tei:surrogates">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:acquisition | tei:additions | tei:binding | tei:collation | tei:condition | tei:custEvent
      | tei:decoNote | tei:foliation | tei:layout | tei:msIdentifier | tei:musicNotation | tei:origin
      | tei:provenance | tei:seal | tei:source | tei:summary | tei:support | tei:typeNote">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:altIdentifier | tei:catchwords | tei:collection | tei:colophon | tei:depth | tei:dim
      | tei:dimensions | tei:explicit | tei:filiation | tei:finalRubric | tei:height | tei:heraldry | tei:incipit
      | tei:institution | tei:locus | tei:locusGrp | tei:material | tei:msName | tei:objectType | tei:origDate
      | tei:origPlace | tei:repository | tei:rubric | tei:secFol | tei:signatures | tei:stamp | tei:watermark
      | tei:width">phrase</xsl:template>

  <!-- Module transcr -->
  <xsl:template mode="class" match="tei:facsimile | tei:sourceDoc | tei:surface | tei:surfaceGrp | tei:zone
      | tei:handNotes">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:line">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:am | tei:damage | tei:ex | tei:fw | tei:metamark | tei:mod | tei:restore | tei:retrace
      | tei:secl | tei:subst | tei:supplied | tei:surplus">phrase</xsl:template>
  <xsl:template mode="class" match="tei:listTranspose | tei:transpose | tei:substJoin">remark</xsl:template>
  <xsl:template mode="class" match="tei:handShift | tei:space">mark</xsl:template>
  <xsl:template mode="class" match="tei:addSpan | tei:damageSpan | tei:delSpan | tei:redo | tei:undo">place</xsl:template>
  <!-- The outline of a stroke of the pen, in co-ordinates. -->
  <xsl:template mode="class" match="tei:path">hidden</xsl:template>

  <!-- Module textcrit -->
  <xsl:template mode="class" match="tei:listApp | tei:listWit">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:witness">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:app | tei:lem | tei:rdg | tei:rdgGrp | tei:wit | tei:witDetail">phrase</xsl:template>
  <xsl:template mode="class" match="tei:lacunaEnd | tei:lacunaStart | tei:witEnd | tei:witStart">mark</xsl:template>

  <!-- Module namesdates -->
  <xsl:template mode="class" match="tei:listEvent | tei:listNym | tei:listObject | tei:listOrg | tei:listPerson | tei:listPlace
      | tei:listRelation">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:event | tei:nym | tei:object | tei:org | tei:person | tei:personGrp | tei:persona
      | tei:place">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:objectIdentifier | tei:relation">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:addName | tei:affiliation | tei:age | tei:birth | tei:bloc | tei:climate | tei:country
      | tei:death | tei:district | tei:education | tei:eventName | tei:faith | tei:floruit | tei:forename
      | tei:genName | tei:gender | tei:geo | tei:geogFeat | tei:geogName | tei:langKnowledge | tei:langKnown
      | tei:location | tei:nameLink | tei:nationality | tei:objectName | tei:occupation | tei:offset | tei:orgName
      | tei:persName | tei:persPronouns | tei:placeName | tei:population | tei:region | tei:residence | tei:roleName
      | tei:settlement | tei:sex | tei:socecStatus | tei:state | tei:surname | tei:terrain | tei:trait">phrase</xsl:template>

  <!-- Module figures -->
  <xsl:template mode="class" match="tei:table">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:figure | tei:row | tei:cell | tei:notatedMusic">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:figDesc | tei:formula">phrase</xsl:template>

  <!-- Module corpus -->
  <xsl:template mode="class" match="tei:particDesc | tei:setting | tei:settingDesc | tei:textDesc">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:activity | tei:channel | tei:constitution | tei:derivation | tei:domain | tei:factuality
      | tei:interaction | tei:locale | tei:preparedness | tei:purpose">phrase</xsl:template>

  <!-- Module linking -->
  <xsl:template mode="class" match="tei:standOff | tei:listAnnotation">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:annotation">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:ab">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:seg">phrase</xsl:template>
  <xsl:template mode="class" match="tei:alt | tei:altGrp | tei:join | tei:joinGrp | tei:link | tei:linkGrp">remark</xsl:template>
  <xsl:template mode="class" match="tei:anchor">place</xsl:template>
  <!-- The clock by which recordings and their transcriptions are aligned. -->
  <xsl:template mode="class" match="tei:timeline | tei:when">hidden</xsl:template>

  <!-- Module analysis -->
  <xsl:template mode="class" match="tei:c | tei:cl | tei:m | tei:pc | tei:phr | tei:s | tei:w">phrase</xsl:template>
  <xsl:template mode="class" match="tei:interp | tei:interpGrp | tei:span | tei:spanGrp">remark</xsl:template>

  <!-- Module iso-fs -->
  <xsl:template mode="class" match="tei:fs | tei:fLib | tei:fvLib">remark</xsl:template>
  <xsl:template mode="class" match="tei:f | tei:vAlt | tei:vColl | tei:vLabel | tei:vMerge | tei:vNot">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:string">phrase</xsl:template>
  <xsl:template mode="class" match="tei:binary | tei:default | tei:numeric | tei:symbol">mark</xsl:template>

  <!-- Module nets -->
  <xsl:template mode="class" match="tei:graph | tei:tree | tei:eTree | tei:forest | tei:listForest | tei:triangle | tei:node
      | tei:arc | tei:root | tei:iNode | tei:leaf | tei:eLeaf">record-unit</xsl:template>

  <!-- Module certainty -->
  <xsl:template mode="class" match="tei:certainty | tei:precision | tei:respons">remark</xsl:template>

  <!-- Module tagdocs -->
  <xsl:template mode="class" match="tei:specGrp | tei:specList | tei:listRef">section-unit</xsl:template>
  <xsl:template mode="class" match="tei:schemaSpec | tei:moduleSpec | tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec
      | tei:attList | tei:attDef | tei:valList | tei:valItem | tei:paramList | tei:paramSpec | tei:classes
      | tei:constraintSpec | tei:constraintDecl | tei:content | tei:datatype | tei:alternate | tei:sequence
      | tei:interleave | tei:model | tei:modelGrp | tei:modelSequence">record-unit</xsl:template>
  <xsl:template mode="class" match="tei:exemplum | tei:remarks | tei:eg | tei:constraint | tei:outputRendition">block-unit</xsl:template>
  <xsl:template mode="class" match="tei:altIdent | tei:att | tei:code | tei:defaultVal | tei:gi | tei:ident | tei:tag | tei:val
      | tei:valDesc">phrase</xsl:template>
  <xsl:template mode="class" match="tei:anyElement | tei:attRef | tei:classRef | tei:dataFacet | tei:dataRef | tei:elementRef
      | tei:empty | tei:equiv | tei:macroRef | tei:memberOf | tei:moduleRef | tei:param | tei:specDesc
      | tei:specGrpRef | tei:textNode">mark</xsl:template>

  <!-- Examples of markup, in their own namespace -->
  <xsl:template mode="class" match="eg:egXML">block-unit</xsl:template>
</xsl:stylesheet>
