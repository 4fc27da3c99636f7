// A bibliography as citation-js reads and renders it: node bibliography.js FILE STYLE ...
// Prints an object: issued, by id the date that was read; rendered, by style its entries in words by id; styles, their texts.
const fs = require("fs");
const { createRequire } = require("module");
const path = require("path");
const Cite = createRequire(path.join(process.cwd(), "package.json"))("citation-js");

const [file, ...names] = process.argv.slice(2);
const items = new Cite(fs.readFileSync(file, "utf8"));
const by = (keys, value) => Object.fromEntries(keys.map((key) => [key, value(key)]));
const entries = (template) =>
  Object.fromEntries(items.format("bibliography", { template, lang: "en-US", format: "text", asEntryArray: true }));
const issued = Object.fromEntries(items.data.map((item) => [item.id, item.issued]));
const text = (name) => Cite.plugins.config.get("@csl").templates.get(name);
// A style's text is there once something was rendered in it.
const rendered = by(names, entries);
console.log(JSON.stringify({ issued, rendered, styles: by(names, text) }));
