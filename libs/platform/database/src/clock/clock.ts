/** The office's own time as a column value, also within one transaction: order never comes from a client. */
export const NOW = () => 'office_now()';
