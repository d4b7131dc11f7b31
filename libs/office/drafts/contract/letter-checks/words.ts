/**
 * What the checks of letters look for in what was written. These words are read, never shown. Letters are compared in NFC and in
 * small letters; both ways of writing a half nasal are meant where there are two.
 */

const anyOf = (...words: readonly string[]): RegExp => new RegExp(words.join('|'), 'iu');

/** Bodies of the Constitution or of a statute, to whom no memorandum goes. */
export const CONSTITUTIONAL_BODY = anyOf(
  'निर्वाचन आयोग',
  'लोक ?सेवा आयोग',
  'निय(ं|न्)त्रक (एवं|और|तथा) महालेखा',
  'महालेखाकार',
  '(उच्चतम|सर्वोच्च|उच्च) न्यायालय',
  '(लोक|राज्य|विधान) ?सभा',
  'विधान ?परिषद',
  'राष्ट्रपति (भवन|सचिवालय)',
  'राज्यपाल|राजभवन',
  'लोकायुक्त',
  '(सूचना|मानवाधिकार|महिला|अल्पसंख्यक|अनुसूचित जाति|सतर्कता) आयोग',
  'election commission',
  'public service commission',
  'comptroller (and|&) auditor',
  'accountant general',
  '(supreme|high) court',
  'lok sabha|rajya sabha|legislative (assembly|council)',
  "president('|’)?s? (of india|secretariat)",
  'raj bhavan|governor',
  'lokayukta',
  '(information|human rights|vigilance) commission',
  'commission for (women|minorities|scheduled)',
);

const STATES = [
  'आन्ध्र प्रदेश|आंध्र प्रदेश|andhra pradesh',
  'अरुणाचल प्रदेश|arunachal pradesh',
  'असम|assam',
  'बिहार|bihar',
  'छत्तीसगढ़|chhattisgarh',
  'गोवा|goa',
  'गुजरात|gujarat',
  'हरियाणा|haryana',
  'हिमाचल प्रदेश|himachal pradesh',
  'झारखण्ड|झारखंड|jharkhand',
  'कर्नाटक|karnataka',
  'केरल|kerala',
  'मध्य प्रदेश|madhya pradesh',
  'महाराष्ट्र|maharashtra',
  'मणिपुर|manipur',
  'मेघालय|meghalaya',
  'मिजोरम|mizoram',
  'नागालैण्ड|नागालैंड|nagaland',
  'ओडिशा|उड़ीसा|odisha|orissa',
  'पंजाब|punjab',
  'राजस्थान|rajasthan',
  'सिक्किम|sikkim',
  'तमिलनाडु|tamil ?nadu',
  'तेलंगाना|telangana',
  'त्रिपुरा|tripura',
  'उत्तराखण्ड|उत्तराखंड|uttarakhand',
  'पश्चिम बंगाल|west bengal',
].join('|');
const UTTAR_PRADESH = 'उत्तर प्रदेश|उ०प्र०|uttar pradesh';

const governmentOf = (states: string): RegExp =>
  anyOf(`(government|govt\\.?) of (${states})`, `(${states}) (शासन|सरकार)`);

/** The government of a State other than Uttar Pradesh, and of any. */
export const GOVERNMENT_OF_ANOTHER_STATE = governmentOf(STATES);
export const GOVERNMENT_OF_A_STATE = anyOf(
  governmentOf(`${STATES}|${UTTAR_PRADESH}`).source,
  'राज्य सरकार',
  'state government',
);

/** An officer who is addressed by his name. */
export const BY_NAME = /^(श्री|श्रीमती|सुश्री|कु[0०.]|डॉ[0०.]?|डा[0०.]|shri|smt|ms|mr|mrs|dr|kum)[.\s०]/iu;

/** What a form in the first person says in the third, and the other way round. */
export const I_AM_DIRECTED = anyOf('\\bi am (directed|to say|to state|to request)', 'मुझे[^।]{0,60}निदेश');
export const THE_UNDERSIGNED_IS_DIRECTED = anyOf('undersigned is directed', 'अधोहस्ताक्षरी को[^।]{0,60}निदेश');

const DIGITS = '[0-9०-९]+';
const MONTHS = [
  'जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सित(म्|ं)बर|अक्टूबर|नव(म्|ं)बर|दिस(म्|ं)बर',
  'january|february|march|april|may|june|july|august|september|october|november|december',
].join('|');
const DAY = [
  `${DIGITS}[./-]${DIGITS}[./-]${DIGITS}`,
  `${DIGITS}(st|nd|rd|th)? *(${MONTHS}),?( *${DIGITS})?`,
  `(${MONTHS}) ${DIGITS},? ${DIGITS}`,
].join('|');

/** A day, or a number of days, by which something is asked for. */
export const BY_A_DAY = anyOf(
  `(${DAY})( *ई०)? *(की (सायं|शाम|पूर्वाह्न|अपराह्न))? *(तक|से पूर्व|से पहले)`,
  `(by|before|till|until|than) (the )?(${DAY})`,
  `${DIGITS} *(कार्य ?)?(दिन|दिनों|दिवस|दिवसों|सप्ताह|सप्ताहों|माह) *(के (भीतर|अन्दर|अंदर)|में)`,
  '(एक|दो|तीन) (सप्ताह|माह|दिन|दिवस) *(के (भीतर|अन्दर|अंदर)|में)',
  `within (a |an |one |two |three |${DIGITS} )?(working )?(day|week|fortnight|month)`,
);

/** That something is asked for soon, which is no day. */
export const AT_ONCE = anyOf(
  'तत्काल(?! प्रभाव)',
  'शीघ्र',
  'अविल(म्|ं)ब',
  'immediately',
  'at the earliest',
  'earliest convenience',
  'as soon as possible',
  'without delay',
  'forthwith',
);
export const A_REPLY = anyOf(
  'उत्तर (से|दे|भेज|प्रेषित|उपलब्ध)|आख्या|अवगत|सूचित|सूचना(?!र्थ)|प्रतिवेदन|उपलब्ध करा',
  'repl(y|ies)|report|comments|inform|intimat|furnish',
);

/** That something goes with the letter, and how many it says. */
export const ENCLOSED = anyOf(
  '(संलग्न|अनुलग्न)(?!क? *(नहीं|न थ))',
  '(?<!not )(?<!not been )(enclosed|attached|annexed)',
  '(sent|forwarded) herewith',
);
export const COUNTED_ENCLOSURES = new RegExp(`(?<![0-9०-९])(${DIGITS}) *(संलग्नक|अनुलग्नक|enclosures?)`, 'iu');

/** That it answers a letter. */
export const YOUR_LETTER = anyOf(
  '(आपके|अपने) (उपर्युक्त )?(अर्द्धशासकीय |अ०शा० )?पत्र (संख्या|दिनांक|का|के)',
  'your (d\\.?o\\.? )?letter (no|dated|of)',
);

/** What the last paragraph of a note to another department asks for. */
export const POINT_OF_ADVICE = anyOf(
  'परामर्श|सहमति|अभिमत|सम्मति|मत से|राय|अनापत्ति|टिप्पणी',
  'advice|advise|concurrence|views|opinion|comments|no objection|vetting',
);

export const GOVERNMENT_PRESS = anyOf('मुद्रणालय|प्रेस|राजपत्र|मुद्रण', 'press|gazette|printing');
