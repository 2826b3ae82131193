/**
 * Which column of a project's table holds what. A mapping is data: those of known projects stand here with their exact
 * headings, others are given by whoever imports. A table lists incidents, claims or victims, a row each.
 */
import * as z from 'zod';
import { harmSchema } from '../model/reading.ts';

/** Fields of a row, and what each may hold. */
export const FIELDS = [
  'id',
  'incident',
  'date',
  'dateEnd',
  'published',
  'place',
  'country',
  'latitude',
  'longitude',
  'type',
  'perpetrators',
  'source',
  'url',
  'notes',
  'harm',
  'victims',
  'status',
  'name',
  'age',
  'gender',
] as const;
export type Field = (typeof FIELDS)[number];

const figureSchema = z.object({
  harm: harmSchema,
  min: z.string().describe('The column of the lowest, or only, figure'),
  max: z.string().optional().describe('The column of the highest'),
  victims: z.string().optional().describe('Of whom the figures are, in words'),
  status: z.enum(['civilian', 'combatant', 'unknown']).optional(),
  /** What a 0 says: that nobody came to harm, or nothing. */
  zero: z.enum(['none', 'not told']).optional(),
});

export const mappingSchema = z.object({
  project: z.string().min(1).describe('Whose table it is: the figures are this project’s word'),
  of: z.enum(['incidents', 'claims', 'victims']),
  columns: z.partialRecord(z.enum(FIELDS), z.string()),
  figures: z.array(figureSchema),
});
export type Mapping = z.infer<typeof mappingSchema>;

/**
 * UCDP GED: the codebook's columns; `low` and `high` are the lowest and highest reliable totals. The deaths of sides and
 * of civilians are best estimates of parts, and stay in the row's text.
 */
const GED: Mapping = {
  project: 'UCDP GED',
  of: 'incidents',
  columns: {
    id: 'id',
    date: 'date_start',
    dateEnd: 'date_end',
    place: 'where_coordinates',
    latitude: 'latitude',
    longitude: 'longitude',
    perpetrators: 'side_a',
    source: 'source_original',
    notes: 'source_headline',
  },
  figures: [{ harm: 'killed', min: 'low', max: 'high', zero: 'not told' }],
};

/** ACLED: one number; 0 also where a source speaks of casualties only, or of none (codebook), so it says nothing here. */
const ACLED: Mapping = {
  project: 'ACLED',
  of: 'incidents',
  columns: {
    id: 'event_id_cnty',
    date: 'event_date',
    place: 'location',
    latitude: 'latitude',
    longitude: 'longitude',
    type: 'sub_event_type',
    perpetrators: 'actor1',
    source: 'source',
    notes: 'notes',
  },
  figures: [{ harm: 'killed', min: 'fatalities', zero: 'not told' }],
};

/** Airwars: the incident table of its archive, civilians and belligerents apart. */
const AIRWARS: Mapping = {
  project: 'Airwars',
  of: 'incidents',
  columns: {
    id: 'code',
    date: 'date',
    dateEnd: 'date_end',
    place: 'location_name',
    latitude: 'latitude',
    longitude: 'longitude',
    type: 'strike_type_name',
    url: 'permalink',
  },
  figures: [
    {
      harm: 'killed',
      min: 'civilian_non_combatants_killed_min',
      max: 'civilian_non_combatants_killed_max',
      victims: 'civilians',
      status: 'civilian',
    },
    {
      harm: 'injured',
      min: 'civilian_non_combatants_injured_min',
      max: 'civilian_non_combatants_injured_max',
      victims: 'civilians',
      status: 'civilian',
    },
    {
      harm: 'killed',
      min: 'belligerents_killed_min',
      max: 'belligerents_killed_max',
      victims: 'belligerents',
      status: 'combatant',
    },
  ],
};

export const PROJECTS = { ged: GED, acled: ACLED, airwars: AIRWARS } as const;

/** The headings that a mapping needs and a table lacks, and those of the table that it leaves in the text only. */
export function compareHeadings(
  mapping: Mapping,
  headings: readonly string[],
): { missing: string[]; unused: string[] } {
  const wanted = new Set([
    ...Object.values(mapping.columns),
    ...mapping.figures.flatMap(({ min, max }) => (max === undefined ? [min] : [min, max])),
  ]);
  const needed = [mapping.columns.id, mapping.columns.incident, ...mapping.figures.map(({ min }) => min)];
  return {
    missing: needed.filter((heading) => heading !== undefined && !headings.includes(heading)) as string[],
    unused: headings.filter((heading) => !wanted.has(heading)),
  };
}
