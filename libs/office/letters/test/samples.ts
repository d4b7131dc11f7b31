import { written } from '../../../platform/typesetting/test/samples';
import type { LetterData } from '../src/page/letter-data';

export const aLetter = (changes: Partial<LetterData> = {}): LetterData => ({
  language: 'hi',
  form: 'letter',
  letterhead: {
    name: {
      hi: 'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल',
      en: 'Office of the Divisional Commissioner, Azamgarh Division',
    },
    unit: { hi: 'स्थापना अनुभाग', en: 'Establishment Section' },
    address: { hi: 'सिविल लाइन्स, आज़मगढ़ – 276001', en: 'Civil Lines, Azamgarh – 276001' },
    phone: '05462-000000',
    email: 'so-est@example.org',
  },
  number: 'A-11011/5/2026-Estt',
  date: '2026-11-24',
  fileNumber: 'A-11011/5/2026-Estt',
  reference: { number: '412/स.क./पेंशन/2026-27', date: '2026-10-12' },
  addressees: [{ name: 'जिला समाज कल्याण अधिकारी', address: 'विकास भवन,\nआज़मगढ़' }],
  subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों के निस्तारण के सम्बन्ध में।',
  salutation: null,
  body: written(
    'कृपया उपर्युक्त विषयक अपने पत्र का सन्दर्भ ग्रहण करने का कष्ट करें। शेष 317 प्रकरणों में बैंक खाते का सत्यापन अपेक्षित है।',
    'अतः अनुरोध है कि सत्यापन हेतु अग्रणी बैंक प्रबन्धक को निर्देशित करने की कृपा करें।',
  ),
  enclosures: ['प्रपत्र आर-2', 'प्रकरणों की सूची'],
  copyTo: [{ name: 'अग्रणी बैंक प्रबन्धक', address: 'आज़मगढ़' }],
  signatory: {
    name: { hi: 'राजेश कुमार वर्मा', en: 'Rajesh Kumar Verma' },
    designation: { hi: 'प्रशासनिक अधिकारी', en: 'Administrative Officer' },
    isFor: false,
    signedAt: '2026-11-24T11:10:00Z',
  },
  issuer: null,
  urgency: 'ordinary',
  specimen: false,
  ...changes,
});
