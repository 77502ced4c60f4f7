<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words that stand before the parts of a record, and in marks. A part without a label here
  needs none. A project's own sheet can say them in another language.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template mode="label" match="*"/>
  <!-- The parts of names and the fields of specifications that speak for themselves. -->
  <xsl:template mode="label" match="tei:elementSpec/tei:desc | tei:classSpec/tei:desc | tei:macroSpec/tei:desc | tei:dataSpec/tei:desc
      | tei:moduleSpec/tei:desc | tei:attDef/tei:desc | tei:valItem/tei:desc | tei:paramSpec/tei:desc | tei:elementSpec/tei:gloss
      | tei:classSpec/tei:gloss | tei:attDef/tei:gloss | tei:valItem/tei:gloss | tei:datatype/* | tei:content/tei:sequence
      | tei:graph/tei:label | tei:person/tei:persName | tei:place/tei:placeName | tei:org/tei:orgName | tei:personGrp/tei:persName
      | tei:object/tei:objectName | tei:event/tei:eventName | tei:event/tei:desc | tei:place/tei:desc | tei:org/tei:desc
      | tei:correspAction/tei:date" priority="1"/>

  <!-- Module core -->
  <xsl:template mode="label" match="tei:author">Author</xsl:template>
  <xsl:template mode="label" match="tei:editor">Editor</xsl:template>
  <xsl:template mode="label" match="tei:respStmt | tei:respons">Responsibility</xsl:template>
  <xsl:template mode="label" match="tei:publisher">Publisher</xsl:template>
  <xsl:template mode="label" match="tei:pubPlace">Place of publication</xsl:template>
  <xsl:template mode="label" match="tei:textLang">Language of the text</xsl:template>
  <xsl:template mode="label" match="tei:date">Date</xsl:template>
  <xsl:template mode="label" match="tei:time">Time</xsl:template>
  <xsl:template mode="label" match="tei:bibl">Reference</xsl:template>
  <xsl:template mode="label" match="tei:note">Note</xsl:template>
  <xsl:template mode="label" match="tei:desc">Description</xsl:template>
  <xsl:template mode="label" match="tei:meeting">Meeting</xsl:template>
  <xsl:template mode="label" match="tei:measure">Measure</xsl:template>
  <xsl:template mode="label" match="tei:biblScope | tei:msPart">Part</xsl:template>
  <xsl:template mode="label" match="tei:relatedItem">Related work</xsl:template>
  <xsl:template mode="label" match="tei:address">Address</xsl:template>
  <xsl:template mode="label" match="tei:name | tei:rs | tei:msName | tei:nym | tei:persName | tei:placeName | tei:orgName | tei:objectName | tei:eventName | tei:geogName">Name</xsl:template>
  <xsl:template mode="label" match="tei:gloss">Gloss</xsl:template>
  <xsl:template mode="label" match="tei:email">E-mail</xsl:template>
  <xsl:template mode="label" match="tei:ptr | tei:ref">See</xsl:template>

  <!-- Module header -->
  <xsl:template mode="label" match="tei:correspAction[@type = 'sent']">Sent</xsl:template>
  <xsl:template mode="label" match="tei:correspAction[@type = 'received']">Received</xsl:template>
  <xsl:template mode="label" match="tei:correspAction[@type = 'transmitted']">Transmitted</xsl:template>
  <xsl:template mode="label" match="tei:correspAction">Correspondence</xsl:template>
  <xsl:template mode="label" match="tei:titleStmt | tei:title">Title</xsl:template>
  <xsl:template mode="label" match="tei:editionStmt | tei:edition">Edition</xsl:template>
  <xsl:template mode="label" match="tei:publicationStmt">Publication</xsl:template>
  <xsl:template mode="label" match="tei:seriesStmt | tei:series">Series</xsl:template>
  <xsl:template mode="label" match="tei:notesStmt">Notes</xsl:template>
  <xsl:template mode="label" match="tei:sourceDesc">Source</xsl:template>
  <xsl:template mode="label" match="tei:fileDesc">File</xsl:template>
  <xsl:template mode="label" match="tei:profileDesc">Profile</xsl:template>
  <xsl:template mode="label" match="tei:biblFull">Bibliographic description</xsl:template>
  <xsl:template mode="label" match="tei:correspDesc">Correspondence</xsl:template>
  <xsl:template mode="label" match="tei:correspContext">Context</xsl:template>
  <xsl:template mode="label" match="tei:calendarDesc">Calendars</xsl:template>
  <xsl:template mode="label" match="tei:calendar">Calendar</xsl:template>
  <xsl:template mode="label" match="tei:keywords">Keywords</xsl:template>
  <xsl:template mode="label" match="tei:langUsage | tei:langKnowledge">Languages</xsl:template>
  <xsl:template mode="label" match="tei:textClass">Subjects</xsl:template>
  <xsl:template mode="label" match="tei:listChange | tei:revisionDesc">Changes</xsl:template>
  <xsl:template mode="label" match="tei:change">Change</xsl:template>
  <xsl:template mode="label" match="tei:abstract">Abstract</xsl:template>
  <xsl:template mode="label" match="tei:availability">Availability</xsl:template>
  <xsl:template mode="label" match="tei:creation">Creation</xsl:template>
  <xsl:template mode="label" match="tei:handNote">Hand</xsl:template>
  <xsl:template mode="label" match="tei:scriptNote | tei:scriptStmt">Script</xsl:template>
  <xsl:template mode="label" match="tei:authority">Released by</xsl:template>
  <xsl:template mode="label" match="tei:classCode | tei:classSpec">Class</xsl:template>
  <xsl:template mode="label" match="tei:distributor">Distributor</xsl:template>
  <xsl:template mode="label" match="tei:extent">Extent</xsl:template>
  <xsl:template mode="label" match="tei:funder">Funder</xsl:template>
  <xsl:template mode="label" match="tei:idno">Number</xsl:template>
  <xsl:template mode="label" match="tei:language | tei:langKnown">Language</xsl:template>
  <xsl:template mode="label" match="tei:licence">Licence</xsl:template>
  <xsl:template mode="label" match="tei:principal">Principal investigator</xsl:template>
  <xsl:template mode="label" match="tei:sponsor">Sponsor</xsl:template>
  <xsl:template mode="label" match="tei:catRef">Category</xsl:template>

  <!-- Module drama -->
  <xsl:template mode="label" match="tei:move">move</xsl:template>

  <!-- Module spoken -->
  <xsl:template mode="label" match="tei:recording">Recording</xsl:template>
  <xsl:template mode="label" match="tei:recordingStmt">Recordings</xsl:template>
  <xsl:template mode="label" match="tei:broadcast">Broadcast</xsl:template>
  <xsl:template mode="label" match="tei:equipment">Equipment</xsl:template>
  <xsl:template mode="label" match="tei:pause">pause</xsl:template>
  <xsl:template mode="label" match="tei:shift">from here</xsl:template>
  <xsl:template mode="label" match="tei:incident">Incident</xsl:template>
  <xsl:template mode="label" match="tei:kinesic">Gesture</xsl:template>
  <xsl:template mode="label" match="tei:vocal">Sound</xsl:template>
  <xsl:template mode="label" match="tei:writing">Writing</xsl:template>

  <!-- Module msdescription -->
  <xsl:template mode="label" match="tei:msDesc">Manuscript</xsl:template>
  <xsl:template mode="label" match="tei:msFrag">Fragment</xsl:template>
  <xsl:template mode="label" match="tei:msContents">Contents</xsl:template>
  <xsl:template mode="label" match="tei:msItem | tei:msItemStruct">Item</xsl:template>
  <xsl:template mode="label" match="tei:physDesc">Physical description</xsl:template>
  <xsl:template mode="label" match="tei:objectDesc | tei:object">Object</xsl:template>
  <xsl:template mode="label" match="tei:supportDesc | tei:support">Support</xsl:template>
  <xsl:template mode="label" match="tei:layoutDesc | tei:layout">Layout</xsl:template>
  <xsl:template mode="label" match="tei:handDesc | tei:handNotes">Hands</xsl:template>
  <xsl:template mode="label" match="tei:scriptDesc">Scripts</xsl:template>
  <xsl:template mode="label" match="tei:typeDesc | tei:typeNote">Type</xsl:template>
  <xsl:template mode="label" match="tei:decoDesc | tei:decoNote">Decoration</xsl:template>
  <xsl:template mode="label" match="tei:bindingDesc | tei:binding">Binding</xsl:template>
  <xsl:template mode="label" match="tei:sealDesc">Seals</xsl:template>
  <xsl:template mode="label" match="tei:accMat">Accompanying material</xsl:template>
  <xsl:template mode="label" match="tei:history">History</xsl:template>
  <xsl:template mode="label" match="tei:additional">Additional information</xsl:template>
  <xsl:template mode="label" match="tei:adminInfo">Administration</xsl:template>
  <xsl:template mode="label" match="tei:custodialHist">Custodial history</xsl:template>
  <xsl:template mode="label" match="tei:recordHist">History of this record</xsl:template>
  <xsl:template mode="label" match="tei:surrogates">Reproductions</xsl:template>
  <xsl:template mode="label" match="tei:acquisition">Acquisition</xsl:template>
  <xsl:template mode="label" match="tei:additions">Additions</xsl:template>
  <xsl:template mode="label" match="tei:collation">Collation</xsl:template>
  <xsl:template mode="label" match="tei:condition">Condition</xsl:template>
  <xsl:template mode="label" match="tei:custEvent | tei:event">Event</xsl:template>
  <xsl:template mode="label" match="tei:foliation">Foliation</xsl:template>
  <xsl:template mode="label" match="tei:msIdentifier">Shelfmark</xsl:template>
  <xsl:template mode="label" match="tei:musicNotation">Musical notation</xsl:template>
  <xsl:template mode="label" match="tei:origin">Origin</xsl:template>
  <xsl:template mode="label" match="tei:provenance">Provenance</xsl:template>
  <xsl:template mode="label" match="tei:seal">Seal</xsl:template>
  <xsl:template mode="label" match="tei:source">Source of this record</xsl:template>
  <xsl:template mode="label" match="tei:summary">Summary</xsl:template>
  <xsl:template mode="label" match="tei:altIdentifier">Other shelfmark</xsl:template>
  <xsl:template mode="label" match="tei:catchwords">Catchwords</xsl:template>
  <xsl:template mode="label" match="tei:collection">Collection</xsl:template>
  <xsl:template mode="label" match="tei:colophon">Colophon</xsl:template>
  <xsl:template mode="label" match="tei:depth">Depth</xsl:template>
  <xsl:template mode="label" match="tei:dim">Dimension</xsl:template>
  <xsl:template mode="label" match="tei:dimensions">Dimensions</xsl:template>
  <xsl:template mode="label" match="tei:explicit">Explicit</xsl:template>
  <xsl:template mode="label" match="tei:filiation">Filiation</xsl:template>
  <xsl:template mode="label" match="tei:finalRubric">Final rubric</xsl:template>
  <xsl:template mode="label" match="tei:height">Height</xsl:template>
  <xsl:template mode="label" match="tei:heraldry">Heraldry</xsl:template>
  <xsl:template mode="label" match="tei:incipit">Incipit</xsl:template>
  <xsl:template mode="label" match="tei:institution">Institution</xsl:template>
  <xsl:template mode="label" match="tei:locus | tei:locusGrp">Folios</xsl:template>
  <xsl:template mode="label" match="tei:material">Material</xsl:template>
  <xsl:template mode="label" match="tei:objectType">Type of object</xsl:template>
  <xsl:template mode="label" match="tei:origDate">Date of origin</xsl:template>
  <xsl:template mode="label" match="tei:origPlace">Place of origin</xsl:template>
  <xsl:template mode="label" match="tei:repository">Repository</xsl:template>
  <xsl:template mode="label" match="tei:rubric">Rubric</xsl:template>
  <xsl:template mode="label" match="tei:secFol">Second folio</xsl:template>
  <xsl:template mode="label" match="tei:signatures">Signatures</xsl:template>
  <xsl:template mode="label" match="tei:stamp">Stamp</xsl:template>
  <xsl:template mode="label" match="tei:watermark">Watermark</xsl:template>
  <xsl:template mode="label" match="tei:width">Width</xsl:template>

  <!-- Module transcr -->
  <xsl:template mode="label" match="tei:handShift">hand</xsl:template>
  <xsl:template mode="label" match="tei:space">space</xsl:template>
  <xsl:template mode="label" match="tei:substJoin">Substitution</xsl:template>
  <xsl:template mode="label" match="tei:listTranspose">Transpositions</xsl:template>
  <xsl:template mode="label" match="tei:transpose">Transposition</xsl:template>

  <!-- Module textcrit -->
  <xsl:template mode="label" match="tei:lacunaStart">lacuna begins</xsl:template>
  <xsl:template mode="label" match="tei:lacunaEnd">lacuna ends</xsl:template>
  <xsl:template mode="label" match="tei:witStart">witness begins</xsl:template>
  <xsl:template mode="label" match="tei:witEnd">witness ends</xsl:template>

  <!-- Module namesdates -->
  <xsl:template mode="label" match="tei:person">Person</xsl:template>
  <xsl:template mode="label" match="tei:personGrp">Group of persons</xsl:template>
  <xsl:template mode="label" match="tei:persona">Persona</xsl:template>
  <xsl:template mode="label" match="tei:place">Place</xsl:template>
  <xsl:template mode="label" match="tei:org">Organisation</xsl:template>
  <xsl:template mode="label" match="tei:relation">Relation</xsl:template>
  <xsl:template mode="label" match="tei:objectIdentifier">Identifier</xsl:template>
  <xsl:template mode="label" match="tei:addName | tei:altIdent">Also called</xsl:template>
  <xsl:template mode="label" match="tei:forename">Forename</xsl:template>
  <xsl:template mode="label" match="tei:surname">Surname</xsl:template>
  <xsl:template mode="label" match="tei:roleName">Role</xsl:template>
  <xsl:template mode="label" match="tei:genName">Generation</xsl:template>
  <xsl:template mode="label" match="tei:nameLink">Name link</xsl:template>
  <xsl:template mode="label" match="tei:affiliation">Affiliation</xsl:template>
  <xsl:template mode="label" match="tei:age">Age</xsl:template>
  <xsl:template mode="label" match="tei:birth">Born</xsl:template>
  <xsl:template mode="label" match="tei:bloc">Bloc</xsl:template>
  <xsl:template mode="label" match="tei:climate">Climate</xsl:template>
  <xsl:template mode="label" match="tei:country">Country</xsl:template>
  <xsl:template mode="label" match="tei:death">Died</xsl:template>
  <xsl:template mode="label" match="tei:district">District</xsl:template>
  <xsl:template mode="label" match="tei:education">Education</xsl:template>
  <xsl:template mode="label" match="tei:faith">Faith</xsl:template>
  <xsl:template mode="label" match="tei:floruit">Active</xsl:template>
  <xsl:template mode="label" match="tei:gender">Gender</xsl:template>
  <xsl:template mode="label" match="tei:geo">Coordinates</xsl:template>
  <xsl:template mode="label" match="tei:geogFeat">Feature</xsl:template>
  <xsl:template mode="label" match="tei:location">Location</xsl:template>
  <xsl:template mode="label" match="tei:nationality">Nationality</xsl:template>
  <xsl:template mode="label" match="tei:occupation">Occupation</xsl:template>
  <xsl:template mode="label" match="tei:offset">Offset</xsl:template>
  <xsl:template mode="label" match="tei:persPronouns">Pronouns</xsl:template>
  <xsl:template mode="label" match="tei:population">Population</xsl:template>
  <xsl:template mode="label" match="tei:region">Region</xsl:template>
  <xsl:template mode="label" match="tei:residence">Residence</xsl:template>
  <xsl:template mode="label" match="tei:settlement">Settlement</xsl:template>
  <xsl:template mode="label" match="tei:sex">Sex</xsl:template>
  <xsl:template mode="label" match="tei:socecStatus">Status</xsl:template>
  <xsl:template mode="label" match="tei:state">State</xsl:template>
  <xsl:template mode="label" match="tei:terrain">Terrain</xsl:template>
  <xsl:template mode="label" match="tei:trait">Trait</xsl:template>

  <!-- Module corpus -->
  <xsl:template mode="label" match="tei:particDesc">Participants</xsl:template>
  <xsl:template mode="label" match="tei:setting">Setting</xsl:template>
  <xsl:template mode="label" match="tei:settingDesc">Settings</xsl:template>
  <xsl:template mode="label" match="tei:textDesc">Text</xsl:template>
  <xsl:template mode="label" match="tei:activity">Activity</xsl:template>
  <xsl:template mode="label" match="tei:channel">Channel</xsl:template>
  <xsl:template mode="label" match="tei:constitution">Constitution</xsl:template>
  <xsl:template mode="label" match="tei:derivation">Derivation</xsl:template>
  <xsl:template mode="label" match="tei:domain">Domain</xsl:template>
  <xsl:template mode="label" match="tei:factuality">Factuality</xsl:template>
  <xsl:template mode="label" match="tei:interaction">Interaction</xsl:template>
  <xsl:template mode="label" match="tei:locale">Locale</xsl:template>
  <xsl:template mode="label" match="tei:preparedness">Preparedness</xsl:template>
  <xsl:template mode="label" match="tei:purpose">Purpose</xsl:template>

  <!-- Module linking -->
  <xsl:template mode="label" match="tei:annotation">Annotation</xsl:template>
  <xsl:template mode="label" match="tei:alt | tei:altGrp">Alternatives</xsl:template>
  <xsl:template mode="label" match="tei:join | tei:joinGrp">Joined</xsl:template>
  <xsl:template mode="label" match="tei:link">Link</xsl:template>
  <xsl:template mode="label" match="tei:linkGrp">Links</xsl:template>

  <!-- Module analysis -->
  <xsl:template mode="label" match="tei:interp">Interpretation</xsl:template>
  <xsl:template mode="label" match="tei:interpGrp">Interpretations</xsl:template>
  <xsl:template mode="label" match="tei:span">Passage</xsl:template>
  <xsl:template mode="label" match="tei:spanGrp">Passages</xsl:template>

  <!-- Module iso-fs -->
  <xsl:template mode="label" match="tei:fs">Feature structure</xsl:template>
  <xsl:template mode="label" match="tei:fLib">Features</xsl:template>
  <xsl:template mode="label" match="tei:fvLib">Feature values</xsl:template>
  <xsl:template mode="label" match="tei:vAlt">one of</xsl:template>
  <xsl:template mode="label" match="tei:vLabel">Label</xsl:template>
  <xsl:template mode="label" match="tei:vMerge">merged</xsl:template>
  <xsl:template mode="label" match="tei:vNot">not</xsl:template>
  <xsl:template mode="label" match="tei:default">default</xsl:template>

  <!-- Module nets -->
  <xsl:template mode="label" match="tei:graph">Graph</xsl:template>
  <xsl:template mode="label" match="tei:tree | tei:eTree | tei:triangle">Tree</xsl:template>
  <xsl:template mode="label" match="tei:forest">Forest</xsl:template>
  <xsl:template mode="label" match="tei:listForest">Forests</xsl:template>
  <xsl:template mode="label" match="tei:node | tei:iNode">Node</xsl:template>
  <xsl:template mode="label" match="tei:arc">Arc</xsl:template>
  <xsl:template mode="label" match="tei:root">Root</xsl:template>
  <xsl:template mode="label" match="tei:leaf | tei:eLeaf">Leaf</xsl:template>

  <!-- Module certainty -->
  <xsl:template mode="label" match="tei:certainty">Certainty</xsl:template>
  <xsl:template mode="label" match="tei:precision">Precision</xsl:template>

  <!-- Module tagdocs -->
  <xsl:template mode="label" match="tei:schemaSpec">Schema</xsl:template>
  <xsl:template mode="label" match="tei:moduleSpec">Module</xsl:template>
  <xsl:template mode="label" match="tei:elementSpec">Element</xsl:template>
  <xsl:template mode="label" match="tei:macroSpec">Macro</xsl:template>
  <xsl:template mode="label" match="tei:dataSpec | tei:datatype">Datatype</xsl:template>
  <xsl:template mode="label" match="tei:attList">Attributes</xsl:template>
  <xsl:template mode="label" match="tei:attDef">Attribute</xsl:template>
  <xsl:template mode="label" match="tei:valList | tei:valDesc">Values</xsl:template>
  <xsl:template mode="label" match="tei:valItem">Value</xsl:template>
  <xsl:template mode="label" match="tei:paramList">Parameters</xsl:template>
  <xsl:template mode="label" match="tei:paramSpec">Parameter</xsl:template>
  <xsl:template mode="label" match="tei:classes">Classes</xsl:template>
  <xsl:template mode="label" match="tei:constraintSpec">Constraint</xsl:template>
  <xsl:template mode="label" match="tei:constraintDecl">Constraints</xsl:template>
  <xsl:template mode="label" match="tei:content">Content</xsl:template>
  <xsl:template mode="label" match="tei:alternate">One of</xsl:template>
  <xsl:template mode="label" match="tei:sequence">In order</xsl:template>
  <xsl:template mode="label" match="tei:interleave">In any order</xsl:template>
  <xsl:template mode="label" match="tei:model">Processing model</xsl:template>
  <xsl:template mode="label" match="tei:modelGrp">Processing models</xsl:template>
  <xsl:template mode="label" match="tei:modelSequence">Processing models in order</xsl:template>
  <xsl:template mode="label" match="tei:exemplum">Example</xsl:template>
  <xsl:template mode="label" match="tei:remarks">Remarks</xsl:template>
  <xsl:template mode="label" match="tei:constraint">Rule</xsl:template>
  <xsl:template mode="label" match="tei:outputRendition">Rendition</xsl:template>
  <xsl:template mode="label" match="tei:defaultVal">Default</xsl:template>
  <xsl:template mode="label" match="tei:anyElement">any element</xsl:template>
  <xsl:template mode="label" match="tei:attRef">attribute</xsl:template>
  <xsl:template mode="label" match="tei:classRef">class</xsl:template>
  <xsl:template mode="label" match="tei:dataFacet">facet</xsl:template>
  <xsl:template mode="label" match="tei:dataRef">datatype</xsl:template>
  <xsl:template mode="label" match="tei:elementRef">element</xsl:template>
  <xsl:template mode="label" match="tei:empty">empty</xsl:template>
  <xsl:template mode="label" match="tei:equiv">equivalent</xsl:template>
  <xsl:template mode="label" match="tei:macroRef">macro</xsl:template>
  <xsl:template mode="label" match="tei:memberOf">member of</xsl:template>
  <xsl:template mode="label" match="tei:moduleRef">module</xsl:template>
  <xsl:template mode="label" match="tei:param">parameter</xsl:template>
  <xsl:template mode="label" match="tei:specDesc">specification</xsl:template>
  <xsl:template mode="label" match="tei:specGrpRef">specifications</xsl:template>
  <xsl:template mode="label" match="tei:textNode">text</xsl:template>
  <xsl:template mode="label" match="tei:specGrp">Specifications</xsl:template>
</xsl:stylesheet>
