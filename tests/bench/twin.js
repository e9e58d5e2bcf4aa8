// The Worker that a careful engineer would write by hand in JavaScript for the
// same routes: what `cargo run -- bench edge` measures ours beside. Same
// answers, same headers, same log line, same cache rules, same Durable Object.
import { DurableObject } from "cloudflare:workers";

const PAGES_MAX = 40;
const STALE_MS = 600_000;
const PAGE = 24;
const cache = new Map();

export default {
  async fetch(request, env, ctx) {
    const started = Date.now();
    const call = { platform: 0, verdict: "none" };
    const requestId = crypto.randomUUID();
    const url = new URL(request.url);
    const origin = request.headers.get("Origin");
    let reply;
    if (origin !== null && origin !== url.origin && !allowed(env, origin)) {
      reply = problem(403, "origin_not_allowed", "This page may not use this checkout.", requestId);
    } else {
      try {
        reply = await route(request, env, ctx, url, call);
      } catch (error) {
        reply = error instanceof Refusal
          ? problem(error.status, error.code, error.message, requestId, error.errors)
          : problem(502, "platform_unavailable", "The platform cannot be reached.", requestId);
      }
    }
    return finish(request, reply, { started, call, requestId, origin, route: reply.route });
  },
};

async function route(request, env, ctx, url, call) {
  const path = url.pathname.split("/").filter(Boolean);
  if (request.method === "GET" && path.length === 1 && path[0] === "health") {
    return { route: "health", status: 200, body: '{"ok":true,"version":"0.1.0"}' };
  }
  if (path[0] === "v3" && path[1] === "stores") {
    if (path[2] === "simplified" && path.length === 3) {
      return kept(request, "stores", await stores(env, ctx, call));
    }
    if (path[3] === "checkout" && path.length === 4) {
      call.store = path[2];
      return kept(request, "checkout", (await snapshot(path[2], env, ctx, call)).printed);
    }
  }
  if (path[0] === "v3" && path[1] === "orders" && path.length === 2 && request.method === "POST") {
    return order(request, env, ctx, url, call);
  }
  throw new Refusal(404, "route_not_found", "There is no such route.");
}

/** A catalogue answer; a browser that still has it is told so. */
function kept(request, route, { bytes, etag }) {
  const known = request.headers.get("If-None-Match") === etag;
  return { route, status: known ? 304 : 200, body: known ? null : bytes, etag, catalogue: true };
}

async function print(value) {
  const bytes = encoder.encode(JSON.stringify(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { bytes, etag: `"${[...digest.slice(0, 8)].map((b) => b.toString(16).padStart(2, "0")).join("")}"` };
}

function finish(request, reply, { started, call, requestId, origin }) {
  const edge = Math.max(0, Date.now() - started - call.platform);
  const headers = {
    "Content-Type": reply.type ?? "application/json",
    "X-Request-Id": requestId,
    "Server-Timing": `platform;dur=${call.platform}, edge;dur=${edge}`,
    "Cache-Control": reply.catalogue ? "public, max-age=60, stale-while-revalidate=600" : "no-store",
    "Vary": "Origin",
    "X-Content-Type-Options": "nosniff",
  };
  if (reply.etag !== undefined) headers.ETag = reply.etag;
  if (origin !== null && reply.code !== "origin_not_allowed") {
    headers["Access-Control-Allow-Origin"] = origin;
    headers["Access-Control-Expose-Headers"] = "Server-Timing, X-Request-Id, Retry-After, Idempotent-Replayed, ETag";
  }
  console.log(JSON.stringify({
    event: "request",
    request_id: requestId,
    method: request.method,
    route: reply.route,
    status: reply.status,
    platform_ms: call.platform,
    edge_ms: edge,
    cache: call.verdict,
    error: reply.code,
    store: call.store,
  }));
  return new Response(reply.body, { status: reply.status, headers });
}

function allowed(env, origin) {
  return (env.ALLOWED_ORIGINS ?? "").split(",").includes(origin);
}

class Refusal extends Error {
  constructor(status, code, message, errors) {
    super(message);
    Object.assign(this, { status, code, errors });
  }
}

function problem(status, code, detail, request_id, errors) {
  return {
    route: "problem", status, code,
    type: "application/problem+json",
    body: JSON.stringify({ type: "about:blank", title: code, status, detail, code, request_id, errors }),
  };
}

// The platform.

async function upstream(env, call, method, path, body, deadline = 8000) {
  const begun = Date.now();
  try {
    const answer = await fetch(env.SCALEV_BASE_URL + path, {
      method,
      headers: {
        "Authorization": `Bearer ${env.SCALEV_API_KEY}`,
        "Accept": "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(deadline),
    });
    if (answer.status === 404) throw new Refusal(404, "store_not_found", "There is no such store.");
    if (answer.status !== 200 && answer.status !== 201) {
      throw new Refusal(503, "platform_unavailable", "The platform answered with an error.");
    }
    return await answer.json();
  } finally {
    call.platform += Date.now() - begun;
  }
}

async function pages(env, call, path) {
  const all = [];
  let cursor = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const list = await upstream(env, call, "GET", cursor === null ? path : `${path}?next_cursor=${encodeURIComponent(cursor)}`);
    all.push(...list.data);
    if (!list.has_next || !list.next_cursor) break;
    cursor = list.next_cursor;
  }
  return all;
}

// The catalogue.

async function cached(key, env, ctx, call, load) {
  const fresh = Number(env.CATALOGUE_FRESH_SECONDS ?? 60) * 1000;
  const now = Date.now();
  const held = cache.get(key);
  if (held !== undefined && now - held.at < fresh) {
    call.verdict = "fresh";
    return held.value;
  }
  const refresh = async () => {
    const value = await load();
    cache.set(key, { at: Date.now(), value, refreshing: false });
    return value;
  };
  if (held !== undefined && fresh > 0 && now - held.at < STALE_MS) {
    call.verdict = "stale";
    if (!held.refreshing) {
      held.refreshing = true;
      ctx.waitUntil(refresh().catch(() => { held.refreshing = false; }));
    }
    return held.value;
  }
  call.verdict = "miss";
  return refresh();
}

const encoder = new TextEncoder();

async function rawStores(env, ctx, call) {
  return cached("stores", env, ctx, call, async () => {
    const raw = await pages(env, call, "/v3/stores/simplified");
    const data = raw.filter((s) => s.is_active !== false).map(shownStore);
    return { raw, printed: await print({ data, has_next: false, next_cursor: null }) };
  });
}

async function stores(env, ctx, call) {
  return (await rawStores(env, ctx, call)).printed;
}

function shownStore(store) {
  return { unique_id: store.unique_id, name: store.name, logo: store.logo ?? null, payment_methods: methods(store) };
}

function methods(store) {
  const banks = (store.sub_payment_methods ?? []).map((bank) => `va_${bank.toLowerCase()}`);
  const codes = [...(store.payment_methods ?? []), ...banks];
  return [...new Set(codes)].filter((code) => code !== "va" && code !== "no_payment" && code !== "marketplace");
}

async function snapshot(id, env, ctx, call) {
  return cached(`store:${id}`, env, ctx, call, async () => {
    const { raw } = await rawStores(env, ctx, call);
    const store = raw.find((s) => s.unique_id === id);
    if (store === undefined) throw new Refusal(404, "store_not_found", "There is no such store.");
    const [offered, products, bundles] = await Promise.all([
      upstream(env, call, "GET", `/v3/stores/${store.id}/payment-methods`),
      pages(env, call, `/v3/stores/${store.id}/products`),
      pages(env, call, `/v3/stores/${store.id}/bundles`),
    ]);
    const payment_methods = methods({ payment_methods: offered.data.map((m) => m.code ?? m), sub_payment_methods: store.sub_payment_methods })
      .map((code) => ({ code, label: LABELS[code]?.[0] ?? code, kind: LABELS[code]?.[1] ?? "other" }));
    const shelf = { payment_methods, products: products.flatMap(shownProduct), bundles: bundles.flatMap(shownBundle) };
    const first = (data) => ({ data: data.slice(0, PAGE), has_next: data.length > PAGE, next_cursor: data.length > PAGE ? btoa(`from:${PAGE}`).replace(/=+$/, "") : null });
    const printed = await print({
      store: shownStore(store),
      payment_methods,
      products: first(shelf.products),
      bundles: first(shelf.bundles),
    });
    return { store, shelf, printed };
  });
}

function shownProduct(product) {
  if (product.is_visible === false) return [];
  const item_type = product.item_type ?? "physical";
  const options = [product.option1_name, product.option2_name, product.option3_name].filter((name) => name != null);
  const variants = (product.variants ?? [])
    .filter((v) => v.is_checked !== false && v.unique_id != null && v.price != null)
    .map((v) => {
      const values = [v.option1_value, v.option2_value, v.option3_value].filter((value) => value != null);
      return {
        unique_id: v.unique_id,
        name: values.length > 0 ? values.join(" / ") : (v.fullname ?? nameOf(product)),
        price: v.price,
        weight: v.weight ?? null,
        item_type: v.item_type ?? item_type,
        available_qty: v.available_qty ?? null,
        images: v.images ?? [],
        options: values,
      };
    });
  if (variants.length === 0) return [];
  return [{ unique_id: `product_${product.id}`, name: nameOf(product), item_type, images: product.images ?? [], options, variants }];
}

function shownBundle(bundle) {
  const price_options = (bundle.bundle_price_options ?? [])
    .filter((o) => o.is_visible !== false && o.unique_id != null && o.price != null)
    .map((o) => ({ unique_id: o.unique_id, name: o.name ?? "", price: o.price }));
  if (price_options.length === 0) return [];
  return [{
    unique_id: `bundle_${bundle.id}`,
    name: nameOf(bundle),
    images: bundle.images ?? [],
    available_qty: bundle.available_qty ?? null,
    weight_bump: bundle.weight_bump ?? 0,
    lines: (bundle.bundlelines ?? []).map((line) => ({
      variant_unique_id: line.variant?.unique_id ?? "",
      name: line.variant?.name ?? "",
      quantity: line.quantity ?? 1,
      item_type: line.variant?.item_type ?? "physical",
      weight: line.variant?.weight ?? null,
    })),
    price_options,
  }];
}

const nameOf = (thing) => thing.public_name ?? thing.display ?? thing.name ?? "";

// Orders.

async function order(request, env, ctx, url, call) {
  const key = request.headers.get("Idempotency-Key")?.replace(/^"(.*)"$/, "$1");
  if (!key) throw new Refusal(400, "idempotency_key_missing", "Send an Idempotency-Key header.");
  if (key.length > 255 || !/^[\x21-\x7e]+$/.test(key)) throw new Refusal(400, "idempotency_key_invalid", "The key is not printable ASCII.");
  if (!request.headers.get("Content-Type")?.startsWith("application/json")) {
    throw new Refusal(415, "unsupported_media_type", "Send application/json.");
  }
  const text = await request.text();
  if (text.length > 65_536) throw new Refusal(413, "body_too_large", "The body is too large.");
  let draft;
  try {
    draft = JSON.parse(text);
  } catch {
    throw new Refusal(400, "invalid_json", "The body is not JSON.");
  }
  const { store, shelf } = await snapshot(draft.store_unique_id, env, ctx, call);
  const payload = checked(draft, shelf);
  if (env.UNGUARDED) return unguarded(payload, store, env, url, call);
  const stub = env.ORDER_INTENT.get(env.ORDER_INTENT.idFromName(`v1:${draft.store_unique_id}:${key}`));
  const { state, status, platform } = await stub.submit(payload, store.custom_domain?.full_url ?? null);
  call.platform += platform;
  return { route: "orders", status, body: JSON.stringify({ ...state, status_url: `${url.origin}/v3/orders/${state.token}` }) };
}

/** The unsafe thing: straight to the platform, and once more, blindly, when that fails. */
async function unguarded(payload, store, env, url, call) {
  const token = crypto.randomUUID();
  const domain = store.custom_domain?.full_url ?? null;
  const metadata = { tumbas_token: token, ...(domain === null ? {} : { custom_domain_full_url: domain }) };
  const body = JSON.stringify({ ...payload, metadata });
  let order;
  for (let left = 2; order === undefined; left -= 1) {
    try {
      order = await upstream(env, call, "POST", "/v3/orders", body, 15_000);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
  const state = placed(token, order);
  return { route: "orders", status: 201, body: JSON.stringify({ ...state, status_url: `${url.origin}/v3/orders/${token}` }) };
}

const placed = (token, order) => ({
  token,
  status: order.status,
  payment_status: order.payment_status,
  order_id: order.order_id,
  secret_slug: order.secret_slug,
  public_order_url: order.public_order_url,
  payment_url: order.payment_url,
  total: Math.trunc(Number(order.gross_revenue)),
});

const MEMBERS = new Set(["store_unique_id", "customer_name", "customer_phone", "customer_email", "ordervariants", "orderbundles", "payment_method", "notes"]);

function checked(draft, shelf) {
  const errors = [];
  const wrong = (field, code) => errors.push({ field, code, message: code });
  for (const member of Object.keys(draft)) if (!MEMBERS.has(member)) wrong(member, "unknown_member");
  let needsEmail = false;
  const lines = (list, name, id, find) => (list ?? []).map((line, i) => {
    const offer = find(line[id]);
    if (offer === undefined) wrong(`${name}[${i}].${id}`, "not_sold");
    else if (offer.ships) wrong(`${name}[${i}].${id}`, "needs_shipping");
    else if (!Number.isInteger(line.quantity) || line.quantity < 1 || line.quantity > 100) wrong(`${name}[${i}].quantity`, "out_of_range");
    else if (offer.left !== null && offer.left < line.quantity) wrong(`${name}[${i}].quantity`, offer.left <= 0 ? "sold_out" : "not_enough_stock");
    else needsEmail ||= offer.email;
    return { quantity: line.quantity, [id]: line[id] };
  });
  const ordervariants = lines(draft.ordervariants, "ordervariants", "variant_unique_id", (id) => {
    for (const product of shelf.products) for (const v of product.variants) {
      if (v.unique_id === id) return { left: v.available_qty, ships: v.item_type === "physical", email: v.item_type !== "physical" };
    }
  });
  const orderbundles = lines(draft.orderbundles, "orderbundles", "bundle_price_option_unique_id", (id) => {
    for (const b of shelf.bundles) for (const option of b.price_options) {
      if (option.unique_id === id) return { left: b.available_qty, ships: b.lines.some((l) => l.item_type === "physical"), email: true };
    }
  });
  if (ordervariants.length + orderbundles.length === 0) wrong("ordervariants", "required");
  const customer_name = (draft.customer_name ?? "").trim().replace(/\s+/g, " ");
  if (customer_name === "") wrong("customer_name", "required");
  let phone = (draft.customer_phone ?? "").replace(/\D/g, "").replace(/^0/, "62").replace(/^8/, "628");
  if (!/^628\d{8,11}$/.test(phone)) wrong("customer_phone", "malformed");
  const email = (draft.customer_email ?? "").trim();
  if (email === "" ? needsEmail : !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) wrong("customer_email", "malformed");
  if (!shelf.payment_methods.some((m) => m.code === draft.payment_method)) wrong("payment_method", "not_offered");
  if (errors.length > 0) throw new Refusal(422, "validation_failed", "Some fields are wrong.", errors);
  return {
    store_unique_id: draft.store_unique_id,
    customer_name,
    customer_phone: phone,
    ...(email === "" ? {} : { customer_email: email }),
    ...(ordervariants.length > 0 ? { ordervariants } : {}),
    ...(orderbundles.length > 0 ? { orderbundles } : {}),
    payment_method: draft.payment_method,
  };
}

export class OrderIntent extends DurableObject {
  constructor(state, env) {
    super(state, env);
    this.running = null;
    state.storage.sql.exec("CREATE TABLE IF NOT EXISTS intent (id INTEGER PRIMARY KEY CHECK (id = 1), fingerprint TEXT, state TEXT, answer TEXT)");
  }

  async submit(payload, domain) {
    const bytes = encoder.encode(JSON.stringify(payload));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const fingerprint = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
    const call = { platform: 0 };
    if (this.running !== null) await this.running;
    const sql = this.ctx.storage.sql;
    const row = sql.exec("SELECT fingerprint, state, answer FROM intent WHERE id = 1").toArray()[0];
    if (row !== undefined) return { state: JSON.parse(row.answer ?? "{}"), status: row.answer ? 201 : 202, platform: 0 };
    sql.exec("INSERT INTO intent (id, fingerprint, state) VALUES (1, ?, 'pending')", fingerprint);
    this.running = this.place(payload, domain, call);
    this.ctx.waitUntil(this.running);
    const answer = await this.running;
    this.running = null;
    return { state: answer, status: 201, platform: call.platform };
  }

  async place(payload, domain, call) {
    const token = `ck_${this.token()}`;
    const metadata = { tumbas_token: token, ...(domain === null ? {} : { custom_domain_full_url: domain }) };
    const order = await upstream(this.env, call, "POST", "/v3/orders", JSON.stringify({ ...payload, metadata }), 15_000);
    const state = placed(token, order);
    this.ctx.storage.sql.exec("UPDATE intent SET state = 'placed', answer = ? WHERE id = 1", JSON.stringify(state));
    return state;
  }

  token() {
    const hex = this.ctx.id.toString();
    let binary = "";
    for (let i = 0; i < hex.length; i += 2) binary += String.fromCharCode(parseInt(hex.slice(i, i + 2), 16));
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }
}

const va = (bank) => [`${bank} Virtual Account`, "virtual_account"];
const LABELS = {
  va_bca: va("BCA"), va_bni: va("BNI"), va_bri: va("BRI"), va_mandiri: va("Mandiri"), va_permata: va("Permata"),
  va_cimb: va("CIMB Niaga"), va_bsi: va("BSI"), va_maybank: va("Maybank"), va_bnc: va("Neo Commerce"),
  va_danamon: va("Danamon"), va_artha_graha: va("Artha Graha"), va_muamalat: va("Muamalat"), va_btn: va("BTN"),
  va_ocbc: va("OCBC"), va_bjb: va("bjb"), va_sahabat_sampoerna: va("Sahabat Sampoerna"), va_artajasa: va("Artajasa"),
  qris: ["QRIS", "qr"], card: ["Kartu kredit/debit", "card"], ovo: ["OVO", "ewallet"], dana: ["DANA", "ewallet"],
  shopeepay: ["ShopeePay", "ewallet"], linkaja: ["LinkAja", "ewallet"], gopay: ["GoPay", "ewallet"],
  alfamart: ["Alfamart", "retail"], payment_link: ["Link pembayaran", "hosted"], invoice: ["Link pembayaran", "hosted"],
  bank_transfer: ["Transfer bank", "bank_transfer"], cod: ["Bayar di tempat (COD)", "cod"],
};
