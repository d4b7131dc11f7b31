import { DraftContent } from '../src/areas/drafts';
import type { LetterCheck, LetterFacts } from '../src/letter-checks/letter-checks';
import type { LetterForm } from '../src/letter-forms';

/** A letter with what the checks look at; the rest is as it should be. */
export interface Checked {
  readonly form: LetterForm;
  readonly says: string;
  readonly language?: DraftContent['language'];
  readonly english?: string;
  /** `name | designation | address`. */
  readonly to?: readonly string[];
  readonly reference?: DraftContent['reference'];
  readonly enclosures?: number;
  readonly publication?: string;
  readonly facts?: Partial<LetterFacts>;
}

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const designated = (number: number, level: number, hi: string, en: string) => ({
  ...{ id: id(number), level, designation: { hi, en } },
});

export const FACTS: LetterFacts = {
  layout: 'central',
  answered: null,
  posts: [
    designated(1, 1, 'मण्डलायुक्त', 'Divisional Commissioner'),
    designated(2, 2, 'अपर आयुक्त', 'Additional Commissioner'),
    designated(3, 3, 'मुख्य प्रशासनिक अधिकारी', 'Chief Administrative Officer'),
    designated(4, 4, 'प्रशासनिक अधिकारी', 'Administrative Officer'),
    designated(5, 5, 'प्रधान सहायक', 'Head Assistant'),
  ],
};

const body = (says: string) => ({
  version: 2,
  blocks: says.split('\n').map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
});

function addressee(line: string) {
  const [name, designation, address] = line.split('|').map((part) => part.trim());
  return { name, ...(designation && { designation }), ...(address && { address }) };
}

/** Signed by the Divisional Commissioner. */
export function letterOf({ form, says, english, ...more }: Checked): DraftContent {
  return DraftContent.parse({
    form,
    language: more.language ?? (english === undefined ? 'hi' : 'bilingual'),
    subject: 'विषय',
    addressees: (more.to ?? []).map(addressee),
    reference: more.reference ?? null,
    body: body(says),
    enclosures: Array.from({ length: more.enclosures ?? 0 }, (_, index) => `प्रपत्र ${index + 1}`),
    signatoryPostId: id(1),
    ...(english !== undefined && { english: { subject: 'Subject', body: body(english) } }),
    ...(more.publication && { publication: more.publication }),
  });
}

export const factsOf = ({ facts }: Checked): LetterFacts => ({ ...FACTS, ...facts });

const UP = { layout: 'uttar_pradesh' } as const;
const GAZETTE = '(राजपत्र, भाग-1, खण्ड-1 में प्रकाशनार्थ)';
const PRESS = ['प्रबन्धक | भारत सरकार मुद्रणालय | फरीदाबाद'];
const DM = ['जिलाधिकारी | | आजमगढ़'];
const SEEN = { number: '412/2026', date: '2026-10-12' };
const DIRECTED = 'मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।';

/** Forty letters, each with one fault and no other. */
export const PLANTED: readonly (Checked & { readonly fault: LetterCheck })[] = [
  { fault: 'memorandum_to_constitutional_body', form: 'office_memorandum', to: ['सचिव | भारत निर्वाचन आयोग | नई दिल्ली'], says: 'अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि सूची अद्यतन है।' },
  { fault: 'memorandum_to_constitutional_body', form: 'office_memorandum', to: ['The Secretary | Union Public Service Commission'], language: 'en', says: 'The undersigned is directed to say that the posts are vacant.' },
  { fault: 'memorandum_to_constitutional_body', form: 'office_memorandum', to: ['महानिबन्धक | उच्च न्यायालय | इलाहाबाद'], says: 'भवन का हस्तान्तरण पूर्ण हो चुका है।' },
  { fault: 'memorandum_to_constitutional_body', form: 'office_memorandum', to: ['जिलाधिकारी', 'महालेखाकार | लेखा परीक्षा | लखनऊ'], says: 'अनुदान का लेखा बन्द किया जाता है।' },
  { fault: 'endorsement_to_state', form: 'endorsement', to: ['मुख्य सचिव | बिहार सरकार | पटना'], says: 'निम्नलिखित पत्रादि सूचनार्थ प्रेषित हैं।' },
  { fault: 'endorsement_to_state', form: 'endorsement', to: ['The Chief Secretary | Government of Kerala'], language: 'en', says: 'A copy of the order is sent for information.' },
  { fault: 'endorsement_to_state', form: 'endorsement', to: ['प्रमुख सचिव | मध्य प्रदेश शासन | भोपाल'], facts: UP, says: 'प्रतिलिपि सूचनार्थ प्रेषित।' },
  { fault: 'too_far_below', form: 'do_letter', to: ['श्री रमेश | प्रशासनिक अधिकारी'], says: 'कृपया इस विषय पर व्यक्तिगत ध्यान दें।' },
  { fault: 'too_far_below', form: 'do_letter', to: ['Shri Ramesh | Head Assistant'], language: 'en', says: 'I should be glad if you would look into it.' },
  { fault: 'longer_than_a_page', form: 'do_letter', to: ['श्री महेश | जिलाधिकारी'], says: 'विकास कार्यों की प्रगति सन्तोषजनक नहीं है। '.repeat(70) },
  { fault: 'longer_than_a_page', form: 'do_letter', to: ['Shri Mahesh | District Magistrate'], language: 'en', says: 'The progress of works is slow. '.repeat(90) },
  { fault: 'addressed_by_name', form: 'letter', to: ['श्री अनिल कुमार | अधीक्षण अभियन्ता | आजमगढ़'], says: DIRECTED },
  { fault: 'addressed_by_name', form: 'letter', to: ['Dr. A. Sharma | Chief Medical Officer | Mau'], language: 'en', says: 'I am directed to say that the proposal is sanctioned.' },
  { fault: 'addressed_by_name', form: 'office_memorandum', to: ['श्रीमती कमला देवी | उप निदेशक'], says: 'बैठक स्थगित की गई है।' },
  { fault: 'first_person', form: 'office_memorandum', to: DM, says: DIRECTED },
  { fault: 'first_person', form: 'office_order', language: 'bilingual', english: 'I am directed to say that the office will be closed.', says: 'कार्यालय बन्द रहेगा।' },
  { fault: 'first_person', form: 'order', says: 'मुझे सूचित करने का निदेश हुआ है कि स्थानान्तरण निरस्त है।' },
  { fault: 'third_person', form: 'letter', to: DM, says: 'अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि प्रस्ताव स्वीकृत है।' },
  { fault: 'third_person', form: 'letter', to: DM, language: 'en', says: 'The undersigned is directed to say that the proposal is sanctioned.' },
  { fault: 'no_time_limit', form: 'id_note', to: ['वित्त विभाग'], says: 'प्रकरण पुराना है।\nवित्त विभाग के परामर्श हेतु प्रस्तुत है।' },
  { fault: 'no_time_limit', form: 'id_note', to: ['Law Department'], language: 'en', says: 'The draft rules are in the file.\nThe advice of the Department is sought on rule 4.' },
  { fault: 'no_point_of_advice', form: 'id_note', to: ['वित्त विभाग'], says: 'वित्त विभाग का परामर्श 12.12.2026 तक अपेक्षित है।\nपत्रावली इसी के साथ भेजी जा रही है।' },
  { fault: 'no_point_of_advice', form: 'id_note', to: ['Law Department'], language: 'en', says: 'Concurrence is needed by 12.12.2026.\nThe file is sent with this note.' },
  { fault: 'no_gazette_part', form: 'notification', to: PRESS, english: 'The rules are amended.', says: 'नियम संशोधित किए जाते हैं।' },
  { fault: 'no_gazette_part', form: 'resolution', to: PRESS, facts: UP, says: 'समिति का गठन किया जाता है।' },
  { fault: 'not_to_the_press', form: 'notification', to: DM, publication: GAZETTE, english: 'The rules are amended.', says: 'नियम संशोधित किए जाते हैं।' },
  { fault: 'not_to_the_press', form: 'resolution', to: DM, publication: GAZETTE, facts: UP, says: 'समिति का गठन किया जाता है।' },
  { fault: 'nothing_enclosed', form: 'letter', to: DM, says: 'वांछित सूची संलग्न कर प्रेषित है।' },
  { fault: 'nothing_enclosed', form: 'letter', to: DM, language: 'en', says: 'A copy of the report is enclosed.' },
  { fault: 'nothing_enclosed', form: 'office_memorandum', to: DM, language: 'en', says: 'The statement is forwarded herewith.' },
  { fault: 'another_count', form: 'letter', to: DM, enclosures: 2, says: 'कुल 3 संलग्नक प्रेषित हैं।' },
  { fault: 'another_count', form: 'letter', to: DM, enclosures: 1, language: 'en', says: 'It is sent with 2 enclosures.' },
  { fault: 'reply_at_once', form: 'letter', to: DM, says: 'कृपया अपनी आख्या तत्काल उपलब्ध कराएँ।' },
  { fault: 'reply_at_once', form: 'letter', to: DM, language: 'en', says: 'A reply may be sent at the earliest.' },
  { fault: 'reply_at_once', form: 'office_memorandum', to: DM, says: 'वांछित सूचना अविलंब प्रेषित की जाए।' },
  { fault: 'no_reference', form: 'letter', to: DM, says: 'आपके पत्र के क्रम में प्रस्ताव स्वीकृत है।' },
  { fault: 'no_reference', form: 'reminder', to: DM, says: 'अपेक्षित आख्या 12.12.2026 तक भेजें।' },
  { fault: 'undated_reference', form: 'letter', to: DM, reference: { number: '412/2026', date: null }, says: 'प्रस्ताव स्वीकृत है।' },
  { fault: 'one_language', form: 'office_order', says: 'कार्यालय 2 दिसम्बर को बन्द रहेगा।' },
  { fault: 'hindi_in_english', form: 'letter', to: DM, language: 'en', reference: SEEN, facts: { answered: 'hi' }, says: 'The proposal is sanctioned.' },
];

/** Forty letters that are in order, most of them near a fault. */
export const SOUND: readonly Checked[] = [
  { form: 'letter', to: ['सचिव | भारत निर्वाचन आयोग | नई दिल्ली'], says: DIRECTED },
  { form: 'letter', to: ['The Secretary | Union Public Service Commission'], language: 'en', says: 'I am directed to say that the posts are vacant.' },
  { form: 'office_memorandum', to: ['अध्यक्ष | जिला सहकारी बैंक | मऊ'], says: 'अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि ऋण सीमा बढ़ाई गई है।' },
  { form: 'office_memorandum', to: ['President | Bar Association | Azamgarh'], language: 'en', says: 'The undersigned is directed to say that the hall is available.' },
  { form: 'office_memorandum', to: ['समस्त अनुभाग'], says: 'निर्वाचन आयोग के निर्देशों का अनुपालन किया जाए।' },
  { form: 'endorsement', to: ['वित्त सचिव | उत्तर प्रदेश शासन | लखनऊ'], facts: UP, says: 'प्रतिलिपि सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित।' },
  { form: 'endorsement', to: ['निदेशक | पंचायती राज | लखनऊ'], says: 'निम्नलिखित पत्रादि सूचनार्थ प्रेषित हैं।' },
  { form: 'endorsement', to: ['The Director | National Informatics Centre'], language: 'en', says: 'A copy of the order is sent for information.' },
  { form: 'letter', to: ['मुख्य सचिव | बिहार सरकार | पटना'], says: DIRECTED },
  { form: 'do_letter', to: ['श्री सुरेश | अपर आयुक्त'], says: 'कृपया इस विषय पर व्यक्तिगत ध्यान दें।' },
  { form: 'do_letter', to: ['श्री दिनेश | मुख्य प्रशासनिक अधिकारी'], says: 'कृपया इस विषय पर व्यक्तिगत ध्यान दें।' },
  { form: 'do_letter', to: ['Shri Mahesh | District Magistrate'], language: 'en', says: 'I should be glad if you would look into it.' },
  { form: 'do_letter', to: ['श्री महेश | जिलाधिकारी'], says: 'विकास कार्यों की प्रगति सन्तोषजनक नहीं है। '.repeat(20) },
  { form: 'letter', to: ['अधीक्षण अभियन्ता | | आजमगढ़'], says: DIRECTED },
  { form: 'letter', to: ['श्री रामलाल | | ग्राम सगड़ी, आजमगढ़'], says: 'आपका आवेदन स्वीकार किया जाता है।' },
  { form: 'letter', to: ['श्रीनिवास महाविद्यालय | प्राचार्य | मऊ'], says: 'मान्यता प्रदान की जाती है।' },
  { form: 'letter', to: DM, says: 'कृपया कृत कार्यवाही से अधोहस्ताक्षरी को 12.12.2026 तक अवगत कराएँ।' },
  { form: 'office_memorandum', to: DM, language: 'en', says: 'The undersigned is directed to refer to the scheme.' },
  { form: 'office_order', english: 'The office will be closed on 2 December 2026.', says: 'कार्यालय 2 दिसम्बर, 2026 को बन्द रहेगा।' },
  { form: 'office_order', facts: UP, says: 'कार्यालय 2 दिसम्बर, 2026 को बन्द रहेगा।' },
  { form: 'order', says: 'श्री रमेश का स्थानान्तरण तत्काल प्रभाव से किया जाता है।' },
  { form: 'notification', to: PRESS, publication: GAZETTE, english: 'The rules are amended.', says: 'नियम संशोधित किए जाते हैं।' },
  { form: 'notification', to: ['The Manager | Government Press'], publication: GAZETTE, facts: UP, says: 'नियम संशोधित किए जाते हैं।' },
  { form: 'resolution', to: PRESS, publication: GAZETTE, english: 'A committee is set up.', says: 'समिति का गठन किया जाता है।' },
  { form: 'press_note', to: ['सूचना अधिकारी'], english: 'The fair opens on Monday.', says: 'मेला सोमवार से प्रारम्भ होगा।' },
  { form: 'press_note', to: ['सूचना अधिकारी'], facts: UP, says: 'मेला सोमवार से प्रारम्भ होगा।' },
  { form: 'id_note', to: ['वित्त विभाग'], says: 'प्रस्ताव नीचे है।\nवित्त विभाग की सहमति 12 दिसम्बर, 2026 तक अपेक्षित है।' },
  { form: 'id_note', to: ['Law Department'], language: 'en', says: 'The draft rules are in the file.\nThe advice of the Department on rule 4 is sought within two weeks.' },
  { form: 'minutes', says: 'अध्यक्ष ने सदस्यों का स्वागत किया।\nतत्काल कार्यवाही की सूचना दी जाए।' },
  { form: 'letter', to: DM, enclosures: 1, says: 'वांछित सूची संलग्न कर प्रेषित है।' },
  { form: 'letter', to: DM, says: 'आपके प्रस्ताव के साथ सूची संलग्न नहीं थी।' },
  { form: 'letter', to: DM, language: 'en', says: 'The map was not enclosed.' },
  { form: 'letter', to: DM, enclosures: 3, says: 'कुल ३ संलग्नक प्रेषित हैं।' },
  { form: 'letter', to: DM, says: 'कृपया अपनी आख्या 15 दिन के भीतर शीघ्र उपलब्ध कराएँ।' },
  { form: 'letter', to: DM, language: 'en', says: 'A reply may be sent by 12 December 2026 at the latest.' },
  { form: 'letter', to: DM, says: 'जलभराव तत्काल दूर किया जाए।' },
  { form: 'letter', to: DM, reference: SEEN, facts: { answered: 'hi' }, says: 'आपके पत्र के क्रम में प्रस्ताव स्वीकृत है।' },
  { form: 'letter', to: DM, language: 'en', reference: SEEN, facts: { answered: 'en' }, says: 'The proposal is sanctioned.' },
  { form: 'reminder', to: DM, reference: SEEN, says: 'अपेक्षित आख्या 12.12.2026 तक भेजें।' },
  { form: 'letter', to: DM, reference: SEEN, facts: { answered: 'hi' }, english: 'The proposal is sanctioned.', says: 'प्रस्ताव स्वीकृत है।' },
];
