/** Who buys. A field complains once it was left, and stops as soon as it is right. */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Field } from './field';
import { validate, type Details, type Errors } from './validate';

interface Props {
  initial: Details;
  onBack: () => void;
  onDone: (details: Details) => void;
}

export function DetailsStep({ initial, onBack, onDone }: Props) {
  const [details, setDetails] = useState(initial);
  const [left, setLeft] = useState<Partial<Record<keyof Details, true>>>({});
  const [refused, setRefused] = useState(false);
  const [hasNote, openNote] = useState(initial.note !== '');
  const summary = useRef<HTMLParagraphElement>(null);
  const errors = validate(details);

  const submit = (event: Event) => {
    event.preventDefault();
    if (Object.keys(errors).length === 0) return onDone(details);
    setRefused(true);
    setLeft({ name: true, phone: true, email: true, note: true });
    requestAnimationFrame(() => summary.current?.focus());
  };
  const field = (name: keyof Details) => ({
    name,
    value: details[name],
    error: left[name] && errors[name],
    onInput: (text: string) => setDetails({ ...details, [name]: text }),
    onLeave: () => details[name] && setLeft({ ...left, [name]: true }),
  });

  return (
    <form noValidate onSubmit={submit}>
      <p>Semua wajib diisi, kecuali yang bertanda boleh kosong.</p>
      {refused && <Summary errors={errors} focus={summary} />}
      <Field {...field('name')} label="Nama" autocomplete="name" autocapitalize="words" />
      <Field {...field('phone')} label="Nomor WhatsApp" type="tel" inputMode="tel" autocomplete="tel" hint="Contoh: 0812 3456 7890" />
      <Field {...field('email')} label="E-mail" type="email" inputMode="email" autocomplete="email" hint="Barang digital dikirim ke alamat ini." />
      {hasNote ? (
        <Field {...field('note')} label="Catatan untuk penjual (boleh kosong)" lines={3} autocomplete="off" />
      ) : (
        <button type="button" onClick={() => openNote(true)}>Tambah catatan</button>
      )}
      <div class="actions">
        <button type="button" onClick={onBack}>Kembali</button>
        <button class="primary">Lanjut</button>
      </div>
    </form>
  );
}

function Summary({ errors, focus }: { errors: Errors; focus: RefObject<HTMLParagraphElement | null> }) {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  return (
    <div role="alert" class="alert">
      <p ref={focus} tabIndex={-1}>Ada {wrong.length} isian yang perlu dibenahi:</p>
      <ul>
        {wrong.map(([name, error]) => <li key={name}><a href={`#checkout-${name}`}>{error}</a></li>)}
      </ul>
    </div>
  );
}
