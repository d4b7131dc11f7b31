/**
 * What has been released never changes, because offices have run it: the SHA-256 of the SQL of each migration after the
 * baseline, by the version that was released. A later release adds its own; none is ever taken away or written anew.
 */
export const RELEASED: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

/** The baseline was released with version 0.2.0: the SHA-256 of its two files, unpacked. */
export const BASELINE: Readonly<Record<string, string>> = {
  'schema.sql.gz': '62714d6bbc1e88b0e2c0889ccdfb1af637d22fddde8a1f609e7f90ad89d14313',
  'catalogue.txt.gz': '33c363cc997265ee39f3150482820df4791afb6c4b4a6f39f2efccae8f38a99b',
};
