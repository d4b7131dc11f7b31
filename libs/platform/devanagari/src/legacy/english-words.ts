/** Common words of English, and those of its office letters: what tells a line of English from a legacy font. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `a about above absence accept accepted accordance according account accounts act action add additional address administration administrative
  advance advice after again against agenda all allotment allotted allow allowance allowed already also am amount an and annual annexure any
  appeal application applications applied apply appointed appointment approval approve approved april are area arrears as asked assistant at attached attend
  attendance audit august authorities authority available award away back balance bank basis be because been before behalf being below better between bill bills block board
  body both branch budget building but by call called came can cannot car case cases cash category cause centre certificate certified chairman chairperson change charge
  charges chief circular city claim class clerk close closed code collector college come comments commission commissioner committee community compensation complaint complaints completed
  compliance computer concerned conditions conference confidential confirm connection consent consider consideration considered construction contact contract
  control copies copy correct correspondence cost could council court covering current daily data date dated day days dealing dear death decided decision deduction delay deputy
  demand department departmental departments deposit description designation desk details development did different direct directed direction directions director directorate dispatch
  dispatched district division divisional do document documents does done down draft drafts due during duties duty each early education effect either election electricity
  email employee employees enclosed enclosure enclosures engineer engineering enquiry ensure entry error establishment estimate even every examination examine examined executive
  expenditure expenses explanation extension faithfully family february field file filed files final finance financial find first five fixed following for foregoing form
  forms forward forwarded found four friday from full fund funds further general get given go gone good government grade grant granted grievance ground group
  had half hand has have having he head health hearing held help hence her hereby herewith high him his holiday home hospital hour hours house how
  however i identity if immediate immediately implementation in inbox incharge include included income increment information informed inspection instead instruction instructions intimated into
  invited is issue issued it item items its january job joint july june junior just keep kind kindly know land large last late law lead leave letter letters level
  like line list local long made magistrate main maintenance make manager mandal march marked market matter matters may me medical meeting meetings member
  members memo memorandum mentioned message minister ministry minutes monday month monthly months more most much municipal must my name names national nature necessary need
  needful new next nil no nodal none not note noted notes notice notification november now number numbers objection october of off office officer officers offices official
  officials old on once one only open or order orders ordinary original other others our out over own page pages paid paper papers para paragraph part particulars pass passed
  pay payable payment pending pension people per period permanent permission person personal personnel phone placed plan please point police position possible post posted posting posts
  power prepared prescribed present press previous principal private proceedings process programme progress project promotion proof property proposal proposals proposed provide provided provision public
  purchase purpose put quarter query question quotation rate reason receipt receipts received recommendation recommended record records reference referred regard regarding regards
  register registered registration regular rejected related relating release released relevant remaining remarks reminder repair reply report reported reports representation request requested required requirement resolution
  respect respective respectfully response result retirement return returned revenue review revised right road room rule rules rural said salary same sanction sanctioned saturday say schedule scheme
  schemes school search second secret secretariat secretary section security see seen send senior sent september serial service services session set several shall she should show
  signature signed since sincerely sir site so some special staff stage standing state statement station status still stock street strict subject submission submit submitted such suitable
  sunday superintendent supply support survey system table take taken tax teacher technical telephone tender term terms than that the their them then there therefore these they this those
  three through thursday time to today together total town training transfer transferred travel treasury tuesday two under undersigned undertaking unit until up upon urban urgent us urgently use used
  user various vehicle verification verified verify versus very via view village visit voucher want was water way we wednesday week well were what when where whether which while who
  whose why will with within without woman women word work working works would writing written year years yes yet you your yours zone`.split(
    /\s+/,
  ),
);

/** Written with capitals within the word. */
export const BRANDS: ReadonlySet<string> = new Set(
  'linkedin youtube whatsapp facebook iphone ipad eoffice powerpoint javascript digilocker github openoffice libreoffice onedrive paytm phonepe gpay bhim umang igrs mygov egov'.split(
    ' ',
  ),
);
