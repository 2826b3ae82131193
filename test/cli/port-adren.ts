/** A reading of samples/port-adren-strike.txt, coded by hand: the views are tested on it whatever the reader makes of the text. */
import { readFileSync } from 'node:fs';
import { parseDateLine } from '../../src/ingest/dateline.ts';
import { exactly } from '../../src/model/count.ts';
import type { Attribution, Claim, Reading, ReportInput } from '../../src/model/reading.ts';
import { type Span, spanOf } from '../../src/text/span.ts';

const { problems: _none, ...opening } = parseDateLine(
  readFileSync(new URL('../../samples/port-adren-strike.txt', import.meta.url), 'utf8'),
);
export const REPORT: ReportInput = { id: 'port-adren', source: 'samples/port-adren-strike.txt', ...opening };

/** The span of a quote, after another quote where it stands more than once. */
function at(quote: string, after = ''): Span {
  const start = REPORT.text.indexOf(quote, after ? REPORT.text.indexOf(after) : 0);
  if (start < 0) throw new Error(`"${quote}" is not in the sample`);
  return spanOf(REPORT.text, start, start + quote.length);
}
function inTitle(quote: string): Span {
  const start = REPORT.title!.indexOf(quote);
  return { start, end: start + quote.length, quote, in: 'title' };
}

const SUNDAY = {
  start: '2025-03-09',
  end: '2025-03-09',
  precision: 'day',
  extent: 'within',
  evidence: [at('Sunday')],
} as const;

const ATTRIBUTIONS: Attribution[] = [
  {
    id: 'a1',
    source: [at('Velland')],
    cue: [at('said')],
    content: [at('21 of its marines had been killed')],
    speaker: 'the defence ministry of Velland',
    speakerKind: 'government',
    speaksFor: 'Velland',
    medium: 'Velland state television',
    saidOn: { ...SUNDAY, evidence: [at('Sunday')] },
    stance: 'asserts',
  },
  {
    id: 'a2',
    source: [at("Karsia's president, Ilmar Tosk")],
    cue: [at('told reporters')],
    content: [at('Many of theirs died, a great many')],
    speaker: 'Ilmar Tosk',
    speakerKind: 'government',
    speaksFor: 'Karsia',
    toldTo: 'reporters',
    stance: 'asserts',
  },
  {
    id: 'a3',
    source: [at('The regional council')],
    cue: [at('has acknowledged')],
    content: [at('that civilians were killed')],
    speaker: 'the regional council',
    speakerKind: 'government',
    stance: 'acknowledges',
  },
  {
    id: 'a4',
    source: [at("Doctors at St. Alban's hospital")],
    cue: [at('said', 'Doctors at')],
    content: [at('they had received the bodies of at least nine people')],
    speakerKind: 'medical',
    stance: 'asserts',
  },
  {
    id: 'a5',
    source: [at('A nurse')],
    cue: [at('said', 'A nurse')],
    content: [at('more bodies lay in the ambulances outside')],
    speakerKind: 'medical',
    anonymous: { reason: 'not allowed to speak to the press' },
    stance: 'asserts',
  },
];

function claim(
  fields: Pick<Claim, 'id' | 'count' | 'evidence'> &
    Partial<Omit<Claim, 'victims'>> & { victims?: Partial<Claim['victims']> },
): Claim {
  const { victims, ...rest } = fields;
  return {
    event: 'e1',
    scope: 'incident',
    harm: 'killed',
    perpetrators: [],
    attribution: [],
    stance: 'asserted',
    relations: [],
    confidence: 0.9,
    ...rest,
    victims: { civilianStatus: 'unknown', named: [], evidence: [], ...victims },
  };
}

const CLAIMS: Claim[] = [
  claim({
    id: 'c1',
    count: exactly(21, '21'),
    victims: { text: '21 of its marines', civilianStatus: 'combatant', affiliation: 'Velland' },
    attribution: ['a1'],
    evidence: [at('21 of its marines'), at('killed')],
  }),
  claim({
    id: 'c2',
    count: exactly(21, '21'),
    victims: { text: '21 of its marines' },
    attribution: ['a1'],
    relations: [{ to: 'c1', kind: 'repeats' }],
    evidence: [inTitle('21 of its marines died')],
  }),
  claim({
    id: 'c3',
    count: { min: 2, max: null, kind: 'vague', approximate: true, text: 'Many of theirs' },
    attribution: ['a2'],
    evidence: [at('Many of theirs died')],
  }),
  claim({
    id: 'c4',
    count: exactly(0, 'None'),
    victims: { text: 'None of ours', affiliation: 'Karsia' },
    attribution: ['a2'],
    evidence: [at('None of ours')],
  }),
  claim({
    id: 'c5',
    count: { min: 2, max: null, kind: 'unstated', approximate: false },
    victims: { text: 'civilians', civilianStatus: 'civilian' },
    attribution: ['a3'],
    stance: 'acknowledged',
    evidence: [at('civilians were killed')],
  }),
  claim({
    id: 'c6',
    count: { min: 9, max: null, kind: 'at least', approximate: false, text: 'at least nine' },
    victims: { text: 'at least nine people', children: exactly(2, 'two') },
    attribution: ['a4'],
    evidence: [at('the bodies of at least nine people, including two children')],
  }),
  claim({
    id: 'c7',
    harm: 'injured',
    count: { min: 40, max: 40, kind: 'about', approximate: true, text: 'some 40' },
    victims: { text: 'some 40 wounded' },
    attribution: ['a4'],
    evidence: [at('some 40 wounded')],
  }),
  claim({
    id: 'c8',
    count: { min: 101, max: null, kind: 'at least', approximate: false, text: 'more than a hundred' },
    victims: { text: 'more than a hundred people' },
    stance: 'rumoured',
    evidence: [at('more than a hundred people had died')],
  }),
  claim({
    id: 'c9',
    event: null,
    scope: 'aggregate',
    count: { min: 1301, max: null, kind: 'at least', approximate: false, text: 'More than 1,300' },
    victims: { text: 'More than 1,300 people' },
    evidence: [at('More than 1,300 people have been killed')],
  }),
];

export const READING: Reading = {
  report: {
    id: REPORT.id,
    title: REPORT.title!,
    published: '2025-03-10',
    source: REPORT.source!,
    language: 'en',
  },
  reader: { name: 'recount', version: '0.0.0' },
  attributions: ATTRIBUTIONS,
  claims: CLAIMS,
  events: [
    {
      id: 'e1',
      type: 'air/drone strike',
      date: {
        start: '2025-03-08',
        end: '2025-03-09',
        precision: 'weekend',
        extent: 'within',
        evidence: [at('weekend')],
      },
      place: { name: 'Port Adren', country: 'XK', precision: 'city', evidence: [at('Port Adren')] },
      perpetrators: [
        {
          name: 'Karsia',
          kind: 'military',
          responsibility: 'stated',
          attribution: [],
          evidence: [at('Karsian jets')],
        },
      ],
      targets: [],
      weapons: [{ text: 'jets', evidence: [at('jets')] }],
      toll: { killed: { min: 21, max: null, kind: 'at least', approximate: false }, injured: exactly(40) },
      civilianToll: {},
      tollFrom: { killed: { min: ['c1'], max: [] }, injured: { min: ['c7'], max: ['c7'] } },
      civilianTollFrom: {},
      evidence: [at('Karsian jets bombed the naval station at Port Adren')],
    },
  ],
  gaps: [
    {
      kind: 'withheld',
      about: 'the names and ranks of the marines',
      event: 'e1',
      field: 'identity',
      evidence: [at('did not release their names or ranks')],
      attribution: ['a1'],
    },
    {
      kind: 'unconfirmed',
      about: 'the reports',
      evidence: [at('could not verify the reports')],
      attribution: [],
    },
  ],
  problems: [],
};
