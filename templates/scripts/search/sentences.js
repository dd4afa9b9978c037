/* What is said of an answer, in the words that the box carries; `#` in them is filled. */

export const SHOWN = 10; // results of an answer, the best

/**
 * @param {string} sentence
 * @param {string} value
 */
export function filledWith(sentence, value) {
  return sentence.replace("#", () => value);
}

/**
 * Say how many pages fit.
 * @param {number} count
 * @param {string} query
 * @param {{cbNone?: string, cbOne?: string, cbMany?: string, cbBest?: string}} words
 * @param {string} language of the page
 */
export function counted(count, query, words, language) {
  if (!count) return filledWith(words.cbNone ?? "", query);
  const sentence = count > SHOWN ? words.cbBest : count > 1 ? words.cbMany : words.cbOne;
  return filledWith(sentence ?? "", count.toLocaleString(language));
}
