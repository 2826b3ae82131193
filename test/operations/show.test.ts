import assert from 'node:assert/strict';
import { addReports, judge, showIncident } from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { failures, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const line = (id: string, published: string, text: string): string =>
  `${JSON.stringify({ id, published, text })}\n`;

testStores('an incident is shown as it is, and as it was when it was said or recorded', async (place, t) => {
  const context = await recordOf(place, t, {
    'first.jsonl': line(
      'first',
      '2031-05-02',
      'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
    ),
  });
  const between = context.now();
  await run(
    addReports,
    {
      paths: [
        folderOf(t, {
          'second.jsonl': line(
            'second',
            '2031-05-04',
            'Police said on Sunday that nine people were killed when a rocket hit the grain store of Tamrin on Thursday.',
          ),
        }),
      ],
    },
    place,
    context,
  );
  await run(
    judge,
    { judgements: [{ kind: 'same-incident', a: 'first#e1', b: 'second#e1' }] },
    place,
    context,
  );
  const show = async (input: { incident: string; asOf?: string; clock?: 'said' | 'recorded' }) => {
    const [shown] = await run(showIncident, input, place, context);
    return { incident: shown!.incident, reports: shown!.reports, low: shown!.toll.killed?.low };
  };
  const now = { incident: 'first#e1', reports: ['first', 'second'], low: 9 };
  const then = { incident: 'first#e1', reports: ['first'], low: 6 };
  assert.deepEqual(await show({ incident: 'first#e1' }), now);
  assert.deepEqual(await show({ incident: 'second#e1' }), now, 'by the id of a mention in it');
  assert.deepEqual(await show({ incident: 'first#e1', asOf: between, clock: 'recorded' }), then);
  assert.deepEqual(await show({ incident: 'first#e1', asOf: '2031-05-03', clock: 'said' }), then);
  assert.deepEqual(
    await failures(showIncident, { incident: 'second#e1', asOf: between, clock: 'recorded' }, place, context),
    ['record/no-incident'],
  );
  assert.deepEqual(await failures(showIncident, { incident: 'first#e1', asOf: 'May' }, place, context), [
    'accounts/not-understood',
  ]);
});
