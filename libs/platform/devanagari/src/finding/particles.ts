/** Words that bind others and say nothing by themselves: neither indexed nor asked for. */
const PARTICLES = new Set(
  `का की के को में से पर ने और एवं व तथा या हेतु है हैं था थे थी हो यह वह इस उस कि ही भी तक जो
   a an and as at by for from in is of on or the to with`
    .trim()
    .split(/\s+/),
);

export const isParticle = (folded: string): boolean => PARTICLES.has(folded);
