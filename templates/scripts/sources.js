/* An address of the time when all sources stood on one page: a case, or one of its sources, that is on
   another page now is led to; the first page has the case's id on a link to that page. */
import { maybeOne } from "./common/elements.js";
import { named } from "./common/links.js";

const PARTED = "--"; // what is before it in the id of a source names the case

function leadOn() {
  const [case_] = location.hash.split(PARTED);
  const place = case_ ? named(case_) : null;
  const way = place && maybeOne(HTMLAnchorElement, place, "a");
  if (place instanceof HTMLLIElement && way) location.replace(way.href.split("#")[0] + location.hash);
}

addEventListener("hashchange", leadOn);
leadOn();
