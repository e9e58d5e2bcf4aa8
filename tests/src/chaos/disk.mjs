// What Workers left on their disk: the fences and effects of each intent by its object's id, and
// the letters of the gates. Nobody else may be at it.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

function rows(file, table, columns) {
  const database = new DatabaseSync(file);
  try {
    const there = database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(table);
    return there ? database.prepare(`SELECT ${columns} FROM ${table}`).all() : [];
  } finally {
    database.close();
  }
}

const found = { intents: {}, letters: [] };
for (const name of readdirSync(process.env.STATE, { recursive: true })) {
  const file = join(process.env.STATE, name);
  const id = basename(name, ".sqlite");
  if (!/^[0-9a-f]{64}$/.test(id)) continue;
  if (name.includes("OrderIntent")) {
    const fences = rows(file, "fence", "at").map((row) => row.at);
    found.intents[id] = { fences, effects: rows(file, "outbox", "eid, kind, state") };
  } else if (name.includes("StoreGate")) {
    found.letters.push(...rows(file, "letter", "hash").map((row) => row.hash));
  }
}
console.log(JSON.stringify(found));
