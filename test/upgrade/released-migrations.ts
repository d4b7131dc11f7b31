/**
 * What has been released never changes, because offices have run it: the SHA-256 of the SQL of each migration, by the
 * commit that was released. A later release adds its own; none is ever taken away or written anew.
 */
export const RELEASED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '469adc3': {
    People1790000000001: 'a56819180beb05f8604921c0d9854841a4707196959c13305ea34670e9397853',
    NumbersAndEvents1790000000002: '59263c34c44c2f52c784efe6d8cb01e362cd50675d9112e8a6ebc4cf87942adc',
    Files1790000000003: '50bf7c019e80c7c0fca5bedef0228ac21625bd13d610ccfaaf58ca8782285c88',
    Correspondence1790000000004: 'a61533c30e8359ee938cc5caff5d6e80b507a7d15a42dbbb475a93f54dd75c02',
    Letters1790000000005: '700d9a65a28b00dc6d382b2c0363c9f3cc49b5da9457ad2336ff697d5885a89e',
  },
};
