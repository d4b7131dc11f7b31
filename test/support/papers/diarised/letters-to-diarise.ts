import { noisy } from './ocr-noise';
import { LAYOUTS, type Parts } from './twelve-layouts';

/** What a letter says, as a person would diarise it; null for what it does not say. */
export interface ToDiarise {
  readonly subject: string | null;
  readonly senderName: string;
  readonly senderDesignation: string | null;
  readonly letterNumber: string | null;
  readonly letterDate: string | null;
  readonly language: 'hi' | 'en' | 'bilingual';
  readonly urgency: 'vip' | null;
  readonly dueOn: string | null;
}

export interface DrawnLetter {
  readonly name: string;
  readonly text: string;
  readonly truth: ToDiarise;
}

type Tongue = 'hi' | 'en' | 'mixed';
export const TONGUES: readonly Tongue[] = ['hi', 'en', 'mixed'];

/** The same numbers each time: mulberry32. */
export function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAMES = {
  hi: [
    'रमेश चन्द्र वर्मा',
    'सुनीता देवी',
    'डॉ० अरविन्द मिश्र',
    'मोहम्मद इरफान',
    'कु० रश्मि यादव',
    'विजय प्रताप सिंह',
    'गीता श्रीवास्तव',
    'हरि नारायण',
  ],
  en: [
    'R. C. Verma',
    'Sunita Devi',
    'Dr. Arvind Mishra',
    'Mohd. Irfan',
    'Rashmi Yadav',
    'Vijay Pratap Singh',
    'Geeta Srivastava',
    'Hari Narain',
  ],
};
const POSTS = {
  hi: [
    'जिला समाज कल्याण अधिकारी',
    'अधिशासी अभियन्ता',
    'उपजिलाधिकारी',
    'मुख्य विकास अधिकारी',
    'तहसीलदार',
    'खण्ड शिक्षा अधिकारी',
    'संयुक्त निदेशक',
    'विशेष सचिव',
  ],
  en: [
    'District Social Welfare Officer',
    'Executive Engineer',
    'Sub-Divisional Magistrate',
    'Chief Development Officer',
    'Tahsildar',
    'Block Education Officer',
    'Joint Director',
    'Under Secretary',
  ],
};
const MEMBERS = {
  hi: ['सांसद (लोक सभा)', 'विधायक', 'सदस्य, विधान परिषद'],
  en: ['Member of Parliament (Lok Sabha)', 'MLA', 'Member of Legislative Council'],
};
const SUBJECTS = {
  hi: [
    'वृद्धावस्था पेंशन के लम्बित प्रकरणों के निस्तारण के सम्बन्ध में',
    'नलकूपों की मरम्मत हेतु धनराशि अवमुक्त किये जाने विषयक',
    'ग्राम पंचायत भवन के निर्माण की जाँच आख्या के सम्बन्ध में',
    'कार्यालय में रिक्त पदों की सूचना उपलब्ध कराने के संबंध में',
  ],
  en: [
    'Repair of tube wells in the rural blocks',
    'Half-yearly inspection of records in the subordinate offices',
    'Filling of vacant posts in the district offices',
    'Release of funds for the repair of school buildings',
  ],
};
const BODIES = {
  hi: [
    'कृपया उपर्युक्त विषयक अपने पत्र संख्या 1187/सात-2026, दिनांक 21 अगस्त, 2026 का सन्दर्भ ग्रहण करने का कष्ट करें।',
    'अवगत कराना है कि जनपद में कुल 1,284 प्रकरण लम्बित थे, जिनमें से 967 का निस्तारण कर दिया गया है।',
  ],
  en: [
    'With reference to your letter No. 1187/VII-2026 dated 21 August 2026, it is stated that there were 1,284 cases pending in the district.',
    'Of these 967 have been disposed of, and the list of the remaining ones is enclosed.',
  ],
};
const MONTHS = {
  hi: ['जनवरी', 'फरवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितम्बर', 'अक्टूबर', 'नवम्बर', 'दिसम्बर'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const two = (number: number) => String(number).padStart(2, '0');
const devanagari = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit)));
const ordinal = (n: number) =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`;

/** A letter of one of twelve layouts. @param copy which of its scans it is, each with mistakes of its own */
export function drawLetter(seed: number, isNoisy: boolean, copy = 0): DrawnLetter {
  const draw = drawsOf(seed);
  const mistakes = drawsOf(-1 - seed - 100_000 * copy);
  const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(draw() * list.length)] as Each;
  const layout = seed % LAYOUTS.length;
  const tongue = TONGUES[Math.floor(seed / LAYOUTS.length) % TONGUES.length] ?? 'hi';
  const main = tongue === 'en' ? 'en' : 'hi';
  const [month, date] = [5 + Math.floor(draw() * 6), 1 + Math.floor(draw() * 28)];
  const day = `2026-${two(month)}-${two(date)}`;
  const inWords =
    main === 'hi'
      ? `${date} ${MONTHS.hi[month - 1]}, 2026`
      : pick([
          `${date} ${MONTHS.en[month - 1]}, 2026`,
          `the ${ordinal(date)} ${MONTHS.en[month - 1]}, 2026`,
          `${MONTHS.en[month - 1]} ${date}, 2026`,
        ]);
  const dated = pick([
    inWords,
    `${two(date)}.${two(month)}.2026`,
    `${two(date)}/${two(month)}/26`,
    `${two(date)}-${two(month)}-2026`,
    main === 'hi' ? devanagari(`${two(date)}.${two(month)}.2026`) : inWords,
  ]);
  const serial = 10 + Math.floor(draw() * 4000);
  const number =
    main === 'hi'
      ? pick([`${serial}/स.क./पेंशन/2026-27`, `${serial}/68-2-2026-33(53)/2018`, `${serial}/स्था०/2026`])
      : pick([`A-11011/${serial}/2026-Estt`, `${serial}/Dev/2026-27`, `F-${serial}/IT-2026`]);
  const dueDay = 4 + Math.floor(draw() * 24);
  const due = draw() < 0.35 ? `2026-12-${two(dueDay)}` : null;
  const asks =
    main === 'hi'
      ? `अतः अनुरोध है कि वांछित सूचना ${due ? `दिनांक ${pick([`${dueDay} दिसम्बर, 2026`, `${two(dueDay)}.12.2026`])} तक` : ''} उपलब्ध कराने की कृपा करें।`
      : `You are requested to send the report${due ? ` by ${pick([`${dueDay} December 2026`, `${two(dueDay)}.12.2026`])}` : ''} in the form enclosed.`;
  const noise = isNoisy ? (text: string) => noisy(text, mistakes) : (text: string) => text;
  const member = layout === 5;
  const parts: Parts = {
    main,
    mixed: tongue === 'mixed',
    name: noise(pick(NAMES[main])),
    post: noise(member ? pick(MEMBERS[main]) : pick(POSTS[main])),
    subject: noise(pick(SUBJECTS[main])),
    number: noise(number),
    dated: noise(dated),
    body: [...BODIES[main], asks, ...(tongue === 'mixed' ? BODIES.en : [])],
    place: main === 'hi' ? 'लखनऊ' : 'Lucknow',
    noise,
  };
  const shown = (LAYOUTS[layout] ?? LAYOUTS[0])?.(parts);
  if (!shown) throw new Error('no layout');
  const wrapped = shown.lines.flatMap((line) => wrap(line, isNoisy ? 70 : 92));
  return {
    name: `layout ${layout + 1}, ${tongue}${isNoisy ? ', noisy' : ''}, seed ${seed}`,
    text: wrapped.join('\n'),
    truth: {
      subject: shown.without?.includes('subject') ? null : parts.subject,
      senderName: shown.without?.includes('name') ? parts.post : parts.name,
      senderDesignation: shown.without?.includes('name') || shown.without?.includes('post') ? null : parts.post,
      letterNumber: shown.without?.includes('number') ? null : number,
      letterDate: shown.without?.includes('date') ? null : day,
      language: tongue === 'mixed' ? 'bilingual' : main,
      urgency: member ? 'vip' : null,
      dueOn: due,
    },
  };
}

export const LAYOUT_COUNT = LAYOUTS.length;

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  const indent = /^ {12,}/.exec(line)?.[0] ?? '';
  let now = '';
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    if (now !== '' && now.length + word.length + 1 > width) {
      lines.push(now);
      now = indent + word;
    } else now = now === '' ? word : `${now} ${word}`;
  }
  return [...lines, now];
}
