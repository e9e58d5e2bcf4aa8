// An independent verifier, as node:crypto has it. Reads lines of {secrets, header, body} with the
// body in base64, and answers one character for each: 1 for good, 0 for bad.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createInterface } from "node:readline";

function good({ secrets, header, body }) {
  const bytes = Buffer.from(body, "base64");
  const given = Buffer.from(header ?? "");
  return secrets.some((secret) => {
    const own = Buffer.from(createHmac("sha256", secret).update(bytes).digest("base64"));
    return given.length === own.length && timingSafeEqual(given, own);
  });
}

let verdicts = "";
for await (const line of createInterface({ input: process.stdin })) verdicts += good(JSON.parse(line)) ? "1" : "0";
console.log(verdicts);
