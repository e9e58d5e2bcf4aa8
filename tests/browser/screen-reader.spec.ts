/** What a screen reader finds: names and roles of each step, and what is announced, once. */
import { expect, test, type Page } from '@playwright/test';
import { Checkout } from './checkout';
import { CASHEWS, COFFEE_SHOP, SUGAR } from './goods';
import { storeNamed, visitMade } from './seller';
import { COBLONG, shopper } from './shopper';
import { rupiah } from './words';

/** Everything that live regions and alerts say from now on, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const tell = ({ target }: MutationRecord): void => {
      const node = target instanceof Element ? target : target.parentElement;
      const region = node?.closest('[role=status], [role=alert], [aria-live]');
      const text = region?.textContent?.trim() ?? '';
      if (text && text !== heard.at(-1)) heard.push(text);
    };
    new MutationObserver((records) => records.forEach(tell)).observe(document, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

/** As Playwright writes amounts: a blank that does not break is a blank. */
const rp = (amount: number): string => rupiah(amount).replace('\u00a0', ' ');

test('each step by its names, and what changes is said once', async ({ page }) => {
  const siti = shopper();
  const checkout = new Checkout(page);
  const store = await storeNamed(COFFEE_SHOP);
  await visitMade(page, { body: `<main><h1>Kopi</h1><tumbas-checkout store="${store}"></tumbas-checkout></main>` });
  await checkout.isAt('products');
  await checkout.add(CASHEWS.name).click();
  const heard = await listen(page);
  await checkout.button(checkout.words.more(CASHEWS.name)).first().click();
  expect(await heard()).toEqual([`${CASHEWS.name}, 2 buah. Total ${rupiah(2 * CASHEWS.price)}.`]);
  await checkout.button(checkout.words.fewer(CASHEWS.name)).first().click();
  await expect(checkout.root).toMatchAriaSnapshot(`
    - navigation "Langkah pemesanan":
      - list:
        - listitem: Pilih produk
        - listitem: Data pemesan
        - listitem: Pilih kurir
        - listitem: Cara bayar
        - listitem: Ringkasan pesanan
    - region "Pilih produk":
      - paragraph: Langkah 1 dari 5
      - heading "Pilih produk" [level=2]
      - search:
        - searchbox "Cari produk"
      - heading "Produk" [level=3]
      - list:
        - listitem:
          - heading "${CASHEWS.name}" [level=4]
          - paragraph: ${rp(CASHEWS.price)}
          - group "Jumlah ${CASHEWS.name}":
            - button "Kurangi jumlah ${CASHEWS.name}"
            - textbox "Jumlah ${CASHEWS.name}": "1"
            - button "Tambah jumlah ${CASHEWS.name}"
        - listitem:
          - heading "${SUGAR.name}" [level=4]
          - button "Tambah ${SUGAR.name} ke keranjang"
    - complementary "Keranjang":
      - paragraph: Belum termasuk ongkir
      - button "Subtotal · 1 barang ${rp(CASHEWS.price)}"
      - button "Lanjut"
  `);

  await checkout.next();
  await checkout.isAt('details');
  await heard();
  await checkout.next();
  await expect(checkout.summary()).toBeFocused();
  expect((await heard()).length, 'all errors in one').toBe(1);
  await expect(checkout.root).toMatchAriaSnapshot(`
    - region "Data pemesan":
      - button "Kembali"
      - paragraph: Langkah 2 dari 5
      - heading "Data pemesan" [level=2]
      - alert:
        - paragraph: "Ada 4 isian yang perlu dibenahi:"
        - list:
          - listitem:
            - link "Isi nama dulu, ya."
          - listitem:
            - link "Isi nomor WhatsApp dulu, ya."
          - listitem:
            - link "Pilih kecamatan dari daftar dulu, ya."
          - listitem:
            - link "Isi alamat lengkap dulu, ya."
      - button "Tempel alamat dari chat"
      - textbox "Nama" [invalid]
      - paragraph: Isi nama dulu, ya.
      - textbox "Nomor WhatsApp" [invalid]
      - region "Alamat pengiriman":
        - combobox "Kecamatan" [invalid]
        - textbox "Alamat lengkap" [invalid]
        - button "Tambah catatan"
  `);
  await checkout.field('name').fill(siti.name);
  await checkout.field('phone').fill(siti.phone);
  await checkout.district().fill('coblong');
  await expect(checkout.districts().first()).toBeVisible();
  await expect(checkout.root).toMatchAriaSnapshot(`
    - combobox "Kecamatan" [expanded]: coblong
    - listbox "Kecamatan":
      - option "Coblong Kota Bandung, Jawa Barat"
  `);

  await checkout.fillAddress(COBLONG);
  await checkout.next();
  await checkout.isAt('delivery');
  await expect(checkout.services().first()).toBeVisible();
  await checkout.showAllCouriers();
  await heard();
  const cost = await checkout.chooseService('JNE Reguler');
  expect(await heard()).toEqual([`Total sekarang ${rupiah(CASHEWS.price + cost)}.`]);
  await expect(checkout.root).toMatchAriaSnapshot(`
    - region "Pilih kurir":
      - heading "Pilih kurir" [level=2]
      - group "Mau dikirim lewat apa?":
        - group "JNE":
          - heading "JNE" [level=3]
          - radio /^JNE Reguler, ${rp(cost)}, Tiba [A-Z][a-z]+, .+, 2–3 hari, Bisa COD$/ [checked]
  `);

  await checkout.next();
  await checkout.isAt('payment');
  await checkout.method('QRIS').check();
  await expect(checkout.root).toMatchAriaSnapshot(`
    - region "Cara bayar":
      - heading "Cara bayar" [level=2]
      - group "Mau bayar pakai apa?":
        - radio "QRIS Pindai kode QR dengan aplikasi bank atau dompet digital." [checked]
        - radio "GoPay"
      - button "Bandingkan total"
    - complementary "Keranjang":
      - paragraph: Termasuk ongkir ${rp(cost)}
      - button "Total · 1 barang ${rp(CASHEWS.price + cost)}"
  `);

  await checkout.next();
  await checkout.isAt('review');
  await expect(checkout.root).toMatchAriaSnapshot(`
    - region "Ringkasan pesanan":
      - heading "Ringkasan pesanan" [level=2]
      - heading "Barang" [level=3]
      - button "Ubah Pilih produk"
      - list:
        - listitem: 1 × ${CASHEWS.name} ${rp(CASHEWS.price)}
      - term: Subtotal
      - definition: ${rp(CASHEWS.price)}
      - term: Ongkir JNE Reguler
      - definition: ${rp(cost)}
      - heading "Dikirim ke" [level=3]
      - button "Ubah Data pemesan"
      - heading "Kurir" [level=3]
      - button "Ubah Pilih kurir"
      - heading "Cara bayar" [level=3]
      - button "Ubah Cara bayar"
      - paragraph: Setelah ini kamu pindah ke halaman pembayaran.
    - complementary "Keranjang":
      - button "Pesan – ${rp(CASHEWS.price + cost)}"
  `);
});
