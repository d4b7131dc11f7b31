/** What the certificate of a key that an office has made for its trials says of itself (O): whoever checks a letter is told of it. */
export const TRIAL_ORGANISATION = 'Patravali Trial';
