import { inBoth, type SetUpOffice } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import type { OfficeDescription } from '@patravali/organisation';

/** The office as it is set up: one unit, the post of its head, and that of its administrator, who begins on that day. */
export function firstOffice({ office, name, username }: SetUpOffice, day: string): OfficeDescription {
  const hi = messagesOf('first-office', 'hi');
  const en = messagesOf('first-office', 'en');
  const unit = en.unitShort;
  const keptLanguages = office.hi === null ? 'en' : office.en === null ? 'hi' : 'bilingual';
  return {
    organisation: {
      name: inBoth(office),
      address: { hi: '', en: '' },
      keptLanguages,
      demo: false,
    },
    units: [{ abbreviation: unit, abbreviationHi: hi.unitShort, name: { hi: hi.unit, en: en.unit } }],
    posts: [
      {
        marking: en.headShort,
        markingHi: hi.headShort,
        designation: { hi: hi.head, en: en.head },
        level: 1,
        unit,
        roles: ['officer'],
        audits: [],
      },
      {
        marking: en.administratorShort,
        markingHi: hi.administratorShort,
        designation: { hi: hi.administrator, en: en.administrator },
        level: 2,
        unit,
        superior: en.headShort,
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
    tenures: [{ person: username, post: en.administratorShort, kind: 'regular', from: day }],
  };
}
