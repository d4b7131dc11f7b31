import { LETTER_FORM_PARTS, type LetterForm, type LetterFormParts, type LetterLayout } from '@patravali/contract';

/** The parts that `letter.typ` places, by the names that it gives them. */
export type LetterPart =
  | 'publication'
  | 'letterhead'
  | 'urgency'
  | 'writer'
  | 'numberAndDate'
  | 'numberAtFoot'
  | 'number'
  | 'date'
  | 'sender'
  | 'title'
  | 'addressees'
  | 'texts'
  | 'enclosures'
  | 'listOfAddressees'
  | 'copies'
  | 'annexures';

/** Which parts a letter of this form has in this layout, from the top to the foot. */
export function letterOrder(form: LetterForm, layout: LetterLayout): LetterPart[] {
  const parts = LETTER_FORM_PARTS[form];
  return [
    ...(parts.publication === null ? [] : ['publication' as const]),
    'letterhead',
    'urgency',
    ...(parts.writer ? ['writer' as const] : []),
    ...HEAD[layout](parts),
    'texts',
    ...(parts.addressees === 'below' ? ['addressees' as const] : []),
    ...(parts.numberAt === 'foot' ? ['numberAtFoot' as const] : []),
    'enclosures',
    'listOfAddressees',
    'copies',
    'annexures',
  ];
}

/** Number, date and whoever is named above the text. */
const HEAD: Readonly<Record<LetterLayout, (parts: LetterFormParts) => LetterPart[]>> = {
  central: (parts) => [...numberOf(parts), ...titleAbove(parts), ...addresseesAbove(parts)],
  // Who sends it and to whom stands between its number and its date.
  uttar_pradesh: (parts) =>
    parts.sender
      ? [...titleAbove(parts), 'number', 'sender', ...addresseesAbove(parts), 'date']
      : [...numberOf(parts), ...titleAbove(parts), ...addresseesAbove(parts)],
};

const numberOf = ({ numberAt }: LetterFormParts): LetterPart[] => (numberAt === 'head' ? ['numberAndDate'] : []);

const addresseesAbove = ({ addressees }: LetterFormParts): LetterPart[] =>
  addressees === 'above' ? ['addressees'] : [];

/** The title of a form that names its addressee above stands there too; else it stands with each text. */
const titleAbove = ({ title, addressees }: LetterFormParts): LetterPart[] =>
  title && addressees === 'above' ? ['title'] : [];
