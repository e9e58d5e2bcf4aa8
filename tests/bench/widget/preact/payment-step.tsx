/** How it will be paid. */
import { useState } from 'preact/hooks';
import type { PaymentMethod } from './api';
import { HINTS } from './words';

interface Props {
  methods: PaymentMethod[];
  initial?: string;
  onBack: () => void;
  onDone: (code: string) => void;
}

export function PaymentStep({ methods, initial, onBack, onDone }: Props) {
  const offered = methods.filter(({ code }) => code !== 'cod');
  const [chosen, choose] = useState(initial ?? (offered.length === 1 ? offered[0]?.code : undefined));
  const [asked, ask] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen) onDone(chosen);
    else ask(true);
  };
  return (
    <form noValidate onSubmit={submit}>
      <fieldset>
        <legend>Mau bayar pakai apa?</legend>
        {asked && !chosen && <p role="alert" class="error">Pilih cara bayar dulu, ya.</p>}
        {offered.length === 0 && <p>Toko ini belum punya cara bayar untuk isi keranjangmu. Hubungi penjual, atau pilih barang lain.</p>}
        {offered.map(({ code, label, kind }) => (
          <label key={code} class="method">
            <input type="radio" name="payment" checked={chosen === code} onChange={() => choose(code)} />
            <span>
              {label}
              <small>{HINTS[kind]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="button" onClick={onBack}>Kembali</button>
        <button class="primary">Lanjut</button>
      </div>
    </form>
  );
}
