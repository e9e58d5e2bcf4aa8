/** What a shopper reads, in both languages: the words the page object looks for. */
export interface Words {
  steps: { store: string; products: string; details: string; delivery: string; payment: string; review: string };
  search: string;
  choose: string;
  add: (thing: string) => string;
  fewer: (thing: string) => string;
  more: (thing: string) => string;
  quantity: (thing: string) => string;
  remove: (thing: string) => string;
  cart: string;
  total: string;
  next: string;
  back: string;
  change: string;
  retry: string;
  close: string;
  name: string;
  phone: string;
  email: string;
  note: string;
  openNote: string;
  district: string;
  postal: string;
  street: string;
  changeDistrict: string;
  keep: string;
  pasteOpen: string;
  paste: string;
  pasteUse: string;
  allCouriers: RegExp;
  ready: RegExp;
  compare: string;
  order: string;
  checkNow: string;
  confirming: string;
  otherStore: string;
  leave: string;
  stay: string;
}

export const INDONESIAN: Words = {
  steps: {
    store: 'Pilih toko',
    products: 'Pilih produk',
    details: 'Data pemesan',
    delivery: 'Pilih kurir',
    payment: 'Cara bayar',
    review: 'Ringkasan pesanan',
  },
  search: 'Cari produk',
  choose: 'Pilih',
  add: (thing) => `Tambah ${thing} ke keranjang`,
  fewer: (thing) => `Kurangi jumlah ${thing}`,
  more: (thing) => `Tambah jumlah ${thing}`,
  quantity: (thing) => `Jumlah ${thing}`,
  remove: (thing) => `Hapus ${thing} dari keranjang`,
  cart: 'Keranjang',
  total: 'Total',
  next: 'Lanjut',
  back: 'Kembali',
  change: 'Ubah',
  retry: 'Coba lagi',
  close: 'Tutup',
  name: 'Nama',
  phone: 'Nomor WhatsApp',
  email: 'E-mail',
  note: 'Catatan untuk penjual',
  openNote: 'Tambah catatan',
  district: 'Kecamatan',
  postal: 'Kode pos',
  street: 'Alamat lengkap',
  changeDistrict: 'Ganti Kecamatan',
  keep: 'Ingat data ini di perangkat ini untuk lain kali',
  pasteOpen: 'Tempel alamat dari chat',
  paste: 'Alamat dari chat',
  pasteUse: 'Pakai',
  allCouriers: /^Lihat semua kurir/,
  ready: /^Saya siap membayar tunai/,
  compare: 'Bandingkan total',
  order: 'Pesan',
  checkNow: 'Cek sekarang',
  confirming: 'Memastikan pesanan',
  otherStore: 'Ganti toko',
  leave: 'Ya, tutup',
  stay: 'Lanjut pesan',
};

export const ENGLISH: Words = {
  steps: {
    store: 'Choose a store',
    products: 'Choose products',
    details: 'Your details',
    delivery: 'Delivery',
    payment: 'Payment',
    review: 'Review your order',
  },
  search: 'Search products',
  choose: 'Choose',
  add: (thing) => `Add ${thing} to the cart`,
  fewer: (thing) => `Fewer of ${thing}`,
  more: (thing) => `More of ${thing}`,
  quantity: (thing) => `Quantity of ${thing}`,
  remove: (thing) => `Remove ${thing} from the cart`,
  cart: 'Cart',
  total: 'Total amount',
  next: 'Continue',
  back: 'Back',
  change: 'Change',
  retry: 'Try again',
  close: 'Close',
  name: 'Name',
  phone: 'WhatsApp number',
  email: 'E-mail address',
  note: 'Note to the seller',
  openNote: 'Add a note',
  district: 'District (kecamatan)',
  postal: 'Postal code',
  street: 'Street address',
  changeDistrict: 'Change District (kecamatan)',
  keep: 'Remember my details on this device for the next order',
  pasteOpen: 'Paste an address from a chat',
  paste: 'Address from a chat',
  pasteUse: 'Use it',
  allCouriers: /^See all couriers/,
  ready: /^I am ready to pay/,
  compare: 'Compare totals',
  order: 'Order',
  checkNow: 'Check now',
  confirming: 'Confirming your order',
  otherStore: 'Choose another store',
  leave: 'Yes, close',
  stay: 'Keep ordering',
};

/** Rupiah as people write it: `Rp 49.000`, the blank one that never breaks. */
export function rupiah(amount: number): string {
  return `Rp\u00a0${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}
