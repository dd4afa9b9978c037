/* Reads {scripts: {NAME: text}, changes: {NAME: [[[input, value]...]...]}} and gives what each script computes. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { found } from "../../templates/scripts/what_if/figures.js";
import { helpers } from "../../templates/scripts/what_if/solvers.js";

const { scripts, changes } = JSON.parse(readFileSync(process.argv[2], "utf8"));

function computed(whatIf, changed) {
  const x = { ...Object.fromEntries(whatIf.inputs.map(({ name, value }) => [name, value])), ...changed };
  return whatIf.chains.map((chain) => {
    const v = chain.compute(x, {}, helpers);
    const figures = Object.fromEntries(Object.entries(chain.figures).map(([name, code]) => [name, found(code, v)]));
    const bridge = chain.bridge.map(({ off }) => {
      const step = chain.compute(x, Object.fromEntries(off.map((name) => [name, true])), helpers);
      return found(chain.figures.npv, step).value;
    });
    return { figures, quantities: v, bridge };
  });
}

const results = Object.fromEntries(Object.entries(scripts).map(([name, text]) => {
  const window = {};
  runInNewContext(text, { window, Object, Math });
  return [name, changes[name].map((changed) => computed(window.casebookWhatIf, Object.fromEntries(changed)))];
}));
process.stdout.write(JSON.stringify(results));
