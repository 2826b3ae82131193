/** `recount/language`: texts as sentences, words, tags and trees, with nothing of violence in it. */
export type { LanguageModel } from './language/analyse.ts';
export {
  Doc,
  type Entity,
  NO_HEAD,
  type TokenIndex,
  type TokenRange,
  UPOS,
  type Upos,
} from './language/doc.ts';
export * from './language/tree.ts';
export { english } from './languages/en/language.ts';
