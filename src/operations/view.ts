/**
 * Incidents of a record as they are looked at: as of which moment, by which clock, counted by which policy. Every command
 * that shows incidents of a record gets them here, so that two of them never differ.
 */
import { accountsOf, type IncidentGroup, lastMoment, type Material, type Policy } from '../accounts/index.ts';
import type { IncidentRecord } from '../model/incident.ts';
import { standing } from '../model/judgement.ts';
import type { KeptReport } from '../model/record.ts';
import { Deriver, incidentOf, loadKept, MentionCache } from '../store/derive.ts';
import { type Decided, judgementsOn, standingAsOf, standingOf } from '../store/judgements.ts';
import type { RecordStore } from '../store/record.ts';
import type { IncidentMaterial } from '../store/rules.ts';
import { shortIds } from './ids.ts';
import type { Context } from './operation.ts';
import { parentOf, partsOfIncident, partsOverWhole } from './parents.ts';
import { groupOf, onIncident } from './rules.ts';
import { materialAsOf, type View } from './view-input.ts';
import { vocabularyOfContext } from './vocabulary.ts';
import { calledBy, type Seen, worded } from './words.ts';

/** The incidents of a record by one view of them. */
export class Incidents {
  readonly #record: RecordStore;
  readonly #view: View;
  readonly #context: Pick<Context, 'languages' | 'now'>;
  readonly #deriver: Deriver;

  private constructor(
    record: RecordStore,
    view: View,
    context: Pick<Context, 'languages' | 'now'>,
    deriver: Deriver,
  ) {
    this.#record = record;
    this.#view = view;
    this.#context = context;
    this.#deriver = deriver;
  }

  static async of(
    record: RecordStore,
    view: View,
    context: Pick<Context, 'languages' | 'now'>,
  ): Promise<Incidents> {
    const { db, world } = record;
    const { until, clock } = view;
    const isThen = until !== undefined && clock === 'recorded';
    const standing = isThen ? await standingAsOf(db, until) : await standingOf(db);
    const deriver = new Deriver(db, world.rules, standing, new MentionCache());
    return new Incidents(record, view, context, deriver);
  }

  /** The incident of a mention; null where there is none, or was none yet. */
  async one(mention: string): Promise<Seen | null> {
    const material = await this.#deriver.materialOf(mention, this.#recordedBy());
    return material ? this.#seen(material) : null;
  }

  /** One that is there, by its id of today. */
  async standing(incident: string): Promise<Seen> {
    return (await this.#seen(await this.#deriver.materialOfIncident(incident)))!;
  }

  /** All of them, in the order in which they were founded. */
  async *all(): AsyncGenerator<Seen> {
    for await (const material of this.#deriver.materials(this.#recordedBy())) {
      const seen = await this.#seen(material);
      if (seen) yield seen;
    }
  }

  /** All that hangs together with a mention, and the incidents that it makes. */
  async component(mention: string): Promise<{ mentions: readonly string[]; seen: Seen[] }> {
    const { mentions, materials } = await this.#deriver.materialsWith(mention, this.#recordedBy());
    const seen: Seen[] = [];
    for (const material of materials) {
      const each = await this.#seen(material);
      if (each) seen.push(each);
    }
    return { mentions, seen };
  }

  /** The same incident by another policy. */
  by(policy: Policy, { incident, material }: Seen): IncidentRecord {
    const { reports, alsoIn, mentions = [] } = incident;
    return this.#counted(material, { incident: incident.incident, reports, alsoIn, mentions }, policy);
  }

  #recordedBy(): string | undefined {
    return this.#view.clock === 'recorded' ? this.#view.until : undefined;
  }

  /** Null where nothing of it was known yet. */
  async #seen(given: IncidentMaterial): Promise<Seen | null> {
    const now = { ...given, judgements: onIncident(given) };
    const material = materialAsOf(this.#view, now);
    if (material.reports.length === 0) return null;
    const there = new Set(material.reports.map(({ id }) => id));
    const group = groupOf({ ...given, reports: given.reports.filter(({ id }) => there.has(id)) });
    const parent = parentOf(group.mentions, standing(material.judgements), material.reports);
    const partOf = parent === null ? null : await this.#called(parent);
    const whole = partOf === null ? group : { ...group, partOf };
    return { incident: this.#counted(material, whole, this.#view.policy), material };
  }

  /** What the incident of a mention is called; null where there was none yet. */
  async #called(mention: string): Promise<string | null> {
    const until = this.#recordedBy();
    if (until === undefined) return incidentOf(this.#record.db, mention);
    return (await this.#deriver.materialOf(mention, until))?.id ?? null;
  }

  #counted(material: Material, group: IncidentGroup, policy: Policy): IncidentRecord {
    const vocabulary = vocabularyOfContext(this.#context);
    const now = this.#view.until ?? this.#now(material);
    return accountsOf(material, [group], { vocabulary, policy, now })[0]!;
  }

  /** Now, by whose clock a figure grows stale; in a record of days to come, when its last report came out. */
  #now(material: Material): string {
    const [now, last] = [this.#context.now(), lastMoment(material)];
    return last !== null && last > now ? last : now;
  }

  /** With its words, and with what people decided of it and its reports by then: what waits or was taken back is said to. */
  async shown(seen: Seen): Promise<IncidentRecord> {
    const { reports } = seen.material;
    const judgements = await this.decided(reports, seen.incident.mentions ?? []);
    const parts = await this.#parts(seen);
    const over = partsOverWhole(seen.incident, parts);
    const ids = [...parts.map(({ incident }) => incident), seen.incident.partOf ?? ''];
    const called = await this.#short(reports, judgements, ids);
    return {
      ...worded(seen, called),
      ...(parts.length > 0 ? { parts: parts.map(({ incident }) => incident) } : {}),
      ...(over.length > 0 ? { findings: [...seen.incident.findings, ...over] } : {}),
      ...(judgements.length > 0 ? { judgements } : {}),
    };
  }

  async #parts({ incident, material }: Seen): Promise<IncidentRecord[]> {
    const mentions = incident.mentions ?? [];
    const parts: IncidentRecord[] = [];
    for (const mention of partsOfIncident(mentions, standing(material.judgements), material.reports)) {
      const part = (await this.one(mention))?.incident;
      const isNew = part && !parts.some((each) => each.incident === part.incident);
      // another judgement may have put it elsewhere since
      if (isNew && part.partOf === incident.incident) parts.push(part);
    }
    return parts;
  }

  /** What people decided of reports and mentions by then, in that order. */
  decided(reports: readonly KeptReport[], mentions: readonly string[] = []): Promise<Decided[]> {
    return judgementsOn(this.#record.db, [...reports.map(({ id }) => id), ...mentions], this.#recordedBy());
  }

  /** What reports are called, by their ids. */
  async called(reports: readonly KeptReport[]): Promise<NonNullable<IncidentRecord['told']>> {
    return calledBy(reports, await this.#short(reports, []));
  }

  /** A report as all material of an incident has it; null where there is none, or was none yet. */
  async report(id: string): Promise<Pick<Seen, 'material'> | null> {
    const reports = await loadKept(this.#record.db, [id]);
    const judgements = (await this.decided(reports))
      .filter(({ state, lost }) => state === 'stands' && !lost)
      .map(({ judgement }) => judgement);
    const material = materialAsOf(this.#view, { reports, copies: [], judgements });
    return material.reports.length > 0 ? { material } : null;
  }

  #short(
    reports: readonly KeptReport[],
    judgements: readonly Decided[],
    others: readonly string[] = [],
  ): Promise<Map<string, string>> {
    const named = reportsNamed([judgements.map(({ judgement }) => judgement), others]);
    return shortIds(this.#record.db, [...reports.map(({ id }) => id), ...named]);
  }
}

/** The reports that judgements name by hashes. */
function reportsNamed(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f]{16}(?:#|$)/.test(value) ? [value.slice(0, 16)] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(reportsNamed) : [];
}
