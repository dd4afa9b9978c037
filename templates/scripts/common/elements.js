/* Elements of the page that a script cannot do without, found and of the kind that it needs. */

/**
 * Give the first element below `root` that fits; throws where there is none of that kind: page and
 * script then do not belong together.
 * @template {typeof Element} Kind
 * @param {Kind} kind
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {InstanceType<Kind>}
 */
export function oneOf(kind, root, selector) {
  return ofKind(kind, root.querySelector(selector), selector);
}

/**
 * Give the first element below `root` that fits, null where none does.
 * @template {typeof Element} Kind
 * @param {Kind} kind
 * @param {ParentNode} root
 * @param {string} selector
 */
export function maybeOne(kind, root, selector) {
  const found = root.querySelector(selector);
  return found && ofKind(kind, found, selector);
}

/**
 * Give the first HTML element below `root` that fits, whatever its kind.
 * @param {ParentNode} root
 * @param {string} selector
 */
export function one(root, selector) {
  return oneOf(HTMLElement, root, selector);
}

/**
 * Give all elements below `root` that fit, in their order.
 * @template {typeof Element} Kind
 * @param {Kind} kind
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {InstanceType<Kind>[]}
 */
export function allOf(kind, root, selector) {
  return Array.from(root.querySelectorAll(selector), (found) => ofKind(kind, found, selector));
}

/**
 * Give the element right around another.
 * @template {typeof Element} Kind
 * @param {Kind} kind
 * @param {Element} element
 */
export function around(kind, element) {
  return ofKind(kind, element.parentElement, `around ${element.localName}`);
}

/**
 * @template {typeof Element} Kind
 * @param {Kind} kind
 * @param {Element | null} found
 * @param {string} selector
 * @returns {InstanceType<Kind>}
 */
function ofKind(kind, found, selector) {
  if (found instanceof kind) return /** @type {InstanceType<Kind>} */ (found);
  throw new TypeError(`${selector}: expected ${kind.name} on this page`);
}
