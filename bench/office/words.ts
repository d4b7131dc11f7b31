import { randomInt } from 'node:crypto';
import { type CanonicalText, textOfParagraphs } from '@patravali/contract';

const WORDS = `पत्रावली परीक्षण नियमानुसार कार्यवाही प्रस्तावित कार्यालय आदेश संशोधन विभाग अनुभाग अधिकारी निर्णय स्वीकृति वित्तीय वर्ष
  आवंटन व्यय विवरण सम्बन्ध प्रेषित अनुरोध आख्या जनपद तहसील ग्राम पंचायत सड़क मरम्मत भुगतान पेंशन वृद्धावस्था चिकित्सा प्रतिपूर्ति
  स्थानान्तरण ज्येष्ठता नियुक्ति अवकाश उपार्जित क्षेत्रीय निरीक्षण प्रमाण हस्ताक्षर मूल प्रति संलग्न दिनांक शासनादेश संख्या प्राप्त`
  .split(/\s+/)
  .filter(Boolean);

/** A Hindi sentence that nobody has set before. */
export function sentence(words: number): string {
  const drawn = Array.from({ length: words }, () => WORDS[randomInt(WORDS.length)]);
  return `${drawn.join(' ')} ${randomInt(1_000_000)} है।`;
}

export const paragraphs = (count: number, words: number): string[] =>
  Array.from({ length: count }, () => sentence(words));

/** As the office keeps what is written today. */
export const written = (texts: readonly string[]): CanonicalText =>
  textOfParagraphs(texts.map((text) => ({ children: [{ type: 'text', text }] })));
