/**
 * How clerks spell Hindi in Latin letters. A price says how far a reading is from the nearest one: 0 is what the letters
 * say, 1 is a habit of many, 2 and more is a slip.
 */
export interface Reading {
  readonly shown: string;
  readonly price: number;
}

function readings(list: string): ReadonlyMap<string, readonly Reading[]> {
  return new Map(
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [latin = '', ...rest] = line.trim().split(' ');
        const found: Reading[] = [];
        for (let index = 0; index < rest.length; index += 2)
          found.push({ shown: (rest[index] ?? '').normalize('NFC'), price: Number(rest[index + 1]) });
        return [latin, found] as const;
      }),
  );
}

/** A capital within a word chooses: `T` is ट, `t` is त or ट. */
export const CONSONANTS = readings(`
  k क 0 क़ 0.5 ख 2.2
  kh ख 0 ख़ 0.3
  ck क 0.2
  g ग 0 ग़ 0.4 घ 2.2
  gh घ 0 ग़ 0.8
  gy ज्ञ 0.3
  gny ज्ञ 0.3
  jn ज्ञ 0.6
  jny ज्ञ 0.3
  c च 1 क 0.6 स 1.5
  ch च 0 छ 0.9
  chh छ 0 च्छ 0.8 क्ष 2
  cch च्छ 0.1 च्च 0.4
  j ज 0 ज़ 0.5 झ 2.5
  jh झ 0
  z ज 0.3 ज़ 0.4
  t त 0 ट 0.5
  T ट 0
  th थ 0 ठ 0.5 त 2.5
  Th ठ 0
  thh ठ 0.2
  tth त्थ 0.3 ट्ठ 0.3
  d द 0 ड 0.5 ड़ 0.7
  D ड 0 ड़ 0.3
  dh ध 0 ढ 0.6 ढ़ 0.8
  Dh ढ 0 ढ़ 0.3
  ddh द्ध 0.1
  n न 0 ण 0.5 ञ 2
  N ण 0
  p प 0 फ 2.5
  ph फ 0 फ़ 0.6
  f फ 0 फ़ 0.3
  b ब 0 भ 2 व 1.8
  bh भ 0
  m म 0
  y य 0
  r र 0 ड़ 1
  R ड़ 0.2 र 1
  rh ढ़ 0.5 ड़ 1.2
  l ल 0 ळ 3
  L ळ 0.3
  v व 0 ब 2
  w व 0
  s स 0 श 1 ष 1.6
  S ष 0.2 श 0.2
  sh श 0 ष 0.5 स 1.6
  Sh ष 0
  shh ष 0.2
  ksh क्ष 0
  kch क्ष 1.5
  x क्ष 0.3 क्स 0.6
  h ह 0
  q क 0.2 क़ 0.6
`);

/** Signs of vowels; `-` is the vowel that every consonant has. */
export const VOWELS = readings(`
  a - 0 ा 0.15
  aa ा 0
  A ा 0
  i ि 0 ी 0.45
  ee ी 0 ि 1.2
  ii ी 0
  I ी 0
  u ु 0 ू 0.5
  oo ू 0 ु 0.5 ो 1.5
  uu ू 0
  U ू 0
  e े 0 ै 1.2 - 1.6 ी 2
  ai ै 0 े 1
  ei े 0.1 ै 0.4
  ae ै 0.6
  ay ै 1
  o ो 0 ौ 1 ॉ 1
  au ौ 0 ो 1.2
  ou ौ 0.3 ू 1.5
  ow ौ 0.6
  ri ृ 0.7
  ru ृ 1.6
  rr ृ 1
`);

/** The letters of vowels that stand alone. */
export const ALONE: Readonly<Record<string, string>> = {
  '-': 'अ',
  'ा': 'आ',
  'ि': 'इ',
  'ी': 'ई',
  'ु': 'उ',
  'ू': 'ऊ',
  'े': 'ए',
  'ै': 'ऐ',
  'ो': 'ओ',
  'ौ': 'औ',
  'ॉ': 'ऑ',
  'ृ': 'ऋ',
};

/** Between two vowels many write a y: `liye` is लिए, `gayi` is गई. */
export const GLIDES = readings(`
  ye ए 0.3
  yi ई 0.3 इ 1
  yee ई 0.3
  yen एं 0.4
  yo ओ 0.6
`);
