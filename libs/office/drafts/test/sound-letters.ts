import { sound } from './checked-letters';

/** Letters that are in order, most of them near a fault. */
export const SOUND = sound(`
letter hi | सचिव; भारत निर्वाचन आयोग; नई दिल्ली | - | मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।
letter en without:unit without:head | The Secretary; Union Public Service Commission | - | I am directed to say that the posts are vacant.
letter en | The Secretary; Union Public Service Commission | - | I am directed to say that the posts are vacant.
office_memorandum hi | अध्यक्ष; जिला सहकारी बैंक; मऊ | - | अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि ऋण सीमा बढ़ाई गई है।
office_memorandum en | President; Bar Association; Azamgarh | - | The undersigned is directed to say that the hall is available.
office_memorandum hi | समस्त अनुभाग | - | निर्वाचन आयोग के निर्देशों का अनुपालन किया जाए।
endorsement hi uttar_pradesh | वित्त सचिव; उत्तर प्रदेश शासन; लखनऊ | - | प्रतिलिपि सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित।
endorsement hi | निदेशक; पंचायती राज; लखनऊ | - | निम्नलिखित पत्रादि सूचनार्थ प्रेषित हैं।
endorsement en | The Director; National Informatics Centre | - | A copy of the order is sent for information.
letter hi | मुख्य सचिव; बिहार सरकार; पटना | - | मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।
do_letter hi | श्री सुरेश; अपर आयुक्त | - | कृपया इस विषय पर व्यक्तिगत ध्यान दें।
do_letter hi | श्री दिनेश; मुख्य प्रशासनिक अधिकारी | - | कृपया इस विषय पर व्यक्तिगत ध्यान दें।
do_letter en | Shri Mahesh; District Magistrate | - | I should be glad if you would look into it.
do_letter hi | श्री महेश; जिलाधिकारी | - | विकास कार्यों की प्रगति सन्तोषजनक नहीं है।  ×20
letter hi | अधीक्षण अभियन्ता; ; आजमगढ़ | by=2026-11-10 | मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।
letter hi | श्री रामलाल; ; ग्राम सगड़ी, आजमगढ़ | - | आपका आवेदन स्वीकार किया जाता है।
letter hi | श्रीनिवास महाविद्यालय; प्राचार्य; मऊ | - | मान्यता प्रदान की जाती है।
letter hi | जिलाधिकारी; ; आजमगढ़ | - | कृपया कृत कार्यवाही से अधोहस्ताक्षरी को 12.12.2026 तक अवगत कराएँ।
office_memorandum en | जिलाधिकारी; ; आजमगढ़ | - | The undersigned is directed to refer to the scheme.
office_order bilingual | - | - | कार्यालय 2 दिसम्बर, 2026 को बन्द रहेगा। || The office will be closed on 2 December 2026.
office_order hi uttar_pradesh | - | - | कार्यालय 2 दिसम्बर, 2026 को बन्द रहेगा।
order hi | - | - | श्री रमेश का स्थानान्तरण तत्काल प्रभाव से किया जाता है।
notification bilingual | प्रबन्धक; भारत सरकार मुद्रणालय; फरीदाबाद | gazette | नियम संशोधित किए जाते हैं। || The rules are amended.
notification hi uttar_pradesh | The Manager; Government Press | gazette | नियम संशोधित किए जाते हैं।
resolution bilingual | प्रबन्धक; भारत सरकार मुद्रणालय; फरीदाबाद | gazette | समिति का गठन किया जाता है। || A committee is set up.
press_note bilingual | सूचना अधिकारी | - | मेला सोमवार से प्रारम्भ होगा। || The fair opens on Monday.
press_note hi uttar_pradesh | सूचना अधिकारी | - | मेला सोमवार से प्रारम्भ होगा।
id_note hi | वित्त विभाग | - | प्रस्ताव नीचे है। ¶ वित्त विभाग की सहमति 12 दिसम्बर, 2026 तक अपेक्षित है।
id_note en | Law Department | - | The draft rules are in the file. ¶ The advice of the Department on rule 4 is sought within two weeks.
minutes hi | - | - | अध्यक्ष ने सदस्यों का स्वागत किया। ¶ तत्काल कार्यवाही की सूचना दी जाए।
letter hi | जिलाधिकारी; ; आजमगढ़ | encl=1 | वांछित सूची संलग्न कर प्रेषित है।
letter hi | जिलाधिकारी; ; आजमगढ़ | - | आपके प्रस्ताव के साथ सूची संलग्न नहीं थी।
letter en | जिलाधिकारी; ; आजमगढ़ | - | The map was not enclosed.
letter hi | जिलाधिकारी; ; आजमगढ़ | encl=3 | कुल ३ संलग्नक प्रेषित हैं।
letter hi | जिलाधिकारी; ; आजमगढ़ | - | कृपया अपनी आख्या 15 दिन के भीतर शीघ्र उपलब्ध कराएँ।
letter en | जिलाधिकारी; ; आजमगढ़ | - | A reply may be sent by 12 December 2026 at the latest.
letter hi | जिलाधिकारी; ; आजमगढ़ | - | जलभराव तत्काल दूर किया जाए।
letter hi answers:hi | जिलाधिकारी; ; आजमगढ़ | ref=412/2026:2026-10-12 | आपके पत्र के क्रम में प्रस्ताव स्वीकृत है।
letter en answers:en | जिलाधिकारी; ; आजमगढ़ | ref=412/2026:2026-10-12 | The proposal is sanctioned.
reminder hi | जिलाधिकारी; ; आजमगढ़ | ref=412/2026:2026-10-12 | अपेक्षित आख्या 12.12.2026 तक भेजें।
letter bilingual answers:hi | जिलाधिकारी; ; आजमगढ़ | ref=412/2026:2026-10-12 | प्रस्ताव स्वीकृत है। || The proposal is sanctioned.
`);
