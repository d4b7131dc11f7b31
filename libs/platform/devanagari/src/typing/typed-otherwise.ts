/** What is typed as nobody would spell it from its letters. Two meanings stand in the order in which they are meant. */

/** Small words, as those type them who write much. */
export const HABITS = `
me=में aakar=आकार aakar=आकर vahan=वहाँ vahan=वाहन wahan=वहाँ wahan=वाहन yahan=यहाँ jahan=जहाँ kahan=कहाँ na=न na=ना mein=में mai=मैं main=मैं mene=मैंने maine=मैंने hu=हूँ hun=हूँ
hoon=हूँ he=है h=है hai=है hain=हैं nahi=नहीं nahin=नहीं nai=नहीं nhi=नहीं wo=वह wo=वो woh=वह vo=वह vo=वो voh=वह wah=वह vah=वह yeh=यह ye=ये ye=यह yah=यह ki=की
ki=कि or=और n=न kyu=क्यों kyun=क्यों kyo=क्यों kyon=क्यों kyuki=क्योंकि kyunki=क्योंकि kyoki=क्योंकि kyonki=क्योंकि isliye=इसलिए isliye=इसलिये islie=इसलिए
liye=लिए liye=लिये lie=लिए chahiye=चाहिए chahiye=चाहिये chahie=चाहिए pe=पे pe=पर tha=था the=थे thi=थी thin=थीं thi=थीं hue=हुए huye=हुए hui=हुई hua=हुआ
huwa=हुआ gaye=गए gaye=गये gaya=गया gya=गया gayi=गई gayi=गयी gai=गई gyi=गई kiya=किया kia=किया diya=दिया dia=दिया liya=लिया lia=लिया jaye=जाए jaye=जाये
jayen=जाएँ jayega=जाएगा jayega=जायेगा jayegi=जाएगी jayegi=जायेगी jayenge=जाएँगे jayenge=जाएंगे jaega=जाएगा aye=आए aaye=आए aaye=आये aayi=आई aayi=आयी aai=आई
bohot=बहुत bhot=बहुत bahot=बहुत bahut=बहुत sath=साथ saath=साथ bad=बाद sab=सब sb=सब kr=कर hum=हम ham=हम aap=आप ap=आप unhone=उन्होंने inhone=इन्होंने
jinhone=जिन्होंने unhonne=उन्होंने inhonne=इन्होंने jinhonne=जिन्होंने unhe=उन्हें inhe=इन्हें jinhe=जिन्हें tumhe=तुम्हें hame=हमें hume=हमें humein=हमें
yaha=यहाँ waha=वहाँ vaha=वहाँ kaha=कहा kaha=कहाँ jaha=जहाँ haa=हाँ han=हाँ haan=हाँ ma=माँ maa=माँ mata=माता pita=पिता evm=एवं evam=एवं awam=एवं eid=ईद
agar=अगर fir=फिर phir=फिर sirf=सिर्फ sirf=सिर्फ़ jyada=ज्यादा jyada=ज़्यादा zyada=ज़्यादा zyada=ज्यादा rs=रु० dr=डॉ० ram=राम gandhi=गाँधी gandhi=गांधी
mantri=मंत्री mantri=मन्त्री shree=श्री shri=श्री sri=श्री smt=श्रीमती gaon=गाँव gaanv=गाँव gao=गाँव gav=गाँव lko=लखनऊ km=कि०मी० aadhaar=आधार aadhar=आधार
naib=नायब tehsil=तहसील tehsildar=तहसीलदार e=ई e=ए kam=काम kam=कम hal=हाल bal=बल bal=बाल man=मन man=मान
`;

/** Words of English, typed as English spells them and written as Hindi says them. */
export const ENGLISH = `
file=फाइल files=फाइलें office=ऑफिस officer=ऑफिसर eoffice=ई-ऑफिस email=ई-मेल mail=मेल computer=कम्प्यूटर computer=कंप्यूटर printer=प्रिन्टर scanner=स्कैनर
internet=इन्टरनेट internet=इंटरनेट online=ऑनलाइन offline=ऑफलाइन website=वेबसाइट portal=पोर्टल software=सॉफ्टवेयर hardware=हार्डवेयर mobile=मोबाइल phone=फोन
phone=फ़ोन report=रिपोर्ट bill=बिल voucher=वाउचर budget=बजट cheque=चेक check=चेक bank=बैंक account=एकाउण्ट account=अकाउंट form=फॉर्म format=फॉर्मेट
letter=लेटर note=नोट draft=ड्राफ्ट order=ऑर्डर copy=कॉपी photo=फोटो photo=फ़ोटो photocopy=फोटोकॉपी scan=स्कैन print=प्रिन्ट print=प्रिंट download=डाउनलोड
upload=अपलोड meeting=मीटिंग committee=कमेटी board=बोर्ड project=प्रोजेक्ट tender=टेण्डर tender=टेंडर contract=कॉन्ट्रैक्ट agency=एजेन्सी agency=एजेंसी
company=कम्पनी company=कंपनी machine=मशीन stock=स्टॉक register=रजिस्टर stationery=स्टेशनरी furniture=फर्नीचर battery=बैटरी generator=जनरेटर school=स्कूल
college=कॉलेज university=यूनिवर्सिटी hospital=हॉस्पिटल doctor=डॉक्टर nurse=नर्स engineer=इंजीनियर driver=ड्राइवर clerk=क्लर्क collector=कलेक्टर
commissioner=कमिश्नर director=डायरेक्टर manager=मैनेजर operator=ऑपरेटर inspector=इंस्पेक्टर police=पुलिस court=कोर्ट pension=पेंशन pension=पेन्शन income=इनकम
tax=टैक्स number=नम्बर number=नंबर list=लिस्ट data=डाटा data=डेटा code=कोड password=पासवर्ड login=लॉगिन video=वीडियो conference=कॉन्फ्रेन्स
conferencing=कॉन्फ्रेन्सिंग training=ट्रेनिंग team=टीम station=स्टेशन railway=रेलवे bus=बस train=ट्रेन road=रोड block=ब्लॉक ward=वार्ड notice=नोटिस
stamp=स्टाम्प registry=रजिस्ट्री treasury=ट्रेजरी token=टोकन card=कार्ड pan=पैन ration=राशन camp=कैम्प camp=कैंप park=पार्क model=मॉडल type=टाइप time=टाइम
table=टेबल chart=चार्ट page=पेज point=प्वाइंट lucknow=लखनऊ delhi=दिल्ली whatsapp=व्हाट्सएप facebook=फेसबुक twitter=ट्विटर youtube=यूट्यूब social=सोशल
media=मीडिया digital=डिजिटल signature=सिग्नेचर governance=गवर्नेन्स department=डिपार्टमेन्ट helpline=हेल्पलाइन supreme=सुप्रीम high=हाई degree=डिग्री
leave=लीव million=मिलियन billion=बिलियन lord=लॉर्ड lady=लेडी jewellery=ज्वेलरी jewelry=ज्वेलरी minister=मिनिस्टर ministry=मिनिस्ट्री government=गवर्नमेंट
governor=गवर्नर president=प्रेसिडेंट prime=प्राइम chief=चीफ secretary=सेक्रेटरी member=मेंबर party=पार्टी congress=कांग्रेस parliament=पार्लियामेंट
election=इलेक्शन vote=वोट voter=वोटर voting=वोटिंग campaign=कैंपेन leader=लीडर union=यूनियन association=एसोसिएशन federation=फेडरेशन corporation=कॉरपोरेशन
council=काउंसिल commission=कमीशन authority=अथॉरिटी development=डेवलपमेंट management=मैनेजमेंट service=सर्विस services=सर्विसेज system=सिस्टम policy=पॉलिसी
scheme=स्कीम mission=मिशन program=प्रोग्राम programme=प्रोग्राम plan=प्लान planning=प्लानिंग target=टारगेट budgetary=बजटीय fund=फंड grant=ग्रांट loan=लोन
insurance=इंश्योरेंस interest=इंटरेस्ट payment=पेमेंट salary=सैलरी bonus=बोनस arrear=एरियर arrears=एरियर increment=इन्क्रीमेंट promotion=प्रमोशन
transfer=ट्रांसफर posting=पोस्टिंग joining=ज्वाइनिंग relieving=रिलीविंग retirement=रिटायरमेंट duty=ड्यूटी shift=शिफ्ट staff=स्टाफ guard=गार्ड
security=सिक्योरिटी contractor=कॉन्ट्रैक्टर supply=सप्लाई quotation=कोटेशन rate=रेट quality=क्वालिटी sample=सैंपल test=टेस्ट testing=टेस्टिंग lab=लैब
laboratory=लैबोरेटरी sports=स्पोर्ट्स match=मैच cricket=क्रिकेट football=फुटबॉल football=फ़ुटबॉल hockey=हॉकी tennis=टेनिस olympic=ओलंपिक stadium=स्टेडियम
player=प्लेयर coach=कोच captain=कैप्टन world=वर्ल्ड cup=कप gold=गोल्ड silver=सिल्वर medal=मेडल league=लीग club=क्लब film=फिल्म film=फ़िल्म films=फिल्में
cinema=सिनेमा music=म्यूजिक radio=रेडियो television=टेलीविजन television=टेलीविज़न tv=टीवी channel=चैनल news=न्यूज press=प्रेस interview=इंटरव्यू
magazine=मैगजीन studio=स्टूडियो camera=कैमरा album=एल्बम award=अवार्ड actor=एक्टर hero=हीरो star=स्तर star=स्टार show=शो series=सीरीज science=साइंस
technology=टेक्नोलॉजी engineering=इंजीनियरिंग medical=मेडिकल nursing=नर्सिंग operation=ऑपरेशन cancer=कैंसर virus=वायरस vaccine=वैक्सीन corona=कोरोना
covid=कोविड injection=इंजेक्शन tablet=टैबलेट ambulance=एम्बुलेंस emergency=इमरजेंसी accident=एक्सीडेंट traffic=ट्रैफिक signal=सिग्नल license=लाइसेंस
licence=लाइसेंस permit=परमिट passport=पासपोर्ट visa=वीजा visa=वीज़ा ticket=टिकट airport=एयरपोर्ट flight=फ्लाइट airline=एयरलाइन pilot=पायलट metro=मेट्रो
truck=ट्रक car=कार bike=बाइक motor=मोटर cycle=साइकिल scooter=स्कूटर tractor=ट्रैक्टर petrol=पेट्रोल diesel=डीजल gas=गैस engine=इंजन hotel=होटल
restaurant=रेस्टोरेंट market=मार्केट mall=मॉल shop=शॉप store=स्टोर brand=ब्रांड design=डिजाइन fashion=फैशन style=स्टाइल size=साइज color=कलर colour=कलर
cotton=कॉटन plastic=प्लास्टिक steel=स्टील cement=सीमेंट pipe=पाइप tank=टैंक pump=पंप meter=मीटर metre=मीटर kilometer=किलोमीटर kilometre=किलोमीटर litre=लीटर
liter=लीटर gram=ग्राम kilo=किलो inch=इंच feet=फीट foot=फुट minute=मिनट second=सेकंड hour=ऑवर day=डे week=वीक month=मंथ year=ईयर january=जनवरी february=फरवरी
february=फ़रवरी march=मार्च april=अप्रैल june=जून july=जुलाई august=अगस्त september=सितंबर september=सितम्बर october=अक्टूबर november=नवंबर november=नवम्बर
december=दिसंबर december=दिसम्बर monday=मंडे sunday=संडे saturday=सैटरडे percent=प्रतिशत crore=करोड़ dollar=डॉलर pound=पाउंड euro=यूरो cash=कैश price=प्राइस
share=शेयर business=बिजनेस business=बिज़नेस industry=इंडस्ट्री factory=फैक्ट्री factory=फ़ैक्ट्री labour=लेबर worker=वर्कर export=एक्सपोर्ट import=इम्पोर्ट
limited=लिमिटेड private=प्राइवेट public=पब्लिक group=ग्रुप center=सेंटर centre=सेंटर institute=इंस्टीट्यूट academy=अकादमी class=क्लास student=स्टूडेंट
teacher=टीचर professor=प्रोफेसर principal=प्रिंसिपल hostel=हॉस्टल library=लाइब्रेरी exam=एग्जाम result=रिजल्ट fees=फीस course=कोर्स semester=सेमेस्टर book=बुक
diploma=डिप्लोमा certificate=सर्टिफिकेट english=इंग्लिश american=अमेरिकन america=अमेरिका british=ब्रिटिश britain=ब्रिटेन england=इंग्लैंड london=लंदन
france=फ्रांस france=फ़्रांस germany=जर्मनी german=जर्मन russia=रूस china=चीन japan=जापान europe=यूरोप asia=एशिया africa=अफ्रीका africa=अफ़्रीका
australia=ऑस्ट्रेलिया canada=कनाडा italy=इटली spain=स्पेन iran=ईरान iraq=इराक israel=इजराइल israel=इज़राइल pakistan=पाकिस्तान bangladesh=बांग्लादेश
nepal=नेपाल india=इंडिया indian=इंडियन washington=वाशिंगटन paris=पेरिस rome=रोम berlin=बर्लिन moscow=मॉस्को york=यॉर्क new=न्यू mumbai=मुंबई kolkata=कोलकाता
chennai=चेन्नई hyderabad=हैदराबाद bengaluru=बेंगलुरु kanpur=कानपुर north=नॉर्थ south=साउथ east=ईस्ट west=वेस्ट central=सेंट्रल national=नेशनल
international=इंटरनेशनल global=ग्लोबल local=लोकल general=जनरल special=स्पेशल major=मेजर colonel=कर्नल army=आर्मी navy=नेवी force=फोर्स attack=अटैक bomb=बम
missile=मिसाइल nuclear=न्यूक्लियर radar=रडार satellite=सैटेलाइट rocket=रॉकेट space=स्पेस energy=एनर्जी solar=सोलर power=पावर plant=प्लांट unit=यूनिट line=लाइन
light=लाइट fan=फैन switch=स्विच cable=केबल wire=वायर network=नेटवर्क server=सर्वर laptop=लैपटॉप keyboard=कीबोर्ड mouse=माउस screen=स्क्रीन monitor=मॉनिटर
google=गूगल app=ऐप link=लिंक click=क्लिक post=पोस्ट like=लाइक comment=कमेंट message=मैसेज chat=चैट call=कॉल recharge=रिचार्ज sim=सिम update=अपडेट
version=वर्जन icon=आइकन hall=हॉल room=रूम floor=फ्लोर flat=फ्लैट building=बिल्डिंग colony=कॉलोनी sector=सेक्टर zone=जोन area=एरिया plot=प्लॉट gate=गेट
lift=लिफ्ट toilet=टॉयलेट kitchen=किचन bed=बेड chair=चेयर glass=ग्लास bottle=बोतल box=बॉक्स packet=पैकेट paper=पेपर pen=पेन pencil=पेंसिल bag=बैग shirt=शर्ट
pant=पैंट coat=कोट button=बटन belt=बेल्ट watch=वॉच ring=रिंग coffee=कॉफी coffee=कॉफ़ी biscuit=बिस्कुट bread=ब्रेड butter=बटर ice=आइस cream=क्रीम
chocolate=चॉकलेट juice=जूस cake=केक hotelier=होटलियर birthday=बर्थडे happy=हैप्पी good=गुड best=बेस्ट free=फ्री sir=सर madam=मैडम mister=मिस्टर mr=मिस्टर
miss=मिस doctorate=डॉक्टरेट baby=बेबी uncle=अंकल aunty=आंटी boss=बॉस friend=फ्रेंड guide=गाइड expert=एक्सपर्ट agent=एजेंट member=मेम्बर judge=जज
advocate=एडवोकेट lawyer=लॉयर case=केस appeal=अपील stay=स्टे jail=जेल fine=फाइन warrant=वारंट affidavit=एफिडेविट petition=पिटीशन rule=रूल act=एक्ट
section=सेक्शन chapter=चैप्टर article=आर्टिकल protocol=प्रोटोकॉल record=रिकॉर्ड records=रिकॉर्ड serial=सीरियल index=इंडेक्स label=लेबल seal=सील stamp=स्टैम्प
envelope=लिफाफा courier=कूरियर speed=स्पीड parcel=पार्सल audit=ऑडिट auditor=ऑडिटर cashier=कैशियर accountant=एकाउन्टेंट assistant=असिस्टेंट deputy=डिप्टी
joint=ज्वाइंट additional=एडिशनल superintendent=सुपरिंटेंडेंट executive=एग्जीक्यूटिव technical=टेक्निकल technician=टेक्नीशियन electrician=इलेक्ट्रीशियन
mechanic=मैकेनिक supervisor=सुपरवाइजर coordinator=कोऑर्डिनेटर consultant=कंसल्टेंट trainer=ट्रेनर counselor=काउंसलर counter=काउंटर reception=रिसेप्शन
survey=सर्वे inspection=इंस्पेक्शन verification=वेरिफिकेशन approval=अप्रूवल sanction=सैंक्शन estimate=एस्टीमेट measurement=मेजरमेंट maintenance=मेंटेनेंस
repair=रिपेयर construction=कंस्ट्रक्शन bridge=ब्रिज drainage=ड्रेनेज sewer=सीवर sewage=सीवेज water=वाटर forest=फॉरेस्ट nursery=नर्सरी garden=गार्डन
veterinary=वेटनरी dairy=डेयरी poultry=पोल्ट्री fertilizer=फर्टिलाइजर subsidy=सब्सिडी may=मई slate=स्लेट bass=बास loop=लूप loops=लूप्स recording=रिकॉर्डिंग
recorder=रिकॉर्डर fake=फेक live=लाइव cyber=साइबर crime=क्राइम district=डिस्ट्रिक्ट paperless=पेपरलेस platform=प्लेटफॉर्म projector=प्रोजेक्टर cm=सीएम pm=पीएम
dm=डीएम it=आईटी instagram=इंस्टाग्राम electronic=इलेक्ट्रॉनिक electronics=इलेक्ट्रॉनिक्स document=डॉक्यूमेंट documents=डॉक्यूमेंट feed=फीड forward=फॉरवर्ड
career=करियर marketing=मार्केटिंग banking=बैंकिंग booking=बुकिंग parking=पार्किंग shopping=शॉपिंग camping=कैंपिंग coaching=कोचिंग painting=पेंटिंग
printing=प्रिंटिंग shooting=शूटिंग rating=रेटिंग ranking=रैंकिंग rank=रैंक wing=विंग king=किंग queen=क्वीन prince=प्रिंस princess=प्रिंसेस duke=ड्यूक
royal=रॉयल empire=एम्पायर republic=रिपब्लिक democratic=डेमोक्रेटिक republican=रिपब्लिकन senate=सीनेट senator=सीनेटर mayor=मेयर cabinet=कैबिनेट agenda=एजेंडा
summit=समिट treaty=ट्रीटी embassy=एम्बेसी refugee=रिफ्यूजी border=बॉर्डर base=बेस tower=टावर palace=पैलेस museum=म्यूजियम gallery=गैलरी theatre=थिएटर
theater=थिएटर concert=कॉन्सर्ट band=बैंड rock=रॉक pop=पॉप jazz=जैज guitar=गिटार piano=पियानो song=सॉन्ग singer=सिंगर dance=डांस dancer=डांसर artist=आर्टिस्ट
producer=प्रोड्यूसर script=स्क्रिप्ट scene=सीन role=रोल episode=एपिसोड season=सीजन trailer=ट्रेलर comedy=कॉमेडी drama=ड्रामा action=एक्शन novel=नॉवेल
comic=कॉमिक blog=ब्लॉग tweet=ट्वीट trend=ट्रेंड hashtag=हैशटैग viral=वायरल fans=फैंस follower=फॉलोअर celebrity=सेलिब्रिटी startup=स्टार्टअप founder=फाउंडर
ceo=सीईओ chairman=चेयरमैन investor=इन्वेस्टर investment=इन्वेस्टमेंट bond=बॉन्ड mortgage=मॉर्गेज credit=क्रेडिट debit=डेबिट atm=एटीएम gdp=जीडीपी gst=जीएसटी
upi=यूपीआई ai=एआई robot=रोबोट drone=ड्रोन laser=लेजर sensor=सेंसर chip=चिप charger=चार्जर antenna=एंटीना browser=ब्राउज़र window=विंडो windows=विंडोज़
microsoft=माइक्रोसॉफ्ट apple=एप्पल iphone=आईफोन android=एंड्रॉयड bacteria=बैक्टीरिया protein=प्रोटीन vitamin=विटामिन hormone=हार्मोन cell=सेल gene=जीन
dna=डीएनए clinic=क्लिनिक surgery=सर्जरी surgeon=सर्जन patient=पेशेंट dengue=डेंगू malaria=मलेरिया fever=फीवर sugar=शुगर pressure=प्रेशर oxygen=ऑक्सीजन
hydrogen=हाइड्रोजन carbon=कार्बन climate=क्लाइमेट ozone=ओजोन chemical=केमिकल physics=फिजिक्स chemistry=केमिस्ट्री biology=बायोलॉजी math=मैथ maths=मैथ्स
history=हिस्ट्री theory=थ्योरी formula=फॉर्मूला research=रिसर्च scholar=स्कॉलर journal=जर्नल phd=पीएचडी campus=कैंपस dean=डीन faculty=फैकल्टी
department=डिपार्टमेंट final=फाइनल semifinal=सेमीफाइनल tournament=टूर्नामेंट champion=चैंपियन championship=चैंपियनशिप trophy=ट्रॉफी score=स्कोर over=ओवर
wicket=विकेट bowler=बॉलर batsman=बैट्समैन umpire=अंपायर referee=रेफरी golf=गोल्फ boxing=बॉक्सिंग racing=रेसिंग highway=हाईवे expressway=एक्सप्रेसवे
express=एक्सप्रेस flyover=फ्लाईओवर tunnel=टनल port=पोर्ट ship=शिप boat=बोट cargo=कार्गो cruise=क्रूज tourist=टूरिस्ट tour=टूर trip=ट्रिप resort=रिसॉर्ट
beach=बीच island=आइलैंड lake=लेक river=रिवर hill=हिल valley=वैली street=स्ट्रीट avenue=एवेन्यू square=स्क्वायर saint=सेंट church=चर्च father=फादर pope=पोप
christmas=क्रिसमस christian=क्रिश्चियन muslim=मुस्लिम hindu=हिंदू islam=इस्लाम bible=बाइबिल george=जॉर्ज john=जॉन james=जेम्स david=डेविड michael=माइकल
william=विलियम robert=रॉबर्ट peter=पीटर paul=पॉल thomas=थॉमस charles=चार्ल्स henry=हेनरी richard=रिचर्ड edward=एडवर्ड joseph=जोसेफ daniel=डैनियल
martin=मार्टिन alexander=अलेक्जेंडर elizabeth=एलिजाबेथ victoria=विक्टोरिया mary=मैरी anna=अन्ना maria=मारिया donald=डोनाल्ड trump=ट्रंप obama=ओबामा
clinton=क्लिंटन bush=बुश putin=पुतिन hitler=हिटलर einstein=आइंस्टीन newton=न्यूटन miami=मियामी california=कैलिफोर्निया texas=टेक्सास florida=फ्लोरिडा
chicago=शिकागो boston=बोस्टन mexico=मैक्सिको brazil=ब्राजील argentina=अर्जेंटीना chile=चिली egypt=मिस्र turkey=तुर्की greece=यूनान poland=पोलैंड sweden=स्वीडन
norway=नॉर्वे finland=फिनलैंड denmark=डेनमार्क holland=हॉलैंड netherlands=नीदरलैंड belgium=बेल्जियम austria=ऑस्ट्रिया switzerland=स्विट्जरलैंड
portugal=पुर्तगाल ireland=आयरलैंड scotland=स्कॉटलैंड wales=वेल्स ukraine=यूक्रेन korea=कोरिया vietnam=वियतनाम thailand=थाईलैंड indonesia=इंडोनेशिया
malaysia=मलेशिया singapore=सिंगापुर afghanistan=अफगानिस्तान syria=सीरिया saudi=सऊदी arabia=अरब dubai=दुबई african=अफ्रीकी european=यूरोपीय asian=एशियाई
french=फ्रेंच russian=रूसी chinese=चीनी japanese=जापानी latin=लैटिन roman=रोमन greek=ग्रीक arctic=आर्कटिक atlantic=अटलांटिक pacific=प्रशांत mars=मंगल
control=कंट्रोल command=कमांड commander=कमांडर detective=डिटेक्टिव criminal=क्रिमिनल mafia=माफिया gang=गैंग drug=ड्रग drugs=ड्रग्स murder=मर्डर rape=रेप
terror=टेरर evidence=एविडेंस lockdown=लॉकडाउन quarantine=क्वारंटाइन mask=मास्क sanitizer=सैनिटाइज़र request=रिक्वेस्ट review=रिव्यू feedback=फीडबैक offer=ऑफर
discount=डिस्काउंट sale=सेल guarantee=गारंटी warranty=वारंटी delivery=डिलीवरी cancel=कैंसिल confirm=कन्फर्म status=स्टेटस profile=प्रोफाइल setting=सेटिंग
option=ऑप्शन menu=मेन्यू folder=फोल्डर image=इमेज pixel=पिक्सल font=फॉन्ट excel=एक्सेल word=वर्ड pdf=पीडीएफ cd=सीडी usb=यूएसबी wifi=वाई-फाई bluetooth=ब्लूटूथ
desktop=डेस्कटॉप database=डाटाबेस backup=बैकअप hack=हैक hacker=हैकर session=सेशन seminar=सेमिनार workshop=वर्कशॉप webinar=वेबिनार forum=फोरम panel=पैनल
topic=टॉपिक subject=सब्जेक्ट remark=रिमार्क remarks=रिमार्क reminder=रिमाइंडर circular=सर्कुलर memo=मेमो notification=नोटिफिकेशन gazette=गजट roster=रोस्टर
cadre=कैडर grade=ग्रेड scale=स्केल basic=बेसिक allowance=अलाउंस deduction=डिडक्शन recovery=रिकवरी provident=प्रोविडेंट gratuity=ग्रेच्युटी nominee=नॉमिनी
family=फैमिली casual=कैजुअल earned=अर्न्ड maternity=मैटरनिटी suspension=सस्पेंशन enquiry=इन्क्वायरी inquiry=इन्क्वायरी charge=चार्ज chargesheet=चार्जशीट
penalty=पेनल्टी vigilance=विजिलेंस biometric=बायोमेट्रिक attendance=अटेंडेंस outsourcing=आउटसोर्सिंग biography=बायोग्राफी lead=लीड leading=लीडिंग
modern=मॉडर्न normal=नॉर्मल original=ओरिजिनल perfect=परफेक्ट positive=पॉजिटिव negative=नेगेटिव serious=सीरियस simple=सिंपल smart=स्मार्ट strong=स्ट्रॉन्ग
super=सुपर top=टॉप total=टोटल ultra=अल्ट्रा unique=यूनिक urgent=अर्जेंट goal=गोल zinc=जिंक nickel=निकेल nickel=निकल cobalt=कोबाल्ट manganese=मैंगनीज
copper=कॉपर aluminium=एल्युमिनियम uranium=यूरेनियम lithium=लिथियम sodium=सोडियम potassium=पोटैशियम calcium=कैल्शियम iron=आयरन cover=कवर charter=चार्टर
guild=गिल्ड motors=मोटर्स compact=कॉम्पैक्ट ford=फोर्ड toyota=टोयोटा honda=होंडा juan=जुआन carlos=कार्लोस jose=जोस pedro=पेड्रो antonio=एंटोनियो marco=मार्को
mario=मारियो francis=फ्रांसिस louis=लुई albert=अल्बर्ट arthur=आर्थर benjamin=बेंजामिन franklin=फ्रैंकलिन lincoln=लिंकन kennedy=केनेडी roosevelt=रूजवेल्ट
churchill=चर्चिल stalin=स्टालिन lenin=लेनिन marx=मार्क्स darwin=डार्विन shakespeare=शेक्सपियर plato=प्लेटो napoleon=नेपोलियन caesar=सीजर jesus=यीशु
christ=मसीह moses=मूसा adam=एडम jack=जैक harry=हैरी steve=स्टीव jobs=जॉब्स job=जॉब mark=मार्क lee=ली anderson=एंडरसन johnson=जॉनसन jackson=जैक्सन
wilson=विल्सन smith=स्मिथ brown=ब्राउन white=व्हाइट black=ब्लैक red=रेड green=ग्रीन blue=ब्लू house=हाउस home=होम tower=टॉवर city=सिटी town=टाउन village=विलेज
county=काउंटी state=स्टेट states=स्टेट्स united=यूनाइटेड kingdom=किंगडम nation=नेशन nations=नेशंस commonwealth=कॉमनवेल्थ siberia=साइबेरिया alaska=अलास्का
himalaya=हिमालय amazon=अमेज़न nile=नील ocean=ओशन gulf=गल्फ cape=केप mount=माउंट everest=एवरेस्ट alps=आल्प्स desert=डेजर्ट sahara=सहारा volcano=वोल्केनो
cyclone=साइक्लोन tsunami=सुनामी zoo=ज़ू tiger=टाइगर lion=लायन dog=डॉग horse=हॉर्स elephant=एलिफेंट bird=बर्ड fish=फिश dinosaur=डायनासोर machines=मशीनें
tool=टूल tools=टूल्स kit=किट set=सेट part=पार्ट parts=पार्ट्स spare=स्पेयर servicing=सर्विसिंग pump=पम्प valve=वाल्व filter=फिल्टर boiler=बॉयलर turbine=टरबाइन
cylinder=सिलेंडर transformer=ट्रांसफार्मर volt=वोल्ट watt=वाट current=करंट inverter=इन्वर्टर cooler=कूलर heater=हीटर fridge=फ्रिज ac=एसी led=एलईडी
cctv=सीसीटीवी gps=जीपीएस sms=एसएमएस otp=ओटीपी pin=पिन pincode=पिनकोड emi=ईएमआई kyc=केवाईसी ngo=एनजीओ ias=आईएएस ips=आईपीएस pcs=पीसीएस sdm=एसडीएम adm=एडीएम
cdo=सीडीओ bdo=बीडीओ ssp=एसएसपी rti=आरटीआई pil=पीआईएल mla=एमएलए oil=ऑयल fuel=फ्यूल tyre=टायर tire=टायर brake=ब्रेक gear=गियर horn=हॉर्न helmet=हेलमेट seat=सीट
taxi=टैक्सी auto=ऑटो rickshaw=रिक्शा van=वैन jeep=जीप crane=क्रेन bulldozer=बुलडोजर loader=लोडर trolley=ट्रॉली container=कंटेनर pizza=पिज्जा burger=बर्गर
sandwich=सैंडविच toast=टोस्ट soup=सूप salad=सलाद egg=एग chicken=चिकन wine=वाइन beer=बियर whisky=व्हिस्की cigarette=सिगरेट tobacco=टोबैको gutkha=गुटखा
candy=कैंडी toffee=टॉफी idea=आइडिया issue=इश्यू event=इवेंट festival=फेस्टिवल ceremony=सेरेमनी anniversary=एनिवर्सरी function=फंक्शन stage=स्टेज mike=माइक
speaker=स्पीकर sound=साउंड lighting=लाइटिंग tent=टेंट catering=कैटरिंग banner=बैनर poster=पोस्टर hoarding=होर्डिंग pamphlet=पैम्फलेट brochure=ब्रोशर
conduct=कंडक्ट leadership=लीडरशिप membership=मेंबरशिप partnership=पार्टनरशिप scholarship=स्कॉलरशिप internship=इंटर्नशिप fellowship=फेलोशिप
relationship=रिलेशनशिप ownership=ओनरशिप temperature=टेम्परेचर structure=स्ट्रक्चर agriculture=एग्रीकल्चर culture=कल्चर lecture=लेक्चर picture=पिक्चर
future=फ्यूचर nature=नेचर feature=फीचर infrastructure=इन्फ्रास्ट्रक्चर manufacture=मैन्युफैक्चर education=एजुकेशन admission=एडमिशन permission=परमिशन
division=डिवीजन provision=प्रोविजन tension=टेंशन extension=एक्सटेंशन donation=डोनेशन location=लोकेशन vacation=वेकेशन application=एप्लीकेशन
communication=कम्युनिकेशन connection=कनेक्शन collection=कलेक्शन protection=प्रोटेक्शन direction=डायरेक्शन production=प्रोडक्शन product=प्रोडक्ट
instruction=इंस्ट्रक्शन reaction=रिएक्शन selection=सिलेक्शन registration=रजिस्ट्रेशन administration=एडमिनिस्ट्रेशन organization=ऑर्गनाइजेशन
organisation=ऑर्गनाइजेशन foundation=फाउंडेशन nationalization=नेशनलाइजेशन computerisation=कम्प्यूटरीकरण digitization=डिजिटाइजेशन mutation=म्यूटेशन
`;
