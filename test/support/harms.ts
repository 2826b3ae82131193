/** What the harm annotator finds in a text, with only the annotators before it that it cannot do without. */

import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_READING } from '../../src/languages/en/reading.ts';
import type { ReportInput } from '../../src/model/reading.ts';
import { type Annotations, type HarmMention, unread } from '../../src/reading/annotations.ts';
import { findDates } from '../../src/reading/dates/dates.ts';
import { findHarms } from '../../src/reading/harm/harms.ts';
import { findQuantities } from '../../src/reading/quantities/quantities.ts';
import { Source } from '../../src/reading/source.ts';

export function harmsIn(
  text: string,
  report: Partial<ReportInput> = {},
): { harms: HarmMention[]; source: Source } {
  const source = new Source({ id: 'test', text, ...report }, english());
  const annotations: Annotations = {
    ...unread(source),
    quantities: findQuantities(source, ENGLISH_READING.quantities),
    dates: findDates(source, ENGLISH_READING.dates),
  };
  return { harms: findHarms(annotations, ENGLISH_READING, {} as Knowledge), source };
}
