/** What a language brings to `reading/choice`: weights, learned on texts in that language. */
import type { ChoiceModel } from './model.ts';

export interface ChoicePack {
  readonly language: string;
  /** Null: the rules' decisions stand. */
  loadModel(): ChoiceModel | null;
}
