/** The role that every connection but the migration's lowers itself to; it lacks UPDATE and DELETE on what is final. */
export const APPLICATION_ROLE = 'patravali_app';

/** As PostgreSQL takes it at connecting. */
export const AS_APPLICATION = `-c role=${APPLICATION_ROLE}`;
