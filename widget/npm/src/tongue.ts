/** Whether a `locale` such as `en-GB` asks for English; whatever is not known is Indonesian. */
export function isEnglish(locale?: string): boolean {
  return /^en/i.test(locale as string);
}
