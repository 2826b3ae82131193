import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMonths, dayNumber, easterOf, isoDay, parseDay, weekdayOf } from '../../src/model/date-range.ts';

it('days and their numbers go back and forth', () => {
  for (const iso of ['1970-01-01', '2000-02-29', '1899-12-31', '2024-12-31', '1600-03-01']) {
    assert.equal(isoDay(parseDay(iso)!), iso);
  }
  assert.equal(parseDay('1970-01-02'), 1);
  assert.equal(parseDay('2023-02-29'), null);
  assert.equal(parseDay('soon'), null);
});

it('weekdays begin with Monday', () => {
  assert.equal(weekdayOf(parseDay('2024-05-13')!), 1);
  assert.equal(weekdayOf(parseDay('1969-12-28')!), 7);
});

it('a month on from the 31st is the last day of the next', () => {
  assert.equal(isoDay(addMonths(dayNumber(2023, 1, 31), 1)), '2023-02-28');
  assert.equal(isoDay(addMonths(dayNumber(2024, 1, 15), -13)), '2022-12-15');
});

it('Easter falls where the church tables say', () => {
  assert.deepEqual(
    [1990, 2000, 2024, 2038].map((year) => isoDay(easterOf(year))),
    ['1990-04-15', '2000-04-23', '2024-03-31', '2038-04-25'],
  );
});
