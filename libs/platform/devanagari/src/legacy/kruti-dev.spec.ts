import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intoKrutiDev } from '../../test/into-kruti-dev';
import { knownWords } from '../../test/known-words';
import { fromKrutiDev } from './kruti-dev';

const CORPUS = process.env.PATRAVALI_CORPUS ?? '';
const inCorpus = join(CORPUS, 'krutidev.tsv');

describe('a text typed in Kruti Dev 010', () => {
  it.each([
    ['the bar makes half letters whole', '[k .k \'k "k {k ?k /k Fk Hk', 'ख ण श ष क्ष घ ध थ भ'],
    ['the short i stands behind its letters', 'fodkl fLFkfr fØ;kUo;u fuEufyf[kr', 'विकास स्थिति क्रियान्वयन निम्नलिखित'],
    [
      'the reph stands before its syllable',
      'dk;Zokgh vkfFkZd o"kksZa dÙkZO; lEidZ',
      'कार्यवाही आर्थिक वर्षों कर्त्तव्य सम्पर्क',
    ],
    ['marks of several signs', 'o"kks± ugÈ i=Ç', 'वर्षों नहीं पत्रिं'],
    ['vowels in pieces', 'vki vkSj vksj ,slk bZaV Åij _.k vkWfQl', 'आप और ओर ऐसा ईंट ऊपर ऋण ऑफिस'],
    ['letters with a nukta', 'lM+d i<+uk t+ehu', 'सड़क पढ़ना ज़मीन'],
    [
      'joined letters',
      'mÙkj fo|ky; }kjk Jh K=k izns\'k jk"Vª xzke d`i;k —f"k',
      'उत्तर विद्यालय द्वारा श्री ज्ञत्रा प्रदेश राष्ट्र ग्राम कृपया कृषि',
    ],
    ['half letters before another', "fo'ofo|ky; lqfuf'pr egRoiw.kZ n~okjk", 'विश्वविद्यालय सुनिश्चित महत्वपूर्ण द्वारा'],
    [
      'punctuation',
      'vf/kfu;e] 2005 ¼d½ i=kad@2026&27 fd- eh- gSA D;k\\',
      'अधिनियम, 2005 (क) पत्रांक/2026-27 कि. मी. है। क्या?',
    ],
    ['quotation marks', '^d* Þ[kß', '‘क’ “ख”'],
    ['digits', 'ƒ„…†‡ˆ‰Š‹å 2026', '१२३४५६७८९० 2026'],
    ['visarga and colon', 'vr% iqu% nq%[k fo"k;%& le; 12%30', 'अतः पुनः दुःख विषय:- समय 12:30'],
    ['signs between words', 'ty fuxe — 3 • izFke …', 'जल निगम — 3 • प्रथम …'],
    ['an address of the net', 'i= dm-azm@nic.in ij Hkstsa', 'पत्र dm-azm@nic.in पर भेजें'],
  ])('%s', (_, legacy, unicode) => {
    expect(fromKrutiDev(legacy)).toBe(unicode.normalize('NFC'));
  });

  it('is read as a table of office words has it', () => {
    if (!existsSync(inCorpus)) return;
    const rows = readFileSync(inCorpus, 'utf8')
      .split('\n')
      .filter((line) => line.includes('\t') && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(([legacy]) => fromKrutiDev(legacy ?? ''))).toEqual(rows.map(([, unicode]) => unicode));
  });

  it('comes back as it was, for every word of the office', () => {
    const words = knownWords();
    expect(words.length).toBeGreaterThan(10_000);
    expect(words.filter((word) => fromKrutiDev(intoKrutiDev(word)) !== word)).toEqual([]);
  });
});
