/** Names of places in both scripts. Groups end with `;`, what means the same stands between `|`. */
export const PLACES = `
आजमगढ़ | azamgarh; मऊ | mau; बलिया | ballia; लखनऊ | lucknow; इलाहाबाद | प्रयागराज | allahabad | prayagraj
`;
