// Takes the gateway's document and leaves what a program in TypeScript uses: where an operation answers JSON and other
// forms of the same (CSV, lines, a stream of events), the JSON. The others are read with fetch.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const document = JSON.parse(readFileSync(from, "utf8"));
for (const path of Object.values(document.paths)) {
  for (const operation of Object.values(path)) {
    for (const answer of Object.values(operation.responses ?? {})) {
      if (answer.content?.["application/json"]) {
        answer.content = { "application/json": answer.content["application/json"] };
      }
    }
  }
}
writeFileSync(to, JSON.stringify(document));
