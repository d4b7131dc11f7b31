/** In the address of a receipt: the form for putting it in a file is open at once. */
export const PUT_IN_FILE = 'put-in-file';
