/**
 * Running Hindi as clerks would type it, word below word: the opening of Premchand's "Eidgah", the first articles of the
 * Universal Declaration of Human Rights, the preamble of the Constitution, and letters of an office. It was written down before
 * the list of words and the prices were made, and neither is ever changed for one of these words.
 */
export const RUNNING_TEXT: readonly (readonly [latin: string, meant: string])[] = [
  ['ramzan ke pure tees rozo ke baad eid aayi hai', 'रमज़ान के पूरे तीस रोज़ों के बाद ईद आयी|आई है'],
  ['kitna manohar kitna suhavna prabhat hai', 'कितना मनोहर कितना सुहावना प्रभात है'],
  ['vrikshon par ajib hariyali hai', 'वृक्षों पर अजीब हरियाली है'],
  ['kheto me kuch ajeeb raunak hai', 'खेतों में कुछ अजीब रौनक़ है'],
  ['aasman par kuchh ajib lalima hai', 'आसमान पर कुछ अजीब लालिमा है'],
  ['aaj ka surya dekho kitna pyara', 'आज का सूर्य देखो कितना प्यारा'],
  ['kitna sheetal hai yani sansar ko eid ki badhai de raha hai', 'कितना शीतल है यानी संसार को ईद की बधाई दे रहा है'],
  ['gaon me kitni halchal hai', 'गाँव में कितनी हलचल है'],
  ['eidgah jane ki taiyariya ho rahi hai', 'ईदगाह जाने की तैयारियाँ हो रही हैं'],
  ['kisi ke kurte me button nahi hai', 'किसी के कुरते में बटन नहीं है'],
  ['pados ke ghar me sui dhaga lene dauda ja raha hai', 'पड़ोस के घर में सुई धागा लेने दौड़ा जा रहा है'],
  ['kisi ke jute kade ho gaye hain', 'किसी के जूते कड़े हो गए हैं'],
  ['unme tel dalne ke liye teli ke ghar par bhaga jata hai', 'उनमें तेल डालने के लिए तेली के घर पर भागा जाता है'],
  ['jaldi jaldi bailo ko sani pani de de', 'जल्दी जल्दी बैलों को सानी पानी दे दें'],
  ['eidgah se lautte lautte dopahar ho jayegi', 'ईदगाह से लौटते लौटते दोपहर हो जाएगी'],
  ['teen kos ka paidal rasta', 'तीन कोस का पैदल रास्ता'],
  ['phir saikdo aadmiyo se milna bhetna', 'फिर सैकड़ों आदमियों से मिलना भेंटना'],
  ['dopahar ke pahle lautna asambhav hai', 'दोपहर के पहले लौटना असम्भव है'],
  ['ladke sabse jyada prasann hain', 'लड़के सबसे ज़्यादा प्रसन्न हैं'],
  ['sabhi manushyo ko gaurav aur adhikaro ke mamle me', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में'],
  ['janmjat swatantrata aur samanta prapt hai', 'जन्मजात स्वतन्त्रता और समानता प्राप्त है'],
  ['unhe buddhi aur antaratma ki den prapt hai', 'उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है'],
  ['aur paraspar unhe bhaichare ke bhav se bartav karna chahiye', 'और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए'],
  ['pratyek vyakti ko jivan swadhinta aur', 'प्रत्येक व्यक्ति को जीवन स्वाधीनता और'],
  ['vaiyaktik suraksha ka adhikar hai', 'वैयक्तिक सुरक्षा का अधिकार है'],
  ['koi bhi gulami ya dasta ki halat me na rakha jayega', 'कोई भी ग़ुलामी या दासता की हालत में न रखा जाएगा'],
  ['hum bharat ke log bharat ko ek sampurn prabhutva sampann', 'हम भारत के लोग भारत को एक सम्पूर्ण प्रभुत्व सम्पन्न'],
  ['samajwadi panthnirpeksh loktantratmak ganrajya banane ke liye', 'समाजवादी पंथनिरपेक्ष लोकतंत्रात्मक गणराज्य बनाने के लिए'],
  ['tatha uske samast nagriko ko', 'तथा उसके समस्त नागरिकों को'],
  ['samajik aarthik aur rajnitik nyay', 'सामाजिक आर्थिक और राजनीतिक न्याय'],
  ['vichar abhivyakti vishwas dharm aur upasna ki swatantrata', 'विचार अभिव्यक्ति विश्वास धर्म और उपासना की स्वतन्त्रता'],
  ['pratishtha aur avsar ki samta prapt karane ke liye', 'प्रतिष्ठा और अवसर की समता प्राप्त कराने के लिए'],
  ['tatha un sab me vyakti ki garima aur', 'तथा उन सब में व्यक्ति की गरिमा और'],
  ['rashtra ki ekta aur akhandta sunishchit karne wali', 'राष्ट्र की एकता और अखण्डता सुनिश्चित करने वाली'],
  ['bandhuta badhane ke liye dridh sankalp hokar', 'बन्धुता बढ़ाने के लिए दृढ़ संकल्प होकर'],
  [
    'kripya uparyukt vishayak apne patra ka sandarbh grahan karne ka kasht kare',
    'कृपया उपर्युक्त विषयक अपने पत्र का सन्दर्भ ग्रहण करने का कष्ट करें',
  ],
  [
    'avgat karana hai ki janpad me vriddhavastha pension ke kul prakaran lambit the',
    'अवगत कराना है कि जनपद में वृद्धावस्था पेंशन के कुल प्रकरण लम्बित थे',
  ],
  ['jinme se adhiktar prakarno ka nistaran kar diya gaya hai', 'जिनमें से अधिकतर प्रकरणों का निस्तारण कर दिया गया है'],
  ['shesh prakarno me bank khate ka satyapan apekshit hai', 'शेष प्रकरणों में बैंक खाते का सत्यापन अपेक्षित है'],
  [
    'atah anurodh hai ki satyapan hetu agrani bank prabandhak ko nirdeshit karne ki kripa kare',
    'अतः अनुरोध है कि सत्यापन हेतु अग्रणी बैंक प्रबन्धक को निर्देशित करने की कृपा करें',
  ],
];

/** The small words that make up half of every text, as most people type them. */
export const FUNCTION_WORDS: readonly (readonly [latin: string, meant: string])[] = `
ke के; me में; hai है; ki की|कि; se से; ka का; ko को; aur और; par पर; ne ने; hain हैं; yah यह; ye ये|यह; wah वह; vah वह; wo वो|वह
nahi नहीं; nahin नहीं; ek एक; bhi भी; to तो; hi ही; tha था; thi थी; the थे; ho हो; hu हूँ; hun हूँ; main मैं; hum हम; ham हम; aap आप
tum तुम; mujhe मुझे; unhone उन्होंने; inhone इन्होंने; unhe उन्हें; inhe इन्हें; jinhe जिन्हें; jinhone जिन्होंने; kisi किसी; koi कोई; kuch कुछ
jo जो; jab जब; tab तब; ab अब; agar अगर; lekin लेकिन; kyonki क्योंकि; liye लिए; sath साथ; tak तक; baad बाद; phir फिर; kya क्या
kyon क्यों; kaise कैसे; yaha यहाँ; waha वहाँ; isme इसमें; usme उसमें; unka उनका; apna अपना; sab सब; bahut बहुत; gaya गया; raha रहा
`
  .trim()
  .split(/[;\n]+/)
  .map((pair) => {
    const [latin = '', meant = ''] = pair.trim().split(' ');
    return [latin, meant] as const;
  });
