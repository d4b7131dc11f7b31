import { addressOf } from '../../../apps/web/src/api/call';

describe('the address of an operation', () => {
  it('holds what is filled in as one part, whatever it is', () => {
    const fileId = '../../x?y=1#z\\%2f "क';
    const address = addressOf('getFile', { params: { fileId } });
    expect(address).toBe(`/api/v1/files/${encodeURIComponent(fileId)}`);
    expect(new URL(address, 'https://office.example.in').pathname.split('/')).toHaveLength(5);
  });

  it('has filters that end nothing and begin nothing', () => {
    const q = 'a&limit=200#x=क';
    const address = addressOf('findFiles', { query: { q } });
    expect([...new URL(address, 'https://office.example.in').searchParams]).toEqual([['q', q]]);
  });
});
