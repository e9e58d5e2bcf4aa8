/** Everything once more, and the order. */
import type { ComponentChildren } from 'preact';
import type { Edge, Shop } from './api';
import type { Cart } from './cart';
import type { Step } from './checkout';
import { usePlacing } from './placing';
import type { Details } from './validate';
import { rupiah, STEPS } from './words';

interface Props {
  edge: Edge;
  shop: Shop;
  cart: Cart;
  details: Details;
  method: string;
  onChange: (step: Step) => void;
}

export function ReviewStep({ edge, shop, cart, details, method, onChange }: Props) {
  const { placing, said, unsettled, place } = usePlacing(edge, {
    store_unique_id: shop.store.unique_id,
    customer_name: details.name.trim(),
    customer_phone: details.phone,
    customer_email: details.email.trim(),
    ordervariants: cart.lines.map(({ variant, quantity }) => ({ quantity, variant_unique_id: variant.unique_id })),
    payment_method: method,
    notes: details.note.trim() || undefined,
  });
  const label = shop.payment_methods.find(({ code }) => code === method)?.label;
  return (
    <>
      <Part title="Barang" step="products" onChange={onChange}>
        {cart.lines.map(({ variant, name, quantity }) => (
          <p key={variant.unique_id}>{quantity} × {name}: {rupiah(variant.price * quantity)}</p>
        ))}
      </Part>
      <Part title={STEPS.details} step="details" onChange={onChange}>
        <p>{details.name}</p>
        <p>{details.phone}</p>
        <p>{details.email}</p>
        {details.note && <p>{details.note}</p>}
      </Part>
      <Part title={STEPS.payment} step="payment" onChange={onChange}>
        <p>{label}</p>
      </Part>
      {said && <p role="alert" class="alert">{said}</p>}
      {!unsettled && (
        <button type="button" class="primary" disabled={placing || cart.pieces === 0} onClick={place}>
          {placing ? 'Memproses pesanan…' : `Pesan – ${rupiah(cart.total)}`}
        </button>
      )}
      <p>Setelah ini kamu pindah ke halaman pembayaran.</p>
    </>
  );
}

interface PartProps {
  title: string;
  step: Step;
  onChange: (step: Step) => void;
  children: ComponentChildren;
}

function Part({ title, step, onChange, children }: PartProps) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
      <button type="button" aria-label={`Ubah ${title}`} onClick={() => onChange(step)}>Ubah</button>
    </section>
  );
}
