import { QueryClient } from '@tanstack/react-query';
import { noteNumbers } from '../../../apps/web/src/notes/api';

interface Asked {
  readonly query: { readonly from: number; readonly limit: number };
}
const mockAsked: Asked['query'][] = [];
jest.mock('../../../apps/web/src/api/keys', () => ({ keyOf: (...key: readonly unknown[]) => key }));
jest.mock('../../../apps/web/src/api/call', () => ({
  call: (_id: string, { query }: Asked) => {
    mockAsked.push(query);
    return Promise.resolve({ items: [{ number: query.from }], next: null });
  },
}));

describe('the numbers of the notes of a sheet', () => {
  const asked = async (count: number, mentioned: readonly number[]) => {
    mockAsked.length = 0;
    const client = new QueryClient();
    const known = await noteNumbers(client, 'file', count, mentioned);
    client.clear();
    expect(known.map(({ number }) => number)).toEqual(mockAsked.map(({ from }) => from));
    expect(mockAsked.every(({ limit }) => limit === 100)).toBe(true);
    return mockAsked.map(({ from }) => from);
  };

  it('are asked for once where there are few', async () => {
    expect(await asked(12, [3, 12])).toEqual([1]);
  });

  it('are never asked for whole: of a long sheet those of its end, and those around what a text mentions', async () => {
    expect(await asked(21_004, [])).toEqual([20_901, 21_001]);
    expect(await asked(21_004, [417, 460, 20_999])).toEqual([401, 20_901, 21_001]);
  });

  it('are not asked for where the sheet has no such note', async () => {
    expect(await asked(0, [1])).toEqual([]);
    expect(await asked(100, [0, 101, 99_999])).toEqual([1]);
  });
});
