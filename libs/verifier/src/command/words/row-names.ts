import type { InBoth } from './sentence';

/** What the rows of tables are that people know by another name than the database. */
const KINDS: Readonly<Record<string, InBoth>> = {
  organisation: { hi: 'कार्यालय', en: 'office' },
  office_user: { hi: 'व्यक्ति', en: 'person' },
  post: { hi: 'पद', en: 'post' },
  unit: { hi: 'अनुभाग', en: 'unit' },
  tenure: { hi: 'कार्यकाल', en: 'tenure' },
  office_file: { hi: 'पत्रावली', en: 'file' },
  file_custody: { hi: 'पत्रावली की अभिरक्षा', en: 'custody of the file' },
  movement: { hi: 'संचरण', en: 'movement' },
  note: { hi: 'टिप्पणी', en: 'note' },
  correspondence: { hi: 'पत्राचार', en: 'letter on the file' },
  receipt: { hi: 'आवक पत्र', en: 'receipt' },
  document: { hi: 'अभिलेख', en: 'document' },
  issue: { hi: 'निर्गत पत्र', en: 'issued letter' },
  issue_recipient: { hi: 'प्राप्तकर्ता', en: 'addressee' },
  dispatch: { hi: 'प्रेषण', en: 'dispatch' },
  draft_approval: { hi: 'अनुमोदन', en: 'approval' },
  consultation: { hi: 'परामर्श', en: 'consultation' },
};

/** A row in words: what it is, and then its own name. */
export function rowInWords(name: string): InBoth {
  const kind = KINDS[name.slice(0, name.indexOf(' '))];
  return kind ? { hi: `${kind.hi} (${name})`, en: `${kind.en} (${name})` } : { hi: name, en: name };
}
