/** The database's own clock as a column value, also within one transaction: order never comes from a client. */
export const NOW = () => 'clock_timestamp()';
