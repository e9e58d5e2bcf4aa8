/** What the cart costs, always in sight, and its lines when they are wanted. */
import type { Cart } from './cart';
import { Stepper } from './stepper';
import { rupiah } from './words';

export function CartBar({ cart, onNext }: { cart: Cart; onNext?: () => void }) {
  return (
    <aside class="cart" aria-label="Keranjang">
      {cart.lines.length === 0 ? <p>Keranjangmu masih kosong.</p> : <Lines cart={cart} />}
      <p class="total" role="status">Total {rupiah(cart.total)}</p>
      {onNext && <button type="button" class="primary" disabled={cart.pieces === 0} onClick={onNext}>Lanjut</button>}
    </aside>
  );
}

function Lines({ cart }: { cart: Cart }) {
  return (
    <details>
      <summary>{cart.pieces} barang</summary>
      <ul>
        {cart.lines.map(({ variant, name, quantity }) => (
          <li key={variant.unique_id}>
            <span>{name}</span>
            <Stepper name={name} quantity={quantity} onChange={(pieces) => cart.set(variant, pieces)} />
            <span>{rupiah(variant.price * quantity)}</span>
            <button type="button" aria-label={`Hapus ${name} dari keranjang`} onClick={() => cart.set(variant, 0)}>Hapus</button>
          </li>
        ))}
      </ul>
    </details>
  );
}
