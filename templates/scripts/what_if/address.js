/* The reader's numbers in the address of the page: #what-if=NAME:VALUE;NAME:VALUE. */

const START = "#what-if";

/** @param {string} hash @returns {Map<string, number> | null} null where the address says nothing of it */
export function numbersIn(hash) {
  if (hash !== START && !hash.startsWith(`${START}=`)) return null;
  const found = new Map();
  for (const part of hash.slice(START.length + 1).split(";")) {
    const [name, written] = part.split(":").map(decodeURIComponent);
    const value = Number(written);
    if (name && written?.trim() && Number.isFinite(value)) found.set(name, value);
  }
  return found;
}

/** @param {Map<string, number>} changed */
export function hashOf(changed) {
  const parts = Array.from(changed, ([name, value]) => `${encodeURIComponent(name)}:${value}`);
  return parts.length ? `${START}=${parts.join(";")}` : START;
}
