/**
 * What clerks of an office in Uttar Pradesh type in Latin letters, and mean; chosen for this test and not from the shipped list. Two
 * spellings of Hindi that are both right stand with a stroke between them.
 */
export const WORDS_AS_TYPED: readonly (readonly [latin: string, meant: string])[] = `
patrawali पत्रावली; patraavali पत्रावली; tippani टिप्पणी; tipni टिप्पणी; karyalay कार्यालय; karyalaya कार्यालय
kaaryaalay कार्यालय; aadesh आदेश; adesh आदेश; shasnadesh शासनादेश; shaasanaadesh शासनादेश; nirdesh निर्देश
nirdeshanusar निर्देशानुसार; swikriti स्वीकृति; svikriti स्वीकृति; sweekriti स्वीकृति; anumodan अनुमोदन; anumodanarth अनुमोदनार्थ
avlokanarth अवलोकनार्थ; awlokan अवलोकन; prastut प्रस्तुत; mandalayukt मण्डलायुक्त|मंडलायुक्त; mandlayukt मण्डलायुक्त|मंडलायुक्त; ayukt आयुक्त
jiladhikari जिलाधिकारी; ziladhikari जिलाधिकारी; upjiladhikari उपजिलाधिकारी; tahsildar तहसीलदार; tehsildar तहसीलदार; lekhpal लेखपाल
kanungo कानूनगो; nayab नायब; naib नायब; mukhya मुख्य; mukhy मुख्य; vikas विकास
vikaas विकास; khand खण्ड|खंड; adhikari अधिकारी; adhikaari अधिकारी; adhikariyon अधिकारियों; karmchari कर्मचारी
karmachari कर्मचारी; karmchariyon कर्मचारियों; lipik लिपिक; sahayak सहायक; pradhan प्रधान; varishth वरिष्ठ
warishth वरिष्ठ; kanishth कनिष्ठ; adhyaksh अध्यक्ष; adhyakshta अध्यक्षता; sachiv सचिव; nideshak निदेशक
nideshalay निदेशालय; sachivalay सचिवालय; shasan शासन; sashan शासन; sarkar सरकार; sarkari सरकारी
vibhag विभाग; vibhagiya विभागीय; anubhag अनुभाग; shakha शाखा; janpad जनपद; jila जिला
jile जिले; tahsil तहसील; gram ग्राम; graam ग्राम; panchayat पंचायत; nagar नगर
nigam निगम; vetan वेतन; wetan वेतन; bhatta भत्ता; yatra यात्रा; mahangai महंगाई|महँगाई
chikitsa चिकित्सा; pratipurti प्रतिपूर्ति; avkash अवकाश; awkaash अवकाश; akasmik आकस्मिक; aakasmik आकस्मिक
arjit अर्जित; upbhog उपभोग; pension पेंशन|पेन्शन; parivarik पारिवारिक; bhavishya भविष्य; nidhi निधि
katauti कटौती; vasuli वसूली; wasooli वसूली; bakaya बकाया; bhugtan भुगतान; bhugtaan भुगतान
deyak देयक; bil बिल; dhanrashi धनराशि; dhanraashi धनराशि; rupaye रुपये|रुपए; agrim अग्रिम
nirast निरस्त; nirgat निर्गत; jari जारी; jaari जारी; paripatra परिपत्र; adhisuchna अधिसूचना
adhisoochna अधिसूचना; suchna सूचना; soochana सूचना; suchnarth सूचनार्थ; gyapan ज्ञापन; prakaran प्रकरण
mamla मामला; nirnay निर्णय; nyayalay न्यायालय; uchch उच्च; uchchtam उच्चतम; yachika याचिका
shapathpatra शपथपत्र; shapath शपथ; adhivakta अधिवक्ता; sthagan स्थगन; apeel अपील; sunwai सुनवाई
sunvaai सुनवाई; sakshya साक्ष्य; bayan बयान; shikayat शिकायत; shikaayat शिकायत; shikayatkarta शिकायतकर्ता
prarthna प्रार्थना; prarthana प्रार्थना; aavedan आवेदन; avedan आवेदन; avedak आवेदक; pratyavedan प्रत्यावेदन
anurodh अनुरोध; nivedan निवेदन; sandarbh सन्दर्भ|संदर्भ; sandarbhit सन्दर्भित|संदर्भित; anusmarak अनुस्मारक; jaanch जांच|जाँच
janch जांच|जाँच; aakhya आख्या; akhya आख्या; report रिपोर्ट; parikshan परीक्षण; pareekshan परीक्षण
nirikshan निरीक्षण; nireekshan निरीक्षण; satyapan सत्यापन; pramanpatra प्रमाणपत्र; pramaan प्रमाण; praman प्रमाण
abhilekh अभिलेख; panjika पंजिका; panjikaran पंजीकरण; prapt प्राप्त; praapt प्राप्त; preshit प्रेषित
preshak प्रेषक; pratilipi प्रतिलिपि; alekh आलेख; aalekh आलेख; praroop प्रारूप; prarup प्रारूप
prapatra प्रपत्र; prastav प्रस्ताव; prastaav प्रस्ताव; sanstuti संस्तुति; sanlagn संलग्न; sanlagnak संलग्नक
bindu बिन्दु|बिंदु; dhara धारा; niyam नियम; niyamanusar नियमानुसार; adhiniyam अधिनियम; vidhi विधि
vidhik विधिक; sanshodhan संशोधन; sanshodhit संशोधित; baithak बैठक; karyavritt कार्यवृत्त; ayojan आयोजन
ayojit आयोजित; karyashala कार्यशाला; prashikshan प्रशिक्षण; samiksha समीक्षा; sameeksha समीक्षा; mulyankan मूल्यांकन
kriyanvayan क्रियान्वयन; anupalan अनुपालन; nistaran निस्तारण; nistarit निस्तारित; lambit लम्बित|लंबित; vichar विचार
vichaar विचार; paramarsh परामर्श; abhimat अभिमत; sahmati सहमति; yojna योजना; yojana योजना
yojnaon योजनाओं; pariyojna परियोजना; karyakram कार्यक्रम; karya कार्य; sanstha संस्था; nirman निर्माण
marammat मरम्मत; sadak सड़क; bhawan भवन; bhavan भवन; vidyalay विद्यालय; chikitsalay चिकित्सालय
swasthya स्वास्थ्य; shiksha शिक्षा; siksha शिक्षा; shikshak शिक्षक; chhatra छात्र|छात्रा; chhatravritti छात्रवृत्ति
samaj समाज; kalyan कल्याण; mahila महिला; rajaswa राजस्व; rajasv राजस्व; bhumi भूमि
bhoomi भूमि; khatauni खतौनी; chakbandi चकबन्दी|चकबंदी; namantaran नामान्तरण|नामांतरण; avantan आवंटन; aavantan आवंटन
atikraman अतिक्रमण; kabja कब्जा; seemankan सीमांकन; sthapana स्थापना; niyukti नियुक्ति; chayan चयन
bharti भर्ती; padonnati पदोन्नति; sthanantaran स्थानान्तरण|स्थानांतरण; tainati तैनाती; karyabhar कार्यभार; sevanivrit सेवानिवृत्त
sevanivritti सेवानिवृत्ति; nilamban निलम्बन|निलंबन; dand दण्ड|दंड; arop आरोप; spashtikaran स्पष्टीकरण; karan कारण
notice नोटिस; chetavni चेतावनी; jyeshthata ज्येष्ठता; suchi सूची; upasthit उपस्थित; anupasthit अनुपस्थित
samay समय; nirdharit निर्धारित; mritak मृतक; ashrit आश्रित; parivar परिवार; nivasi निवासी
nivida निविदा; thekedar ठेकेदार; anubandh अनुबन्ध|अनुबंध; samagri सामग्री; aapurti आपूर्ति; bhandar भण्डार|भंडार
kray क्रय; gunvatta गुणवत्ता; lagat लागत; shulk शुल्क; khata खाता; police पुलिस
thana थाना; kanoon कानून; suraksha सुरक्षा; gopniya गोपनीय; mahatvapurn महत्वपूर्ण|महत्त्वपूर्ण; avashyak आवश्यक
aavashyak आवश्यक; awashyakta आवश्यकता; praathmikta प्राथमिकता; saksham सक्षम; pradhikari प्राधिकारी; kartavya कर्तव्य
uttardayitva उत्तरदायित्व; vilamb विलम्ब|विलंब; nirvachan निर्वाचन; matdan मतदान; mantri मंत्री|मन्त्री; rashtriya राष्ट्रीय
janta जनता; vidyut विद्युत; sinchai सिंचाई; krishi कृषि; kisan किसान; rojgar रोजगार
sampatti सम्पत्ति|संपत्ति; sampark सम्पर्क|संपर्क; sampurn सम्पूर्ण|संपूर्ण; samuchit समुचित; uprokt उपरोक्त; nimnlikhit निम्नलिखित
nimnalikhit निम्नलिखित; ullekh उल्लेख; uddeshya उद्देश्य; pragati प्रगति; vivran विवरण; vivaran विवरण
tathya तथ्य; sthiti स्थिति; avadhi अवधि; tithi तिथि; varsh वर्ष; mah माह
dinank दिनांक; avgat अवगत; suchit सूचित; dhyan ध्यान; apekshit अपेक्षित; prabhari प्रभारी
prarambh प्रारम्भ|प्रारंभ; agrasarit अग्रसारित; agretar अग्रेतर; anivarya अनिवार्य; anumati अनुमति; aniyamitta अनियमितता
uplabdh उपलब्ध; suvidha सुविधा; samasya समस्या; sujhav सुझाव; bhavdiya भवदीय|भवदीया; mananiya माननीय
mahoday महोदय; shriman श्रीमान|श्रीमान्; kripya कृपया; sunishchit सुनिश्चित; spasht स्पष्ट; chhayaprati छायाप्रति
mandey मानदेय; kshetra क्षेत्र; sthal स्थल; hetu हेतु; tatha तथा; evam एवं|एवम्
dwara द्वारा; dvaara द्वारा; sambandhit सम्बन्धित|संबंधित; sambandh सम्बन्ध|संबंध; antargat अन्तर्गत|अंतर्गत; anusar अनुसार
pashchat पश्चात|पश्चात्; turant तुरन्त|तुरंत; shighra शीघ्र; tatkal तत्काल; ukt उक्त; karyavahi कार्यवाही|कार्रवाई
karvai कार्यवाही|कार्रवाई; kiya किया; gaya गया; hai है; hain हैं; mein में
nahin नहीं
labharthi लाभार्थी; anudan अनुदान; kharid खरीद; nagrik नागरिक; chunav चुनाव; matdata मतदाता
jati जाति; nivas निवास; aay आय; janm जन्म; mrityu मृत्यु; vidhwa विधवा
viklang विकलांग; vidyalaya विद्यालय; aspatal अस्पताल; dawa दवा; bijli बिजली; peyjal पेयजल
nahar नहर; fasal फसल; bima बीमा; rashan राशन; parishad परिषद; sabhapati सभापति
sadasya सदस्य; karyavritta कार्यवृत्त; sankalp संकल्प; vidhan विधान; prashn प्रश्न; uttar उत्तर
seema सीमा; atishighra अतिशीघ्र; suchana सूचना; adhikar अधिकार; niyamavali नियमावली; upniyam उपनियम
mukadma मुकदमा; aarop आरोप; kshatipurti क्षतिपूर्ति; muavza मुआवजा; prati प्रति; pratiyan प्रतियां|प्रतियाँ
hastakshar हस्ताक्षर; mohar मोहर; kramank क्रमांक; sankhya संख्या; vishay विषय; dhanyavad धन्यवाद
gathit गठित; upasthiti उपस्थिति
`
  .trim()
  .split(/;\s|\n/)
  .map((line) => {
    const [latin = '', meant = ''] = line.split(' ');
    return [latin, meant.normalize('NFC')] as const;
  });
