/** What the sandbox's shop of digital things sells, as far as the specs buy it. */

export const STORE = 'store_aYWxjasmUe1szqaA5LRRiVSz';

export interface Thing {
  name: string;
  /** Rupiah. */
  price: number;
  /** What a buy button or an order names. */
  id: string;
}

export const CAPTION: Thing = {
  name: 'E-book 101 Caption Jualan',
  price: 49_000,
  id: 'variant_Vxp5VLfk5446Uf1Sy7RRGUe0',
};

export const FINANCE: Thing = {
  name: 'E-book Keuangan UMKM',
  price: 89_000,
  id: 'variant_WTtzJgCFTCvophI0dnBe1nOb',
};

/** Sold as a file, or for more as a file with a video. */
export const RECIPES = { name: 'E-book Resep Kue Kering Lebaran', plain: 'PDF', rich: 'PDF + Video', price: 59_000, richPrice: 99_000 };

/** Three things for one price. */
export const STARTER = { name: 'Paket Perintis Digital', price: 169_000 };

/** Sold under two prices. */
export const LIBRARY = { name: 'Paket Lengkap Semua E-book', alone: 'Harga Normal', price: 219_000, shared: 'Harga Patungan (2 orang)', sharedPrice: 399_000 };

/** The shop that ships: coffee and snacks, and one e-book. */
export const COFFEE_SHOP = 'Kopi Lereng & Jajan';

export const CASHEWS = { name: 'Kacang Mete Panggang 250 g', price: 68_000 };
export const SUGAR = { name: 'Gula Aren Semut 500 g', price: 38_000 };
export const GUIDE = { name: 'E-book Panduan Seduh Rumahan', price: 39_000 };

/** Coffee in three bags for one price. */
export const THREE_COFFEES = { name: 'Paket Hemat 3 Kopi Nusantara', price: 249_000 };
