import { type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import z from 'zod';
import { type InputGiven, OperationInputPipe } from './operation-input.pipe';

const ID = '01a20e3d-5094-73bb-865d-8541f1b028fd';
const NOTE = { text: { version: 1, paragraphs: [] } };

function read(id: OperationId, given: Partial<Omit<InputGiven, 'entry'>>) {
  const entry: OperationEntry = OPERATIONS[id];
  return new OperationInputPipe().transform({
    entry,
    params: {},
    query: {},
    body: undefined,
    ifMatch: undefined,
    ...given,
  });
}

/** Code and pointers of the refusal. */
function refusal(id: OperationId, given: Partial<Omit<InputGiven, 'entry'>>) {
  try {
    return read(id, given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.errors.map(({ pointer }) => pointer)];
  }
}

describe('the path of an operation', () => {
  it('gives ids in small letters and ordinals as numbers', () => {
    const params = { fileId: ID.toUpperCase(), serial: '12' };
    expect(read('flagCorrespondence', { params, body: { flag: null } }).params).toEqual({ fileId: ID, serial: 12 });
  });

  it.each(['', 'x', '7', `${ID}0`, `${ID}\n`, '{}'])('names nothing when its id is %j', (fileId) => {
    expect(refusal('getFile', { params: { fileId } })).toEqual(['not-found']);
  });

  it.each(['', '0', '-1', '1.5', '01', '1e3', '9999999999', 'x'])('names nothing when its ordinal is %j', (serial) => {
    expect(refusal('flagCorrespondence', { params: { fileId: ID, serial }, body: { flag: null } })).toEqual([
      'not-found',
    ]);
  });

  it('is read before the body, so that nobody learns from a body what the path may name', () => {
    expect(refusal('forwardFile', { params: { fileId: 'x' }, body: 7 })).toEqual(['not-found']);
  });
});

describe('the version that a person saw', () => {
  const params = { fileId: ID };

  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    [' 7 ', 7],
    ['*', undefined],
    [undefined, undefined],
  ])('is read from %j as %j', (ifMatch, version) => {
    expect(read('openFile', { params, ifMatch }).ifMatch).toBe(version);
  });

  it('that is none has changed meanwhile', () => {
    expect(refusal('openFile', { params, ifMatch: '"abc"' })).toEqual(['changed-meanwhile']);
  });

  it('is asked for where it is required', () => {
    expect(refusal('changeNote', { params, body: NOTE })).toEqual(['version-needed']);
    expect(refusal('changeNote', { params, body: NOTE, ifMatch: '*' })).toEqual(['version-needed']);
    expect(read('changeNote', { params, body: NOTE, ifMatch: '"3"' }).ifMatch).toBe(3);
  });

  it('is not looked at where the operation knows none', () => {
    expect(read('getFile', { params, ifMatch: '"abc"' }).ifMatch).toBeUndefined();
  });
});

describe('the query of an operation', () => {
  it('has its defaults and its kinds', () => {
    expect(read('listInbox', { query: { unread: 'true', limit: '20' } }).query).toEqual({
      limit: 20,
      order: 'newest',
      unread: true,
    });
  });

  it('is refused at the place that does not fit', () => {
    const query = { limit: '0', order: 'sideways', late: 'perhaps' };
    expect(refusal('listInbox', { query })).toEqual(['invalid-input', '#/limit', '#/order', '#/late']);
  });

  it('is refused where the contract has none', () => {
    expect(read('getFile', { params: { fileId: ID } }).query).toBeUndefined();
    expect(refusal('getFile', { params: { fileId: ID }, query: { limit: '5' } })).toEqual(['invalid-input', '#/limit']);
  });

  it('is refused at each name that the contract does not know, so that nobody believes in a filter that has no effect', () => {
    expect(refusal('listDiary', { query: { q: 'पेंशन', holder: 'x', limit: '5' } })).toEqual([
      'invalid-input',
      '#/q',
      '#/holder',
    ]);
  });
});

describe('the body of an operation', () => {
  const params = { fileId: ID };

  it('has its defaults', () => {
    expect(read('forwardFile', { params, body: { toPostId: ID } }).body).toEqual({ toPostId: ID, confirmNote: false });
  });

  it.each([undefined, null, 7, 'x', []])('is refused whole when it is %j', (body) => {
    expect(refusal('forwardFile', { params, body })).toEqual(['invalid-input', '#']);
  });

  it('is refused at each place that does not fit', () => {
    const body = { toPostId: 'x', remarks: ' ', note: { text: { version: 3, paragraphs: [] } } };
    expect(refusal('forwardFile', { params, body })).toEqual([
      'invalid-input',
      '#/toPostId',
      '#/remarks',
      '#/note/text/version',
    ]);
  });

  it('is refused at each name that the contract does not know, at any depth', () => {
    const note = { text: { version: 1, paragraphs: [{ children: [], 'a/b': 1 }] }, secret: 1 };
    expect(refusal('forwardFile', { params, body: { toPostId: ID, secret: 1, note } })).toEqual([
      'invalid-input',
      '#/note/text/paragraphs/0/a~1b',
      '#/note/secret',
      '#/secret',
    ]);
  });

  it('is none or empty where the contract has none', () => {
    for (const body of [undefined, null, {}]) expect(read('openFile', { params, body }).body).toBeUndefined();
    expect(refusal('openFile', { params, body: { anything: true } })).toEqual(['invalid-input', '#/anything']);
  });
});

describe('what an operation takes', () => {
  const taken = Object.entries<OperationEntry>(OPERATIONS).flatMap(([id, { body, query }]) =>
    [body, query].flatMap((schema) => (schema ? [[id, schema] as const] : [])),
  );

  it.each(taken)('names every field it knows, at any depth: %s', (_, schema) => {
    const described = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
    const objects = described.match(/"type":"object"/g) ?? [];
    expect(objects.length).toBeGreaterThan(0);
    expect(described.match(/"additionalProperties":false/g) ?? []).toHaveLength(objects.length);
  });
});
