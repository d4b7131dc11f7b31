import type { StructuredText } from '@patravali/contract-base';
import type { Generated, RegisterData } from '@patravali/typesetting';
import { registerPage } from '../src/register/register-page';

/** In the first form, as notes of the past are. */
export const written = (...paragraphs: string[]): Extract<StructuredText, { version: 1 }> => ({
  version: 1,
  paragraphs: paragraphs.map((text) => ({ children: [{ type: 'text', text }] })),
});

export const GENERATED: Generated = {
  by: 'सुनीता यादव',
  post: 'लेखा परीक्षक',
  office: 'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल',
  at: '2026-11-24T20:00:00Z',
};

export const aRegister = (rows: readonly (readonly string[])[]): RegisterData => ({
  title: 'डाक पंजी',
  language: 'hi',
  office: GENERATED.office,
  unit: null,
  from: '2026-11-01',
  to: '2026-11-24',
  columns: [
    { heading: 'डायरी संख्या', width: 2 },
    { heading: 'प्रेषक', width: 4 },
    { heading: 'विषय', width: 6 },
  ],
  rows,
  generated: GENERATED,
});

/** A page of ours, two sheets long. */
export const aPage = registerPage(
  aRegister(Array.from({ length: 40 }, (_, index) => [`${index + 1}/2026`, 'जिला समाज कल्याण अधिकारी', 'पेंशन'])),
);
