import { has } from '../../../typesetting/test/tools';
import { Authority } from '../../test/authority';
import { StandInESign } from '../../test/stand-in-esign';
import { eSignAnswer } from './esign-answer';

const withOpenssl = has('openssl') ? describe : describe.skip;
const KIB = 1024;
/** As long as an answer may be. */
const LONGEST = 64 * KIB;
const filled = (begin: string, part: string, end = '') =>
  begin + part.repeat(Math.floor((LONGEST - begin.length - end.length) / part.length)) + end;

withOpenssl('an answer of an eSign service', () => {
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let service: StandInESign;
  let answer: string;
  beforeAll(() => {
    service = new StandInESign(authority, 'Rajesh Kumar Varma');
    const certificate = '<UserX509Certificate>Y2VydA==</UserX509Certificate>';
    const signatures = '<Signatures><DocSignature id="1" error="">c2lnbmF0dXJl</DocSignature></Signatures>';
    answer = service.itsOwn(`<EsignResp status="1" txn="a">${certificate}${signatures}</EsignResp>`);
  });
  afterAll(() => authority.close());
  const read = (text: string) => eSignAnswer({ answer: text, certificate: service.certificate });
  const signatureOf = (text: string) => /<Signature .*<\/Signature>/s.exec(text)?.[0] ?? '';

  it('is read as far as the service has signed it', () => {
    expect(read(answer)).toEqual({ transaction: 'a', signed: { certificate: 'Y2VydA==', signature: 'c2lnbmF0dXJl' } });
  });

  it.each<[string, () => string]>([
    ['with a document type', () => `<!DOCTYPE EsignResp [<!ENTITY a "b">]>${answer}`],
    ['with a comment', () => answer.replace('c2ln', 'c2ln<!-- -->')],
    ['wrapped in another', () => `<EsignResp status="1" txn="b">${answer}</EsignResp>`],
    ['wrapped in something else', () => `<Around>${answer}</Around>`],
    ['with its signature wrapped', () => answer.replace(signatureOf(answer), `<x>${signatureOf(answer)}</x>`)],
    ['with its signature twice', () => answer.replace('</EsignResp>', `${signatureOf(answer)}</EsignResp>`)],
    ['with a signature over a part', () => answer.replace('URI=""', 'URI="#a"').replace('id="1"', 'Id="a"')],
    ['with more than was signed', () => answer.replace('txn="a"', 'txn="b"')],
    ['without a signature', () => answer.replace(signatureOf(answer), '')],
    ['that ends in its midst', () => answer.slice(0, -20)],
    ['that is none', () => 'html'],
    ['of nothing', () => ''],
  ])('%s is refused', (_, forged) => {
    expect(() => read(forged())).toThrow('remote-refused');
  });

  it.each<[string, string]>([
    ['signatures without end', filled('<EsignResp>', '<Signature >')],
    ['tags that nobody closes', filled('<EsignResp>', '<a>')],
    ['tags within tags', filled('<EsignResp>', '<a>', '</a>'.repeat(5_000))],
    ['signs of tags', filled('<EsignResp>', '<')],
    ['attributes without end', `<EsignResp ${Array.from({ length: 6_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
    ['names without end', filled('<EsignResp ', 'xmlns:a="b" ', '/>')],
    ['blanks', filled('<EsignResp ', ' ', '/>')],
    ['a value without end', filled('<EsignResp a="', 'x ')],
    ['ends of tags', filled('<EsignResp>', '</a>')],
    ['instructions', filled('<EsignResp>', '<?a ?>', '</EsignResp>')],
    ['signs that are named', filled('<EsignResp>', '&amp;', '</EsignResp>')],
  ])('that was made to harm costs little: %s', (_, harmful) => {
    const before = process.cpuUsage();
    expect(() => read(harmful)).toThrow('remote-refused');
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
