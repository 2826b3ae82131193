/**
 * What Recount takes from one report: the wire form that `recount read --json` prints, one Reading a report.
 * This schema is the project's truth: the TypeScript types are inferred from it, and `docs/reading.schema.json`
 * is generated from it. Fields and union values may be added; none is renamed, removed or given a new meaning.
 *
 * A missing key means that the report does not say. It never means zero, unknown or withheld.
 */
import * as z from 'zod';

const maybe = z.exactOptional;

export const spanSchema = z
  .object({ start: z.int(), end: z.int(), quote: z.string(), in: maybe(z.literal('title')) })
  .describe('A stretch of the text (or title) in UTF-16 code units, half-open; quote is exactly that slice.');

export const dateRangeSchema = z
  .object({
    start: z.string().nullable(),
    end: z.string().nullable(),
    precision: z.enum(['day', 'weekend', 'week', 'month', 'year', 'range']),
    extent: z.enum(['within', 'throughout']),
    evidence: z.array(spanSchema),
  })
  .describe(
    "ISO 8601 calendar dates, both ends included; null: open on that side. extent 'within': it happened on a day inside the range; 'throughout': it lasted the whole range.",
  );

export const countSchema = z
  .object({
    min: z.int(),
    max: z.int().nullable(),
    kind: z.enum(['exact', 'at least', 'up to', 'between', 'about', 'vague', 'unstated']),
    approximate: z.boolean(),
    text: maybe(z.string()),
  })
  .describe('A whole number of people, as the words give it; max null: no upper bound was given.');

export const placeSchema = z.object({
  name: z.string(),
  relation: maybe(z.enum(['in', 'near', 'between', 'off', 'north of', 'south of', 'east of', 'west of'])),
  country: maybe(z.string()).describe('ISO 3166-1 alpha-2'),
  latitude: maybe(z.number()),
  longitude: maybe(z.number()),
  precision: z.enum([
    'site',
    'street',
    'neighbourhood',
    'city',
    'district',
    'province',
    'country',
    'unknown',
  ]),
  evidence: z.array(spanSchema),
});

export const partySchema = z
  .object({
    name: z.string(),
    kind: z.enum(['state', 'military', 'police', 'armed group', 'individual', 'unknown']),
    responsibility: z.enum([
      'stated',
      'claimed',
      'acknowledged',
      'accused by officials',
      'accused',
      'possible',
      'denied',
    ]),
    attribution: z.array(z.string()),
    evidence: z.array(spanSchema),
  })
  .describe('A party held responsible. One entry a party, source and degree.');

export const harmSchema = z.enum([
  'killed',
  'injured',
  'killed or injured',
  'missing',
  'detained',
  'abducted',
  'displaced',
]);

export const namedVictimSchema = z.object({
  name: z.string(),
  aliases: maybe(z.array(z.string())),
  age: maybe(z.number()),
  ageMax: maybe(z.number()),
  gender: maybe(z.enum(['female', 'male'])),
  role: maybe(z.string()),
  identity: z.enum(['stated', 'unconfirmed']),
  evidence: z.array(spanSchema),
});

export const victimsSchema = z.object({
  text: maybe(z.string()),
  civilianStatus: z.enum(['civilian', 'combatant', 'mixed', 'contested', 'unknown']),
  affiliation: maybe(z.string()),
  nationality: maybe(z.string()).describe('ISO 3166-1 alpha-2'),
  children: maybe(countSchema),
  women: maybe(countSchema),
  men: maybe(countSchema),
  attackers: maybe(countSchema),
  groups: maybe(
    z.array(
      z.object({
        group: z.enum([
          'medical',
          'journalist',
          'aid worker',
          'religious',
          'elderly',
          'pregnant',
          'hors de combat',
          'other',
        ]),
        count: countSchema,
      }),
    ),
  ),
  named: z.array(namedVictimSchema),
  evidence: z.array(spanSchema),
});

export const claimSchema = z
  .object({
    id: z.string(),
    event: z.string().nullable(),
    scope: z.enum(['incident', 'aggregate']),
    period: maybe(dateRangeSchema),
    area: maybe(placeSchema),
    covers: maybe(z.array(z.string())),
    harm: harmSchema,
    count: countSchema,
    victims: victimsSchema,
    perpetrators: z.array(partySchema),
    attribution: z
      .array(z.string())
      .describe('[0] is the origin, then the relays outward; empty: the report’s own voice'),
    stance: z.enum(['asserted', 'acknowledged', 'estimated', 'alleged', 'unconfirmed', 'rumoured', 'denied']),
    asOf: maybe(z.string()),
    relations: z.array(
      z.object({
        to: z.string(),
        kind: z.enum(['repeats', 'part of', 'updates', 'corrects', 'confirms', 'contradicts']),
      }),
    ),
    evidence: z.array(spanSchema),
    confidence: z.number().min(0).max(1),
  })
  .describe(
    'One figure, or one statement that people came to harm (or that none did), on one source’s word.',
  );

export const attributionSchema = z
  .object({
    id: z.string(),
    source: z.array(spanSchema),
    cue: z.array(spanSchema),
    content: z.array(spanSchema),
    speaker: maybe(z.string()),
    speakerKind: z.enum([
      'government',
      'military',
      'police',
      'armed group',
      'medical',
      'eyewitness',
      'family',
      'media',
      'ngo',
      'intergovernmental',
      'expert',
      'other',
      'unknown',
    ]),
    anonymous: maybe(z.object({ reason: maybe(z.string()) })),
    speaksFor: maybe(z.string()),
    medium: maybe(z.string()),
    toldTo: maybe(z.string()),
    saidOn: maybe(dateRangeSchema),
    saidAt: maybe(z.string()),
    stance: z.enum(['asserts', 'acknowledges', 'estimates', 'alleges', 'denies', 'declines', 'speculates']),
  })
  .describe('Who said what. Spans may be discontinuous; source is empty for "reportedly" and its like.');

const boundsSchema = z.object({ min: z.array(z.string()), max: z.array(z.string()) });

export const eventSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    partOf: maybe(z.string()),
    date: maybe(dateRangeSchema),
    time: maybe(z.object({ text: z.string(), start: maybe(z.string()), end: maybe(z.string()) })),
    place: maybe(placeSchema),
    perpetrators: z.array(partySchema),
    targets: z.array(
      z.object({
        text: z.string(),
        kind: z.enum(['people', 'infrastructure']),
        effect: maybe(z.string()),
        evidence: z.array(spanSchema),
      }),
    ),
    weapons: z.array(z.object({ text: z.string(), evidence: z.array(spanSchema) })),
    toll: z.partialRecord(harmSchema, countSchema),
    civilianToll: z.partialRecord(harmSchema, countSchema),
    tollFrom: z.partialRecord(harmSchema, boundsSchema),
    civilianTollFrom: z.partialRecord(harmSchema, boundsSchema),
    evidence: z.array(spanSchema),
  })
  .describe('One incident as this report tells it. events[0] is the report’s main incident.');

export const gapSchema = z
  .object({
    kind: z.enum(['unknown', 'unconfirmed', 'withheld', 'no comment']),
    about: z.string(),
    event: maybe(z.string()),
    harm: maybe(harmSchema),
    field: maybe(
      z.enum(['count', 'identity', 'place', 'date', 'responsibility', 'circumstances', 'status', 'other']),
    ),
    evidence: z.array(spanSchema),
    attribution: z.array(z.string()),
  })
  .describe('What the report says is not known, not confirmed, or withheld.');

export const problemSchema = z.object({
  code: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  span: maybe(spanSchema),
});

export const readingSchema = z.object({
  report: z.object({
    id: z.string(),
    title: maybe(z.string()),
    published: maybe(z.string()),
    source: maybe(z.string()),
    url: maybe(z.string()),
    language: z.string(),
  }),
  reader: z.object({ name: z.string(), version: z.string() }),
  attributions: z.array(attributionSchema),
  claims: z.array(claimSchema),
  events: z.array(eventSchema),
  gaps: z.array(gapSchema),
  problems: z.array(problemSchema),
});

export const reportInputSchema = z.object({
  id: z.string(),
  text: z.string(),
  title: maybe(z.string()),
  published: maybe(z.string()).describe('ISO date, or date-time with offset'),
  source: maybe(z.string()),
  url: maybe(z.string()),
  language: maybe(z.string()),
});

export type DateRange = z.infer<typeof dateRangeSchema>;
export type Count = z.infer<typeof countSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Party = z.infer<typeof partySchema>;
export type Harm = z.infer<typeof harmSchema>;
export type NamedVictim = z.infer<typeof namedVictimSchema>;
export type Victims = z.infer<typeof victimsSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Attribution = z.infer<typeof attributionSchema>;
export type Event = z.infer<typeof eventSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type ReportInput = z.infer<typeof reportInputSchema>;
