import type { Language } from '@patravali/contract';
import type { InformationOfficer } from '@patravali/organisation';
import { redactionPages } from './redaction-pages';

const OFFICERS: readonly InformationOfficer[] = [
  {
    role: 'information_officer',
    designation: { hi: 'मुख्य प्रशासनिक अधिकारी', en: 'Chief Administrative Officer' },
    holder: { hi: 'महेश प्रसाद', en: 'Mahesh Prasad' },
    address: { hi: 'आजमगढ़', en: 'Azamgarh' },
  },
  {
    role: 'appellate_authority',
    designation: { hi: 'अपर आयुक्त', en: 'Additional Commissioner' },
    holder: null,
    address: { hi: 'आजमगढ़', en: 'Azamgarh' },
  },
];

const frontOf = (language: Language, officers = OFFICERS) => {
  const pages = redactionPages({
    redaction: { language, total: 1, marks: [{ page: 1, area: null, clause: '8(1)(j)' }] },
    fileNumber: 'A-11011/5/2026-Estt',
    original: { part: 'letter', place: null, firstPage: 3, lastPage: 3 },
    sha256: 'a'.repeat(64),
    generated: { by: 'x', post: 'y', office: 'z', at: '2026-11-30T05:00:00.000Z' },
    officers,
  });
  return JSON.stringify(pages.front.data);
};

describe('the first page of a copy under the Right to Information Act', () => {
  it('cites a clause as the Act counts it in Hindi, and as what is black bears it', () => {
    expect(frontOf('hi')).toContain('धारा 8(1)(ञ) (प्रति पर अंकित: 8(1)(j))');
    expect(frontOf('en')).toContain('section 8(1)(j)"');
  });

  it('names the information officer, and to whom and by when an appeal goes', () => {
    expect(frontOf('hi')).toContain('महेश प्रसाद, मुख्य प्रशासनिक अधिकारी, आजमगढ़');
    expect(frontOf('hi')).toMatch(/धारा 19\(1\).*30 दिन.*: अपर आयुक्त, आजमगढ़/);
    expect(frontOf('en')).toMatch(/section 19\(1\).*within 30 days.*: Additional Commissioner, Azamgarh/);
  });

  it('leaves room for them where the office has named nobody', () => {
    expect(frontOf('hi', []).match(/_{30}/g)).toHaveLength(2);
  });
});
