"""The settings, fonts and theme of a base in a template."""

from __future__ import annotations

from copy import deepcopy

from kadocs.render.word import markup
from kadocs.render.word.markup import Element, children, remove, w

_TAKEN = (
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat themeFontLang clrSchemeMapping"
)
_ORDER = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
    "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme "
    "styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars "
    "noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
    "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml "
    "saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields "
    "hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang "
    "clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions "
    "readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator"
)
_RANKS = {name: rank for rank, name in enumerate(_ORDER.split())}
"""The order of settings (ISO 29500-1, 17.15.1.78)."""

_EMBEDDED = tuple(map(w, ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")))


def settings(base: Element, template: Element | None) -> Element:
    """The template's settings, but for those by which lines are filled and broken: these are the base's."""
    root = markup.empty(base) if template is None else deepcopy(template)
    for name in _TAKEN.split():
        for old in root.findall(w(name)):
            remove(old)
        root.extend(deepcopy(new) for new in base.iterfind(w(name)))
    root[:] = sorted(children(root), key=lambda child: _RANKS.get(_local(child), len(_RANKS)))
    return root


def fonts(base: Element, template: Element | None) -> Element:
    """The fonts that the base knows, then those that only the template does; none is embedded."""
    root = deepcopy(base)
    known = {font.get(w("name")) for font in root}
    more = (font for font in (template if template is not None else ()) if font.get(w("name")) not in known)
    root.extend(deepcopy(font) for font in more)
    for font in root:
        for embedded in [child for child in children(font) if child.tag in _EMBEDDED]:
            remove(embedded)
    return root


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
