/**
 * Incidents, and the accounts of what came of them: what `recount incidents` and `recount accounts` print, one a line.
 * Everything here is computed from readings and judgements; nothing is edited. The words are those of the glossary:
 * an event is an incident as one report tells it; an account is the claims that go back to one origin.
 */
import * as z from 'zod';
import { judgementSchema } from './judgement.ts';
import {
  attributionSchema,
  claimSchema,
  countSchema,
  dateRangeSchema,
  gapSchema,
  harmSchema,
  namedVictimSchema,
  placeSchema,
  spanSchema,
} from './reading.ts';

const maybe = z.exactOptional;

const claimRefs = z.array(z.string()).describe('Claims of the record: "reportId#c3"');

/** One figure of an account, with every saying of it. */
export const pointSchema = z
  .object({
    saidOn: z
      .string()
      .nullable()
      .describe('The moment of its first saying: a day, or a date-time; null: nobody knows'),
    lastSaidOn: maybe(z.string().nullable()).describe('The moment of its last saying, which keeps it fresh'),
    count: countSchema,
    reports: z.array(z.string()),
    claims: claimRefs,
    status: z
      .enum(['current', 'superseded', 'lagged', 'stale', 'denied'])
      .describe(
        'current: it stands. superseded: the account, or an update that accounts for it, left it for a later figure. lagged: an old figure carried late. stale: overtaken by others for longer than the policy allows. denied: the source says that it is not so',
      ),
    /** How the figure is put, where it is not asserted. */
    stance: maybe(claimSchema.shape.stance),
    supersededBy: maybe(claimRefs),
    late: maybe(z.array(z.string())).describe('Reports that carried it after its account had left it'),
    /** Why the status is what it is, in words for a person. */
    reason: maybe(z.string()),
  })
  .describe('One saying, one point: the same figure said again is one point with several sayings.');

export const accountSchema = z
  .object({
    id: z.string(),
    origin: z.string().describe('The finest named organisation or person at the root of the chain'),
    originKind: z
      .enum([...attributionSchema.shape.speakerKind.options, 'outlet'])
      .describe("'outlet': the report's own voice, unsourced"),
    unnamed: maybe(z.boolean()).describe('The origin is not named: counted apart, never as independent'),
    speakers: maybe(z.array(z.string())).describe('The persons who said it on the origin’s behalf'),
    harm: harmSchema,
    victims: z.string().describe('Of whom: "all", or the group as it is told'),
    group: maybe(z.enum(['all', 'civilians', 'combatants', 'children', 'women', 'men', 'other'])),
    side: maybe(z.string()).describe('The side the victims belong to, where one is told'),
    current: countSchema.nullable().describe('The figure that stands; null: none does'),
    trajectory: z.array(pointSchema).describe('By the moment of first saying'),
    partial: z.boolean().describe('A partial vantage (one hospital’s bodies): bounds nothing of the whole'),
    evaluation: maybe(z.string()).describe(
      "The organisation's own evaluation of the source, from its register",
    ),
  })
  .describe(
    'One origin’s figures for one harm to one group of victims, over the time at which they were said.',
  );

export const findingSchema = z
  .object({
    check: z.string().describe('The id of the check: "parts-over-whole"'),
    level: maybe(z.enum(['info', 'warning', 'error'])),
    message: maybe(z.string()),
    claims: claimRefs,
  })
  .describe('What does not fit together, shown and not mended.');

export const rangeSchema = z
  .object({
    low: z.int(),
    high: z.int().nullable().describe('null: no upper bound was given'),
    best: maybe(z.int()),
    approximate: maybe(z.boolean()),
    from: maybe(z.object({ low: claimRefs, high: claimRefs, best: maybe(claimRefs) })),
  })
  .describe('What a policy makes of the accounts, each bound naming its claims.');

export const tollSchema = z.partialRecord(harmSchema, rangeSchema);

export const claimWordsSchema = z
  .object({
    quote: z
      .string()
      .describe('From its first word to its last; where that is a long way, its words with "…" between'),
    evidence: z.array(spanSchema),
  })
  .describe('The words that a claim stands on, letter by letter from its report.');

export const reportCalledSchema = z
  .object({
    short: maybe(z.string()).describe('The beginning of its id that no other report’s has: commands take it'),
    title: maybe(z.string()),
    outlet: maybe(z.string()),
    published: maybe(z.string()),
    url: maybe(z.string()),
  })
  .describe('What a report is called.');

export const incidentSchema = z
  .object({
    incident: z.string().describe('A permanent id: that of the mention it was first told in'),
    reports: z.array(z.string()).describe('Reports whose main event it is; each report is in one incident’s'),
    alsoIn: z.array(z.string()).describe('Other reports that tell of it'),
    mentions: maybe(z.array(z.string()).describe('Its events: "reportId#e1"')),
    partOf: maybe(z.string()).describe('The operation or campaign that it belongs to'),
    parts: maybe(z.array(z.string())).describe(
      'The incidents that are parts of it; they add nothing to its toll',
    ),
    type: maybe(z.string()),
    date: maybe(dateRangeSchema),
    place: maybe(placeSchema),
    accounts: z.array(accountSchema),
    contradictions: z.array(z.tuple([z.string(), z.string()])).describe('Pairs of accounts, both current'),
    agreements: maybe(z.array(z.tuple([z.string(), z.string()]))),
    sources: maybe(z.object({ named: z.int(), unnamed: z.int(), unsourced: z.int() })).describe(
      'How many origins stand behind it: named ones; unnamed ones, one for each independent report; outlets of their own voice',
    ),
    gaps: z.array(
      z.intersection(
        gapSchema,
        z.object({
          reports: maybe(z.array(z.string())),
          answeredBy: maybe(claimRefs).describe('Later claims that tell what was not known'),
        }),
      ),
    ),
    toll: tollSchema,
    groups: maybe(z.record(z.string(), tollSchema)).describe(
      'The same for civilians, combatants, children, women, men',
    ),
    policy: maybe(z.object({ name: z.string(), version: z.string() })),
    counted: maybe(claimRefs).describe('Claims whose figures the policy took; all others bound nothing'),
    aggregates: z
      .array(z.intersection(claimSchema, z.object({ origin: maybe(z.string()) })))
      .describe('Series of their own, never added to the toll'),
    named: z.array(
      z.intersection(
        namedVictimSchema,
        z.object({
          claims: maybe(claimRefs),
          membership: maybe(z.literal('contested')).describe(
            'Another source denies that the person belongs to the incident',
          ),
        }),
      ),
    ),
    findings: z.array(findingSchema),
    resolutions: maybe(
      z.array(
        z.object({
          judgement: z.string(),
          outcome: z.string(),
          source: maybe(z.string()),
          harm: maybe(harmSchema),
          count: maybe(countSchema),
        }),
      ),
    ).describe('How people dealt with disagreements'),
    grade: maybe(
      z.object({
        proposed: z.string().nullable().describe('null: no grade’s entry criteria are met in the data'),
        decided: maybe(z.string()).describe('What a person decided'),
        reason: z.string(),
      }),
    ),
    told: maybe(z.record(z.string(), reportCalledSchema)).describe('What its reports are called, by id'),
    words: maybe(z.record(z.string(), claimWordsSchema)).describe(
      'The words of its claims, by "reportId#c3"',
    ),
    judgements: maybe(
      z.array(
        z.object({
          judgement: judgementSchema,
          state: z.enum(['stands', 'taken back', 'waits']),
          lost: z.boolean(),
        }),
      ),
    ).describe('What people decided of it and of its reports, in that order'),
  })
  .describe('One incident of a record, with every account of it.');

/** Why two mentions were put together, or left in doubt. */
export const comparisonSchema = z.object({
  a: z.string(),
  b: z.string(),
  /** Log-odds that both tell of one incident. */
  score: z.number(),
  verdict: z.enum(['same', 'doubtful', 'different']),
  features: z.array(z.object({ feature: z.string(), score: z.number(), reason: z.string() })),
});

export type ClaimWords = z.infer<typeof claimWordsSchema>;
export type ReportCalled = z.infer<typeof reportCalledSchema>;
export type Point = z.infer<typeof pointSchema>;
export type Account = z.infer<typeof accountSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Range = z.infer<typeof rangeSchema>;
export type IncidentToll = z.infer<typeof tollSchema>;
export type IncidentRecord = z.infer<typeof incidentSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
