import {
  ago,
  ahead,
  answer,
  answerAt,
  extension,
  issuerAt,
  list,
  listAt,
  type Made,
  make,
  url,
  type Wanted,
} from '../../test/made-certificates';
import { element, OID, partsOf, readElement, sequence, TAG } from '../asn1';
import { openCertificate } from '../certificates/certificate';
import { patient } from '../revocation/patient';
import { revocationRequest } from '../revocation/revocation-answer';
import type { RevocationAnswer, RevocationQuestion } from '../revocation/revocation-source';
import { judgeCertificate } from './judge-certificate';

const root = make({ name: 'Root', ca: true });
const LIST = 'http://crl.test.in/people.crl';

type Says = (question: RevocationQuestion) => Uint8Array | null;
const SILENT: Says = () => null;

/** Asks for as long as there are questions. */
async function judged(own: Made, says: Says, stapled: readonly Uint8Array[] = []) {
  const answers: RevocationAnswer[] = [];
  for (;;) {
    const trust = { roots: [root.der], at: new Date(), answers, stapled };
    const { questions, objection, revocation } = await judgeCertificate({ certificates: [own.der], ...trust });
    if (questions.length === 0) return { objection, revocation, asked: answers.map(({ question }) => question.kind) };
    answers.push(...questions.map((question) => ({ question, answer: says(question) })));
  }
}

const asked = (wanted: Wanted = {}) => make({ by: root, extensions: [answerAt('http://ocsp.test.in/')], ...wanted });
const listed = (wanted: Wanted = {}) => make({ by: root, extensions: [listAt(LIST)], ...wanted });
const both = () => make({ by: root, extensions: [answerAt('http://ocsp.test.in/'), listAt(LIST)] });

/** What a question is about: four sequences deep. */
const about = ({ body }: Pick<RevocationQuestion, 'body'>): Uint8Array => {
  let part = readElement(body ?? new Uint8Array());
  for (let depth = 0; depth < 4; depth++) part = readElement(part.content);
  return part.bytes;
};
const idOf = ({ der }: Made) => about({ body: revocationRequest(openCertificate(der), openCertificate(root.der)) });
const serialOf = ({ der }: Made): Uint8Array => partsOf(readElement(readElement(der).content))[1]?.bytes ?? der;
const delegate = (wanted: Wanted = {}) =>
  make({ name: 'Answers', by: root, purposes: [OID.mayAnswerForIssuer], ...wanted });

describe('an answer about a certificate', () => {
  it.each<[string, (own: Made) => Says]>([
    ['by its authority', () => (q) => answer(root, { about: about(q), status: 'good' })],
    [
      'by somebody whom its authority allows to answer',
      () => {
        const by = delegate();
        return (q) => answer(by, { about: about(q), status: 'good', certificates: [by] });
      },
    ],
    [
      'that does not say until when it holds, some hours old',
      () => (q) => answer(root, { about: about(q), status: 'good', next: null }),
    ],
  ])('%s is believed', async (_, says) => {
    const own = asked();
    expect(await judged(own, says(own))).toEqual({ objection: null, revocation: 'good', asked: ['answer'] });
  });

  it.each<[string, (own: Made) => Says]>([
    ['is about another certificate', () => () => answer(root, { about: idOf(asked()), status: 'good' })],
    [
      'is signed by a stranger of the same name',
      () => {
        const stranger = make({ name: 'Root', ca: true });
        return (q) => answer(stranger, { about: about(q), status: 'good', certificates: [stranger] });
      },
    ],
    [
      'is signed by the certificate itself',
      (own) => (q) => answer(own, { about: about(q), status: 'good', certificates: [own] }),
    ],
    [
      'is signed by somebody who may do something else',
      () => {
        const by = delegate({ purposes: [OID.mayIdentifyServer] });
        return (q) => answer(by, { about: about(q), status: 'good', certificates: [by] });
      },
    ],
    [
      'is signed by somebody who was allowed to answer once',
      () => {
        const by = delegate({ from: ago(9), until: ago(1) });
        return (q) => answer(by, { about: about(q), status: 'good', certificates: [by] });
      },
    ],
    [
      'was right last week, and is repeated',
      () => (q) => answer(root, { about: about(q), status: 'good', made: ago(7), next: ago(6) }),
    ],
    [
      'is two days old, and does not say until when it holds',
      () => (q) => answer(root, { about: about(q), status: 'good', made: ago(2), next: null }),
    ],
    ['is of tomorrow', () => (q) => answer(root, { about: about(q), status: 'good', made: ahead(1), next: ahead(2) })],
    ['does not know it', () => (q) => answer(root, { about: about(q), status: 'unknown' })],
    ['is the page of a hotel', () => () => Buffer.from('<html>')],
    ['is empty', () => () => new Uint8Array()],
    ['never comes', () => SILENT],
  ])('is none when it %s', async (_, says) => {
    const own = asked();
    expect(await judged(own, says(own))).toEqual({ objection: null, revocation: 'not_checked', asked: ['answer'] });
  });

  it('that it is revoked is believed', async () => {
    const says: Says = (q) => answer(root, { about: about(q), status: 'revoked' });
    expect(await judged(asked(), says)).toMatchObject({ objection: 'revoked', revocation: 'not_checked' });
  });

  it('that is none is followed by the list', async () => {
    const says: Says = ({ kind }) => (kind === 'list' ? list(root, []) : Buffer.from('none'));
    expect(await judged(both(), says)).toEqual({ objection: null, revocation: 'good', asked: ['answer', 'list'] });
  });
});

describe('a list of what is revoked', () => {
  const scope = (...parts: Uint8Array[]) => extension(OID.scopeOfList, sequence(...parts), true);
  const only = (what: number) => element(TAG.contextPrimitive(what), Uint8Array.of(0xff));
  const of = (place: string) => element(TAG.context(0), element(TAG.context(0), url(place)));

  it.each<[string, () => Uint8Array]>([
    ['by its authority', () => list(root, [serialOf(make({ by: root }))])],
    ['of people alone', () => list(root, [], { extensions: [scope(only(1))] })],
    ['of the place that the certificate names', () => list(root, [], { extensions: [scope(of(LIST))] })],
  ])('%s is believed', async (_, made) => {
    expect(await judged(listed(), made)).toEqual({ objection: null, revocation: 'good', asked: ['list'] });
  });

  it.each<[string, () => Uint8Array]>([
    ['by a stranger of the same name', () => list(make({ name: 'Root', ca: true }), [])],
    ['of last week', () => list(root, [], { made: ago(7), next: ago(1) })],
    ['of tomorrow', () => list(root, [], { made: ahead(1), next: ahead(2) })],
    ['that does not say until when it holds', () => list(root, [], { next: null })],
    ['of authorities alone', () => list(root, [], { extensions: [scope(only(2))] })],
    ['of some reasons alone', () => list(root, [], { extensions: [scope(only(4))] })],
    ['of another place', () => list(root, [], { extensions: [scope(of('http://crl.test.in/other.crl'))] })],
    ['of what has changed', () => list(root, [], { extensions: [extension(OID.deltaOfList, sequence(), true)] })],
  ])('%s is none', async (_, made) => {
    expect(await judged(listed(), made)).toMatchObject({ objection: null, revocation: 'not_checked' });
  });

  it('that has the certificate in it is believed, and one by whoever may sign no lists is not', async () => {
    const own = listed();
    expect(await judged(own, () => list(root, [serialOf(own)]))).toMatchObject({ objection: 'revoked' });
    const mute = make({ name: 'Mute', ca: true, usage: 0x04 });
    const trust = { roots: [mute.der], at: new Date(), answers: [], stapled: [list(mute, [])] };
    const certificates = [make({ by: mute }).der];
    expect(await judgeCertificate({ certificates, ...trust })).toMatchObject({ revocation: 'not_checked' });
  });
});

describe('what a signature brings along', () => {
  it('is believed as if it had been asked for, and nobody is asked', async () => {
    const own = both();
    for (const piece of [list(root, []), answer(root, { about: idOf(own), status: 'good' })])
      expect(await judged(own, SILENT, [Buffer.from('none'), piece])).toEqual({
        objection: null,
        revocation: 'good',
        asked: [],
      });
  });

  it('says nothing when it is about another, and somebody is asked', async () => {
    const [own, other] = [asked(), asked()];
    const piece = answer(root, { about: idOf(other), status: 'good' });
    const says: Says = (q) => answer(root, { about: about(q), status: 'good' });
    expect(await judged(own, says, [piece])).toEqual({ objection: null, revocation: 'good', asked: ['answer'] });
  });
});

describe('the certificate of an issuer', () => {
  const between = make({ name: 'Between', by: root, ca: true });
  const own = make({ by: between, extensions: [issuerAt('http://ca.test.in/between.cer')] });

  it('is asked for where nobody brought it along', async () => {
    expect(await judged(own, () => between.der)).toMatchObject({ objection: null, asked: ['issuer'] });
  });

  it('helps only if it is that of the issuer', async () => {
    const stranger = make({ name: 'Between', by: root, ca: true });
    for (const says of [SILENT, () => stranger.der, () => Buffer.from('none')])
      expect(await judged(own, says)).toMatchObject({ objection: 'untrusted', asked: ['issuer'] });
  });
});

describe('whoever signs', () => {
  it('waits for all authorities together, and not again for the one that was late', async () => {
    let times = 0;
    const begin = patient({ ask: () => (++times, new Promise<null>(() => undefined)) }, 5);
    const question = (place: string) => ({ kind: 'list', url: place, body: null }) as const;
    const waiting = begin();
    expect(await Promise.all([waiting.ask(question('one')), waiting.ask(question('other'))])).toEqual([null, null]);
    expect(await begin().ask(question('one'))).toBeNull();
    expect(times).toBe(2);
  });

  it('gets what comes in time', async () => {
    const begin = patient({ ask: () => Promise.resolve(Uint8Array.of(1)) }, 10_000);
    expect(await begin().ask({ kind: 'list', url: 'one', body: null })).toEqual(Uint8Array.of(1));
  });
});
