/* All notes of the case, which stand on the page of its working: from a script of data beside that page,
   once, when the first note is opened. A page in a folder may fetch nothing, but load a script. */

/** @type {Promise<Document> | null} */
let loading = null;

/**
 * Give all notes; it fails where the script of data cannot be had.
 * @param {string} address of the script
 */
export function allNotes(address) {
  loading ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => loaded(notesGiven()));
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  return loading;
}

function notesGiven() {
  const html = /** @type {Window & {casebookWorking?: string}} */ (window).casebookWorking ?? "";
  return new DOMParser().parseFromString(html, "text/html");
}
