// A bibliography as citation-js renders it, an object of texts by id: node bibliography.js FILE STYLE
// Without a style: the items as citation-js reads them.
const fs = require("fs");
const { createRequire } = require("module");
const path = require("path");
const Cite = createRequire(path.join(process.cwd(), "package.json"))("citation-js");

const [file, style] = process.argv.slice(2);
const read = new Cite(fs.readFileSync(file, "utf8"));
const rendered = style
  ? Object.fromEntries(read.format("bibliography", { template: style, lang: "en-US", format: "text", asEntryArray: true }))
  : Object.fromEntries(read.data.map((item) => [item.id, item]));
const styleText = style ? Cite.plugins.config.get("@csl").templates.get(style) : "";
console.log(JSON.stringify({ rendered, style: styleText }));
