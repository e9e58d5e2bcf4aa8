/** What the shopper reads. */
import type { Step } from './checkout';

export const STEPS: Record<Step, string> = {
  store: 'Pilih toko',
  products: 'Pilih produk',
  details: 'Data pemesan',
  payment: 'Cara bayar',
  review: 'Ringkasan pesanan',
};

/** How a way to pay goes on, by its kind. */
export const HINTS: Record<string, string> = {
  qr: 'Pindai kode QR dengan aplikasi bank atau dompet digital.',
  ewallet: 'Bayar lewat aplikasi dompet digital.',
  virtual_account: 'Transfer ke nomor virtual account.',
  card: 'Isi data kartu di halaman pembayaran yang aman.',
  retail: 'Tunjukkan kode bayar di kasir.',
  hosted: 'Pilih cara bayar di halaman berikutnya.',
  bank_transfer: 'Transfer ke rekening toko, lalu penjual memeriksanya.',
};

const PROBLEMS: Record<string, string> = {
  no_answer: 'Koneksi terputus. Periksa internetmu, lalu coba lagi.',
  platform_busy: 'Toko sedang ramai. Tunggu sebentar, lalu coba lagi.',
  platform_timeout: 'Toko sedang ramai. Tunggu sebentar, lalu coba lagi.',
  store_not_found: 'Toko ini tidak ditemukan. Minta tautan yang baru ke penjual.',
  origin_not_allowed: 'Toko ini belum siap menerima pesanan di sini. Kabari penjualnya, ya.',
  seller_configuration: 'Toko ini belum siap menerima pesanan di sini. Kabari penjualnya, ya.',
  possible_duplicate: 'Kamu baru saja memesan ini. Belum ada pesanan baru yang dibuat.',
  validation_failed: 'Ada isian yang tidak bisa diterima toko. Periksa lagi, lalu coba lagi.',
  order_refused: 'Pesanan ditolak toko dan kamu belum ditagih. Periksa lagi isinya, lalu coba lagi.',
};

/** What happened and what to do. */
export function sentence(code: string): string {
  return PROBLEMS[code] ?? 'Toko sedang bermasalah. Tunggu sebentar, lalu coba lagi.';
}

const GROUPS = new Intl.NumberFormat('id-ID');

/** `Rp 49.000`, with a blank that never breaks. */
export function rupiah(amount: number): string {
  return `Rp\u00a0${GROUPS.format(amount)}`;
}
