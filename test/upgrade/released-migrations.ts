/**
 * What has been released never changes, because offices have run it: the SHA-256 of the SQL of each migration, by the
 * version that was released. A later release adds its own; none is ever taken away or written anew.
 */
export const RELEASED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0.2.0': {
    Baseline1790000000219: 'b7ede0ffb496f21e56e4f2746bdc476fa56d7e9d769fd371768eced90bb5b155',
  },
};
