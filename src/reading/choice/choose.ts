/**
 * Which of the rules' decisions on the main event's people are taken otherwise. The decisions that a quick look finds
 * likeliest are tried; those that lead to one toll are weighed together, and the likeliest toll is taken if it beats the
 * rules' own by enough. Then once more, from there.
 */
import { isZero } from '../../model/count.ts';
import type { Toll } from '../../model/toll.ts';
import type { Annotations } from '../annotations.ts';
import type { Binding, Flip, Material } from './binding.ts';
import { Features } from './features.ts';
import type { ChoiceModel } from './model.ts';

export interface Choice {
  readonly flip: Flip;
  /** The binding before it, in which its groups are. */
  readonly before: Binding;
  /** How likely the model holds its toll to be, of those that were tried. */
  readonly probability: number;
}

/** Decisions that are tried after the quick look: on the people told of in the main event, and on what else belongs to it. */
export const TRIED = { people: 5, events: 1 };
const ROUNDS = 2;
/** By how much a toll must be likelier than the rules' own. Chosen on cross-validated development parts; see the card. */
const MARGIN = 2;
/** Of decisions that lead to one toll, what keeps people in the event is preferred. */
const PREFERENCE = { out: 0.5, 'out-one': 0.5 } as const;

export interface Trial {
  readonly flip: Flip;
  readonly binding: Binding;
  readonly toll: Toll;
}

/** Decisions by the quick look, likeliest first, each with what it would lead to; without those that change no figure. */
export function trials(
  material: Material,
  features: Features,
  binding: Binding,
  before: Toll,
  model: ChoiceModel,
): Trial[] {
  const scored = material.flips(binding).map((flip) => {
    features.quick(model.quickRows, binding, flip);
    return { flip, score: model.quickScore };
  });
  return likeliestOf(scored, ({ flip }) => flip.kind).flatMap(({ flip }) => {
    const after = material.after(binding, flip);
    if (!after.drafts.some(({ mention }) => !isZero(mention.count))) return [];
    const toll = material.toll(after);
    return keyOf(toll) === keyOf(before) ? [] : [{ flip, binding: after, toll }];
  });
}

/** Those to be tried. What is told beside the main event takes no place from what is told of it. */
export function likeliestOf<One extends { readonly score: number }>(
  scored: readonly One[],
  kindOf: (one: One) => Flip['kind'],
): One[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const isOfEvents = (one: One): boolean => OF_EVENTS.has(kindOf(one));
  return [
    ...sorted.filter((one) => !isOfEvents(one)).slice(0, TRIED.people),
    ...sorted.filter(isOfEvents).slice(0, TRIED.events),
  ];
}

const OF_EVENTS: ReadonlySet<Flip['kind']> = new Set(['in-one', 'in-all', 'main']);

/** What the model takes otherwise, in its order, and the binding that comes of it. */
export function choose(
  material: Material,
  annotations: Annotations,
  model: ChoiceModel,
  first: Binding,
): { binding: Binding; choices: Choice[] } {
  const features = new Features(annotations, material);
  const choices: Choice[] = [];
  let binding = first;
  let toll: Toll | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    if (binding.drafts.length === 0) break;
    toll ??= material.toll(binding);
    const best = likeliest(trials(material, features, binding, toll, model), features, binding, toll, model);
    if (!best) break;
    choices.push({ flip: best.trial.flip, before: binding, probability: best.probability });
    ({ binding, toll } = best.trial);
  }
  return { binding, choices };
}

function likeliest(
  tried: readonly Trial[],
  features: Features,
  binding: Binding,
  before: Toll,
  model: ChoiceModel,
): { trial: Trial; probability: number } | null {
  const weights = new Map<string, { sum: number; best: Trial; most: number }>();
  let all = 1;
  for (const trial of tried) {
    features.full(model.fullRows, binding, trial.flip, before, trial.toll);
    const weight = Math.exp(model.fullScore);
    all += weight;
    const preferred = weight * ((PREFERENCE as Record<string, number>)[trial.flip.kind] ?? 1);
    const key = keyOf(trial.toll);
    const outcome = weights.get(key);
    if (!outcome) {
      weights.set(key, { sum: weight, best: trial, most: preferred });
      continue;
    }
    outcome.sum += weight;
    if (preferred > outcome.most) Object.assign(outcome, { best: trial, most: preferred });
  }
  let best: { sum: number; best: Trial } | null = null;
  for (const outcome of weights.values()) if (!best || outcome.sum > best.sum) best = outcome;
  return best && best.sum > MARGIN ? { trial: best.best, probability: best.sum / all } : null;
}

/** The bounds of killed and injured, which are what a decision can be learned by. */
export function keyOf({ toll: { killed, injured } }: Toll): string {
  return `${killed?.min}-${killed?.max},${injured?.min}-${injured?.max}`;
}
