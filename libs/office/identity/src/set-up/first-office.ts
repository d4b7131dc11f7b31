import type { Bilingual, NameInOne, SetUpOffice } from '@patravali/contract';
import type { OfficeDescription } from '@patravali/organisation';

const HEAD = 'HEAD';
const ADMINISTRATOR = 'ADMIN';

/** What has a name in one language alone bears it in both. */
export const inBoth = ({ hi, en }: NameInOne): Bilingual => ({ hi: hi ?? en ?? '', en: en ?? hi ?? '' });

/** The office as it is set up: one unit, the post of its head, and that of its administrator, who begins on that day. */
export function firstOffice({ office, name, username }: SetUpOffice, day: string): OfficeDescription {
  const unit = 'HQ';
  const languages = office.hi === null ? 'en' : office.en === null ? 'hi' : 'bilingual';
  return {
    organisation: {
      name: inBoth(office),
      address: { hi: '', en: '' },
      letterheadLanguages: languages,
      demo: false,
    },
    units: [{ abbreviation: unit, abbreviationHi: 'मु०', name: { hi: 'मुख्यालय', en: 'Headquarters' } }],
    posts: [
      {
        marking: HEAD,
        markingHi: 'का०अ०',
        designation: { hi: 'कार्यालयाध्यक्ष', en: 'Head of Office' },
        level: 1,
        unit,
        roles: ['officer'],
        audits: [],
      },
      {
        marking: ADMINISTRATOR,
        markingHi: 'प्रशासक',
        designation: { hi: 'ई-ऑफिस प्रशासक', en: 'e-Office Administrator' },
        level: 2,
        unit,
        superior: HEAD,
        roles: ['administrator'],
        audits: [],
      },
    ],
    numberSchemes: {
      file: { template: '{head}/{serial}/{year}-{unit}', period: 'calendar' },
      diary: { template: '{serial}/{year}/{unit}', period: 'calendar' },
      issue: { template: '{serial}/{unit}/{year}', period: 'calendar' },
    },
    numberHeads: [],
    caseCategories: [],
    declaredDays: [],
    urgencies: [],
    draftTemplates: [],
    phrases: [],
    people: [{ username, name: inBoth(name) }],
    tenures: [{ person: username, post: ADMINISTRATOR, kind: 'regular', from: day }],
  };
}
