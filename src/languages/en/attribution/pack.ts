/** How English says who said what. */
import type { AttributionPack } from '../../../reading/attribution/pack.ts';
import { ACCORDING_FORMS, REPORTING_FORMS } from './cues.ts';

export const ENGLISH_ATTRIBUTION: AttributionPack = {
  language: 'en',
  reportingForms: REPORTING_FORMS,
  accordingForms: ACCORDING_FORMS,
};
