/** Which of the seller's stores. */
import { useEffect, useState } from 'preact/hooks';
import type { Edge, Problem, Store } from './api';
import { sentence, STEPS } from './words';

export function StoreStep({ edge, onChoose }: { edge: Edge; onChoose: (store: string) => void }) {
  const [stores, setStores] = useState<Store[]>();
  const [failure, setFailure] = useState<string>();
  const load = () => {
    setFailure(undefined);
    edge.stores().then(({ data }) => setStores(data), (problem: Problem) => setFailure(problem.code));
  };
  useEffect(load, [edge]);
  return (
    <section class="checkout" aria-busy={!stores && !failure}>
      <h2>{STEPS.store}</h2>
      {failure && <p role="alert" class="alert">{sentence(failure)} <button type="button" onClick={load}>Coba lagi</button></p>}
      {stores?.length === 0 && <p>Belum ada toko yang buka di sini. Kabari penjualnya, ya.</p>}
      <ul class="stores">
        {stores?.map((store) => (
          <li key={store.unique_id}>
            <button type="button" onClick={() => onChoose(store.unique_id)}>
              {store.logo && <img src={store.logo} alt="" width={48} height={48} loading="lazy" />}
              {store.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
