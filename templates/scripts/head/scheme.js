/* The colours that a reader may choose: as the system has them, light, dark. */

export const STATES = ["auto", "light", "dark"];

/**
 * Give the state that was kept, the first where none or another word was.
 * @param {string | null} kept
 */
export function stateOf(kept) {
  return kept !== null && STATES.includes(kept) ? kept : STATES[0];
}

/**
 * Give the state that the button leads on to.
 * @param {string} state
 */
export function next(state) {
  return STATES[(STATES.indexOf(state) + 1) % STATES.length];
}

/**
 * Name the button: what it is for, and the state, in the words that it carries.
 * @param {string} state
 * @param {DOMStringMap} words its `data-cb-scheme-*`
 */
export function nameOf(state, words) {
  const [first, ...rest] = state;
  return `${words.cbSchemeName}: ${words[`cbScheme${first.toUpperCase()}${rest.join("")}`]}`;
}
