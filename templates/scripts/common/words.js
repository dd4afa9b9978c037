/* Sentences of the page with places to fill. */

/**
 * Fill the places `{name}` of a sentence.
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
