/* Numbers as the language of the page writes them. */

const DIGITS = 3;

const LARGE = 1e6;
const A_YEAR = 12;
const TOLERANCE = 1e-9;

/**
 * @typedef {(value: number, isYearly?: boolean) => string} Writer
 * @typedef {{currency: string, symbol: string, words: Record<string, string>, times: string[]}} Written
 * @param {string} language @param {Written} written the words: of the currency, of times
 * @returns {Record<string, Writer>} by how a figure is shown
 */
export function writers(language, { currency, symbol, words, times }) {
  const short = { maximumSignificantDigits: DIGITS };
  /** @param {Intl.NumberFormatOptions} options */
  const format = (options) => {
    const how = new Intl.NumberFormat(language, { ...short, ...options });
    return (/** @type {number} */ value) => how.formatToParts(value).map((part) => {
      if (part.type === "currency") return symbol;
      return part.type === "minusSign" ? "−" : part.value;
    }).join("");
  };
  const inUnits = format({ style: "currency", currency });
  const inMillions = format({ style: "currency", currency, notation: "compact" });
  const percent = format({ style: "percent" });
  const plain = format({});
  const whole = format({ maximumSignificantDigits: undefined, maximumFractionDigits: 0 });
  /** @type {Writer} */
  const money = (value) => (Math.abs(value) < LARGE ? inUnits : inMillions)(value);
  const [atOnce, withinYear] = times;
  /** What money by the year cannot tell apart within the first is not told apart. @type {Writer} */
  function months(value, isYearly = false) {
    if (isYearly && value <= A_YEAR + TOLERANCE) return withinYear;
    if (value <= TOLERANCE) return atOnce;
    return words.months.replace("{n}", whole(Math.ceil(value - TOLERANCE)));
  }
  return {
    money, months, plain, need: money, return: percent, rate: percent, percent, share: percent, chance: percent,
    ratio: plain, count: whole,
  };
}
