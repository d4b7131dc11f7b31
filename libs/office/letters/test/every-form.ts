import {
  LETTER_FORM_PARTS,
  LETTER_FORMS,
  type LetterForm,
  type LetterLanguage,
  LETTER_LAYOUTS,
} from '@patravali/contract';
import { written } from '../../../platform/typesetting/test/samples';
import type { LetterData } from '../src/page/letter-data';
import { aLetter } from './samples';

interface Text {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** What a letter of each form says: in Hindi, in English. */
const TEXTS: Readonly<Record<LetterForm, readonly [hi: Text, en: Text]>> = {
  letter: [
    text(
      'वृद्धावस्था पेंशन के लम्बित प्रकरणों का निस्तारण।',
      'मुझे यह कहने का निदेश हुआ है कि जनपद के 317 प्रकरण सत्यापन हेतु लम्बित हैं।',
      'अतः अनुरोध है कि सत्यापन 15.12.2026 तक पूर्ण कराकर आख्या उपलब्ध कराएँ।',
    ),
    text(
      'Disposal of pending cases of old age pension.',
      'I am directed to say that 317 cases of the district are pending for verification.',
      'It is requested that verification be completed by 15.12.2026 and a report furnished.',
    ),
  ],
  do_letter: [
    text(
      'पेंशन प्रकरण',
      'आपके जनपद में पेंशन के 317 प्रकरण लम्बित हैं। मैं चाहूँगा कि आप स्वयं इनकी समीक्षा करें।',
      'कृपया कृत कार्यवाही से मुझे 15.12.2026 तक अवगत कराएँ।',
    ),
    text(
      'Pension cases',
      'As many as 317 cases of pension are pending in your district. I should be glad if you would review them yourself.',
      'Please let me know by 15.12.2026 what has been done.',
    ),
  ],
  office_memorandum: [
    text(
      'अर्जित अवकाश के नकदीकरण की प्रक्रिया।',
      'अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि अर्जित अवकाश के नकदीकरण के प्रकरण वित्त अनुभाग के माध्यम से प्रस्तुत किए जाएँ।',
      'समस्त अनुभाग इसका अनुपालन सुनिश्चित करें।',
    ),
    text(
      'Procedure for encashment of earned leave.',
      'The undersigned is directed to say that cases of encashment of earned leave be put up through the Finance Section.',
      'All sections shall ensure compliance.',
    ),
  ],
  office_order: [
    text(
      'अवकाश स्वीकृति',
      'श्री रमेश चन्द्र, वरिष्ठ सहायक को दिनांक 01.12.2026 से 07.12.2026 तक 07 दिवस का अर्जित अवकाश स्वीकृत किया जाता है।',
      'अवकाश अवधि में इनका कार्य श्रीमती सुनीता यादव, वरिष्ठ सहायक देखेंगी।',
    ),
    text(
      'Sanction of leave',
      'Shri Ramesh Chandra, Senior Assistant, is granted seven days’ earned leave from 01.12.2026 to 07.12.2026.',
      'During this period his work will be looked after by Smt. Sunita Yadav, Senior Assistant.',
    ),
  ],
  order: [
    text(
      'सड़क मरम्मत हेतु वित्तीय स्वीकृति।',
      'सगड़ी–लालगंज मार्ग की मरम्मत हेतु रु० 12,50,000 की वित्तीय स्वीकृति प्रदान की जाती है।',
      'व्यय वित्तीय वर्ष 2026-27 के लेखाशीर्षक 3054 के अन्तर्गत वहन किया जाएगा।',
    ),
    text(
      'Financial sanction for the repair of a road.',
      'Financial sanction of Rs. 12,50,000 is accorded for the repair of the Sagri–Lalganj road.',
      'The expenditure is to be met from head 3054 of the financial year 2026-27.',
    ),
  ],
  notification: [
    text('नियम संशोधन', 'उत्तर प्रदेश भूमि अभिलेख नियमावली, 1957 के नियम 12 में “पन्द्रह दिन” के स्थान पर “सात दिन” शब्द रखे जाते हैं।'),
    text(
      'Amendment of rules',
      'In rule 12 of the Land Records Rules, 1957, for the words “fifteen days” the words “seven days” are substituted.',
    ),
  ],
  resolution: [
    text(
      'पेयजल योजनाओं की समीक्षा हेतु समिति का गठन।',
      'मण्डल की पेयजल योजनाओं की समीक्षा हेतु एक समिति गठित की जाती है।',
      'समिति तीन माह में अपना प्रतिवेदन प्रस्तुत करेगी।',
    ),
    text(
      'Committee to review schemes of drinking water.',
      'A committee is set up to review the schemes of drinking water of the division.',
      'The committee shall report within three months.',
    ),
  ],
  endorsement: [
    text('शासनादेश की प्रति', 'निम्नलिखित पत्रादि की प्रतिलिपि सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित की जाती है।'),
    text(
      'Copy of a government order',
      'A copy of each of the papers mentioned below is forwarded for information and necessary action.',
    ),
  ],
  id_note: [
    text(
      'पदों के सृजन पर सहमति।',
      'मण्डल मुख्यालय में कनिष्ठ सहायक के दो पदों के सृजन का प्रस्ताव विचाराधीन है।',
      'वित्त विभाग की सहमति 15.12.2026 तक अपेक्षित है।',
    ),
    text(
      'Concurrence in the creation of posts.',
      'A proposal to create two posts of Junior Assistant at the divisional headquarters is under consideration.',
      'The concurrence of the Finance Department is sought by 15.12.2026.',
    ),
  ],
  press_note: [
    text(
      'ददरी मेले का शुभारम्भ सोमवार को।',
      'ऐतिहासिक ददरी मेला सोमवार, 30 नवम्बर, 2026 से प्रारम्भ होगा। श्रद्धालुओं हेतु अतिरिक्त बसें चलाई जाएँगी।',
    ),
    text(
      'Dadri fair opens on Monday.',
      'The historic Dadri fair opens on Monday, 30 November 2026. Extra buses will run for pilgrims.',
    ),
  ],
  minutes: [
    text(
      'दिनांक 20.11.2026 को मण्डलायुक्त की अध्यक्षता में आयोजित बैठक का कार्यवृत्त।',
      'बैठक में राजस्व वादों के निस्तारण की समीक्षा की गई।',
      'निर्णय लिया गया कि पाँच वर्ष से पुराने वाद मार्च, 2027 तक निस्तारित किए जाएँ।',
    ),
    text(
      'Minutes of the meeting of 20.11.2026 chaired by the Divisional Commissioner.',
      'The disposal of revenue cases was reviewed.',
      'It was decided that cases older than five years be disposed of by March 2027.',
    ),
  ],
  reminder: [
    text(
      'वृद्धावस्था पेंशन के लम्बित प्रकरणों का निस्तारण।',
      'कृपया उपर्युक्त पत्र का सन्दर्भ ग्रहण करें, जिसकी आख्या अद्यतन अप्राप्त है।',
      'अनुरोध है कि वांछित आख्या 15.12.2026 तक उपलब्ध कराएँ।',
    ),
    text(
      'Disposal of pending cases of old age pension.',
      'Kindly refer to the letter above, to which no report has been received.',
      'It is requested that the report be furnished by 15.12.2026.',
    ),
  ],
};

function text(subject: string, ...paragraphs: string[]): Text {
  return { subject, paragraphs };
}

const PUBLICATION = {
  gazette: ['(असाधारण गजट, भाग-4, खण्ड (ख) में प्रकाशनार्थ)', '(To be published in the Gazette, Part IV, Section (b))'],
  embargo: ['(तत्काल प्रकाशनार्थ)', '(For immediate publication)'],
} as const;

const PRESENT = {
  hi: ['मण्डलायुक्त (अध्यक्ष)', 'जिलाधिकारी, मऊ', 'अपर आयुक्त'],
  en: ['Divisional Commissioner (in the chair)', 'District Magistrate, Mau', 'Additional Commissioner'],
};

/** What is typed once, where the letter is in English only. */
const IN_ENGLISH = {
  reference: { number: '412/SW/Pension/2026-27', date: '2026-10-12' },
  enclosures: ['Form R-2', 'List of cases'],
  copyTo: [{ name: 'Lead Bank Manager', address: 'Azamgarh' }],
};

type Addressees = LetterData['addressees'];
const TO_AN_OFFICE = [
  aLetter().addressees,
  [{ name: 'District Social Welfare Officer', address: 'Vikas Bhawan,\nAzamgarh' }],
] as const;

/** Those to whom a form goes otherwise than to an office. */
const TO: Partial<Record<LetterForm, readonly [hi: Addressees, en: Addressees]>> = {
  do_letter: [
    [{ name: 'श्री महेश प्रसाद', designation: 'जिलाधिकारी', address: 'मऊ' }],
    [{ name: 'Shri Mahesh Prasad', designation: 'District Magistrate', address: 'Mau' }],
  ],
  notification: [
    [{ name: 'प्रबन्धक', address: 'राजकीय मुद्रणालय,\nप्रयागराज' }],
    [{ name: 'The Manager', address: 'Government Press,\nPrayagraj' }],
  ],
  id_note: [[{ name: 'वित्त विभाग' }], [{ name: 'Finance Department' }]],
  press_note: [
    [{ name: 'जिला सूचना अधिकारी', address: 'आज़मगढ़' }],
    [{ name: 'District Information Officer', address: 'Azamgarh' }],
  ],
};

function addresseesOf(form: LetterForm, language: LetterLanguage): Addressees {
  const [hi, en] = TO[form === 'resolution' ? 'notification' : form] ?? TO_AN_OFFICE;
  return language === 'en' ? en : hi;
}

/** An issued letter of a form, in a language and a layout. */
export function letterOfForm(
  form: LetterForm,
  language: LetterLanguage,
  layout: (typeof LETTER_LAYOUTS)[number],
  changes: Partial<LetterData> = {},
): LetterData {
  const parts = LETTER_FORM_PARTS[form];
  const [hi, en] = TEXTS[form];
  const own = language === 'en' ? en : hi;
  const [inHindi, inEnglish] = parts.publication ? PUBLICATION[parts.publication] : [];
  const base = aLetter();
  return aLetter({
    form,
    language,
    layout,
    letterhead: { ...base.letterhead, place: { hi: 'आज़मगढ़', en: 'Azamgarh' } },
    subject: own.subject,
    body: written(...own.paragraphs),
    ...(language === 'en' && IN_ENGLISH),
    addressees: parts.addressees === 'none' ? [] : addresseesOf(form, language),
    signatory: { ...base.signatory, phone: '05462-220201', email: 'ao-azamgarh@example.org' },
    ...(parts.publication && { publication: language === 'en' ? inEnglish : inHindi }),
    ...(parts.attention &&
      form === 'office_memorandum' && { attention: language === 'en' ? 'Shri Anil Kumar' : 'श्री अनिल कुमार' }),
    ...(parts.present && { present: language === 'en' ? PRESENT.en : PRESENT.hi }),
    ...(parts.reminder && { reminder: 2 }),
    ...(language === 'bilingual' && {
      english: {
        subject: en.subject,
        salutation: null,
        body: written(...en.paragraphs),
        ...(parts.publication && { publication: inEnglish }),
        ...(parts.present && { present: PRESENT.en }),
      },
    }),
    ...changes,
  });
}

/** Every form in every language and layout. */
export const EVERY_FORM = LETTER_FORMS.flatMap((form) =>
  (['hi', 'en', 'bilingual'] as const).flatMap((language) =>
    LETTER_LAYOUTS.map((layout) => ({ form, language, layout, name: `${layout} ${form} ${language}` })),
  ),
);

/** One after the other, and then from the first again. */
export function formInTurn(turn: number): (typeof EVERY_FORM)[number] {
  const form = EVERY_FORM[turn % EVERY_FORM.length];
  if (!form) throw new Error('There are no forms');
  return form;
}
