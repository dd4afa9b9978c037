/* Words as they are compared: small, without accents, letters of two written as two. */

const ACCENTS = /[\u0300-\u036f]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
const OTHERS = /[œæßøł’]/g;
/** @type {Record<string, string>} */
const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", "’": "'" };

/** @param {string} text */
export function plain(text) {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const small = text.toLowerCase().normalize("NFD").replace(ACCENTS, "");
  return small.replace(OTHERS, (letter) => LETTERS[letter]);
}

/**
 * Give the words that are looked for.
 * @param {string} typed
 */
export function wordsOf(typed) {
  return plain(typed).split(/\s+/).filter(Boolean);
}

/**
 * Tell whether a plain text holds all words.
 * @param {string} text
 * @param {string[]} words
 */
export function holdsAll(text, words) {
  return words.every((word) => text.includes(word));
}
