import { anEvent, type EventValues, formOf } from '../../test/an-event';
import { fromText } from '../primitives/bytes';
import { readEvent } from './event';

const read = (values: Partial<EventValues>, encoding = 2, change = (form: string) => form) =>
  readEvent(fromText(change(formOf(anEvent(values), encoding))));

it('an event names the rows that were written with it, since its second encoding alone', () => {
  const rows = 'd'.repeat(64);
  expect(read({ rows })).toMatchObject({ encoding: 2, rows });
  expect(read({})).toMatchObject({ encoding: 2, rows: undefined });
  for (const wrong of ['', rows.slice(1), rows.toUpperCase(), `${rows}0`])
    expect(read({ rows: wrong })).toBeUndefined();
  expect(read({}, 1, (form) => form.replace('event 1', 'event 2'))).toBeUndefined();
  for (const other of ['0', '1', '3', '22'])
    expect(read({ rows }, 2, (form) => form.replace('event 2', `event ${other}`))).toBeUndefined();
});
