/** Which step the shopper is at, and what was gathered on the way. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem, type Edge, type Shop } from './api';
import { useCart } from './cart';
import { CartBar } from './cart-bar';
import { DetailsStep } from './details-step';
import { PaymentStep } from './payment-step';
import { ProductsStep } from './products-step';
import { ReviewStep } from './review-step';
import { StoreStep } from './store-step';
import { sentence, STEPS } from './words';
import type { Details } from './validate';

export type Step = 'store' | 'products' | 'details' | 'payment' | 'review';

const NOBODY: Details = { name: '', phone: '', email: '', note: '' };

interface Props {
  edge: Edge;
  /** The store, when the page has chosen. */
  chosen?: string;
}

export function Checkout({ edge, chosen }: Props) {
  const [store, choose] = useState(chosen);
  if (!store) return <StoreStep edge={edge} onChoose={choose} />;
  return <ShopCheckout key={store} edge={edge} store={store} onLeave={chosen ? undefined : () => choose(undefined)} />;
}

function ShopCheckout({ edge, store, onLeave }: { edge: Edge; store: string; onLeave?: () => void }) {
  const { shop, failure, retry, more } = useShop(edge, store);
  const [step, setStep] = useState<Step>('products');
  const [details, setDetails] = useState(NOBODY);
  const [method, setMethod] = useState<string>();
  const cart = useCart(shop?.products.data ?? [], store);
  const heading = useHeading(step);

  if (failure) return <Failure code={failure} onRetry={retry} />;
  if (!shop) return <Skeleton />;
  return (
    <section class="checkout" aria-busy={false}>
      <Progress step={step} onBack={setStep} />
      <h2 ref={heading} tabIndex={-1}>{STEPS[step]}</h2>
      {step === 'products' && <ProductsStep shop={shop} cart={cart} onMore={more} onLeave={onLeave} />}
      {step === 'details' && <DetailsStep initial={details} onBack={() => setStep('products')} onDone={(typed) => (setDetails(typed), setStep('payment'))} />}
      {step === 'payment' && <PaymentStep methods={shop.payment_methods} initial={method} onBack={() => setStep('details')} onDone={(code) => (setMethod(code), setStep('review'))} />}
      {step === 'review' && method && <ReviewStep edge={edge} shop={shop} cart={cart} details={details} method={method} onChange={setStep} />}
      <CartBar cart={cart} onNext={step === 'products' ? () => setStep('details') : undefined} />
    </section>
  );
}

/** What the shop sells, page after page. */
function useShop(edge: Edge, store: string) {
  const [shop, setShop] = useState<Shop>();
  const [failure, setFailure] = useState<string>();
  const load = useMemo(
    () => () => {
      setFailure(undefined);
      edge.shop(store).then(setShop, (problem: Problem) => setFailure(problem.code));
    },
    [edge, store],
  );
  useEffect(load, [load]);
  const more = async () => {
    if (!shop?.products.next_cursor) return;
    const next = await edge.products(store, shop.products.next_cursor);
    setShop({ ...shop, products: { ...next, data: [...shop.products.data, ...next.data] } });
  };
  return { shop, failure, retry: load, more };
}

/** The heading of each new step takes the focus, so that it is read out; not that of the first. */
function useHeading(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}

function Progress({ step, onBack }: { step: Step; onBack: (step: Step) => void }) {
  const all: Step[] = ['products', 'details', 'payment', 'review'];
  const at = all.indexOf(step);
  return (
    <nav aria-label="Langkah pemesanan">
      <ol class="steps">
        {all.map((name, index) => (
          <li key={name} aria-current={index === at ? 'step' : undefined}>
            {index < at ? <button type="button" onClick={() => onBack(name)}>{STEPS[name]}</button> : STEPS[name]}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Failure({ code, onRetry }: { code: string; onRetry: () => void }) {
  return (
    <section class="checkout">
      <p role="alert" class="alert">{sentence(code)}</p>
      <button type="button" class="primary" onClick={onRetry}>Coba lagi</button>
    </section>
  );
}

function Skeleton() {
  return (
    <section class="checkout" aria-busy={true}>
      <p class="visually-hidden" role="status">Memuat…</p>
      {[1, 2, 3, 4].map((bone) => <div key={bone} class="bone" />)}
    </section>
  );
}
