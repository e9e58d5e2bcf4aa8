/** A labelled box with its hint and its complaint. */

interface Props {
  name: string;
  label: string;
  value: string;
  error?: string;
  hint?: string;
  /** More than one makes it a text area. */
  lines?: number;
  type?: 'tel' | 'email';
  inputMode?: 'tel' | 'email' | 'text';
  autocomplete: string;
  autocapitalize?: 'words';
  onInput: (text: string) => void;
  onLeave: () => void;
}

export function Field({ name, label, value, error, hint, lines, type, onInput, onLeave, ...rest }: Props) {
  const id = `checkout-${name}`;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = {
    ...rest,
    id,
    name,
    value,
    'aria-invalid': Boolean(error),
    'aria-describedby': described,
    onBlur: onLeave,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} type={type} list={undefined} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {hint && <p id={`${id}-hint`} class="hint">{hint}</p>}
      {error && <p id={`${id}-error`} class="error">{error}</p>}
    </div>
  );
}
