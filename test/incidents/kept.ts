/** Kept reports with readings coded by hand, so that incidents are tested apart from what reads. */
import { exactly } from '../../src/model/count.ts';
import type { Claim, Event } from '../../src/model/reading.ts';
import type { KeptReport } from '../../src/model/record.ts';

export interface Told {
  /** Words of the text that the event stands on; the whole text where none are given. */
  readonly words?: string;
  readonly day?: string;
  readonly place?: string;
  readonly at?: readonly [latitude: number, longitude: number];
  readonly killed?: number;
  readonly injured?: number;
  readonly named?: readonly string[];
}

export function kept(
  id: string,
  text: string,
  told: readonly Told[],
  more: Partial<KeptReport> = {},
): KeptReport {
  const claims: Claim[] = [];
  const events = told.map((one, i) => eventOf(`e${i + 1}`, text, one, claims));
  const { title, published } = more;
  return {
    id,
    text,
    recordedAt: '2031-05-20T00:00:00.000Z',
    reading: {
      report: { id, language: 'en', ...(title ? { title } : {}), ...(published ? { published } : {}) },
      reader: { name: 'hand', version: '1' },
      attributions: [],
      claims,
      events,
      gaps: [],
      problems: [],
    },
    ...more,
  };
}

function eventOf(id: string, text: string, told: Told, claims: Claim[]): Event {
  const { words = text, day, place, at, killed, injured, named = [] } = told;
  const start = text.indexOf(words);
  const evidence = [{ start, end: start + words.length, quote: words }];
  for (const [harm, number] of [
    ['killed', killed],
    ['injured', injured],
  ] as const) {
    if (number === undefined) continue;
    claims.push({
      id: `c${claims.length + 1}`,
      event: id,
      scope: 'incident',
      harm,
      count: exactly(number),
      victims: {
        civilianStatus: 'unknown',
        named:
          harm === 'killed' ? named.map((name) => ({ name, identity: 'stated' as const, evidence })) : [],
        evidence: [],
      },
      perpetrators: [],
      attribution: [],
      stance: 'asserted',
      relations: [],
      evidence,
      confidence: 1,
    });
  }
  return {
    id,
    type: 'attack',
    perpetrators: [],
    targets: [],
    weapons: [],
    toll: {
      ...(killed === undefined ? {} : { killed: exactly(killed) }),
      ...(injured === undefined ? {} : { injured: exactly(injured) }),
    },
    civilianToll: {},
    tollFrom: {},
    civilianTollFrom: {},
    evidence,
    ...(day
      ? { date: { start: day, end: day, precision: 'day' as const, extent: 'within' as const, evidence } }
      : {}),
    ...(place
      ? {
          place: {
            name: place,
            precision: 'city' as const,
            evidence,
            ...(at ? { latitude: at[0], longitude: at[1] } : {}),
          },
        }
      : {}),
  };
}

/** Two towns' reports: a shelling told three times, once weeks later beside a fire, and a robbery. */
export const ORLU = [
  kept(
    'first',
    'Two bakers, Tamo Brill and Ana Vesk, were killed when a shell hit the Halm Street bakery in Orlu on Monday, police said.',
    [{ day: '2031-05-12', place: 'Orlu', at: [41.2, 21.1], killed: 2, named: ['Tamo Brill', 'Ana Vesk'] }],
    { title: 'Shell kills two bakers in Orlu', published: '2031-05-12', outlet: 'Orlu Post' },
  ),
  kept(
    'second',
    'A shell that struck the bakery on Halm Street in Orlu killed Tamo Brill, 44, and Ana Vesk, 31, relatives said on Tuesday.',
    [{ day: '2031-05-12', place: 'Orlu', at: [41.2, 21.1], killed: 2, named: ['Tamo Brill', 'Ana Vesk'] }],
    { title: 'Orlu mourns bakers killed by shell', published: '2031-05-13', outlet: 'Dern Radio' },
  ),
  kept(
    'recap',
    'A fire at a mill in Dern injured four people on Friday, the fire service said. The mill stands two doors from where ' +
      'Ferro Lund was hurt last year.\nThe town had buried Tamo Brill and Ana Vesk, bakers whom a shell killed on Halm Street in Orlu on 12 May.',
    [
      {
        words: 'A fire at a mill in Dern injured four people on Friday',
        day: '2031-05-30',
        place: 'Dern',
        at: [41.9, 21.9],
        injured: 4,
      },
      {
        words: 'bakers whom a shell killed on Halm Street in Orlu on 12 May',
        day: '2031-05-12',
        place: 'Orlu',
        at: [41.2, 21.1],
        killed: 2,
        named: ['Tamo Brill', 'Ana Vesk'],
      },
    ],
    { title: 'Four hurt in mill fire in Dern', published: '2031-05-30', outlet: 'Dern Radio' },
  ),
  kept(
    'robbery',
    'A guard was injured in a robbery at the savings bank in Lower Hask on Wednesday.',
    [{ day: '2031-05-14', place: 'Lower Hask', at: [44.1, 24.6], injured: 1 }],
    { title: 'Guard hurt in Hask bank robbery', published: '2031-05-14', outlet: 'Hask Courier' },
  ),
];
