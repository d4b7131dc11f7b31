import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { RecentUse } from '@patravali/identity';
import { describeApi } from '../../../apps/api/src/openapi/describe-api';
import { type Answer, useApi } from '../../support/http/api';
import { aLetter, aNote } from '../../support/http/clerks';
import type { Marking } from '../../support/office/office';
import { runs } from '../../support/run/runs';
import { sampleBody } from '../../support/http/sample-body';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const PEOPLE: readonly Marking[] = ['US', 'SO', 'ASO', 'DISPATCH', 'AUDIT', 'OTHER', 'CLERK'];
/** Differ from one answer to the next, whatever was asked. */
const OWN_TO_EACH = ['date', 'x-request-id', 'keep-alive', 'connection'];
/** Their bodies are not JSON, and no id stands in their paths. */
const WITHOUT_BODY = ['uploadDocument', 'uploadPictures'];
/** Never comes to an end; what it tells is no more than which lists to ask anew. */
const ENDLESS = 'listen';
/** About oneself: other people's ids have no place in them, and some end the session. */
const OF_ONESELF = /^(signIn|signOut|changePassword)/;

/** What the smallest body that fits the description of these does not say: of several fields one must be there. */
const BODIES: Readonly<Record<string, (id: string) => object>> = {
  createDraft: (id) => ({ content: aLetter(id) }),
  changeDraft: (id) => ({ content: aLetter(id) }),
  previewDraft: (id) => ({ content: aLetter(id) }),
  followDispatch: () => ({ outcome: 'delivered' }),
  redactDocument: (id) => ({ documentId: id, marks: [] }),
  parkFile: () => ({ until: null, event: 'reply_received' }),
  takeLeave: (id) => ({ fromOn: '2099-01-01', untilOn: '2099-01-02', linkPostId: id }),
  takeOverCharge: () => ({ seen: '0'.repeat(64) }),
};

/** What some readings must be told besides. */
const NEEDED: Readonly<Record<string, string>> = {
  downloadSelection: '?selection=N/1',
  checkRegrading: '?grading=secret',
  getFileAsOf: '?day=2026-01-01',
};

/** Everybody else is refused before a row is looked for; nobody here is an administrator. */
const OF_ADMINISTRATORS = [
  'abolishPost',
  'abolishUnit',
  'attachPerson',
  'changeNumberHead',
  'changePerson',
  'changePost',
  'changeSynonyms',
  'changeUnit',
  'closeAccount',
  'createPost',
  'createUnit',
  'endCertificateBinding',
  'endTenure',
  'endTrustedRoot',
  'getPersonCharges',
  'getPostDetails',
  'handOverCharge',
  'makeSignInLink',
  'removeSynonyms',
  'reopenAccount',
  'sendOnDuty',
  'startNumbers',
  'startTenure',
];

/** How an operation says that it knows no such row. */
const UNKNOWN = ['not-found', 'unknown-number-head', 'unknown-document', 'unknown-post'];

/** Of the pairs of an id and an operation a person is asked one in so many; `npm run proof` asks all. */
const SHARES = runs(1) > 1 ? 1 : 5;

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const;

interface Operation {
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly schema: unknown;
}

describe('Every id that one person has seen', () => {
  const api = useApi({ holds: 'section' });
  let description: ReturnType<typeof describeApi>;
  let operations: readonly Operation[];
  let seen: ReadonlyMap<Marking, ReadonlySet<string>>;
  /** Which somebody was told of once, and may see no longer. */
  let lost: readonly string[];

  beforeAll(async () => {
    const { uploaded, ...busy } = await aBusyOffice();
    lost = busy.lost;
    description = describeApi({ secure: false });
    operations = described();
    // More ids than anybody asks for in a minute: how often one may ask is shown elsewhere.
    jest.spyOn(api().app.get(RecentUse), 'count').mockResolvedValue();
    const crawled = await inTurn(PEOPLE, async (who) => [who, await idsSeenBy(api().office.at(who))] as const);
    // No list shows a document that is on no diary yet: its uploader alone has been told of it.
    seen = new Map(crawled.map(([who, ids]) => [who, who === 'ASO' ? new Set([...ids, uploaded]) : ids]));
  }, 120_000);

  it('is among those of the people who may read what it names', () => {
    const counts = Object.fromEntries([...seen].map(([who, ids]) => [who, ids.size]));
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(5);
    // Who deals with the files has seen more than who does not; else the test compares nothing with nothing.
    expect((seen.get('US')?.size ?? 0) - (seen.get('CLERK')?.size ?? 0)).toBeGreaterThan(15);
  });

  it('is to everybody else, in every operation, as one that does not exist', async () => {
    const everything = new Set([...lost, ...[...seen.values()].flatMap((ids) => [...ids])]);
    const before = await recorded();
    const asked = new Map<string, string>();
    for (const who of PEOPLE) {
      const own = seen.get(who);
      const strange = [...everything].filter((id) => !own?.has(id));
      for (const [index, operation] of operations.filter(takesIds).entries()) {
        const nobodys = randomUUID();
        const expected = outcome(await ask(who, operation, nobodys), nobodys);
        asked.set(operation.name, codeIn(expected.text));
        for (const id of strange.filter((_, at) => (at + index) % SHARES === 0)) {
          const answer = outcome(await ask(who, operation, id), id);
          expect([who, operation.name, id, answer]).toEqual([who, operation.name, id, expected]);
        }
      }
    }
    expect(await recorded()).toEqual(before);
    // Refused before the row was looked for, an operation proves nothing.
    expect(Object.fromEntries([...asked].filter(([, code]) => !UNKNOWN.includes(code)))).toEqual(
      Object.fromEntries(OF_ADMINISTRATORS.map((name) => [name, 'not-allowed'])),
    );
    expect(asked.size).toBeGreaterThan(40);
  }, 240_000);

  function described(): Operation[] {
    return Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Described>).map(([method, { operationId, requestBody }]) => ({
        name: operationId,
        method: method as Operation['method'],
        path: path.replace('/api/v1', ''),
        schema: requestBody?.content['application/json']?.schema,
      })),
    );
  }

  function takesIds(operation: Operation): boolean {
    if (OF_ONESELF.test(operation.name) || WITHOUT_BODY.includes(operation.name)) return false;
    return /\{\w*Id\}/.test(operation.path) || JSON.stringify(bodyOf(operation, 'the id') ?? '').includes('the id');
  }

  function bodyOf({ name, schema }: Operation, id: string): object | undefined {
    if (schema === undefined) return undefined;
    return BODIES[name]?.(id) ?? (sampleBody(description, schema, id) as object);
  }

  async function ask(who: Marking, operation: Operation, id: string): ReturnType<typeof inject> {
    const { name, method, path } = operation;
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => (parameter.endsWith('Id') ? id : '1'));
    const body = bodyOf(operation, id);
    const headers = method === 'get' ? {} : { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const asked = filled + (NEEDED[name] ?? '');
    return await inject(api().office.at(who), method, asked, { headers, ...(body && { payload: body }) });
  }

  /** Without a connection: a request of the thousands takes a third of the time. */
  async function inject(
    actor: Actor,
    method: Operation['method'],
    path: string,
    { headers = {}, payload }: { headers?: Record<string, string>; payload?: object } = {},
  ): Promise<Pick<Answer, 'status' | 'headers' | 'text'>> {
    const own = { authorization: `Bearer ${await api().token(actor)}`, 'x-acting-post': actor.postId };
    const {
      statusCode,
      headers: told,
      payload: text,
    } = await api().app.inject({
      method: METHODS[method],
      url: `/api/v1${path}`,
      headers: { 'accept-language': 'en', ...own, ...headers },
      ...(payload && { payload }),
    });
    return { status: statusCode, headers: told as Answer['headers'], text };
  }

  /** What the person is told, without what the answer repeats of the question. */
  function outcome({ status, headers, text }: Awaited<ReturnType<typeof inject>>, id: string) {
    const told = Object.entries(headers).filter(([name]) => !OWN_TO_EACH.includes(name));
    const without = (words: string) => words.replaceAll(id, 'the id').replaceAll(UUID, 'some id');
    return { status, headers: Object.fromEntries(told), text: without(text) };
  }

  /** Goes through every list, and into everything that the lists show, until nothing new comes. */
  async function idsSeenBy(actor: Actor): Promise<Set<string>> {
    const known = new Set<string>();
    const gets = operations.filter(
      ({ method, name }) => method === 'get' && !name.startsWith('download') && name !== ENDLESS,
    );
    const lists = ['?q=%E0%A4%B8', ''].flatMap((query) =>
      gets.filter(({ path }) => !path.includes('{')).map(({ path }) => `${path}${path === '/files' ? query : ''}`),
    );
    let fresh = await idsIn(actor, lists);
    while (fresh.length > 0) {
      for (const id of fresh) known.add(id);
      const deeper = gets.filter(({ path }) => path.includes('Id}'));
      const paths = fresh.flatMap((id) =>
        deeper.map(({ path }) =>
          path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => (parameter.endsWith('Id') ? id : '1')),
        ),
      );
      fresh = (await idsIn(actor, paths)).filter((id) => !known.has(id));
    }
    return known;
  }

  async function idsIn(actor: Actor, paths: readonly string[]): Promise<string[]> {
    const ids = new Set<string>();
    for (const path of new Set(paths)) {
      const { status, text } = await inject(actor, 'get', path);
      if (status === 200) for (const [id] of text.matchAll(UUID)) ids.add(id);
    }
    return [...ids];
  }

  async function recorded() {
    const { event, movement, note, draft_version } = await api().office.counts();
    return { event, movement, note, draft_version };
  }

  /**
   * Files of two gradings with notes, drafts and letters; letters that came in, read by few.
   * @returns a document on no diary, and what the superior asked for of a file before it was graded higher.
   */
  async function aBusyOffice(): Promise<{ uploaded: string; lost: readonly string[] }> {
    const { office } = api();
    const by =
      (who: Marking) =>
      async (does: string, body: object, ifMatch: object = {}) => {
        const [method = '', path = ''] = does.split(' ');
        const headers = { 'idempotency-key': randomUUID(), ...ifMatch };
        const { status, text } = await api().as(office.at(who), method as 'post', path, { headers, body });
        if (status >= 300) throw new Error(`${who} ${does}: ${text}`);
        return JSON.parse(text) as Record<'id' | 'issueId', string>;
      };
    const [us, so, aso, dispatch, other] = [by('US'), by('SO'), by('ASO'), by('DISPATCH'), by('OTHER')];
    const headId = office.headId;
    const { id: open } = await aso('post /files', { headId, subject: 'सड़क की मरम्मत' });
    await aso(`post /files/${open}/notes`, aNote('परीक्षण कर प्रस्तुत।'));
    await aso(`post /files/${open}/notes/pending/confirm`, {});
    await aso(`post /files/${open}/forward`, { toPostId: office.at('SO').postId });
    const { id: closed } = await us('post /files', { headId, subject: 'सतर्कता जाँच', grading: 'confidential' });
    await us(`post /files/${closed}/notes`, aNote('गोपनीय।'));
    const content = aLetter(office.at('SO').postId);
    await so(`post /files/${open}/drafts`, { content });
    const { id: letter } = await so(`post /files/${open}/drafts`, { content });
    await so(`post /drafts/${letter}/approve`, { draftVersion: 1 });
    const { issueId } = await so(`post /drafts/${letter}/issue`, {});
    await dispatch(`post /issues/${issueId}/dispatches`, { dispatches: [{ recipient: 0, mode: 'by_hand' }] });
    await us(`post /files/${closed}/drafts`, { content: aLetter(office.at('US').postId) });
    const entry = async (who: Marking, grading: string) => ({
      documentId: await office.newDocument(office.at(who)),
      subject: 'सूचना का अधिकार',
      senderName: 'नागरिक',
      receivedOn: '2026-01-02',
      deliveryMode: 'post',
      language: 'hi',
      grading,
    });
    await other('post /receipts', await entry('OTHER', 'secret'));
    const { id: received } = await so('post /receipts', await entry('SO', 'normal'));
    await so(`post /receipts/${received}/put-in-file`, { fileId: open });
    await aso('post /receipts', await entry('ASO', 'normal'));
    await other('post /files', { headId, subject: 'स्थानान्तरण' });
    // A file that was normal: what others were told of it, or asked for, is out of their reach.
    const { id: raised } = await aso('post /files', { headId, subject: 'शिकायत की जाँच' });
    const discussion = { kind: 'discussion', discussedWith: [office.at('OTHER').postId] };
    const note = { ...aNote('शिकायतकर्ता से चर्चा की गई।'), ...discussion };
    await aso(`post /files/${raised}/forward`, { toPostId: office.at('SO').postId, note, confirmNote: true });
    await us(`post /files/${raised}/parts`, {});
    const { id: pdf } = await us(`post /files/${raised}/pdfs`, {});
    const asked = { postId: office.at('CLERK').postId, dueOn: '2099-12-31' };
    await so(`post /files/${raised}/consultations`, { question: 'क्या शिकायत सही है?', posts: [asked] });
    const version = { 'if-match': '"3"' };
    await so(`put /files/${raised}/grading`, { grading: 'secret', reason: 'जाँच का प्रकरण' }, version);
    return { uploaded: await office.newDocument(office.at('ASO')), lost: [pdf] };
  }
});

interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}

/** Of an act on several files, why the first was not touched. */
function codeIn(answer: string): string {
  const told = JSON.parse(answer) as { code: string; items?: readonly { refusal: { code: string } | null }[] };
  return told.items ? (told.items[0]?.refusal?.code ?? 'done') : told.code;
}

async function inTurn<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
