const REASON = 'कार्यालय आदेश संख्या 23/2027';
const listOf = (...lines: string[]) => ({ list: Buffer.from(lines.join('\n')).toString('base64'), reason: REASON });

/** A list that enters one person. */
export const aListOfPeople = (username: string) =>
  listOf('User name,हिन्दी में नाम,Name in English', `${username},सीता राम,Sita Ram`);

/** A list that says how one post is reached. */
export const aListOfPosts = (marking: string, phone: string) => listOf('Marking,Telephone', `${marking},${phone}`);
