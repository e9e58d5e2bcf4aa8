import { createHmac, timingSafeEqual } from "node:crypto";

export function isGenuine(headers, rawBody, secret) {
  const { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": given } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = Buffer.from("v1," + createHmac("sha256", key).update(`${id}.${time}.${rawBody}`).digest("base64"));
  const isOurs = (one) => one.length === expected.length && timingSafeEqual(one, expected);
  return given.split(" ").some((one) => isOurs(Buffer.from(one)));
}
