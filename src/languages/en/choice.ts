/** Which of the rules' decisions on the people of an event are taken otherwise: weights learned on English reports. */
import { type ChoiceModel, loadChoiceModel } from '../../reading/choice/model.ts';
import type { ChoicePack } from '../../reading/choice/pack.ts';

let model: ChoiceModel | undefined;

export const ENGLISH_CHOICE: ChoicePack = {
  language: 'en',
  loadModel() {
    model ??= loadChoiceModel(new URL(import.meta.resolve('#data/en/choice.bin')));
    return model;
  },
};
