/** One press, one order: the key stays the same until the Worker has said that nothing was ordered. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem, type Draft, type Edge, type Order } from './api';
import { kept } from './cart';
import { sentence } from './words';

/** How often an order that is not settled is asked for, in milliseconds. */
const PACE = 3000;

const UNSETTLED: Record<string, string> = {
  confirming: 'Kami sedang memastikan pesananmu. Jangan pesan ulang; tautan pembayaran akan muncul di sini.',
  waiting: 'Toko sedang ramai. Pesananmu dalam antrean. Jangan pesan ulang.',
  review: 'Toko akan menghubungimu. Jangan pesan ulang.',
};

const UNSURE = 'Kami belum tahu apakah pesananmu sudah masuk. Periksa internetmu, lalu coba lagi. Aman: pesananmu tidak akan dobel.';
const ABSENT = 'Pesanan belum tercatat dan kamu belum ditagih. Coba lagi?';

export function usePlacing(edge: Edge, draft: Draft) {
  const [placing, setPlacing] = useState(false);
  const [said, say] = useState<string>();
  const [open, setOpen] = useState<Order>();
  const key = useRef<string | undefined>(undefined);

  const take = (order: Order) => {
    const next = order.payment_url ?? order.order_url;
    if (UNSETTLED[order.status]) {
      say(UNSETTLED[order.status]);
      return setOpen(order);
    }
    setOpen(undefined);
    key.current = undefined;
    if (order.status === 'absent' || order.status === 'refused') return say(ABSENT);
    sessionStorage.removeItem(kept(draft.store_unique_id));
    if (next) location.assign(next);
  };

  useEffect(() => {
    if (!open || open.status === 'review') return;
    const timer = setTimeout(() => edge.state(open).then(take, () => setOpen({ ...open })), PACE);
    return () => clearTimeout(timer);
  }, [open]);

  const place = async () => {
    setPlacing(true);
    say(undefined);
    key.current ??= crypto.randomUUID();
    try {
      take(await edge.order(draft, key.current));
    } catch (problem) {
      const { code } = problem as Problem;
      if (code !== 'no_answer') key.current = undefined;
      say(code === 'no_answer' ? UNSURE : sentence(code));
    }
    setPlacing(false);
  };

  return { placing, said, unsettled: open !== undefined, place };
}
