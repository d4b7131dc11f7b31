import { readEventFilters, readFileFilters, readSampleFilters } from '../../../apps/web/src/audit/filters';

const ID = '01a20e3d-5094-73bb-865d-8541f1b028fd';
const said = (filters: object) => JSON.parse(JSON.stringify(filters)) as object;

describe("The filters in the address of the auditor's pages", () => {
  it('are read as they were written, a number that the router read as one too', () => {
    const files = { q: '42', state: 'closed', unitId: ID, headId: ID, categoryId: ID, holderId: ID };
    const days = { openedFrom: '2026-01-01', openedTo: '2026-02-01', longerThan: 30 };
    expect(said(readFileFilters({ ...files, ...days, q: 42 }))).toEqual({ ...files, ...days });
    const events = {
      person: 'आशा',
      postId: ID,
      name: 'file.returned',
      number: '42',
      from: '2026-01-01',
      to: '2026-02-01',
    };
    expect(said(readEventFilters({ ...events, number: 42 }))).toEqual(events);
    const sample = { seed: '4711', size: 20, day: '2026-01-01', unitId: ID };
    expect(said(readSampleFilters({ ...sample, seed: 4711 }))).toEqual(sample);
  });

  it('are left out where they do not fit', () => {
    expect(
      said(readFileFilters({ q: '', state: 'lost', unitId: 'EST', openedFrom: 'today', longerThan: -1, more: 1 })),
    ).toEqual({});
    expect(said(readEventFilters({ person: '', postId: 7, name: 'returned', from: '1.1.2026' }))).toEqual({});
    expect(said(readSampleFilters({ seed: '', size: 1.5, day: null, unitId: {} }))).toEqual({});
  });
});
