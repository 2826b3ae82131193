/** English, as a reader needs it: its words, and how it tells of violence. */
import type { Language } from '../../reading/read.ts';
import { english } from './language.ts';
import { ENGLISH_READING } from './reading.ts';

export const ENGLISH: Language = { model: english(), pack: ENGLISH_READING };
