import { BuyButton, TumbasCheckout } from "@tumbas/checkout/react";

export default function Page() {
  return (
    <main>
      <TumbasCheckout className="kasir" />
      <BuyButton items={[{ id: "variant_Vxp5VLfk5446Uf1Sy7RRGUe0" }]}>Beli</BuyButton>
    </main>
  );
}
