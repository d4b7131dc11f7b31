/** What a layout puts in its places. */
export interface Parts {
  readonly main: 'hi' | 'en';
  readonly mixed: boolean;
  readonly name: string;
  readonly post: string;
  readonly subject: string;
  readonly number: string;
  readonly dated: string;
  readonly body: readonly string[];
  readonly place: string;
  readonly noise: (text: string) => string;
}
/** The lines of a letter, and what it does not say. */
export interface Shown {
  readonly lines: readonly string[];
  readonly without?: readonly ('subject' | 'name' | 'post' | 'number' | 'date')[];
}

const inTongue =
  ({ main, mixed, noise }: Parts) =>
  (hi: string, en: string) =>
    noise(mixed ? `${hi} / ${en}` : main === 'hi' ? hi : en);
const plain =
  ({ main, noise }: Parts) =>
  (hi: string, en: string) =>
    noise(main === 'hi' ? hi : en);
const bodyOf = ({ body, noise }: Parts) => body.map((each) => `    ${noise(each)}`);

export const LAYOUTS: readonly ((parts: Parts) => Shown)[] = [
  // A district office writes to its commissioner.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय जिला समाज कल्याण', 'OFFICE OF THE DISTRICT MAGISTRATE'),
        `${both('पत्रांक', 'No.')}: ${p.number}    ${both('दिनांक', 'Dated')}: ${p.dated}`,
        say('सेवा में,', 'To,'),
        say('    मण्डलायुक्त महोदय,', '    The Divisional Commissioner,'),
        say('    आज़मगढ़ मण्डल।', '    Azamgarh Division.'),
        `${both('विषय', 'Subject')}: ${p.subject}${p.main === 'hi' ? '।' : '.'}`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        say('संलग्नक: यथोपरि', 'Encl: As above'),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       (${p.name})`,
        `                       ${p.post}`,
      ],
    };
  },
  // The government: from, to.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        `${both('संख्या', 'No.')} - ${p.number}`,
        say('प्रेषक,', 'From,'),
        `    ${p.name},`,
        `    ${p.post},`,
        say('    उत्तर प्रदेश शासन।', '    Government of Uttar Pradesh.'),
        say('सेवा में,', 'To,'),
        say('    समस्त मण्डलायुक्त,', '    All Divisional Commissioners,'),
        `${say('अनुभाग-2', 'Section-2')}        ${p.place} : ${both('दिनांक', 'Dated')} : ${p.dated}`,
        `${both('विषय', 'Subject')}:- ${p.subject}।`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       (${p.name})`,
        `                       ${p.post}।`,
      ],
    };
  },
  // A memorandum without leave.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय आयुक्त', 'OFFICE OF THE DIVISIONAL COMMISSIONER'),
        `${both('संख्या', 'F.No.')} ${p.number}`,
        `${both('दिनांक', 'Dated')} ${p.dated}`,
        say('कार्यालय ज्ञापन', 'OFFICE MEMORANDUM'),
        `${both('विषय', 'Sub')}: ${p.subject}`,
        ...bodyOf(p),
        `                       (${p.name})`,
        `                       ${p.post}`,
        say('सेवा में,', 'To'),
        say('    समस्त विभागाध्यक्ष।', '    All Heads of Offices'),
      ],
    };
  },
  // Demi-official, on a letterhead of his own.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        p.name,
        p.post,
        `${both('अ०शा० पत्र संख्या', 'D.O. No.')} ${p.number}`,
        `${p.place}, ${both('दिनांक', 'Dated')}: ${p.dated}`,
        `${both('विषय', 'Subject')}: ${p.subject}`,
        say('प्रिय महोदय,', 'Dear Sir,'),
        ...bodyOf(p),
        `                       ${say('आपका,', 'Yours sincerely,')}`,
        `                       (${p.name})`,
        say('श्री कमलेश कुमार', 'Shri Kamlesh Kumar'),
      ],
    };
  },
  // A citizen.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('सेवा में,', 'To,'),
        say('    श्रीमान जिलाधिकारी महोदय,', '    The District Magistrate,'),
        say('    जनपद आज़मगढ़।', '    Azamgarh.'),
        `${both('विषय', 'Subject')}: ${p.subject}।`,
        say('महोदय,', 'Sir,'),
        `    ${say('सविनय निवेदन है कि प्रार्थी ग्राम सरायमीर का निवासी है।', 'It is submitted that the applicant lives in village Saraimir.')}`,
        ...bodyOf(p),
        `${both('दिनांक', 'Date')}: ${p.dated}`,
        `                       ${say('प्रार्थी', 'Applicant')}`,
        `                       ${p.name}`,
        say('        पुत्र श्री सोहन लाल', '        s/o Sohan Lal'),
        say('        ग्राम सरायमीर', '        Village Saraimir'),
      ],
      without: ['number', 'post'],
    };
  },
  // A member.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        p.name,
        p.post,
        `${both('पत्रांक', 'Ref. No.')}: ${p.number}          ${both('दिनांक', 'Date')}: ${p.dated}`,
        say('सेवा में,', 'To,'),
        say('    जिलाधिकारी,', '    The District Magistrate,'),
        `${both('विषय', 'Subject')}: ${p.subject}`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय', 'Yours faithfully')}`,
        `                       (${p.name})`,
        `                       ${p.post}`,
      ],
    };
  },
  // Number and date below the addressee.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        `${say('प्रेषक', 'From')}: ${p.name}, ${p.post}`,
        say('सेवा में,', 'To,'),
        say('    मण्डलायुक्त,', '    The Commissioner,'),
        `${both('पत्र संख्या', 'Letter No.')}: ${p.number}   ${both('दिनांक', 'Date')}: ${p.dated}`,
        `${both('विषय', 'Subject')}: ${p.subject}।`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       ${p.name}`,
        `                       ${p.post}`,
      ],
    };
  },
  // Nobody is named: the post signs.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय मुख्य अभियन्ता', 'OFFICE OF THE CHIEF ENGINEER'),
        `${both('पत्रांक', 'No')}: ${p.number}    ${both('दिनांक', 'Dated')} ${p.dated}`,
        say('सेवा में,', 'To'),
        say('    मण्डलायुक्त,', '    The Commissioner,'),
        `${both('विषय', 'Subject')}: ${p.subject}।`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       ${p.post}`,
      ],
      without: ['name'],
    };
  },
  // With copies below, which bear a number of their own.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय अधीक्षण अभियन्ता', 'OFFICE OF THE SUPERINTENDING ENGINEER'),
        `${both('संख्या', 'No.')}: ${p.number}          ${both('दिनांक', 'Dated')}: ${p.dated}`,
        say('सेवा में,', 'To,'),
        say('    मण्डलायुक्त।', '    The Commissioner.'),
        `${both('विषय', 'Subject')}: ${p.subject}।`,
        say('सन्दर्भ: आपका पत्र संख्या 12/2026', 'Ref: Your letter No. 12/2026'),
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       (${p.name})`,
        `                       ${p.post}`,
        say('संख्या: 9999/2026 तद्दिनांक', 'Endt. No. 9999/2026'),
        say('प्रतिलिपि सूचनार्थ प्रेषित।', 'Copy to: the Director for information.'),
        `                       (${p.name})`,
        `                       ${p.post}`,
      ],
    };
  },
  // The date stands alone at the right.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('उत्तर प्रदेश शासन', 'GOVERNMENT OF UTTAR PRADESH'),
        `${both('संख्या', 'No.')} ${p.number}`,
        `                                        ${p.place}, ${p.dated}`,
        say('सेवा में,', 'To,'),
        say('    आयुक्त,', '    The Commissioner,'),
        `${both('विषय', 'Subject')} : ${p.subject}`,
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीया,', 'Yours faithfully,')}`,
        `                       (${p.name})`,
        `                       ${p.post}`,
      ],
    };
  },
  // OCR joined what stood side by side.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय तहसीलदार', 'OFFICE OF THE TAHSILDAR'),
        `${both('पत्रांक', 'No.')} ${p.number} ${both('दिनांक', 'Dated')} ${p.dated}`,
        say('सेवा में', 'To'),
        say('उपजिलाधिकारी', 'The Sub-Divisional Magistrate'),
        `${both('विषय', 'Subject')}: ${p.subject}`,
        say('महोदय', 'Sir'),
        ...bodyOf(p),
        `${say('संलग्नक: यथोपरि', 'Encl: As above')} ${say('भवदीय', 'Yours faithfully')}`,
        `(${p.name})`,
        p.post,
      ],
    };
  },
  // No subject at all.
  (p) => {
    const [both, say] = [inTongue(p), plain(p)];
    return {
      lines: [
        say('कार्यालय प्राचार्य', 'OFFICE OF THE PRINCIPAL'),
        `${both('क्रमांक', 'No.')}: ${p.number}`,
        `${both('दिनांक', 'Date')}: ${p.dated}`,
        say('सेवा में,', 'To,'),
        say('    मण्डलायुक्त,', '    The Commissioner,'),
        say('महोदय,', 'Sir,'),
        ...bodyOf(p),
        `                       ${say('भवदीय,', 'Yours faithfully,')}`,
        `                       (${p.name})`,
        `                       ${p.post}`,
      ],
      without: ['subject'],
    };
  },
];
