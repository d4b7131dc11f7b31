/** Lines of office letters and notes in both languages, written for the tests; # stands for a number, @ for a day. */
export const HINDI_LINES = `
कृपया उपर्युक्त विषयक अपने पत्र संख्या # दिनांक @ का सन्दर्भ ग्रहण करने का कष्ट करें।
उक्त के सम्बन्ध में अवगत कराना है कि प्रकरण का परीक्षण कर लिया गया है।
पत्रावली आदेशार्थ प्रस्तुत है।
अतः आपसे अनुरोध है कि आवश्यक कार्यवाही करते हुए आख्या # दिन में उपलब्ध कराने का कष्ट करें।
प्रतिलिपि निम्नलिखित को सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित।
जिलाधिकारी, आजमगढ़ को पत्र भेजा जाये तथा अनुस्मारक जारी किया जाये।
वेतन भुगतान के सम्बन्ध में प्राप्त प्रत्यावेदन विचाराधीन है।
वित्तीय वर्ष 2026-27 में # लाख रुपये की धनराशि स्वीकृत की जाती है।
मुख्य विकास अधिकारी की अध्यक्षता में दिनांक @ को बैठक आयोजित की गयी।
ग्राम पंचायत में निर्माण कार्य की गुणवत्ता की जाँच तकनीकी समिति द्वारा की जायेगी।
शासनादेश संख्या # दिनांक @ के अनुपालन में निर्देश दिये जाते हैं।
कर्मचारी का चिकित्सा प्रतिपूर्ति देयक रु. # का सत्यापन कर लिया गया है।
याचिका संख्या # में मा. उच्च न्यायालय द्वारा पारित आदेश का अनुपालन सुनिश्चित किया जाये।
शिकायतकर्ता को निस्तारण की सूचना दे दी गयी है।
सेवा में, जिला पंचायत राज अधिकारी,
प्रेषक, मण्डलायुक्त, आजमगढ़ मण्डल, आजमगढ़।
विषय: सड़क की मरम्मत के सम्बन्ध में।
महोदय, कृपया संलग्न पत्र का अवलोकन करना चाहें।
सहायक लेखाधिकारी कृपया परीक्षण कर टिप्पणी प्रस्तुत करें।
यह भी उल्लेखनीय है कि उक्त प्रकरण में # वर्ष से अधिक का विलम्ब हुआ है।
`
  .trim()
  .split('\n');

export const ENGLISH_LINES = `
Please refer to letter no. #/Estt/2026 dated @ on the subject noted above.
The matter has been examined and the file is put up for orders.
Kindly furnish the report within # days positively.
Copy forwarded for information and necessary action to:
1. The District Magistrate, Azamgarh.
2. Chief Development Officer, Mau; Additional Director, Ballia
Sanction is hereby accorded for Rs. #/- (Rupees # only) under head 2053-00-094.
Shri R. K. Tripathi, Senior Assistant, was on earned leave from @ to @.
The medical reimbursement claim of Smt. Sudha Verma w/o Late Mohan Lal is in order.
Hon'ble High Court in Writ-A No. # of 2026 has directed to decide the representation.
In compliance with G.O. No. #/X-2-2026 dated @, the following orders are issued.
A meeting was held under the chairmanship of the Commissioner on @ at 11:30 a.m.
Minutes of the meeting are enclosed herewith.
Sub: Repair of the Phulpur-Martinganj road (km # to #)
TA/DA bill passed for payment; cheque no. # issued
It is requested that the tender notice be uploaded on the GeM portal.
Yours faithfully, (A. K. Singh) Joint Development Commissioner
May kindly see C/# and N/# above.
Put up with previous papers, please.
Discussed. Draft reply may be put up today.
BDO Tahbarpur, SDM Sadar & CO City to attend.
E-mail: commissioner.azm@up.gov.in, phone 05462-#
Encl.: as above (# pages)
The pension papers of Late Ram Dular (Peon) are pending since @.
`
  .trim()
  .split('\n');

const DAYS = ['14.02.2026', '01/04/2026', '24 नवम्बर'];
const NUMBERS = ['7', '123', '1,45,000', '4521'];

/** The line with several numbers and days. */
export function variants(line: string): string[] {
  return Array.from({ length: 40 }, (_, turn) =>
    line
      .replaceAll('#', () => NUMBERS[turn % NUMBERS.length] ?? '')
      .replaceAll(/(?<=^|\s)@/g, () => DAYS[turn % (/[A-Za-z]/.test(line) ? 2 : DAYS.length)] ?? '')
      .concat(turn % 5 === 4 ? ` (${String(turn)})` : ''),
  );
}
