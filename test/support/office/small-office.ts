import type { OfficeFileContent } from '@patravali/organisation';

/** A small office: a head, a section officer below, and an auditor; Asha holds the section and looks after the store. */
export const SMALL_OFFICE: OfficeFileContent = {
  organisation: {
    name: { hi: 'जिला पंचायत राज कार्यालय', en: 'District Panchayati Raj Office' },
    address: { hi: 'आजमगढ़', en: 'Azamgarh' },
  },
  units: [
    { abbreviation: 'HQ', name: { hi: 'मुख्यालय', en: 'Headquarters' } },
    { abbreviation: 'Estt', name: { hi: 'स्थापना', en: 'Establishment' }, parent: 'HQ' },
  ],
  posts: [
    post('SO(EST)', 'अनुभाग अधिकारी', 'Section Officer', { unit: 'Estt', level: 2, superior: 'HEAD' }),
    post('HEAD', 'कार्यालयाध्यक्ष', 'Head of Office', { unit: 'HQ', level: 1 }),
    post('STORE', 'भण्डार प्रभारी', 'Store-keeper', { unit: 'HQ', level: 3, superior: 'HEAD' }),
  ],
  numberSchemes: {
    file: { template: '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}', period: 'calendar' },
    diary: { template: '{serial}/{year}/{unit}', period: 'calendar' },
    issue: { template: '{serial}/{unit}/{year}', period: 'financial' },
  },
  numberHeads: [
    { basic: 'A', primary: '11', secondary: '11', title: { hi: 'भर्ती नियम', en: 'Recruitment rules' } },
    { basic: 'A', primary: '11', secondary: '12', title: { hi: 'पदों का सृजन', en: 'Creation of posts' } },
  ],
  people: [
    { username: 'asha', name: { hi: 'आशा देवी', en: 'Asha Devi' } },
    { username: 'ravi', name: { hi: 'रवि कुमार', en: 'Ravi Kumar' } },
  ],
  tenures: [
    { person: 'asha', post: 'SO(EST)', from: '2020-01-01', order: '12/2020' },
    { person: 'asha', post: 'STORE', kind: 'additional', from: '2021-01-01' },
    { person: 'ravi', post: 'HEAD', from: '2020-01-01' },
  ],
};

function post(
  marking: string,
  hi: string,
  en: string,
  place: { unit: string; level: number; superior?: string },
): OfficeFileContent['posts'][number] {
  return { marking, designation: { hi, en }, roles: ['officer'], ...place };
}
