/* The clipboard, also where the browser's own is missing: in pages from a folder, at plain addresses. */

/**
 * Copy a text; tell whether it was.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_refused) {
    return copiedFromField(text);
  }
}

/**
 * Copy a text from a field that stands in the page for so long.
 * @param {string} text
 */
function copiedFromField(text) {
  const field = document.createElement("textarea");
  field.className = "cb-visually-hidden";
  field.value = text;
  field.readOnly = true;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch (_refused) {
    return false;
  } finally {
    field.remove();
  }
}
