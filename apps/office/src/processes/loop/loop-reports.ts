/** Where a server that a launcher started tells of its event loop: an open file of it, beside its three outputs and the channel. */
export const REPORTS = 4;

/** What it writes there: that the loop has turned since the last report, or that it does not, though the process had time enough. */
export const TURNED = '.';
export const STANDS = '!';

/** Of the processor: a starved process has not had it, whatever the clock says. */
export const STANDS_AFTER_MS = 30_000;
