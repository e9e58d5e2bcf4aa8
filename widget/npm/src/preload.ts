/** Asks for what the checkout opens with while its code is still on the way. */
export function preload(base: string, store?: string): void {
  const path = store ? `${encodeURIComponent(store)}/checkout` : "simplified";
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = `${base}v3/stores/${path}`;
  link.onload = link.onerror = () => link.remove();
  document.head.append(link);
}
