/** What the shop sells that needs no parcel, with a search and the pieces of each. */
import { useState } from 'preact/hooks';
import type { Product, Shop, Variant } from './api';
import { nameOf, type Cart } from './cart';
import { Stepper } from './stepper';
import { rupiah } from './words';

interface Props {
  shop: Shop;
  cart: Cart;
  onMore: () => Promise<void>;
  onLeave?: () => void;
}

export function ProductsStep({ shop, cart, onMore, onLeave }: Props) {
  const [wanted, search] = useState('');
  const found = shop.products.data.filter((product) => matches(product, wanted)).filter(needsNoParcel);
  return (
    <>
      <p class="shop">
        {shop.store.name} {onLeave && <button type="button" onClick={onLeave}>Ganti toko</button>}
      </p>
      <label class="field">
        Cari produk
        <input type="search" value={wanted} autocomplete="off" enterkeyhint="search" onInput={(event) => search(event.currentTarget.value)} />
      </label>
      {found.length === 0 && <p role="status">Tidak ada produk yang cocok. Coba kata lain.</p>}
      <ul class="products">
        {found.map((product) => <Card key={product.unique_id} product={product} cart={cart} />)}
      </ul>
      {shop.products.has_next && <More onMore={onMore} />}
    </>
  );
}

function matches(product: Product, wanted: string): boolean {
  const name = product.name.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => name.includes(word));
}

function needsNoParcel(product: Product): boolean {
  return product.variants.every(({ item_type }) => item_type !== 'physical');
}

function Card({ product, cart }: { product: Product; cart: Cart }) {
  const [chosen, choose] = useState<Variant | undefined>(product.variants[0]);
  if (!chosen) return null;
  const name = nameOf(product, chosen);
  const [image] = product.images;
  return (
    <li class="card">
      {image ? <img src={image} alt="" width={96} height={96} loading="lazy" /> : <span class="blank" />}
      <div>
        <h3>{product.name}</h3>
        {product.variants.length > 1 && <Variants product={product} chosen={chosen} onChoose={choose} />}
        <p class="price">{rupiah(chosen.price)}</p>
        <Taken name={name} variant={chosen} cart={cart} />
      </div>
    </li>
  );
}

function Variants({ product, chosen, onChoose }: { product: Product; chosen: Variant; onChoose: (variant: Variant) => void }) {
  const id = `variant-${product.unique_id}`;
  return (
    <fieldset>
      <legend class="visually-hidden">Pilihan {product.name}</legend>
      {product.variants.map((variant) => (
        <label key={variant.unique_id} class="chip">
          <input type="radio" name={id} checked={variant === chosen} onChange={() => onChoose(variant)} /> {variant.name}
        </label>
      ))}
    </fieldset>
  );
}

function Taken({ name, variant, cart }: { name: string; variant: Variant; cart: Cart }) {
  if (variant.available_qty !== null && variant.available_qty <= 0) return <p>Habis</p>;
  if (cart.of(variant) > 0) return <Stepper name={name} quantity={cart.of(variant)} onChange={(quantity) => cart.set(variant, quantity)} />;
  return (
    <button type="button" class="add" aria-label={`Tambah ${name} ke keranjang`} onClick={() => cart.set(variant, 1)}>
      Tambah
    </button>
  );
}

function More({ onMore }: { onMore: () => Promise<void> }) {
  const [state, set] = useState<'idle' | 'busy' | 'failed'>('idle');
  const press = () => {
    set('busy');
    onMore().then(() => set('idle'), () => set('failed'));
  };
  return (
    <>
      {state === 'failed' && <p role="alert">Produk gagal dimuat. Periksa internetmu, lalu coba lagi.</p>}
      <button type="button" disabled={state === 'busy'} onClick={press}>Tampilkan lagi</button>
    </>
  );
}
