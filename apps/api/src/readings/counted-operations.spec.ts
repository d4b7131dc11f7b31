import { type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import { COUNTED } from './counted-operations';

/** Nobody sees in these what was not his before: signals, his own words, and what is counted where it is found. */
const NOT_HERE: readonly OperationId[] = ['listen', 'previewDraft', 'downloadMyPdf'];

describe('the operations that count as readings', () => {
  it('are all that answer with bytes', () => {
    const withBytes = Object.entries<OperationEntry>(OPERATIONS).filter(([, { media }]) => media !== undefined);
    const notCounted = withBytes.map(([id]) => id as OperationId).filter((id) => !COUNTED[id]);
    expect(notCounted.sort()).toEqual([...NOT_HERE].sort());
  });

  it.each(Object.entries(COUNTED))('%s names what is read by its path, or the office', (id, counted) => {
    const { path } = OPERATIONS[id as OperationId];
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, `the ${name}`] as const);
    const params: Record<string, string> = Object.fromEntries(names);
    const { item, part = '' } = counted({
      organisationId: 'the office',
      params,
      query: { selection: 'N/1'.repeat(200) },
    });
    expect(item.id).toMatch(/^the /);
    expect(item.kind === 'organisation').toBe(item.id === 'the office');
    expect(part.length).toBeLessThanOrEqual(300);
  });

  it('say of a register which days were taken', () => {
    const asked = { organisationId: 'o', params: {}, query: { from: '2026-04-01', to: '2026-04-30' } };
    expect(COUNTED.downloadDiary?.(asked)).toEqual({
      item: { kind: 'organisation', id: 'o' },
      act: 'printed',
      part: 'diary 2026-04-01 2026-04-30',
    });
  });
});
