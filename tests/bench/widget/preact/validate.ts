/** What is wrong with what the shopper typed: a sentence for each field that has to be mended. */

export interface Details {
  name: string;
  phone: string;
  email: string;
  note: string;
}

export type Errors = Partial<Record<keyof Details, string>>;

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function validate(details: Details): Errors {
  const errors: Errors = { name: name(details.name), phone: phone(details.phone), email: email(details.email), note: note(details.note) };
  for (const field of Object.keys(errors) as (keyof Details)[]) if (!errors[field]) delete errors[field];
  return errors;
}

function name(text: string): string | undefined {
  if (!text.trim()) return 'Isi nama dulu, ya.';
  if (text.length > 200) return 'Persingkat nama sampai 200 huruf.';
}

/** `08…`, `8…`, `62…` and `+62…` are the same number; other countries with `+`. */
function phone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (!digits) return 'Isi nomor WhatsApp dulu, ya.';
  const abroad = text.trim().startsWith('+') && !digits.startsWith('62');
  if (abroad) return digits.length < 8 || digits.length > 15 ? 'Periksa nomor WhatsApp.' : undefined;
  const national = digits.replace(/^(62)?0*/, '');
  if (/^[2-7]/.test(national)) return 'Pakai nomor ponsel. Nomor telepon rumah tidak bisa menerima WhatsApp.';
  if (!national.startsWith('8')) return 'Awali nomor dengan 08, atau dengan + dan kode negara.';
  if (national.length < 9) return `Lengkapi nomor WhatsApp. Baru ada ${digits.length} angka.`;
  if (national.length > 12) return `Periksa nomor WhatsApp. Ada ${digits.length} angka, terlalu panjang.`;
}

function email(text: string): string | undefined {
  if (!text.trim()) return 'Isi alamat e-mail dulu, ya.';
  if (text.length > 254) return 'Periksa alamat e-mail. Paling panjang 254 huruf.';
  if (!EMAIL.test(text.trim())) return 'Periksa alamat e-mail. Contoh: nama@gmail.com';
}

function note(text: string): string | undefined {
  if (text.length > 2000) return 'Persingkat catatan sampai 2.000 huruf.';
}
