/**
 * Whether two claims speak of the same people, as far as the wire form tells. What is stated of a group (status, side,
 * nationality, age and sex, names) narrows it; a group of whom nothing is stated is everybody who came to that harm.
 */
import { isOnePerson } from './count.ts';
import type { Claim, Count } from './reading.ts';

/**
 * The first claim's people seen from the second's. 'within': they are among them; 'contains': the other way round;
 * 'apart': nobody is in both; 'unclear': some may be in both.
 */
export type VictimRelation = 'same' | 'within' | 'contains' | 'apart' | 'unclear';

/** How the victims of two claims of one harm in one event relate, whoever says so. */
export function compareVictims(a: Claim, b: Claim): VictimRelation {
  const byNames = compareNames(a, b);
  if (byNames) return byNames;
  const text = describedAs(a);
  const isSameText = text !== '' && text === describedAs(b);
  if (isSameText && !isOnePerson(a.count)) return 'same';
  const inA = featuresOf(a);
  const inB = featuresOf(b);
  let onlyA = 0;
  let onlyB = 0;
  for (const [feature, value] of inA) {
    const other = inB.get(feature);
    if (other === undefined) onlyA++;
    else if (other !== value) return 'apart';
  }
  for (const feature of inB.keys()) if (!inA.has(feature)) onlyB++;
  if (sharesTrigger(a, b)) return 'apart';
  if (onlyA === 0 && onlyB === 0) return 'same';
  if (onlyA === 0) return 'contains';
  if (onlyB === 0) return 'within';
  return 'unclear';
}

/** People told of side by side in one clause ("killed two soldiers and a driver") are told apart. */
function sharesTrigger(a: Claim, b: Claim): boolean {
  const trigger = a.evidence[0];
  const other = b.evidence[0];
  return (
    trigger !== undefined &&
    other !== undefined &&
    trigger.start === other.start &&
    trigger.end === other.end &&
    trigger.in === other.in
  );
}

/** Null where not both groups are named to the last person. */
function compareNames(a: Claim, b: Claim): VictimRelation | null {
  const inA = namesOf(a);
  const inB = namesOf(b);
  if (inA.size === 0 || inB.size === 0) return null;
  let shared = 0;
  for (const name of inA) if (inB.has(name)) shared++;
  const isListA = inA.size >= a.count.min;
  const isListB = inB.size >= b.count.min;
  if (shared === 0) return isListA && isListB ? 'apart' : null;
  if (shared === inA.size && shared === inB.size && isListA && isListB) return 'same';
  if (shared === inA.size && isListA) return 'within';
  if (shared === inB.size && isListB) return 'contains';
  return null;
}

function namesOf(claim: Claim): Set<string> {
  return new Set(claim.victims.named.map(({ name }) => foldName(name)));
}

/** A name without case, marks and punctuation, so that spellings of one person's name meet. */
export function foldName(name: string): string {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    if (foldedNames.size >= MAX_FOLDED) foldedNames.clear();
    foldedNames.set(name, (folded = withoutMarks(name)));
  }
  return folded;
}

/** Names come again and again while the accounts of one incident are compared. */
const foldedNames = new Map<string, string>();
const MAX_FOLDED = 5000;

function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function describedAs(claim: Claim): string {
  return (claim.victims.text ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
}

type Feature = 'status' | 'affiliation' | 'nationality' | 'people' | 'attackers';

/** What is stated of the whole group. Of "12, three of them children" nothing is stated of the 12. */
function featuresOf({ count, victims }: Claim): Map<Feature, string> {
  const features = new Map<Feature, string>();
  if (victims.civilianStatus === 'civilian' || victims.civilianStatus === 'combatant')
    features.set('status', victims.civilianStatus);
  if (victims.affiliation) features.set('affiliation', victims.affiliation);
  if (victims.nationality) features.set('nationality', victims.nationality);
  for (const group of ['children', 'women', 'men'] as const)
    if (isWhole(victims[group], count)) features.set('people', group);
  if (isWhole(victims.attackers, count)) features.set('attackers', 'yes');
  return features;
}

function isWhole(part: Count | undefined, whole: Count): boolean {
  return part !== undefined && part.min > 0 && part.min >= whole.min && part.max === whole.max;
}
