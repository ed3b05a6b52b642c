export { readCondition, type ConditionDraft } from './condition.ts';
export { decodeText, documentBytesMax } from './decode.ts';
export { readDocument, type Source, type Written } from './document.ts';
export { durationOf, readDuration, readTermLength, type TermLength } from './duration.ts';
export {
  atPath,
  isMap,
  mapped,
  nearestOf,
  allOf,
  oneOf,
  readNames,
  refuse,
  together,
  under,
  type Language,
  type Read,
} from './language.ts';
export { withItem, withoutKey } from './list-items.ts';
export { inOrder, layerOf, locate, type Layer } from './locate.ts';
export { splitQuantity, type Quantity } from './quantity.ts';
export { entry, field, shaped, strict, text } from './shaped.ts';
export { isPercentage, readShare, sumMistake } from './share.ts';
