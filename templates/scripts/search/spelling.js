/* How words are spelled: as people type them where they are looked for (the index is, see
   output/site/search_copies.py), typeset where they are shown. */

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** @param {string} text */
export function spelled(text) {
  return text.replace(/’/g, "'").replace(/œ/gi, "oe").replace(/æ/gi, "ae");
}

/** @param {string} text */
export function typeset(text) {
  return text.replace(/(\p{L})'(?=\p{L})/gu, "$1’");
}

/**
 * Give a word alone, small, without the signs around it.
 * @param {string} word
 */
export function bare(word) {
  return spelled(word.toLowerCase()).replace(AROUND, "");
}
