import { planted } from './checked-letters';

/** Forty-two letters, each with one fault and no other. */
export const PLANTED = planted(`
memorandum_to_constitutional_body | office_memorandum hi | सचिव; भारत निर्वाचन आयोग; नई दिल्ली | - | अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि सूची अद्यतन है।
memorandum_to_constitutional_body | office_memorandum en | The Secretary; Union Public Service Commission | - | The undersigned is directed to say that the posts are vacant.
addressee_too_long | letter hi | जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष जिलाधिकारी एवं अध्यक्ष ; ; आजमगढ़ | - | प्रस्ताव स्वीकृत है।
memorandum_to_constitutional_body | office_memorandum hi | जिलाधिकारी & महालेखाकार; लेखा परीक्षा; लखनऊ | - | अनुदान का लेखा बन्द किया जाता है।
endorsement_to_state | endorsement hi | मुख्य सचिव; बिहार सरकार; पटना | - | निम्नलिखित पत्रादि सूचनार्थ प्रेषित हैं।
endorsement_to_state | endorsement en | The Chief Secretary; Government of Kerala | - | A copy of the order is sent for information.
endorsement_to_state | endorsement hi uttar_pradesh | प्रमुख सचिव; मध्य प्रदेश शासन; भोपाल | - | प्रतिलिपि सूचनार्थ प्रेषित।
too_far_below | do_letter hi | श्री रमेश; प्रशासनिक अधिकारी | - | कृपया इस विषय पर व्यक्तिगत ध्यान दें।
too_far_below | do_letter en | Shri Ramesh; Head Assistant | - | I should be glad if you would look into it.
longer_than_a_page | do_letter hi | श्री महेश; जिलाधिकारी | - | विकास कार्यों की प्रगति सन्तोषजनक नहीं है।  ×70
longer_than_a_page | do_letter en | Shri Mahesh; District Magistrate | - | The progress of works is slow.  ×90
addressed_by_name | letter hi | श्री अनिल कुमार; अधीक्षण अभियन्ता; आजमगढ़ | - | मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।
addressed_by_name | letter en | Dr. A. Sharma; Chief Medical Officer; Mau | - | I am directed to say that the proposal is sanctioned.
addressed_by_name | office_memorandum hi | श्रीमती कमला देवी; उप निदेशक | - | बैठक स्थगित की गई है।
first_person | office_memorandum hi | जिलाधिकारी; ; आजमगढ़ | - | मुझे यह कहने का निदेश हुआ है कि प्रकरण पर नियमानुसार कार्यवाही की जाए।
first_person | office_order bilingual | - | - | कार्यालय बन्द रहेगा। || I am directed to say that the office will be closed.
first_person | order hi | - | - | मुझे सूचित करने का निदेश हुआ है कि स्थानान्तरण निरस्त है।
third_person | letter hi | जिलाधिकारी; ; आजमगढ़ | - | अधोहस्ताक्षरी को यह कहने का निदेश हुआ है कि प्रस्ताव स्वीकृत है।
third_person | letter en | जिलाधिकारी; ; आजमगढ़ | - | The undersigned is directed to say that the proposal is sanctioned.
no_time_limit | id_note hi | वित्त विभाग | - | प्रकरण पुराना है। ¶ वित्त विभाग के परामर्श हेतु प्रस्तुत है।
no_time_limit | id_note en | Law Department | - | The draft rules are in the file. ¶ The advice of the Department is sought on rule 4.
no_point_of_advice | id_note hi | वित्त विभाग | - | वित्त विभाग का परामर्श 12.12.2026 तक अपेक्षित है। ¶ पत्रावली इसी के साथ भेजी जा रही है।
no_point_of_advice | id_note en | Law Department | - | Concurrence is needed by 12.12.2026. ¶ The file is sent with this note.
no_gazette_part | notification bilingual | प्रबन्धक; भारत सरकार मुद्रणालय; फरीदाबाद | - | नियम संशोधित किए जाते हैं। || The rules are amended.
no_gazette_part | resolution hi uttar_pradesh | प्रबन्धक; भारत सरकार मुद्रणालय; फरीदाबाद | - | समिति का गठन किया जाता है।
not_to_the_press | notification bilingual | जिलाधिकारी; ; आजमगढ़ | gazette | नियम संशोधित किए जाते हैं। || The rules are amended.
not_to_the_press | resolution hi uttar_pradesh | जिलाधिकारी; ; आजमगढ़ | gazette | समिति का गठन किया जाता है।
nothing_enclosed | letter hi | जिलाधिकारी; ; आजमगढ़ | - | वांछित सूची संलग्न कर प्रेषित है।
nothing_enclosed | letter en | जिलाधिकारी; ; आजमगढ़ | - | A copy of the report is enclosed.
nothing_enclosed | office_memorandum en | जिलाधिकारी; ; आजमगढ़ | - | The statement is forwarded herewith.
another_count | letter hi | जिलाधिकारी; ; आजमगढ़ | encl=1 docs=1 | कुल 3 संलग्नक प्रेषित हैं।
another_count | letter en | जिलाधिकारी; ; आजमगढ़ | docs=1 | It is sent with 2 enclosures.
reply_at_once | letter hi | जिलाधिकारी; ; आजमगढ़ | - | कृपया अपनी आख्या तत्काल उपलब्ध कराएँ।
reply_at_once | letter en | जिलाधिकारी; ; आजमगढ़ | - | A reply may be sent at the earliest.
reply_day_past | letter hi | जिलाधिकारी; ; आजमगढ़ | by=2026-11-09 | कृपया आख्या 09.11.2026 तक भेजें।
no_reference | letter hi | जिलाधिकारी; ; आजमगढ़ | - | आपके पत्र के क्रम में प्रस्ताव स्वीकृत है।
no_reference | reminder hi | जिलाधिकारी; ; आजमगढ़ | - | अपेक्षित आख्या 12.12.2026 तक भेजें।
undated_reference | letter hi | जिलाधिकारी; ; आजमगढ़ | ref=412/2026 | प्रस्ताव स्वीकृत है।
one_language | office_order hi | - | - | कार्यालय 2 दिसम्बर को बन्द रहेगा।
unit_without_hindi | letter hi without:unit | जिलाधिकारी; ; आजमगढ़ | - | प्रस्ताव स्वीकृत है।
head_without_hindi | office_order bilingual without:head | - | - | कार्यालय बन्द रहेगा। || The office will be closed.
hindi_in_english | letter en answers:hi | जिलाधिकारी; ; आजमगढ़ | ref=412/2026:2026-10-12 | The proposal is sanctioned.
`);
