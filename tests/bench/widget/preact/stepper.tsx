/** How many pieces: fewer, typed, more. */

interface Props {
  name: string;
  quantity: number;
  onChange: (quantity: number) => void;
}

export function Stepper({ name, quantity, onChange }: Props) {
  return (
    <div class="stepper">
      <button type="button" aria-label={`Kurangi jumlah ${name}`} onClick={() => onChange(quantity - 1)}>−</button>
      <input
        inputMode="numeric"
        autocomplete="off"
        aria-label={`Jumlah ${name}`}
        value={quantity}
        onChange={(event) => onChange(Number.parseInt(event.currentTarget.value, 10) || 0)}
      />
      <button type="button" aria-label={`Tambah jumlah ${name}`} onClick={() => onChange(quantity + 1)}>+</button>
    </div>
  );
}
