/** Compares a Reading with what a line of the annotation guide says of it. The guide's first table tells the notation. */
import type {
  Attribution,
  Claim,
  Count,
  Event,
  Gap,
  Harm,
  Reading,
  Victims,
} from '../../src/model/reading.ts';
import { renderCount } from './count.ts';
import { clausesOf, quoted } from './guide.ts';

const HARMS = [
  'killed or injured',
  'killed',
  'injured',
  'missing',
  'detained',
  'abducted',
  'displaced',
] as const;
const STANCES = new Set([
  'asserted',
  'acknowledged',
  'estimated',
  'alleged',
  'unconfirmed',
  'rumoured',
  'denied',
]);
const STATUSES = new Set(['civilian', 'combatant', 'mixed', 'contested']);
const RELATIONS = ['part of', 'updates', 'corrects', 'repeats', 'confirms', 'contradicts'] as const;

export function isHarmItem(item: string): boolean {
  return HARMS.some((harm) => item.startsWith(`${harm} `));
}

/** "killed 32+ of "people"" → its harm, bounds and the rest. */
export function parseFigure(text: string): { harm: Harm; bounds: string; rest: string } {
  const harm = HARMS.find((name) => text.startsWith(`${name} `))!;
  const [, bounds, rest] = /^(~?\d+(?:\+|\.\.\d+)?(?: vague| unstated)?|none)\s*(.*)$/.exec(
    text.slice(harm.length + 1),
  )!;
  return { harm, bounds: bounds!, rest: rest! };
}

/** The first claim that differs from the expected ones, or an expected one that is not there; null where all fit. */
export function compareClaims(reading: Reading, items: readonly string[]): string | null {
  const left = [...reading.claims];
  for (const item of items) {
    const index = left.findIndex((claim) => misfit(claim, item, reading) === null);
    if (index < 0) {
      const near = reading.claims.map(
        (claim) => `${misfit(claim, item, reading)} in ${describeClaim(claim, reading)}`,
      );
      return `no claim ${item}; ${near.join('; ') || 'no claims'}`;
    }
    left.splice(index, 1);
  }
  return left.length > 0 ? `a claim too many: ${describeClaim(left[0]!, reading)}` : null;
}

/** What of the claim differs from the item; null where nothing does. */
function misfit(claim: Claim, item: string, reading: Reading): string | null {
  const [head, ...clauses] = clausesOf(item);
  const { harm, bounds, rest } = parseFigure(head!);
  const { victims } = claim;
  if (claim.harm !== harm) return 'harm';
  if (renderCount(claim.count) !== bounds) return 'count';
  if (rest && !(victims.text ?? '').includes(quoted(rest))) return 'victims';
  const chain = claim.attribution.map((id) =>
    reading.attributions.find((attribution) => attribution.id === id),
  );
  const clause = (name: string) => clauses.find((text) => text === name || text.startsWith(`${name} `));
  const expectedStance = clauses.find((text) => STANCES.has(text)) ?? 'asserted';
  if (claim.stance !== expectedStance) return 'stance';
  if ((claim.scope === 'aggregate') !== clauses.includes('aggregate')) return 'scope';
  if (victims.civilianStatus !== (clauses.find((text) => STATUSES.has(text)) ?? 'unknown')) return 'status';
  const origin = chain[0];
  const said = clause('said by');
  if (said === undefined && origin !== undefined) return 'the report’s own voice';
  if (said !== undefined && (origin === undefined || !isSaidBy(origin, quoted(said)))) return 'origin';
  const relay = clause('relayed by');
  if (relay && !(chain[1] && isSaidBy(chain[1], quoted(relay)))) return 'relay';
  const via = clause('via');
  if (via && !origin?.medium?.includes(quoted(via))) return 'medium';
  const told = clause('told to');
  if (told && !origin?.toldTo?.includes(quoted(told))) return 'told to';
  const on = clause('on');
  if (on && origin?.saidOn?.start !== on.slice(3)) return 'said on';
  for (const part of ['children', 'women', 'men', 'attackers'] as const) {
    const expected = clause(part)?.slice(part.length + 1);
    if (expected !== undefined && renderPart(victims, part) !== expected) return part;
  }
  for (const group of clauses.filter((text) => text.startsWith('group '))) {
    const count = victims.groups?.find((entry) => entry.group === quoted(group))?.count;
    if (!count || renderCount(count) !== group.split('" ')[1]) return 'group';
  }
  const side = clause('side');
  if (side && !victims.affiliation?.includes(quoted(side))) return 'side';
  const by = clause('by');
  if (by && !hasParty(claim.perpetrators, by)) return 'perpetrator';
  for (const kind of RELATIONS) {
    const expected = clause(kind)?.slice(kind.length + 1);
    if (expected !== undefined && !isRelated(claim, kind, expected, reading)) return kind;
    if (expected === undefined && kind === 'repeats' && claim.relations.some((r) => r.kind === kind))
      return kind;
  }
  return null;
}

function isSaidBy({ speaker, source, speaksFor }: Attribution, name: string): boolean {
  if (name === '') return source.length === 0;
  return [speaker, speaksFor, ...source.map(({ quote }) => quote)].some((text) => text?.includes(name));
}

function renderPart(victims: Victims, part: 'children' | 'women' | 'men' | 'attackers'): string {
  const count: Count | undefined = victims[part];
  return count ? renderCount(count) : 'none';
}

function hasParty(parties: Event['perpetrators'], clause: string): boolean {
  const degree = /\(([^)]*)\)/.exec(clause)?.[1];
  return parties.some(
    ({ name, responsibility, evidence }) =>
      (name.includes(quoted(clause)) || evidence.some(({ quote }) => quote.includes(quoted(clause)))) &&
      (degree === undefined || responsibility === degree),
  );
}

function isRelated(claim: Claim, kind: string, bounds: string, reading: Reading): boolean {
  return claim.relations.some((relation) => {
    const other = reading.claims.find(({ id }) => id === relation.to);
    return relation.kind === kind && other !== undefined && renderCount(other.count) === bounds;
  });
}

function describeClaim(claim: Claim, reading: Reading): string {
  const origin = reading.attributions.find(({ id }) => id === claim.attribution[0]);
  const said = origin
    ? `, said by "${origin.speaker ?? origin.source.map(({ quote }) => quote).join(' ')}"`
    : '';
  return `${claim.harm} ${renderCount(claim.count)} of "${claim.victims.text ?? ''}"${said}, ${claim.stance}, ${claim.victims.civilianStatus}`;
}

/** "unknown "how many", count, said by "X"". */
export function hasGap({ gaps, attributions }: Reading, item: string): boolean {
  const [head, ...clauses] = clausesOf(item);
  const kind = /^(unknown|unconfirmed|withheld|no comment)/.exec(head!)?.[1] as Gap['kind'];
  return gaps.some((gap) => {
    if (gap.kind !== kind || !gap.about.includes(quoted(head!))) return false;
    return clauses.every((clause) => {
      if (clause.startsWith('said by ')) {
        return attributions.some(
          ({ id, ...a }) => gap.attribution.includes(id) && isSaidBy({ id, ...a }, quoted(clause)),
        );
      }
      return clause === gap.field || clause === gap.harm;
    });
  });
}

/** ""the ministry" asserts "32 people were killed", via "television"". "…" in the content divides its pieces. */
export function hasAttribution({ attributions }: Reading, item: string): boolean {
  const [head, ...clauses] = clausesOf(item);
  const [, source, stance, content] = /^"([^"]*)" (\w+) "([^"]*)"$/.exec(head!)!;
  return attributions.some((attribution) => {
    if (attribution.stance !== stance || joined(attribution.source) !== source) return false;
    const words = joined(attribution.content).replace(/^["“]|[,"”]+$/g, '');
    if (!content!.split(' … ').every((piece) => words.includes(piece))) return false;
    return clauses.every(
      (clause) =>
        (clause === 'anonymous' && attribution.anonymous) ||
        (clause.startsWith('via ') && attribution.medium?.includes(quoted(clause))) ||
        (clause.startsWith('told to ') && attribution.toldTo?.includes(quoted(clause))) ||
        (clause.startsWith('on ') && attribution.saidOn?.start === clause.slice(3)) ||
        (clause.startsWith('for ') && attribution.speaksFor?.includes(quoted(clause))),
    );
  });
}

function joined(spans: readonly { quote: string }[]): string {
  return spans.map(({ quote }) => quote).join(' ');
}

/** The first event that differs from the expected ones, in order; null where all fit. */
export function compareEvents({ events }: Reading, items: readonly string[]): string | null {
  for (const [i, item] of items.entries()) {
    const event = events[i];
    if (!event) return `no event ${item}`;
    const [head, ...clauses] = clausesOf(item);
    if (event.type !== quoted(head!)) return `event of type ${event.type}, not ${head}`;
    for (const clause of clauses) {
      if (clause.startsWith('on ') && renderDay(event) !== clause.slice(3))
        return `event on ${renderDay(event)}, not ${clause}`;
      const [, relation] = /^(in|near|off) "/.exec(clause) ?? [];
      if (relation && (event.place?.name !== quoted(clause) || (event.place.relation ?? 'in') !== relation)) {
        return `event ${event.place?.relation ?? 'in'} ${event.place?.name}, not ${clause}`;
      }
      if (clause.startsWith('weapon ') && !event.weapons.some(({ text }) => text.includes(quoted(clause)))) {
        return `event without ${clause}`;
      }
      if (clause.startsWith('target ') && !event.targets.some(({ text }) => text.includes(quoted(clause)))) {
        return `event without ${clause}`;
      }
      if (clause.startsWith('by ') && !hasParty(event.perpetrators, clause)) return `event not ${clause}`;
    }
  }
  return events.length > items.length ? `an event too many: ${events[items.length]!.type}` : null;
}

function renderDay({ date }: Event): string {
  if (!date) return 'no day';
  return date.start === date.end ? `${date.start}` : `${date.start ?? ''}..${date.end ?? ''}`;
}

/** "killed 32..35", "injured none". */
export function compareToll(toll: Partial<Record<Harm, Count>> | undefined, item: string): string | null {
  const { harm, bounds } = parseFigure(item);
  const count = toll?.[harm];
  const found = count ? renderCount(count) : 'none';
  return found === bounds ? null : `toll ${harm} ${found}, not ${bounds}`;
}

/** ""Ivo Tarn", 34, male". */
export function hasNamed({ claims }: Reading, item: string): boolean {
  const [name, ...clauses] = clausesOf(item);
  return claims.some(({ victims }) =>
    victims.named.some(
      (victim) =>
        victim.name === quoted(name!) &&
        clauses.every(
          (clause) =>
            String(victim.age) === clause ||
            victim.identity === clause ||
            victim.gender === clause ||
            victim.role === quoted(clause),
        ),
    ),
  );
}
