import type { Scenario } from '../scenario/index.ts';
import type { AttributeValue } from '../simulation/index.ts';
import { thingName, type Language } from './names.ts';
import { money } from './numbers.ts';
import { visible } from './visible.ts';

/** `advanced certified (AEO)`, `taxable`, `CNY 38,120`; nothing where a flag does not hold. */
export function attributeText(
  scenario: Scenario,
  { name, value, language }: { name: string; value: AttributeValue; language: Language },
): readonly string[] {
  if (typeof value === 'boolean') return value ? [visible(thingName(name, language))] : [];
  if (typeof value === 'string') return [visible(thingName(value, language))];
  const attribute = scenario.attributes[name];
  const unit = attribute !== undefined && 'unit' in attribute ? attribute.unit : '';
  return [`${visible(thingName(name, language))} ${visible(money(value, unit).trim())}`];
}
