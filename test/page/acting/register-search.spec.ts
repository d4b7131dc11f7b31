import { readRegisterSearch } from '../../../apps/web/src/ui/register/range';

const POST = '0198c0de-0000-7000-8000-000000000001';

describe('the address of a register', () => {
  it('says its days and by what it is narrowed', () => {
    const search = {
      from: '2026-04-01',
      party: 'निरीक्षक',
      mode: 'post',
      state: 'on_desk',
      desk: POST,
      signatory: POST,
    };
    expect(readRegisterSearch(search)).toEqual({ ...search, to: undefined, numberHas: undefined });
  });

  it('takes what looks like a number for the number of a letter', () => {
    expect(readRegisterSearch({ numberHas: 112 }).numberHas).toBe('112');
  });

  it('lets go of what is no day, no post and no word', () => {
    const read = readRegisterSearch({ from: 'gestern', desk: 'SO', signatory: 7, party: '', mode: true, state: null });
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
  });
});
